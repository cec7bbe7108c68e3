// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// What docs/rules says of one rule.
struct RuleEntry: Decodable, Sendable {
    /// What is found, in one sentence.
    var finds: String
    /// Why it matters.
    var why: String
    /// What is to be done.
    var fix: String
    /// What the rule does not try.
    var limits: String?
    /// Workspaces in which the rule reports something.
    var fires: [RuleExample]
    /// Workspaces with what is easily taken for the mistake, or in which it has been put right.
    var passes: [RuleExample]
    /// The test, below `Tests`, of a rule that no check of a workspace reports.
    var testedBy: String?
    /// In words, where there is no workspace to show.
    var example: String?
    /// What is reported there, in full, as that test has it.
    var message: String?

    private enum Key: String, CaseIterable {
        case finds, why, fix, limits, fires, passes, testedBy = "tested-by", example, message
    }

    init(from decoder: any Decoder) throws {
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
struct RuleGroup: Decodable, Sendable {
    /// The name of the file, without its ending.
    var name = ""
    /// The title of the group in the page.
    var title: String?
    /// What all of its rules have in common, in Markdown.
    var about: String?
    /// By the identifiers of rules.
    var entries: [String: RuleEntry] = [:]

    private struct Head: Decodable {
        var title: String
        var about: String?
    }

    init(from decoder: any Decoder) throws {
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
    var rules: [Rule] { Rule.allCases.filter { entries[$0.rawValue] != nil } }
}
