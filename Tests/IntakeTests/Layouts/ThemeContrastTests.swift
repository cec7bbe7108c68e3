// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Intake

struct ThemeContrastTests {
    /// The messages about a theme that is the accessible one with one thing changed.
    private func messages(_ old: String, _ new: String) throws -> [String] {
        let file = Repository.folder + "/layouts/themes/accessible.yaml"
        let theme = try String(contentsOfFile: file, encoding: .utf8)
        #expect(theme.contains(old))
        var files = GoodWorkspace.files
        files["layouts/themes/pale.yaml"] = theme.replacing(old, with: new)
        return try read(files).diagnostics.filter { $0.location?.file == "layouts/themes/pale.yaml" }.map(\.message)
    }

    @Test func `text that hardly stands out from the page is an error`() throws {
        #expect(
            try messages("link-colour: \"#1d4f91\"", "link-colour: \"#8899aa\"") == [
                "the text #8899aa does not stand out enough from its ground #ffffff: 2.9 to 1"
            ]
        )
    }

    @Test func `a ground that swallows the text of a table is an error`() throws {
        #expect(
            try messages("band-fills:", "header-fill: \"#333333\"\n  band-fills:") == [
                "the text #0b0c0c does not stand out enough from its ground #333333: 1.5 to 1"
            ]
        )
        #expect(
            try messages("\"#ffffff\"]", "\"#555555\"]") == [
                "the text #0b0c0c does not stand out enough from its ground #555555: 2.6 to 1"
            ]
        )
    }

    @Test func `a box whose ground swallows words or links is an error`() throws {
        let found = try messages("fill: \"#f3f6f8\"", "fill: \"#333333\"")
        #expect(found.map { String($0.prefix(16)) } == ["the text #0b0c0c", "the text #1d4f91"])
        #expect(found.allSatisfy { $0.contains("from its ground #333333") })
    }

    @Test func `an accent colour is text, and takes known places`() throws {
        #expect(
            try messages("accent: \"#14475f\"", "accent: \"#8899aa\"") == [
                "the text #8899aa does not stand out enough from its ground #ffffff: 2.9 to 1"
            ]
        )
        let places = "accented: [masthead, bands, lines]"
        #expect(try messages(places, "accented: [masthead, band]") == ["`accented` cannot be `band`"])
        #expect(try messages(places, "accented: []") == [])
    }

    @Test func `the program's own themes have no problems`() throws {
        #expect(try messages("waste: 0.35", "waste: 0.3") == [])
    }
}
