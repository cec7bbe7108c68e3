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

    @Test func `the program's own fonts are all here`() {
        let fonts = ProgramFonts(of: ProgramFiles(folder: Repository.folder))
        #expect(fonts.missing == [])
        #expect(fonts.versions.map(\.family).contains("Lohit Tamil"))
    }
}
