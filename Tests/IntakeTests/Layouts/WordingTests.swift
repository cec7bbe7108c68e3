// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Layouts
import Publishing
import TestSupport
import Testing

@testable import Intake

/// `layouts/words.yaml`, the program's and a workspace's.
struct WordingTests {
    private func read(_ words: String, from file: String = "words.yaml") throws -> WorkspaceContents {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.write(words, to: "round/layouts/" + file)
        return try readWorkspace(at: folder.path + "/round", programLayouts: Repository.program.layouts)
    }

    @Test func `the program says every phrase`() throws {
        let contents = try readWorkspace(at: Repository.program.starter, programLayouts: Repository.program.layouts)
        for phrase in Phrase.allCases { #expect(contents.layouts.wording[phrase] != nil, "\(phrase)") }
        let page = contents.layouts.wording.words(.page, ["number": "7"])
        #expect(page == "page 7")
    }

    @Test func `a workspace says only what it says otherwise`() throws {
        let contents = try read("title: Geiriau\nkind: words\nsection: \"adran {{ number }}\"\n")
        #expect(contents.diagnostics == [])
        let section = contents.layouts.wording.words(.section, ["number": "4"])
        #expect(section == "adran 4")
        let page = contents.layouts.wording.words(.page, ["number": "7"])
        #expect(page == "page 7")
    }

    @Test func `words in a file of another name are told its name`() throws {
        let words = try String(contentsOfFile: Repository.program.layouts + "/words.yaml", encoding: .utf8)
        let found = try read(
            words.replacing("\nlanguage: en\n", with: "\nlanguage: cy\n", maxReplacements: 1),
            from: "geiriau.yaml"
        ).diagnostics
        #expect(
            found.map(\.line) == ["error layouts/geiriau.yaml: the words of papers stand in `words.yaml`"]
        )
        #expect(found.map(\.hint) == ["rename the file"])
    }

    @Test(arguments: [
        (
            "section: \"section {{ nummer }}\"",
            "layouts/words.yaml:3:11 (section): `nummer` is not a known name in `section`"
        ),
        ("overleaf: \"{{ page }}\"", "layouts/words.yaml:3:12 (overleaf): `page` is not a known name in `overleaf`"),
        ("sectoin: x", "layouts/words.yaml:3:1 (sectoin): unknown key `sectoin` in the words of papers"),
    ])
    func `a slip is told at its place`(line: String, expected: String) throws {
        let told = try read("title: Words\nkind: words\n\(line)\n").diagnostics.map { $0.line }
        #expect(told == ["error " + expected])
    }
}
