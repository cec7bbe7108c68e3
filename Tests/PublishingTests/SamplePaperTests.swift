// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import PaperTree
import Publishing
import TestSupport
import Testing

/// The sample workspace, all the way to the words that are read out of its PDF.
struct SamplePaperTests {
    /// Made once for all tests.
    private static let made = Result {
        let request = PublicationRequest(workspace: Repository.sample, papers: ["cabinet-2009-11-30"])
        let publication = try publish(request, with: Repository.program)
        let folder = try TemporaryFolder()
        guard let file = publication.files.first else { throw NoPaper() }
        try folder.write(file.bytes, to: file.name)
        return Made(
            file: file,
            problems: publication.diagnostics.map {
                "\($0.message) \($0.location.map(String.init(describing:)) ?? "")"
            },
            text: try Command.text(ofPDF: folder.path + "/" + file.name)
        )
    }

    private struct NoPaper: Error {}

    private struct Made: Sendable {
        var file: Publication.File
        var problems: [String]
        var text: String
    }

    /// Without head and foot lines, what a table repeats at the top of a page, and white space.
    private func readText() throws -> String {
        let text = try Self.made.get().text
        let running = /^(Half-year monitoring 2009\/10|Unrestricted) .*(Appendix 1|Page \d+ of \d+).*$/
        let lines = text.split(separator: "\u{C}").flatMap { page in
            let lines = page.split(separator: "\n").filter { line in
                (try? running.wholeMatch(in: line)) == nil && line != "Half-year monitoring 2009/10"
            }
            // A header, and the bands that go on.
            let continued = lines.prefix(12).lastIndex { $0.hasSuffix("(continued)") }
            return continued.map { lines[($0 + 1)...] } ?? lines[...]
        }
        return lines.joined().filter { !$0.isWhitespace && $0 != "*" }
    }

    /// The same with abbreviations as they were written, without what the program says of them.
    private func withoutExpansions(_ text: String) throws -> String {
        let entries = try file("council.yaml").split(separator: "abbreviations:\n").last.map(String.init) ?? ""
        return entries.split(separator: "\n").reduce(text) { text, line in
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
            return parts.count == 2 ? text.replacing("\(parts[1])(\(parts[0]))", with: parts[0]) : text
        }
    }

    private func file(_ name: String) throws -> String {
        let data = try Data(contentsOf: URL(filePath: Repository.sample + "/" + name))
        if let text = String(data: data, encoding: .utf8) { return text.replacing("\u{FEFF}", with: "") }
        return try #require(String(data: data, encoding: .windowsCP1252))
    }

    @Test func `it has twenty-five pages or more, and no problems`() throws {
        let made = try Self.made.get()
        #expect(made.file.pages >= 25)
        #expect(made.problems == [])
    }

    @Test func `two renders are the same bytes`() throws {
        let again = try publish(
            PublicationRequest(workspace: Repository.sample, papers: ["cabinet-2009-11-30"]),
            with: Repository.program
        )
        #expect(try again.files == [Self.made.get().file])
    }

    @Test func `every word of every statement and paper is read in it, in order`() throws {
        let text = try readText()
        var names = ["papers/cabinet-2009-11-30.md"]
        for directorate in try FileManager.default.contentsOfDirectory(atPath: Repository.sample + "/returns") {
            names.append("returns/\(directorate)/statement.md")
        }
        #expect(names.count == 6)
        for name in names {
            var source = try file(name)
            if source.hasPrefix("---\n"), let end = source.dropFirst(4).firstRange(of: "\n---\n") {
                source = String(source[end.upperBound...])
            }
            let missing = try missing(SampleWords.passages(ofMarkdown: source, file: name), in: text)
            #expect(missing == [], "\(name)")
        }
    }

    @Test func `every word of every comment, action and outcome is read in it, in order`() throws {
        let text = try readText()
        let columns: Set = ["action", "activity", "outcome", "reason", "response", "measure", "comment", "ref"]
        var passages: [SampleWords.Passage] = []
        for directorate in try FileManager.default.contentsOfDirectory(atPath: Repository.sample + "/returns") {
            for name in ["actions.csv", "activity.csv", "indicators.csv"] {
                let path = "returns/\(directorate)/\(name)"
                guard FileManager.default.fileExists(atPath: Repository.sample + "/" + path) else { continue }
                passages += SampleWords.passages(ofCSV: try file(path), columns: columns, file: path)
            }
        }
        passages.removeAll { $0.text.hasPrefix("same as ") }
        #expect(passages.count > 200)
        let missing = try missing(passages, in: text)
        #expect(missing == [])
    }

    @Test func `every figure is read in it as it was written`() throws {
        let text = try readText()
        var figures: [String] = []
        for directorate in try FileManager.default.contentsOfDirectory(atPath: Repository.sample + "/returns") {
            for name in ["activity.csv", "indicators.csv"] {
                let path = "returns/\(directorate)/\(name)"
                guard FileManager.default.fileExists(atPath: Repository.sample + "/" + path) else { continue }
                let source = try file(path)
                let header = source.prefix { !$0.isNewline }.split(separator: ",").map(String.init)
                let columns = Set(header.filter { $0.first?.isNumber == true || ["forecast", "actual"].contains($0) })
                figures += SampleWords.passages(ofCSV: source, columns: columns, file: path).map(\.text)
            }
        }
        let words = [
            "[x]": "Not available", "[z]": "Not applicable", "[new]": "New indicator", "[not set]": "Not set",
            "[not supplied]": "Not supplied",
        ]
        let wanted = figures.flatMap { ($0.split(separator: ";").map(String.init)) }
            .map { (words[$0] ?? $0).filter { !$0.isWhitespace } }
        #expect(wanted.count > 100)
        #expect(wanted.filter { !text.contains($0) } == [])
    }

    @Test func `the percentages not on target are those of the round`() throws {
        let text = try Self.made.get().text
        for line in [
            "Wealdshire Adult Social Services 0 212 0%", "Children, Families and Education 27 2,250 1%",
            "Communities 12 200 6%", "Environment, Highways and Waste 7 117 6%",
            "Chief Executive’s Department 19 950 2%",
        ] {
            #expect(text.contains(line), "\(line)")
        }
    }

    @Test func `an appendix alone says what the paper says of that directorate`() throws {
        let appendix = try publish(
            PublicationRequest(workspace: Repository.sample, appendices: ["communities"], formats: [.tree]),
            with: Repository.program
        )
        let paper = try publish(
            PublicationRequest(workspace: Repository.sample, papers: ["cabinet-2009-11-30"], formats: [.tree]),
            with: Repository.program
        )
        #expect(appendix.files.map(\.name) == ["appendix-communities.txt"])
        let own = try #require(appendix.files.first).lines.dropFirst(2)
        let all = try #require(paper.files.first).lines
        let start = try #require(all.firstIndex { $0.hasPrefix("section “Appendix 1: Communities”") })
        let section = all[(start + 1)...].prefix { !$0.hasPrefix("section ") }
        #expect(own.map(\.withoutLevel) == section.map(\.withoutLevel))
    }

    @Test func `the document says its title, its subject and its language`() throws {
        // The metadata is the one thing that is never compressed.
        let bytes = String(decoding: try Self.made.get().file.bytes, as: UTF8.self)
        for words in [
            "Half-year monitoring 2009/10", "Wealdshire County Council: Cabinet, 30 November 2009",
        ] {
            #expect(bytes.contains("<rdf:li xml:lang=\"x-default\">\(words)</rdf:li>"), "\(words)")
        }
        #expect(bytes.contains("<rdf:li>en-GB</rdf:li>"))
    }

    /// The passages of which some six words in a row are not to be found.
    private func missing(_ passages: [SampleWords.Passage], in text: String) throws -> [String] {
        let written = try withoutExpansions(text)
        return passages.compactMap { passage in
            let words = passage.text.split { $0.isWhitespace }.map(String.init)
            for start in 0...max(0, words.count - 6) {
                let window = words[start..<min(start + 6, words.count)]
                if text.contains(window.joined()) || written.contains(window.joined()) { continue }
                // A row that goes over a page is read in two parts.
                let isDivided = window.indices.dropFirst().contains { index in
                    text.contains(window[..<index].joined()) && text.contains(window[index...].joined())
                }
                if !isDivided { return "\(passage.file): \(window.joined(separator: " "))" }
            }
            return nil
        }
    }
}

extension Publication.File {
    /// The lines of a tree, without their indents.
    fileprivate var lines: [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0.drop { $0 == " " }) }
    }
}

extension String {
    /// A heading stands one level higher in an appendix of its own.
    fileprivate var withoutLevel: String { replacing(/^heading \d/, with: "heading") }
}
