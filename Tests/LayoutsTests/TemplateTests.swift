// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import TestSupport
import Testing

/// Words of a layout with names to be filled in.
struct TemplateTests {
    private let place = SourceLocation(file: "layouts/cabinet.yaml", line: 3, column: 9)

    @Test(
        arguments: [
            ("", []), ("Page", [.text("Page")]), ("{{ page }}", [.name("page")]), ("{{page}}", [.name("page")]),
            ("{{\t page\u{A0}}}", [.name("page")]),
            (
                "Page {{ page }} of {{ pages }}.",
                [.text("Page "), .name("page"), .text(" of "), .name("pages"), .text(".")]
            ),
            ("{{ a }}{{ b }}", [.name("a"), .name("b")]),
            ("{{ body.name }}, {{ meeting.date }}", [.name("body.name"), .text(", "), .name("meeting.date")]),
            ("{{}}", [.name("")]), ("{ a }", [.text("{ a }")]), ("{{ a", [.text("{{ a")]), ("a }}", [.text("a }}")]),
            ("}} {{", [.text("}} {{")]),
            ("{{ a } b }}", [.name("a } b")]), ("{{{ a }}}", [.name("{ a"), .text("}")]),
            ("é{{ ü }}ß", [.text("é"), .name("ü"), .text("ß")]),
            ("👩‍👧{{ a }}", [.text("👩‍👧"), .name("a")]),
        ] as [(String, [Template.Piece])]
    )
    func `text is split at its names, and braces without a partner are text`(text: String, pieces: [Template.Piece]) {
        let template = Template(text, at: place)
        #expect(template.pieces == pieces)
        #expect(template.location == place)
    }
}
