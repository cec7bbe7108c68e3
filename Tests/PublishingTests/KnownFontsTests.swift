// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

struct KnownFontsTests {
    @Test func `the fonts are those that the program was tested with`() throws {
        let publication = try publish(
            PublicationRequest(workspace: Repository.program.starter),
            with: Repository.program
        )
        #expect(publication.diagnostics == [])
    }

    @Test func `a font is known by any of the digests that are listed of it`() throws {
        let folder = try TemporaryFolder(copying: Repository.folder + "/layouts", to: "layouts")
        try FileManager.default.copyItem(atPath: Repository.folder + "/fonts", toPath: folder.path + "/fonts")
        let digests = try String(contentsOfFile: folder.path + "/fonts/digests.txt", encoding: .utf8)
        let others = digests.split(separator: "\n").map { "0" + $0.dropFirst() }
        try folder.write((others + [digests]).joined(separator: "\n"), to: "fonts/digests.txt")
        let publication = try publish(
            PublicationRequest(workspace: Repository.program.starter),
            with: ProgramFiles(folder: folder.path)
        )
        #expect(publication.diagnostics == [])
    }

    @Test func `a font that has changed is a warning that names it, and the paper is made`() throws {
        let folder = try TemporaryFolder(copying: Repository.folder + "/layouts", to: "layouts")
        try FileManager.default.copyItem(atPath: Repository.folder + "/fonts", toPath: folder.path + "/fonts")
        let digests = try String(contentsOfFile: folder.path + "/fonts/digests.txt", encoding: .utf8)
        let lines = digests.split(separator: "\n").map { line in
            line.hasSuffix("LiberationSans-Bold.ttf") ? "0" + line.dropFirst() : line
        }
        try folder.write(lines.joined(separator: "\n"), to: "fonts/digests.txt")
        let program = ProgramFiles(folder: folder.path)
        let publication = try publish(PublicationRequest(workspace: Repository.program.starter), with: program)
        #expect(
            publication.diagnostics.map(\.message) == [
                "the font LiberationSans-Bold.ttf is not the one that the program was tested with"
            ]
        )
        #expect(
            publication.diagnostics.map(\.hint) == [
                "lines and pages may fall otherwise than on another machine; where it does not matter, write its digest into "
                    + "fonts/digests.txt"
            ]
        )
        #expect(publication.diagnostics.map(\.severity) == [.warning])
        #expect(publication.files.map(\.name) == ["cabinet.pdf", "appendix-community-services.pdf"])
    }
}
