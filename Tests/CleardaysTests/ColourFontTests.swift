// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

/// A font of pictures in the council's own `fonts/`.
struct ColourFontTests {
    private func workspace(_ text: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.write(Array(try Data(contentsOf: URL(filePath: Repository.colourFont))), to: "round/fonts/emoji.ttf")
        try folder.edit("round/papers/cabinet.md", "# Outcomes\n", "\(text)\n\n# Outcomes\n")
        return folder
    }

    @Test func `a character that only a colour font has is an error with its place and what to write`() throws {
        let folder = try workspace("Done \u{2705} now.")
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 1)
        #expect(
            render.errors == """
                papers/cabinet.md: 1 error

                error: the font `Noto Color Emoji` has only a picture of `\u{2705}` (U+2705), and a paper holds no pictures
                  --> papers/cabinet.md:21:1
                    |
                 21 | Done \u{2705} now.
                    | ^^^^
                  hint: write `✓`
                  rule: missing-glyph

                1 error

                """
        )
        #expect(try folder.names() == ["round"])
    }

    @Test func `a colour font takes nothing away from the fonts that have outlines`() throws {
        let folder = try workspace("✔ ✓ ✗ ▲ ▼ ● ☎ ⚠ and 1 # \u{2714}\u{FE0F}")
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 0, "\(render.errors)")
        let fonts = try Command.run("/usr/bin/pdffonts", [folder.path + "/out/cabinet.pdf"])
        #expect(!fonts.output.contains("Emoji") && !fonts.output.contains("Type 3"), "\(fonts.output)")
        let images = try Command.run("/usr/bin/pdfimages", ["-list", folder.path + "/out/cabinet.pdf"])
        #expect(images.output.split(separator: "\n").count == 2, "\(images.output)")
    }

    @Test func `a theme cannot name a colour font`() throws {
        let folder = try workspace("Done.")
        let theme = try String(contentsOfFile: Repository.program.layouts + "/themes/accessible.yaml", encoding: .utf8)
        try folder.write(
            theme.replacing("font: Liberation Sans", with: "font: Noto Color Emoji"),
            to: "round/layouts/themes/accessible.yaml"
        )
        let check = try Command.cleardays("check", "round", in: folder.path)
        #expect(check.status == 1)
        #expect(
            check.output == """
                layouts/themes/accessible.yaml: 1 error

                error: the font `Noto Color Emoji` is a font of pictures; name one of plain outlines
                  --> layouts/themes/accessible.yaml
                  rule: unusable-font

                1 error
                the return is complete
                to read what a rule is about: cleardays explain unusable-font

                """
        )
    }
}
