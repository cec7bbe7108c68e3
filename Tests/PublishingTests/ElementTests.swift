// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

/// Every element of the two real papers can be said in a workspace, and is read in a paper of the sample.
struct ElementTests {
    static let elements = Element.ofCoveringPapers + Element.ofReturns + Element.ofTables + Element.ofValues

    /// What is read in each paper, without white space, and the lines of its tree without their indents and no-break spaces.
    private struct Read: Sendable {
        var words: String
        var tree: [String]
    }

    private struct NoPaper: Error {}

    /// Made once for all tests.
    private static let read = Result { try readPapers() }

    private static func readPapers() throws -> [Element.Paper: Read] {
        let folder = try TemporaryFolder()
        var papers: [Element.Paper: Read] = [:]
        for paper in Element.Paper.allCases {
            let pdf = try file(of: paper, as: .pdf)
            try folder.write(pdf.bytes, to: pdf.name)
            let tree = String(decoding: try file(of: paper, as: .tree).bytes, as: UTF8.self)
                .replacing("\u{A0}", with: " ")
            papers[paper] = Read(
                words: try Command.text(ofPDF: folder.path + "/" + pdf.name).filter { !$0.isWhitespace },
                tree: tree.split(separator: "\n").map { String($0.drop { $0 == " " }) }
            )
        }
        return papers
    }

    private static func file(
        of paper: Element.Paper,
        as format: PublicationRequest.Format
    ) throws -> Publication.File {
        let request = PublicationRequest(workspace: Repository.sample, papers: [paper.rawValue], formats: [format])
        let publication = try publish(request, with: Repository.program)
        guard let file = publication.files.first else { throw NoPaper() }
        return file
    }

    @Test(arguments: elements)
    func `an element is read in its paper, and stands in its tree`(element: Element) throws {
        let read = try #require(Self.read.get()[element.paper])
        let missing = element.words.filter { words in !read.words.contains(words.filter { !$0.isWhitespace }) }
        #expect(missing == [])
        #expect(!element.words.isEmpty)
        let stands = read.tree.indices.contains { start in
            read.tree[start...].count >= element.tree.count
                && zip(element.tree, read.tree[start...]).allSatisfy { $1.hasPrefix($0) }
        }
        #expect(stands, "\(element.tree)")
    }

    @Test func `the table names each element once`() {
        let names = Self.elements.map(\.name)
        let twice = Dictionary(grouping: names) { $0 }.filter { $1.count > 1 }.keys.sorted()
        #expect(twice == [])
    }

    @Test func `every section of the inventory from A3 to A10 and every table from T1 to T9 is in the table`() {
        let names = Self.elements.map(\.name)
        let sections = ["A3.1 ", "A3.2 ", "A4.1 ", "A4.2 ", "A4.3 ", "A6 ", "A7 ", "A8 ", "A9 ", "A10 "]
        let tables = (1...9).map { "A5 T\($0)" }
        let missing = (sections + tables).filter { section in !names.contains { $0.hasPrefix(section) } }
        #expect(missing == [])
    }

    @Test(arguments: [
        "Activity or project not expected to be completed Reason and action to rectify",
        "As in the unit business plan Comments", "2009/10 mid-year actual 2009/10 year-end forecast Comments",
        "Activity or project not expected to be completed as planned Reason and action to rectify",
        "Half-year monitoring 2009/10 Comments",
    ])
    func `A5 the header row of a table over several pages is drawn on each of them`(header: String) throws {
        let words = try #require(Self.read.get()[.cabinet]).words
        let times = words.ranges(of: header.filter { !$0.isWhitespace }).count
        #expect(times > 1)
    }
}
