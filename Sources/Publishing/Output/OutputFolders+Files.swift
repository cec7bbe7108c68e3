// SPDX-License-Identifier: Apache-2.0

import Parallelism
import Synchronization

extension OutputFolders {
    /// Writes files into the folders for their editions, several at a time: what a small file takes is mostly waiting for the disk.
    ///
    /// - Returns: the path of each file in order, up to the first that cannot be written, and why it cannot. Once that is known, none after it is
    ///   begun.
    package func write(_ files: [Publication.File], jobs: Int) -> [Result<String, PublicationError>] {
        let failure = FirstFailure()
        let outcomes = Jobs(jobs).map(Array(files.indices), with: (), others: {}) { _, index in
            guard index < failure.index else { return Result<String, PublicationError>?.none }
            let outcome = Result { () throws(PublicationError) in try write(files[index]) }
            if case .failure = outcome { failure.note(at: index) }
            return outcome
        }
        let count = min(failure.index, outcomes.count - 1) + 1
        return outcomes.prefix(count).compactMap(\.self)
    }
}

/// The first of several things that fails, by its index.
private final class FirstFailure: Sendable {
    private let first = Mutex(Int.max)

    /// Beyond any index while nothing has failed.
    var index: Int { first.withLock(\.self) }

    func note(at index: Int) { first.withLock { $0 = min($0, index) } }
}
