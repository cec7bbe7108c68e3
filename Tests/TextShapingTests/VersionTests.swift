// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing
import TextShaping

struct LibraryVersionTests {
    @Test func `every library tells its name and a version of numbers`() {
        #expect(LibraryVersion.all.map(\.name) == ["Cairo", "Pango", "HarfBuzz", "FreeType", "Fontconfig"])
        for library in LibraryVersion.all {
            #expect(library.version.wholeMatch(of: /[1-9]\d*\.\d+\.\d+/) != nil, "\(library)")
        }
    }
}

struct FontVersionTests {
    private static let sans = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"

    @Test func `a font tells its family and version`() throws {
        let version = try #require(FontVersion(path: Self.sans))
        #expect(version.family == "Liberation Sans")
        #expect(version.version.wholeMatch(of: /2\.\d+(\.\d+)?/) != nil, "\(version)")
    }

    @Test func `a file that is no font, or ends early, tells none`() throws {
        let folder = try TemporaryFolder(["text": "not a font at all, but some words"])
        #expect(FontVersion(path: folder.path + "/text") == nil)
        #expect(FontVersion(path: folder.path + "/nothing") == nil)
        let font = try TemporaryFolder(copying: Self.sans, to: "font").bytes(of: "font")
        for length in [0, 3, 11, 12, 40, 300, 5_000] {
            try folder.write(Array(font.prefix(length)), to: "short")
            #expect(FontVersion(path: folder.path + "/short") == nil, "\(length) bytes")
        }
    }
}
