// SPDX-License-Identifier: Apache-2.0

import Foundation
import PaperTree
import TestSupport
import Testing
import TextShaping

@testable import PDFExport
@testable import Typesetting

/// A small paper taken all the way, with what stands on the way.
struct ExportedPaper {
    let paper: Paper
    let pages: TypesetPaper
    let painted: PaintedPaper
    private(set) var file: [UInt8]
    private let folder: TemporaryFolder

    var structure: StructureTree { painted.tagged.structure }
    var content: MarkedContent { painted.tagged.content }

    init(_ paper: Paper, width: Double = 200, height: Double = 100) throws {
        let shaper = try Repository.shaper()
        pages = try typeset(paper, theme: .plain(width: width, height: height), shaper: shaper)
        let paper = pages.paper
        self.paper = paper
        painted = try paint(tag(pages), shaper: shaper)
        file = try finish(painted)
        folder = try TemporaryFolder()
        try folder.write(file, to: "paper.pdf")
        try folder.write(painted.file, to: "drawn.pdf")
    }

    /// The same with another finished file.
    init(_ other: ExportedPaper, file: [UInt8]) throws {
        self = other
        self.file = file
    }

    /// Keeps the PDF, and what it says, for the judges that run after the tests, where `CLEARDAYS_JUDGED_PAPERS` names a folder for them.
    func keep(as name: String) throws {
        guard let kept = ProcessInfo.processInfo.environment["CLEARDAYS_JUDGED_PAPERS"] else { return }
        try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
        try Data(file).write(to: URL(filePath: "\(kept)/\(name).pdf"))
        try Data(paper.dump.utf8).write(to: URL(filePath: "\(kept)/\(name).txt"))
    }

    /// The objects of the finished file that are no streams, as text.
    func objects() throws -> String {
        let inflater = try Inflater()
        var objects = ""
        let text = String(decoding: file, as: Unicode.ASCII.self)
        for match in text.matches(
            of: /\/Type\/ObjStm\/N \d+\/First (\d+)\/Filter\/FlateDecode\/Length (\d+)>>\nstream\n/
        ) {
            let start = text.unicodeScalars.distance(from: text.startIndex, to: match.range.upperBound)
            let length = try #require(Int(match.2))
            let first = try #require(Int(match.1))
            objects += try Array(file[start..<start + length]).lend { bytes throws(ExportError) in
                String(decoding: try inflater.inflated(bytes).dropFirst(first), as: UTF8.self)
            }
        }
        return objects
    }

    /// What one of poppler's tools says of it.
    func output(of tool: String, _ options: String...) throws -> String {
        try output(of: tool, options, file: "paper.pdf", rest: tool == "pdftotext" ? ["-"] : [])
    }

    /// Its pages as images, as Cairo wrote it, after the page of glyphs, and as it was finished.
    func images() throws -> (drawn: [[UInt8]], finished: [[UInt8]]) {
        var images: [[[UInt8]]] = []
        for name in ["drawn", "paper"] {
            _ = try output(of: "pdftoppm", ["-r", "72"], file: name + ".pdf", rest: [folder.path + "/" + name])
            images.append(
                try folder.names().filter { $0.hasPrefix(name + "-") }.map { try folder.bytes(of: $0) }
            )
        }
        return (Array(images[0].dropFirst()), images[1])
    }

    private func output(of tool: String, _ options: [String], file: String, rest: [String]) throws -> String {
        let outcome = try Command.run("/usr/bin/" + tool, options + [folder.path + "/" + file] + rest)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        return outcome.output
    }
}
