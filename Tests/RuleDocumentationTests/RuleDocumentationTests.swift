// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Intake
import RuleDocumentation
import TestSupport
import Testing

/// What docs/rules says of the rules is complete and true, and docs/rules.md is made of it.
struct RuleDocumentationTests {
    @Test(.enabled(if: ExampleFindings.areComplete, "a file cannot be decoded, as its own test says"))
    func `each rule has one entry, and each entry is of a rule`() {
        let entries = ExampleFindings.catalogue.groups.flatMap(\.entries.keys).sorted()
        let rules = Rule.allCases.map(\.rawValue).sorted()
        #expect(entries.filter { !rules.contains($0) } == [], "entries of no rule")
        #expect(rules.filter { !entries.contains($0) } == [], "rules without an entry")
        #expect(zip(entries, entries.dropFirst()).filter { $0 == $1 }.map(\.0) == [], "rules with two entries")
    }

    @Test func `nothing is found in the workspace that examples change`() throws {
        #expect(RuleExample.base.count == 7)
        var example = RuleExample()
        #expect(try example.findings(ExampleFindings.catalogue, ReadingCache()).map(\.report) == [])
        example.layout = true
        #expect(try example.findings(ExampleFindings.catalogue, ReadingCache()).map(\.report) == [])
    }

    /// With `CLEARDAYS_RECORD` set, what examples without `reports` report is printed.
    @Test(arguments: ExampleFindings.names)
    func `an example reports what it says, and one that passes nothing of its rule`(name: String) throws {
        let group = try RuleCatalogue.group(name, in: Repository.folder)
        for (id, entry) in group.entries.sorted(by: { $0.key < $1.key }) {
            for (index, example) in entry.fires.enumerated() {
                let found = try ExampleFindings.of(id, passes: false, index).map(\.report)
                if example.reports == nil, ProcessInfo.processInfo.environment["CLEARDAYS_RECORD"] != nil {
                    print((["@fires \(name) \(id) \(index)"] + found.map { "@ " + $0 }).joined(separator: "\n"))
                }
                #expect(found == example.reports, "\(id), example \(index + 1) of `fires`")
                #expect(found.contains { $0.hasPrefix(id + " ") }, "\(id), example \(index + 1) of `fires`")
            }
            for index in entry.passes.indices {
                let found = try ExampleFindings.of(id, passes: true, index).map(\.report)
                #expect(
                    found.filter { $0.hasPrefix(id + " ") } == [],
                    "\(id), example \(index + 1) of `passes`"
                )
            }
        }
    }

    @Test(arguments: ExampleFindings.names)
    func `an entry has examples of both kinds, or names a test of its message`(name: String) throws {
        for (id, entry) in try RuleCatalogue.group(name, in: Repository.folder).entries {
            guard let message = entry.message else {
                #expect(!entry.fires.isEmpty && !entry.passes.isEmpty, "\(id) needs examples")
                continue
            }
            #expect(entry.example != nil, "\(id) needs an example in words")
            let named = try #require(entry.testedBy?.firstRange(of: ": "), "\(id) needs a test: `FILE: its name`")
            let file = String(entry.testedBy?[..<named.lowerBound] ?? "")
            let test = String(entry.testedBy?[named.upperBound...] ?? "")
            let text = try String(contentsOfFile: Repository.folder + "/Tests/" + file, encoding: .utf8)
            #expect(text.contains("func `\(test)`") || text.contains("\"\(test)\""), "\(file) has no test `\(test)`")
            // `…` stands for what a test makes up, such as the day.
            let parts = message.split(separator: "…").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(parts.allSatisfy { text.contains($0) }, "\(file) does not assert the message of `\(id)`")
        }
    }

    @Test(.enabled(if: ExampleFindings.areComplete, "a file cannot be decoded, as its own test says"))
    func `the page says what the entries say`() throws {
        let page = try RulePage(ExampleFindings.catalogue).markdown()
        let path = Repository.folder + "/docs/rules.md"
        if ProcessInfo.processInfo.environment["CLEARDAYS_RECORD"] != nil {
            try page.write(toFile: path, atomically: true, encoding: .utf8)
            Issue.record("recorded docs/rules.md")
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == page)
    }
}
