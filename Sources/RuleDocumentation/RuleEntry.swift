// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What docs/rules says of one rule.
package struct RuleEntry: Decodable, Sendable {
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

    /// Decodes what a file says of a rule; a key that is not known is an error.
    package init(from decoder: any Decoder) throws {
        let keys = try KnownKeys<Key>(decoder)
        finds = try keys.decode(.finds)
        why = try keys.decode(.why)
        fix = try keys.decode(.fix)
        limits = try keys.decodeIfPresent(.limits)
        fires = try keys.decodeIfPresent(.fires) ?? []
        passes = try keys.decodeIfPresent(.passes) ?? []
        testedBy = try keys.decodeIfPresent(.testedBy)
        example = try keys.decodeIfPresent(.example)
        message = try keys.decodeIfPresent(.message)
    }
}

/// A file of docs/rules: the rules of a part of the program.
package struct RuleGroup: Decodable, Sendable {
    /// The name of the file, without its ending.
    package var name = ""
    /// The title of the group in the page, or `nil` for its name.
    package var title: String?
    /// What all of its rules have in common, in Markdown.
    package var about: String?
    /// By the identifiers of rules.
    package var entries: [String: RuleEntry] = [:]

    private struct Head: Decodable {
        var title: String
        var about: String?
    }

    /// Decodes a file: its key `group`, and a key for each rule.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        for key in container.allKeys {
            if key.stringValue == "group" {
                let head = try container.decode(Head.self, forKey: key)
                (title, about) = (head.title, head.about)
            } else {
                entries[key.stringValue] = try container.decode(RuleEntry.self, forKey: key)
            }
        }
    }

    /// Its rules, in the order of the registry.
    package var rules: [Rule] { Rule.allCases.filter { entries[$0.rawValue] != nil } }

    /// What heads it in lists of rules.
    package var heading: String { title ?? name.prefix(1).uppercased() + name.dropFirst() }
}
