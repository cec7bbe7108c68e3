// SPDX-License-Identifier: Apache-2.0

import Publishing

/// Why a job was not done.
package struct JobFailure: Error, Codable, Sendable, Hashable {
    /// What kind of failure it is; its raw value is what the last queue says.
    package enum Reason: String, Codable, Sendable, Hashable, CaseIterable {
        /// The message is no job.
        case message
        /// The job is of another version of the program.
        case version
        /// The snapshot is not in the store, or damaged.
        case snapshot
        /// The workspace has errors.
        case problems
        /// The render took more time or memory than it may.
        case limit
        /// The process that rendered ended.
        case crash
        /// The store does not take or give what it should.
        case store
        /// The job was given out again and again, and whoever had it never answered.
        case delivery
        /// A fault of the program.
        case fault

        /// Whether another try may succeed.
        var isPassing: Bool {
            switch self {
            case .snapshot, .crash, .store: true
            case .message, .version, .problems, .limit, .delivery, .fault: false
            }
        }
    }

    /// What kind of failure it is.
    package var reason: Reason
    /// What happened, for whoever looks after the workers; nothing of a paper.
    package var words: String

    init(_ reason: Reason, _ words: String) {
        self.reason = reason
        self.words = words
    }
}

/// What a worker says to whoever submitted a job, once for each job at least.
struct JobReport: Codable, Sendable, Hashable {
    /// The snapshot, and the name of the paper's files without their extensions: which job of a submission it is.
    var snapshot: String
    var stem: String
    /// `nil` if the paper is made.
    var failure: JobFailure?

    init(_ job: RenderJob, failure: JobFailure?) {
        snapshot = job.snapshot
        stem = job.key.stem
        self.failure = failure
    }
}

/// A job that nobody will do, as it lies in the last queue.
struct DeadJob: Codable, Sendable, Hashable {
    var failure: JobFailure
    /// The machine and the process that gave it up.
    var worker: String
    /// In seconds since 1970.
    var time: Int
    /// The job, or `nil` if the message is none.
    var job: RenderJob?
    /// The digest of a message that is no job.
    var messageDigest: String?
}

/// When a job that failed is tried again.
enum RetrySchedule {
    /// The waits after each failure, in seconds; after the last one there is no other try.
    static let waits = [5, 30, 180, 900]

    /// For how long a job waits that has failed so often, or `nil` if it is given up.
    static func wait(afterFailures failures: Int) -> Int? {
        (1...waits.count).contains(failures) ? waits[failures - 1] : nil
    }

    /// How often a job may be given out that nobody answers for: a worker that ends while it has the job may have been ended by it.
    static let mostDeliveries = 12
}
