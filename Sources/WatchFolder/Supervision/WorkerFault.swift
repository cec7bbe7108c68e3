// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing

/// Why a worker has not done what it was asked to do.
struct WorkerFault: Error, Hashable {
    /// What ended it.
    enum Cause: Hashable {
        /// It used more processor time than it may.
        case time(limit: Duration)
        /// It waited for longer than it may.
        case waiting(limit: Duration)
        /// It used more memory than it may, in bytes.
        case memory(limit: Int)
        /// It ended by itself, or somebody ended it.
        case ended(ChildProcess.End)
        /// It gave an answer that was not asked for.
        case garbled
        /// The system started none, with its reason.
        case unavailable(String)
        /// The service is to stop.
        case stopped
    }

    var cause: Cause
    /// What it was doing.
    var activity: Activity
    /// What it said last.
    var lastWords: String?

    /// Whether its supervisor ended it: it would come to the same again.
    var isBreach: Bool {
        switch cause {
        case .time, .memory: true
        case .waiting, .ended, .garbled, .unavailable, .stopped: false
        }
    }

    /// What happened, for the log.
    var reason: String {
        switch cause {
        case .time(let limit): "it took more than \(limit.seconds) s"
        case .memory(let limit): "it took more than \(limit >> 20) MB of memory"
        case .ended(let end): end.reason
        case .waiting(let limit): "it waited for more than \(limit.seconds) s"
        case .garbled: "it gave an answer that was not asked for"
        case .unavailable(let reason): reason
        case .stopped: "the service is to stop"
        }
    }
}

extension Duration {
    /// Whole seconds.
    var seconds: Int64 { components.seconds }
}

extension Diagnostic.Message {
    /// That a worker failed at a paper or a drop.
    static func fault(_ fault: WorkerFault) -> Self {
        let activity = fault.activity.description
        switch fault.cause {
        case .time(let limit):
            return Self(
                .excessiveWork,
                "\(own: activity) took more than \(own: limit.seconds) s, and was ended",
                hint: "divide what it holds, or have whoever looks after the service raise --time-limit"
            )
        case .memory(let limit):
            return Self(
                .excessiveWork,
                "\(own: activity) took more than \(own: limit >> 20) MB of memory, and was ended",
                hint: "divide what it holds, or have whoever looks after the service raise --memory-limit"
            )
        case .waiting(let limit):
            return Self(
                .excessiveWork,
                "\(own: activity) waited for more than \(own: limit.seconds) s, and was ended",
                hint: "have whoever looks after the service see whether the disk or the share answers"
            )
        case .unavailable(let reason):
            return Self(.programFault, "\(own: reason)", hint: "tell whoever looks after the service")
        case .ended, .garbled, .stopped:
            return Self(
                .programFault,
                "internal error: the program stopped while \(own: activity)",
                hint: "this is a fault of the program: tell whoever looks after it"
            )
        }
    }
}
