// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import Synchronization
import TestSupport
import Testing

/// A list of diagnostics, and what it leaves out.
struct DiagnosticListTests {
    private func message(_ rule: Rule, calls: Counter) -> Diagnostic.Message {
        .init(rule, calls.text("x"), hint: calls.text("y"))
    }

    @Test func `a diagnostic beyond the limit is counted, and its message is not made`() throws {
        let calls = Counter()
        var list = DiagnosticList()
        for line in 1...(Limits.mostProblemsPerFile + 2) {
            list.report(message(.unreadFile, calls: calls), at: SourceLocation(file: "a.csv", line: line))
        }
        #expect(calls.count == 2 * Limits.mostProblemsPerFile)
        let last = try #require(list.all.last)
        #expect(last.rule == .moreProblems)
        #expect(last.severity == .warning)
        #expect(last.message == "2 more problems are not told: the first \(Limits.mostProblemsPerFile) are")
        list.report(message(.unknownKey, calls: calls), at: SourceLocation(file: "a.csv"))
        #expect(list.all.last?.severity == .error)
        #expect(list.all.last?.isExposure == false)
        list.report(message(.nearExemptMarker, calls: calls), at: SourceLocation(file: "a.csv"))
        #expect(list.all.last?.isExposure == true)
    }
}

/// Counts the texts that are made.
private final class Counter: Sendable {
    private let calls = Mutex(0)

    var count: Int { calls.withLock { $0 } }

    func text(_ text: DiagnosticText) -> DiagnosticText {
        calls.withLock { $0 += 1 }
        return text
    }
}
