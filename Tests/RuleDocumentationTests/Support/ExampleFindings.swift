// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Dispatch
import Foundation
import Intake
import Synchronization

/// What the checks of all examples report, found once for all tests.
enum ExampleFindings {
    /// Where an example stands in docs/rules.
    struct Place: Hashable, Sendable {
        var rule: String
        var passes: Bool
        var index: Int
    }

    /// What is reported in each, or the error with which its check ended.
    static let all: [Place: Result<[Diagnostic], any Error>] = {
        var examples: [(place: Place, example: RuleExample)] = []
        for (rule, entry) in RuleDocumentation.decoded.flatMap(\.entries) {
            examples += entry.fires.enumerated().map { (Place(rule: rule, passes: false, index: $0), $1) }
            examples += entry.passes.enumerated().map { (Place(rule: rule, passes: true, index: $0), $1) }
        }
        let tasks = examples
        let workers = ProcessInfo.processInfo.activeProcessorCount
        let found = Mutex<[Place: Result<[Diagnostic], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            // Layouts are read once by each.
            let cache = ReadingCache()
            for index in stride(from: worker, to: tasks.count, by: workers) {
                let result = Result { try tasks[index].example.findings(cache) }
                found.withLock { $0[tasks[index].place] = result }
            }
        }
        return found.withLock(\.self)
    }()

    /// What is reported in one example.
    static func of(_ rule: String, passes: Bool, _ index: Int) throws -> [Diagnostic] {
        try all[Place(rule: rule, passes: passes, index: index)]?.get() ?? []
    }
}
