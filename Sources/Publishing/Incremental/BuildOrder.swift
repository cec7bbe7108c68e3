// SPDX-License-Identifier: Apache-2.0

/// Which papers a run of the ``IncrementalPublisher`` makes, and which of them last.
package struct BuildOrder: Sendable, Hashable, Codable {
    /// The papers that are not made, by their identifiers.
    package var skipped: Set<String>
    /// The papers that are made after all others, by their identifiers: those that may end the process.
    package var last: Set<String>

    package init(skipped: Set<String> = [], last: Set<String> = []) {
        self.skipped = skipped
        self.last = last
    }

    /// The papers to be made, in their order.
    func jobs(of jobs: [PaperJob]) -> [PaperJob] {
        if skipped.isEmpty, last.isEmpty { return jobs }
        let made = jobs.filter { !skipped.contains($0.id) }
        return made.filter { !last.contains($0.id) } + made.filter { last.contains($0.id) }
    }
}
