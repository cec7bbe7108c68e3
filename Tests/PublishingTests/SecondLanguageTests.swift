// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Publishing

/// A second language is a file of words, and nothing in Swift.
struct SecondLanguageTests {
    /// The sample in a language of its own, whose words are marked.
    private func workspace() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "ws")
        try folder.edit("ws/council.yaml", "language: en-GB", "language: cy-GB")
        var words = try String(contentsOfFile: Repository.program.layouts + "/words.yaml", encoding: .utf8)
        for (own, other) in [
            ("language: en", "language: cy"), ("november: November", "november: Tachwedd"),
            ("\"{{ items }} and {{ last }}\"", "\"{{ items }} a {{ last }}\""),
            ("\"{{ items }}, and {{ last }}\"", "\"{{ items }}, a {{ last }}\""),
            ("digit-separator: \",\"", "digit-separator: \" \""),
            ("decimal-point: \".\"", "decimal-point: \",\""),
            ("verb-note: NOTE", "verb-note: NODI"),
            ("continued: (continued)", "continued: (parhad)"),
            ("note: \"note {{ number }}\"", "note: \"nodyn {{ number }}\""),
        ] {
            try #require(words.contains(own), "\(own)")
            words = words.replacingOccurrences(of: own, with: other)
        }
        try folder.write(words, to: "ws/layouts/words-cy.yaml")
        return folder
    }

    @Test func `a paper has the months, lists, numbers and verbs of the words of its language`() throws {
        let folder = try workspace()
        let request = PublicationRequest(
            workspace: folder.path + "/ws",
            papers: ["cabinet-2009-11-30"],
            formats: [.tree]
        )
        let publication = try publish(request, with: Repository.program)
        #expect(publication.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        let tree = String(decoding: try #require(publication.files.first).bytes, as: UTF8.self)
        #expect(tree.contains("30 Tachwedd 2009"))
        #expect(tree.contains("NODI"))
        #expect(tree.contains("nodyn 1"))
        #expect(tree.contains("68,69%"))
        #expect(!tree.contains("30 November 2009"))
    }

    @Test func `without its words, a language is an error that says which there are`() throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "ws")
        try folder.edit("ws/council.yaml", "language: en-GB", "language: cy-GB")
        let errors = try check(folder.path + "/ws", with: Repository.program).diagnostics.filter {
            $0.severity == .error
        }
        #expect(errors.map(\.message) == ["there are no words for papers in the language `cy-GB`"])
        #expect(errors.map(\.hint) == ["months, lists and headings are known in `en`: write `en-GB`"])
    }

    @Test func `words of another language that leave something out are reported`() throws {
        let folder = try workspace()
        try folder.edit("ws/layouts/words-cy.yaml", "november: Tachwedd\n", "")
        let errors = try check(folder.path + "/ws", with: Repository.program).diagnostics.filter {
            $0.severity == .error
        }
        #expect(errors.map(\.location?.file) == ["layouts/words-cy.yaml"])
        #expect(errors.first?.message.contains("`november`") == true)
    }

    @Test func `two files with words of one language are an error`() throws {
        let folder = try workspace()
        try folder.edit("ws/layouts/words-cy.yaml", "language: cy", "language: en")
        try folder.edit("ws/council.yaml", "language: cy-GB", "language: en-GB")
        let errors = try check(folder.path + "/ws", with: Repository.program).diagnostics.filter {
            $0.severity == .error
        }
        #expect(errors.map(\.message) == ["two files have the words of the language `en`"])
        #expect(errors.map(\.hint) == ["keep one of them: a file of the name of the program's changes its words"])
    }
}
