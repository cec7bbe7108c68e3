// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Dispatch
import Foundation
import Intake
import RuleDocumentation
import Synchronization
import TestSupport

/// The documentation of this repository, and what is reported of its examples, found once for all tests.
enum ExampleFindings {
    /// The names of the files.
    static let names: [String] = (try? RuleCatalogue.names(in: Repository.folder)) ?? []

    /// What can be decoded; each other file fails a test of its own.
    static let catalogue = RuleCatalogue(
        names.compactMap { try? RuleCatalogue.group($0, in: Repository.folder) },
        program: Repository.folder
    )

    /// Whether all files can be, so that what is true of all can be asked.
    static var areComplete: Bool { catalogue.groups.count == names.count }

    /// Where an example stands in docs/rules.
    struct Place: Hashable, Sendable {
        var rule: String
        var passes: Bool
        var index: Int
    }

    /// What is reported in each, or the error with which its check ended.
    private static let all: [Place: Result<[Finding], any Error>] = {
        var examples: [(place: Place, example: RuleExample)] = []
        for (rule, entry) in catalogue.groups.flatMap(\.entries) {
            examples += entry.fires.enumerated().map { (Place(rule: rule, passes: false, index: $0), $1) }
            examples += entry.passes.enumerated().map { (Place(rule: rule, passes: true, index: $0), $1) }
        }
        let tasks = examples
        let workers = ProcessInfo.processInfo.activeProcessorCount
        let found = Mutex<[Place: Result<[Finding], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            // Layouts are read once by each.
            let cache = ReadingCache()
            for index in stride(from: worker, to: tasks.count, by: workers) {
                let result = Result { try tasks[index].example.findings(catalogue, cache).map(Finding.init) }
                found.withLock { $0[tasks[index].place] = result }
            }
        }
        return found.withLock(\.self)
    }()

    /// What is reported in one example.
    static func of(_ rule: String, passes: Bool, _ index: Int) throws -> [Finding] {
        try all[Place(rule: rule, passes: passes, index: index)]?.get() ?? []
    }
}

/// What is reported in an example, with `…` in place of the day of the test.
struct Finding: Sendable {
    var rule: Rule
    var message: String
    var hint: String?
    var excerpt: String?
    /// As `reports` has it.
    var report: String

    private static let today: String = {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_GB")
        formatter.dateFormat = "d MMMM yyyy"
        return formatter.string(from: Date())
    }()

    init(_ diagnostic: Diagnostic) {
        func dayless(_ text: String) -> String { text.replacing(Self.today, with: "…") }
        rule = diagnostic.rule
        message = dayless(diagnostic.message)
        hint = diagnostic.hint.map(dayless)
        excerpt = diagnostic.excerpt
        report = dayless(diagnostic.report)
    }
}
