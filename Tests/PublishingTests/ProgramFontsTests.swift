// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import Testing
import TextShaping

struct ProgramFontsTests {
    private static let folder = "/usr/share/fonts/truetype/liberation2"

    @Test func `fonts are looked for where the configuration says, and told by their families`() throws {
        let home = try TemporaryFolder([
            "fonts/fonts.conf": """
            <fontconfig>
              <dir prefix="relative">.</dir>
              <dir>\(Self.folder)</dir>
            </fontconfig>

            """,
            "fonts/digests.txt": """
            00  LiberationSans-Regular.ttf
            00  LiberationSans-Bold.ttf
            00  LiberationMono-Regular.ttf
            00  Nowhere-Regular.ttf

            """,
        ])
        let fonts = ProgramFonts(of: ProgramFiles(folder: home.path))
        #expect(fonts.versions.map(\.family) == ["Liberation Mono", "Liberation Sans"])
        #expect(fonts.missing == ["Nowhere-Regular.ttf"])
    }

    @Test func `a style that one release calls slanted and another italic is there by either name`() throws {
        let home = try TemporaryFolder([
            "fonts/fonts.conf": "<fontconfig>\n  <dir prefix=\"relative\">.</dir>\n</fontconfig>\n",
            "fonts/Own-Italic.ttf": "", "fonts/Other-BoldSlanted.ttf": "",
            "fonts/digests.txt": """
            00  Own-Slanted.ttf
            01  Own-Italic.ttf
            02  Own-Italic.ttf
            00  Other-BoldItalic.ttf
            00  Gone-Slanted.ttf
            01  Gone-Italic.ttf
            01  Gone-Bold.ttf

            """,
        ])
        let fonts = ProgramFonts(of: ProgramFiles(folder: home.path))
        #expect(fonts.missing == ["Gone-Bold.ttf", "Gone-Italic.ttf", "Gone-Slanted.ttf"])
    }

    @Test func `the program's own fonts are all here`() {
        let fonts = ProgramFonts(of: ProgramFiles(folder: Repository.folder))
        #expect(fonts.missing == [])
        #expect(fonts.versions.map(\.family).contains("Lohit Tamil"))
    }
}
