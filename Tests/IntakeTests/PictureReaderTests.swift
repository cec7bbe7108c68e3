// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Monitoring
import Pictures
import Publishing
import ResourceLimits
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// Pictures that papers and statements name: whatever is in their files is decoded in bounds, or told where it is named.
struct PictureReaderTests {
    /// Reads the good workspace with a picture in its paper.
    private func read(
        _ files: [String: [UInt8]],
        body: String = "![The weir in winter](weir.png)"
    ) throws -> (pictures: [Prose.Picture], problems: [String]) {
        let folder = try TemporaryFolder(GoodWorkspace.files)
        try folder.edit("papers/cabinet.md", "{{> outcomes", "\(body)\n\n{{> outcomes")
        for (name, bytes) in files { try folder.write(bytes, to: "pictures/" + name) }
        let layouts = try GoodWorkspace.layoutsFolder()
        let contents = try readWorkspace(at: folder.path, programLayouts: layouts.path)
        let pictures = contents.round?.papers[0].body.blocks.compactMap { block -> Prose.Picture? in
            if case .picture(let picture) = block.content { picture } else { nil }
        }
        return (
            pictures ?? [],
            contents.diagnostics.map { "\($0.location.map { "\($0)" } ?? "") \($0.message)" }
        )
    }

    @Test func `a picture is read from the folder of pictures`() throws {
        let (pictures, problems) = try read(["weir.png": PNGFile(width: 3, height: 2).bytes])
        #expect(problems == [])
        let image = try #require(pictures.first?.image)
        #expect(image.width == 3 && image.height == 2)
        #expect(Array(image.pixels.prefix(3)) == [20, 71, 95])
    }

    @Test func `the name of a picture in an exempt passage is no hint for a name that is misspelt`() throws {
        let folder = try TemporaryFolder(GoodWorkspace.files)
        let exempt = "> [!EXEMPT 3]\n> The bid.\n>\n> ![The bid](corvane.png)\n\n"
        try folder.edit("papers/cabinet.md", "{{> outcomes", exempt + "![The bid](corvame.png)\n\n{{> outcomes")
        try folder.write(PNGFile(width: 3, height: 2).bytes, to: "pictures/corvane.png")
        let layouts = try GoodWorkspace.layoutsFolder()
        let contents = try readWorkspace(at: folder.path, programLayouts: layouts.path)
        let missing = contents.diagnostics.filter { $0.rule == .missingFile }
        #expect(missing.count == 1)
        #expect(!contents.diagnostics.contains { "\($0.message) \($0.hint ?? "")".contains("corvane") })
    }

    @Test func `what a file is is in its first bytes, not in its name`() throws {
        let (pictures, problems) = try read(["weir.png": JPEGFile(squares: [[[40]]]).bytes])
        #expect(problems == [])
        #expect(pictures.first?.image?.pixels.first == 40)
    }

    /// A file that was made to harm, or that somebody saved in a wrong way.
    struct Hostile: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var message: String

        init(_ name: String, _ bytes: [UInt8], _ message: String) {
            testDescription = name
            self.bytes = bytes
            self.message = message
        }
    }

    private static let bomb = {
        var file = PNGFile(width: 1, height: 1)
        (file.width, file.height) = (60_000, 60_000)
        return file.bytes
    }()
    private static let animated = {
        var file = PNGFile(width: 1, height: 1)
        file.chunks = [("acTL", [0, 0, 0, 2, 0, 0, 0, 0])]
        return file.bytes
    }()
    private static let empty = {
        var file = PNGFile(width: 1, height: 1)
        file.width = 0
        return file.bytes
    }()
    private static let scans = {
        var file = JPEGFile(squares: [[[40]]])
        file.segments = Array(repeating: (0xDA, [1, 1, 0, 0, 63, 0]), count: Limits.mostScans)
        return file.bytes
    }()

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            Hostile(
                "a bomb",
                bomb,
                "the picture `weir.png` has 60000 × 60000 pixels, more than 25 million"
            ),
            Hostile(
                "scans without end",
                scans,
                "the picture `weir.png` has more than 100 scans"
            ),
            Hostile(
                "one that ends too early",
                Array(PNGFile(width: 9, height: 9).bytes.prefix(60)),
                "the picture `weir.png` is damaged: read beyond end of data"
            ),
            Hostile(
                "a photograph that ends too early",
                Array(
                    JPEGFile(squares: Array(repeating: Array(repeating: [40], count: 9), count: 9)).bytes.dropLast(9)
                ),
                "the picture `weir.png` is damaged: Premature end of JPEG file"
            ),
            Hostile("one that moves", animated, "the picture `weir.png` moves, which paper does not"),
            Hostile(
                "a drawing under a picture's name",
                Array("<svg xmlns='http://www.w3.org/2000/svg'><image href='http://a.example/x'/></svg>".utf8),
                "`weir.png` is an SVG drawing or another XML or HTML file"
            ),
            Hostile("one without pixels", empty, "the picture `weir.png` has no pixels"),
            Hostile("nothing", [], "the picture `weir.png` is an empty file"),
            Hostile("text", Array("weir".utf8), "`weir.png` is no picture that a paper can hold"),
            Hostile("a GIF under a picture's name", Array("GIF89a".utf8), "`weir.png` is a GIF picture"),
            Hostile("a document", Array("%PDF-1.7".utf8), "`weir.png` is a PDF document"),
        ]
    )
    func `a hostile picture is told where the paper names it`(hostile: Hostile) throws {
        let (pictures, problems) = try read(["weir.png": hostile.bytes])
        #expect(problems == ["papers/cabinet.md:21:1 \(hostile.message)"])
        #expect(pictures.count == 1 && pictures[0].image == nil)
    }

    @Test(arguments: [
        (scans, "save it as a JPEG that is not progressive"),
        (animated, "save the one image of it that is to be printed"),
        (bomb, "save it smaller: 2480 pixels across are as many as a page can show"),
    ])
    func `a hint says how a picture is to be saved`(bytes: [UInt8], hint: String) throws {
        var files = GoodWorkspace.files.mapValues { Array($0.utf8) }
        files["papers/cabinet.md"] = Array(
            (GoodWorkspace.files["papers/cabinet.md"] ?? "").replacing(
                "{{> outcomes",
                with: "![The weir in winter](weir.png)\n\n{{> outcomes"
            ).utf8
        )
        files["pictures/weir.png"] = bytes
        let folder = try TemporaryFolder(files)
        let layouts = try GoodWorkspace.layoutsFolder()
        let contents = try readWorkspace(at: folder.path, programLayouts: layouts.path)
        #expect(contents.diagnostics.map(\.hint) == [hint])
    }

    @Test func `what follows a picture in its file is left aside`() throws {
        var file = PNGFile(width: 1, height: 1)
        file.tail = Array("PK\u{3}\u{4}<script>".utf8)
        let (pictures, problems) = try read(["weir.png": file.bytes])
        #expect(problems == [])
        #expect(pictures.first?.image?.pixels == [20, 71, 95])
    }

    @Test func `a picture that is not there is told with the nearest name`() throws {
        let (_, problems) = try read(["wier.png": PNGFile(width: 1, height: 1).bytes])
        #expect(
            problems == [
                "papers/cabinet.md:21:1 there is no picture `weir.png`",
                "pictures/wier.png the picture is in no paper and no statement",
            ]
        )
    }

    @Test func `a folder and a link out of the workspace are no pictures`() throws {
        let (_, problems) = try read(["weir.png/a": [1]])
        #expect(problems.first == "papers/cabinet.md:21:1 there is no picture `weir.png`")
        let folder = try TemporaryFolder(GoodWorkspace.files)
        try folder.edit("papers/cabinet.md", "{{> outcomes", "![The weir](weir.png)\n\n{{> outcomes")
        try FileManager.default.createDirectory(atPath: folder.path + "/pictures", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/pictures/weir.png",
            withDestinationPath: "/etc/hostname"
        )
        let layouts = try GoodWorkspace.layoutsFolder()
        let contents = try readWorkspace(at: folder.path, programLayouts: layouts.path)
        #expect(contents.diagnostics.contains { $0.severity == .error })
        #expect(
            contents.round?.papers[0].body.blocks.contains { block in
                if case .picture(let picture) = block.content { picture.image != nil } else { false }
            } == false
        )
    }

    @Test func `a picture that is named twice is read once, and told twice if it is bad`() throws {
        let body = "![The weir in winter](weir.png)\n\n![The weir again](weir.png)"
        let (pictures, problems) = try read(["weir.png": [1]], body: body)
        #expect(pictures.count == 2)
        #expect(problems.count == 2)
    }

    @Test func `a picture in a header is told`() throws {
        let words = "This report says what was done."
        let contents = try IntakeTests.read(replacing: words, with: "![The weir](weir.png)", in: "papers/cabinet.md")
        #expect(contents.diagnostics.map(\.message).contains("a picture cannot stand here"))
    }

    @Test func `a folder of pictures that is a file is told`() throws {
        var files = GoodWorkspace.files
        files["pictures"] = "x"
        let contents = try IntakeTests.read(files)
        #expect(contents.diagnostics.map(\.message) == ["`pictures` is a file, not a folder"])
    }

    @Test func `pictures that have too many pixels all together are not read`() throws {
        let folder = try TemporaryFolder(["pictures/weir.png": PNGFile(width: 3, height: 2).bytes])
        func read(_ take: (inout ReadingBudget) -> Bool) throws -> [Diagnostic] {
            let findings = DiagnosticCollector()
            #expect(take(&findings.budget))
            let workspace = WorkspaceFolder(
                DiskFiles(root: folder.path),
                path: "",
                prefix: "",
                subject: .workspace,
                findings: findings
            )
            let place = SourceLocation(file: "papers/cabinet.md", line: 21, column: 1)
            let image = PictureReader(workspace: workspace, findings: findings).image("weir.png", namedAt: place)
            #expect(image == nil)
            return findings.report()
        }
        let decoded = try read { $0.decodePixels(Limits.mostPixelsDecoded) }
        #expect(decoded.map(\.message) == ["all pictures together have more than 400 million pixels"])
        #expect(decoded.map(\.hint) == ["this one and those after it are not read: save pictures smaller"])
        let held = try read { $0.holdPixels(Limits.mostPixelsHeld) }
        #expect(held.map(\.message) == ["all pictures together have more than 80 million pixels as they are printed"])
        #expect(
            held.map(\.hint) == ["this one and those after it are not read: put in fewer pictures, or smaller ones"]
        )
    }
}
