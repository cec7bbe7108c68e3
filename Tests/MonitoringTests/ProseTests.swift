// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

/// What can be asked of Markdown before it is composed.
struct ProseTests {
    private let place = SourceLocation(file: "statement.md")

    private func note(_ name: String, line: Int = 0) -> Prose.Inline {
        .note(name: name, SourceLocation(file: "statement.md", line: line))
    }

    private func block(_ content: Prose.Content) -> Prose.Block { Prose.Block(content, at: place) }

    @Test func `marks are found in every kind of block and of inline, in order, each time`() {
        let prose = Prose([
            block(.heading(level: 1, [.text("a"), note("heading", line: 1)], name: nil)),
            block(
                .paragraph([
                    .emphasis([note("emphasis", line: 2)]),
                    .strong([.link(destination: "x", [note("link", line: 3)], place)]),
                ])
            ),
            block(
                .list(
                    start: nil,
                    items: [
                        [block(.paragraph([note("first")]))], [],
                        [block(.quotation([block(.paragraph([note("second")]))]))],
                    ]
                )
            ),
            block(.exempt(Exemption([3]), [block(.paragraph([note("exempt")]))])),
            block(.table(header: [[note("header")]], rows: [[[note("cell")], []]], alignments: [.left])),
            block(.insertion(name: "outcomes", options: [])),
            block(.paragraph([.placeholder(name: "round.title", place), .lineBreak, note("first")])),
        ])
        #expect(
            prose.notes.map(\.name) == [
                "heading", "emphasis", "link", "first", "second", "exempt", "header", "cell", "first",
            ]
        )
        #expect(prose.notes.prefix(3).map(\.location.line) == [1, 2, 3])
        #expect(prose.insertions == ["outcomes"])
    }

    @Test func `text alone is one paragraph, and no text none`() {
        #expect(Prose(text: "", at: place) == Prose())
        #expect(Prose(text: "", at: place).isEmpty)
        #expect(Prose(text: "a\nb", at: place).blocks == [block(.paragraph([.text("a\nb")]))])
        #expect(Prose().notes.isEmpty)
    }

    private func request(_ name: String?) -> DirectorateReturn.TableRequest {
        DirectorateReturn.TableRequest(kind: "exceptions", classes: [.actions], name: name, location: place)
    }

    @Test func `a table that the statement puts in does not follow it`() {
        let made = DirectorateReturn(
            directorate: "communities",
            declares: [.actions],
            signatory: "head",
            statement: Prose([
                block(.insertion(name: "placed", options: [])),
                block(.quotation([block(.insertion(name: "quoted", options: []))])),
            ]),
            tables: [request("placed"), request(nil), request("left"), request("quoted")],
            location: place
        )
        // An insertion inside a quotation puts nothing in.
        #expect(made.tablesAfterStatement.map(\.name) == [nil, "left", "quoted"])
    }

    @Test func `every mark of a return is found, wherever it is written`() {
        let observation = Observation(.words("x"), notes: ["figure", "other"], at: place)
        let made = DirectorateReturn(
            directorate: "communities",
            declares: [.actions],
            signatory: "head",
            statement: Prose([block(.paragraph([note("statement")]))]),
            tables: [
                DirectorateReturn.TableRequest(
                    kind: "exceptions",
                    classes: [.actions],
                    title: Prose([block(.paragraph([note("title")]))]),
                    introduction: Prose([block(.paragraph([note("introduction")]))]),
                    location: place
                )
            ],
            items: [
                PlanItem(
                    reportedClass: .actions,
                    unit: "sport",
                    title: Prose([block(.paragraph([note("item")]))]),
                    outcome: Prose([block(.paragraph([note("outcome")]))]),
                    forecast: observation,
                    status: StatusWord(.done),
                    comment: .own(
                        reason: Prose([block(.paragraph([note("reason")]))]),
                        response: Prose([block(.paragraph([note("response")]))])
                    ),
                    location: place
                )
            ],
            indicators: [
                Indicator(
                    measure: Prose([block(.paragraph([note("measure")]))]),
                    polarity: .higher,
                    figures: [
                        Indicator.FigureKey(Period(year: ReportingYear(first: 2009), span: .year), .actual): observation
                    ],
                    comparison: Observation(.words("x"), notes: ["comparison"], at: place),
                    comment: .sharedWithRowAbove,
                    location: place
                )
            ],
            notes: [
                DirectorateReturn.Note(
                    name: "method",
                    text: Prose([block(.paragraph([note("inner")]))]),
                    location: place
                )
            ],
            location: place
        )
        #expect(
            made.noteMarks.map(\.name) == [
                "statement", "introduction", "title", "item", "outcome", "reason", "response", "figure", "other",
                "measure",
                "figure", "other", "comparison", "inner",
            ]
        )
    }
}
