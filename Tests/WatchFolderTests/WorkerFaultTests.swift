// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import Testing

@testable import WatchFolder

/// What the report of a paper or of a drop says of a worker that failed at it.
struct WorkerFaultTests {
    private func message(_ cause: WorkerFault.Cause) -> String {
        let message = Diagnostic.Message.fault(WorkerFault(cause: cause, activity: .checking("returns.zip")))
        let diagnostic = Diagnostic(message, at: nil)
        return "\(diagnostic.rule.rawValue): \(diagnostic.message) (\(diagnostic.hint ?? ""))"
    }

    @Test func `a limit that was passed is named, with what raises it`() {
        #expect(
            message(.time(limit: .seconds(90)))
                == "excessive-work: checking `returns.zip` took more than 90 s, and was ended (divide what it holds, or have whoever looks after the service raise --time-limit)"
        )
        #expect(
            message(.memory(limit: 512 << 20))
                == "excessive-work: checking `returns.zip` took more than 512 MB of memory, and was ended (divide what it holds, or have whoever looks after the service raise --memory-limit)"
        )
        #expect(
            message(.waiting(limit: .seconds(600)))
                == "excessive-work: checking `returns.zip` waited for more than 600 s, and was ended (have whoever looks after the service see whether the disk or the share answers)"
        )
    }

    @Test(arguments: [WorkerFault.Cause.ended(.exited(status: 3)), .ended(.signalled(11)), .garbled, .stopped])
    func `an end that nobody asked for is a fault of the program`(_ cause: WorkerFault.Cause) {
        #expect(
            message(cause)
                == "program-fault: internal error: the program stopped while checking `returns.zip` (this is a fault of the program: tell whoever looks after it)"
        )
    }

    @Test func `where the system starts no worker its reason is told`() {
        #expect(
            message(.unavailable("no more processes"))
                == "program-fault: no more processes (tell whoever looks after the service)"
        )
    }
}
