// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Geometry
import Intake
import TestSupport
import Testing
import TextShaping
import WorkspaceFiles

@testable import Publishing

/// What stands in a workspace's folder `fonts/` is read by the guard that reads every file, and by nothing else.
struct WorkspaceFontsTests {
    private func workspace() throws -> TemporaryFolder {
        try TemporaryFolder(copying: Repository.program.starter, to: "ws")
    }

    private func problems(of folder: TemporaryFolder) throws -> [String] {
        try check(folder.path + "/ws", with: Repository.program).diagnostics.map { diagnostic in
            "\(diagnostic.severity.rawValue) \(diagnostic.location.map { "\($0)" } ?? "-"): \(diagnostic.message)"
        }
    }

    @Test func `pipes, folders of links and links that lead out are errors, and nothing hangs`() throws {
        let folder = try workspace()
        try folder.write("outside", to: "outside.ttf")
        try folder.write("", to: "ws/fonts/inner/.keep")
        let fonts = folder.path + "/ws/fonts"
        #expect(mkfifo(fonts + "/pipe.ttf", 0o644) == 0)
        try FileManager.default.createSymbolicLink(
            atPath: fonts + "/link.ttf",
            withDestinationPath: "../../outside.ttf"
        )
        try FileManager.default.createSymbolicLink(atPath: fonts + "/inner/again", withDestinationPath: "../../fonts")
        try FileManager.default.createSymbolicLink(atPath: fonts + "/inner/null", withDestinationPath: "/dev/null")
        let problems = try problems(of: folder)
        #expect(
            problems == [
                "error fonts/inner/null: cannot open the file: it is a link that leads out of the workspace",
                "error fonts/link.ttf: cannot open the file: it is a link that leads out of the workspace",
                "error fonts/pipe.ttf: cannot read the file: it is a pipe, not a file",
            ]
        )
    }

    @Test func `a folder that leads out is an error`() throws {
        let folder = try workspace()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/ws/fonts",
            withDestinationPath: "/usr/share/fonts"
        )
        let problems = try problems(of: folder)
        #expect(
            problems == ["error fonts: cannot open the folder: it is a link that leads out of the workspace"]
        )
    }

    @Test func `what is no font is a warning, and the fonts beside it are used`() throws {
        let folder = try workspace()
        try folder.write("SIL Open Font Licence", to: "ws/fonts/OFL.txt")
        try folder.write("", to: "ws/fonts/empty.otf")
        let installed = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
        try folder.write(Array(try Data(contentsOf: URL(filePath: installed))), to: "ws/fonts/deep/er/council.ttf")
        let theme = try String(contentsOfFile: Repository.folder + "/layouts/themes/accessible.yaml", encoding: .utf8)
        try folder.write(
            theme.replacing("Liberation Sans", with: "DejaVu Serif"),
            to: "ws/layouts/themes/accessible.yaml"
        )
        let problems = try problems(of: folder)
        #expect(
            problems == [
                "warning fonts/OFL.txt: the file is not a font, and is not read",
                "warning fonts/empty.otf: the file is not a font, and is not read",
            ]
        )
        let published = try publish(PublicationRequest(workspace: folder.path + "/ws"), with: Repository.program)
        try folder.write(try #require(published.files.first).bytes, to: "paper.pdf")
        let fonts = try Command.run("/usr/bin/pdffonts", [folder.path + "/paper.pdf"]).output
        #expect(fonts.contains("DejaVuSerif"))
    }

    @Test func `a font that is cut short while it is in use does no harm`() throws {
        let folder = try workspace()
        let installed = "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
        try folder.write(Array(try Data(contentsOf: URL(filePath: installed))), to: "ws/fonts/council.ttf")
        let fonts = try WorkspaceFonts(in: DiskFiles(root: folder.path + "/ws"))
        let shaper = try TextShaper(configurationFile: Repository.program.fontConfiguration, fonts: fonts.fonts)
        #expect(truncate(folder.path + "/ws/fonts/council.ttf", 0) == 0)
        let style = try shaper.prepare(
            .init(family: "DejaVu Serif", size: .points(12), isBold: false, isItalic: false, language: "en-GB")
        )
        #expect(shaper.piece("words", in: style).missing.isEmpty)
        #expect(shaper.fontFiles.map(\.name) == ["council.ttf"])
    }

    @Test func `files that are too large together are an error`() throws {
        let folder = try workspace()
        for number in 0..<5 {
            try folder.write("x", to: "ws/fonts/\(number).ttf")
            // Files of nothing, which take no room on the disk.
            #expect(truncate("\(folder.path)/ws/fonts/\(number).ttf", 27 << 20) == 0)
        }
        let fonts = try WorkspaceFonts(in: DiskFiles(root: folder.path + "/ws"))
        #expect(fonts.diagnostics.map(\.line) == ["error fonts/4.ttf: the files in `fonts` come to more than 128 MB"])
        #expect(fonts.diagnostics.map(\.hint) == ["keep only the fonts that papers are set in"])
    }

    @Test func `too many files are an error`() throws {
        let folder = try workspace()
        for number in 0...200 { try folder.write("x", to: "ws/fonts/\(number).ttf") }
        let diagnostics = try check(folder.path + "/ws", with: Repository.program).diagnostics
        #expect(diagnostics.map(\.message) == ["there are more than 200 files in `fonts`"])
        #expect(diagnostics.map(\.severity) == [.error])
        #expect(diagnostics.map(\.hint) == ["keep only the fonts that papers are set in"])
    }
}
