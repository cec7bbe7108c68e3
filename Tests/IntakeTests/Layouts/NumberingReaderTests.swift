// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import TestSupport
import Testing

@testable import Intake

/// What a layout numbers.
struct NumberingReaderTests {
    private func read(_ body: String) throws -> (numbering: PaperLayout.Numbering?, lines: [String]) {
        var files = GoodWorkspace.files
        let layout = GoodWorkspace.layouts["cabinet.yaml"] ?? ""
        #expect(layout.contains("  - body: { numbering: decimal }"))
        files["layouts/cabinet.yaml"] = layout.replacing("  - body: { numbering: decimal }", with: "  - body: \(body)")
        let contents = try IntakeTests.read(files)
        for case .body(let numbering) in contents.layouts.papers["cabinet"]?.parts ?? [] {
            return (numbering, contents.diagnostics.map(\.line))
        }
        return (nil, contents.diagnostics.map(\.line))
    }

    @Test(arguments: [
        ("{ numbering: decimal }", PaperLayout.Numbering.headings),
        ("{ numbering: decimal, depth: 1 }", PaperLayout.Numbering(depth: 1)),
        (
            "{ numbering: decimal, depth: 2, paragraphs: true }",
            PaperLayout.Numbering(depth: 2, includesParagraphs: true)
        ),
        ("{ numbering: none, paragraphs: false }", PaperLayout.Numbering.none),
    ])
    func `headings down to a depth have numbers, and paragraphs where the layout asks for them`(
        body: String,
        numbering: PaperLayout.Numbering
    ) throws {
        let found = try read(body)
        #expect(found.lines == [])
        #expect(found.numbering == numbering)
    }

    @Test(arguments: [("tables: numbered\n", true), ("tables: unnumbered\n", false), ("", false)])
    func `tables are numbered where the layout asks for it`(key: String, isNumbered: Bool) throws {
        var files = GoodWorkspace.files
        files["layouts/cabinet.yaml"] = key + (GoodWorkspace.layouts["cabinet.yaml"] ?? "")
        let contents = try IntakeTests.read(files)
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.layouts.papers["cabinet"]?.numbersTables == isNumbered)
    }

    @Test(arguments: [
        ("{ depth: 1 }", "`depth` is of headings that have no numbers"),
        ("{ numbering: none, paragraphs: true }", "`paragraphs` is of headings that have no numbers"),
    ])
    func `without numbered headings there are no other numbers`(body: String, message: String) throws {
        let found = try read(body)
        #expect(found.lines.count == 1)
        #expect(found.lines.first?.contains(message) == true, "\(found.lines)")
        #expect(found.numbering == PaperLayout.Numbering.none)
    }
}
