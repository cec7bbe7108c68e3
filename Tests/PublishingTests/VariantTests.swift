// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// One file that makes a paper for each Policy Overview Committee.
struct VariantTests {
    /// The trees of the papers by their names.
    private func trees(of papers: [String], in workspace: String = Repository.sample) throws -> [String: String] {
        let request = PublicationRequest(workspace: workspace, papers: papers, formats: [.tree])
        let publication = try publish(request, with: Repository.program)
        #expect(publication.diagnostics == [])
        return Dictionary(
            uniqueKeysWithValues: publication.files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
        )
    }

    @Test func `each committee has a paper, named for its meeting and subject`() throws {
        let names = try trees(of: ["overview-committees-2010-01"]).keys.sorted()
        #expect(
            names == [
                "adult-social-services-poc-2010-01-12-half-year-monitoring-2009-10.txt",
                "children-families-education-poc-2010-01-13-half-year-monitoring-2009-10.txt",
                "communities-poc-2010-01-14-half-year-monitoring-2009-10.txt",
                "corporate-poc-2010-01-21-half-year-monitoring-2009-10.txt",
                "environment-highways-waste-poc-2010-01-19-half-year-monitoring-2009-10.txt",
            ]
        )
    }

    @Test func `one of them can be asked for by its own name`() throws {
        let name = "communities-poc-2010-01-14-half-year-monitoring-2009-10"
        #expect(try trees(of: [name]).keys.sorted() == [name + ".txt"])
    }

    @Test func `a committee's paper holds the directorates of its remit and no others`() throws {
        let trees = try trees(of: ["overview-committees-2010-01"])
        let names = [
            "adult-social-services": "Wealdshire Adult Social Services",
            "children-families-education": "Children, Families and Education", "communities": "Communities",
            "environment-highways-waste": "Environment, Highways and Waste",
            "corporate": "Chief Executive’s Department",
        ]
        for (name, tree) in trees {
            let own = try #require(names.first { name.hasPrefix($0.key) })
            let sections = tree.split(separator: "\n").filter { $0.hasPrefix("  section “") }
            #expect(sections.map(String.init) == ["  section “Appendix 1: \(own.value)”"])
            for other in names.values where other != own.value {
                #expect(!tree.contains("header cell “\(other)”"), "\(name) \(other)")
            }
            #expect(tree.contains("header cell “\(own.value)”"))
        }
    }

    @Test func `a committee's figures are those of the Cabinet paper`() throws {
        let cabinet = try #require(try trees(of: ["cabinet-2009-11-30"]).values.first)
        let name = "communities-poc-2010-01-14-half-year-monitoring-2009-10"
        let committee = try #require(try trees(of: [name]).values.first)
        func row(in tree: String) -> [Substring] {
            let lines = tree.split(separator: "\n").map { $0.drop { $0 == " " } }
            guard let start = lines.firstIndex(of: "header cell “Communities”") else { return [] }
            return Array(lines[start..<start + 4])
        }
        #expect(row(in: cabinet).count == 4)
        #expect(row(in: cabinet) == row(in: committee))
        #expect(
            committee.contains("Of the 200 projects, developments and key actions in the plans of Communities, 12 are")
        )
    }

    @Test func `the recommendation comes last where the layout has it there, with the next number`() throws {
        let tree = try #require(try trees(of: ["annual-report-2009-09"]).values.first)
        let headings = tree.split(separator: "\n").filter { $0.contains("heading 1") }.map { $0.drop { $0 == " " } }
        #expect(
            headings.map(String.init) == [
                "heading 1 “Summary” #summary", "heading 1 1 “Introduction” #introduction",
                "heading 1 2 “What the report holds” #what-the-report-holds", "heading 1 3 “Amendments” #amendments",
                "heading 1 4 “Approval process” #approval-process", "heading 1 5 “Recommendation” #recommendation",
                "heading 1 “Background papers” #background-papers",
            ]
        )
        #expect(tree.contains("paragraph “**FOR INFORMATION**”"))
        #expect(tree.contains("cell “For approval”"))
        #expect(tree.contains("cell “14 October 2009”"))
    }

    @Test func `a draft says so on every page, until it is final`() throws {
        func text(status: String) throws -> [Substring] {
            let folder = try TemporaryFolder()
            try FileManager.default.copyItem(atPath: Repository.sample, toPath: folder.path + "/round")
            let path = folder.path + "/round/papers/annual-report-2009-09.md"
            let paper = try String(contentsOfFile: path, encoding: .utf8)
            try folder.write(
                paper.replacing("status: draft", with: status),
                to: "round/papers/annual-report-2009-09.md"
            )
            let request = PublicationRequest(workspace: folder.path + "/round", papers: ["annual-report-2009-09"])
            let file = try #require(try publish(request, with: Repository.program).files.first)
            try folder.write(file.bytes, to: file.name)
            return try Command.text(ofPDF: folder.path + "/" + file.name).split(separator: "\u{C}")
        }
        let draft = try text(status: "status: draft")
        #expect(draft.count == 2)
        for page in draft { #expect(page.contains("DRAFT 2, 19 August 2009")) }
        for page in try text(status: "status: final") { #expect(!page.contains("DRAFT")) }
    }
}
