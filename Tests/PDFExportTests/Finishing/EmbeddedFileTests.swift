// SPDX-License-Identifier: Apache-2.0

import Foundation
import PaperTree
import TestSupport
import Testing

@testable import PDFExport

/// Files embedded in a PDF: what the catalogue and their specifications say, and what is refused.
struct EmbeddedFileTests {
    private let figures = EmbeddedFile(
        name: "figures.csv",
        description: "Figures of (indicators) – £",
        mediaType: "text/csv",
        bytes: Array("a,b\r\n1,2\r\n".utf8)
    )
    private let schema = EmbeddedFile(
        name: "b.schema.json",
        description: "Its schema",
        mediaType: "application/schema+json",
        bytes: Array("{}".utf8)
    )

    private func exported() throws -> ExportedPaper {
        var build = PaperBuilder()
        return try ExportedPaper(build.paper([build.paragraph("Words")]))
    }

    private func embedding(_ files: [EmbeddedFile], in paper: ExportedPaper) throws -> ExportedPaper {
        try ExportedPaper(paper, file: finish(paper.painted, as: .three, embedding: files))
    }

    @Test func `a file specification has both names, a description, a relation and a stream`() throws {
        let paper = try embedding([figures, schema], in: exported())
        let objects = try paper.objects()
        let specification =
            #/<</Type/Filespec/F\(figures\.csv\)/UF\(figures\.csv\)/Desc<FEFF[0-9A-F]+>/AFRelationship/Data/EF<</F (\d+) 0 R/UF (\d+) 0 R>>>>/#
        let found = try #require(objects.firstMatch(of: specification))
        #expect(found.1 == found.2)
        let file = String(decoding: paper.file, as: Unicode.ASCII.self)
        #expect(
            file.contains(
                "/Type/EmbeddedFile/Subtype/text#2Fcsv/Params<</Size 10/ModDate(D:20091130000000Z)/CheckSum<"
                    + "B202F333FBA4FD38D4B8E5E693077AAB>>>"
            )
        )
        #expect(file.contains("/Subtype/application#2Fschema+json/Params<</Size 2/"))
    }

    @Test func `the catalogue lists the files by name, and associates them in their order`() throws {
        let objects = try embedding([figures, schema], in: exported()).objects()
        let catalogue = try #require(
            objects.firstMatch(
                of:
                    #/\/EmbeddedFiles<</Names\[\(b\.schema\.json\) (\d+) 0 R\n\(figures\.csv\) (\d+) 0 R\n\]>>>>/AF\[ (\d+) 0 R (\d+) 0 R\]/#
            )
        )
        #expect([catalogue.1, catalogue.2] == [catalogue.4, catalogue.3])
    }

    @Test func `the metadata claim the third part of the standard`() throws {
        let paper = try exported()
        let file = String(decoding: try embedding([figures], in: paper).file, as: UTF8.self)
        #expect(file.contains("<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"))
        let plain = String(decoding: paper.file, as: UTF8.self)
        #expect(plain.contains("<pdfaid:part>2</pdfaid:part>"))
        #expect(!plain.contains("EmbeddedFile"))
    }

    @Test func `the same files give the same bytes`() throws {
        let paper = try exported()
        #expect(try embedding([figures, schema], in: paper).file == embedding([figures, schema], in: paper).file)
    }

    @Test func `files that the standard does not permit are refused`() throws {
        let painted = try exported().painted
        func refusal(_ files: [EmbeddedFile], as part: ArchivalPart = .three) -> String? {
            do {
                _ = try finish(painted, as: part, embedding: files)
                return nil
            } catch { return error.description }
        }
        #expect(refusal([figures], as: .two) == "`figures.csv` is embedded in PDF/A-2a")
        #expect(refusal([]) == "PDF/A-3a is claimed, and no file is embedded")
        #expect(refusal([figures, figures]) == "two files are called `figures.csv`")
        for name in ["", ".hidden", "a/b.csv", "a\u{202E}.csv"] {
            var file = figures
            file.name = name
            #expect(refusal([file]) == "`\(name)` is not a name for an embedded file")
        }
        var file = figures
        file.description = " "
        #expect(refusal([file]) == "`figures.csv` does not say what it is")
        file = figures
        file.mediaType = "csv"
        #expect(refusal([file]) == "`figures.csv` has no type, but `csv`")
        #expect(refusal([figures, schema]) == nil)
    }
}
