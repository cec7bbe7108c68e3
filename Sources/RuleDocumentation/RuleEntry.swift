// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Formats

/// What docs/rules says of one rule.
package struct RuleEntry: Sendable, YAMLReadable {
    /// What is found, in one sentence.
    package var finds: String
    /// Why it matters.
    package var why: String
    /// What is to be done.
    package var fix: String
    /// What the rule does not try.
    package var limits: String?
    /// Workspaces in which the rule reports something.
    package var fires: [RuleExample]
    /// Workspaces with what is easily taken for the mistake, or in which it has been put right.
    package var passes: [RuleExample]
    /// Where a rule is tested of which no example can be run: `WatchFolderTests/WorkerTests.swift: a paper that takes too long fails`.
    package var testedBy: String?
    /// The example in words, where there is no workspace to show.
    package var example: String?
    /// What is reported there, in full, as that test has it.
    package var message: String?

    private enum Key: String, CaseIterable {
        case finds, why, fix, limits, fires, passes, testedBy = "tested-by", example, message
    }

    /// Reads what a file says of a rule; a key that is not known is an error.
    init(_ value: YAMLValue) throws(UnreadableValue) {
        let keys = try KnownKeys<Key>(value)
        finds = try keys.read(.finds)
        why = try keys.read(.why)
        fix = try keys.read(.fix)
        limits = try keys.readIfPresent(.limits)
        fires = try keys.readIfPresent(.fires) ?? []
        passes = try keys.readIfPresent(.passes) ?? []
        testedBy = try keys.readIfPresent(.testedBy)
        example = try keys.readIfPresent(.example)
        message = try keys.readIfPresent(.message)
    }
}

/// A file of docs/rules: the rules of a part of the program.
package struct RuleGroup: Sendable, YAMLReadable {
    /// The name of the file, without its ending.
    package var name = ""
    /// The title of the group in the page, or `nil` for its name.
    package var title: String?
    /// What all of its rules have in common, in Markdown.
    package var about: String?
    /// By the identifiers of rules.
    package var entries: [String: RuleEntry] = [:]

    private enum Key: String, CaseIterable { case title, about }

    /// Reads a file: its key `group`, and a key for each rule.
    init(_ value: YAMLValue) throws(UnreadableValue) {
        for (name, entry) in try value.entries() {
            if name == "group" {
                let keys = try KnownKeys<Key>(entry)
                title = try keys.read(.title)
                about = try keys.readIfPresent(.about)
            } else {
                entries[name] = try RuleEntry(entry)
            }
        }
    }

    /// Its rules, in the order of the registry.
    package var rules: [Rule] { Rule.allCases.filter { entries[$0.rawValue] != nil } }

    /// What heads it in lists of rules.
    package var heading: String { title ?? name.prefix(1).uppercased() + name.dropFirst() }
}
