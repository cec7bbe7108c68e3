// SPDX-License-Identifier: Apache-2.0

import Geometry
package import PaperTree
import Pictures

/// A paper with one block and one inline of every kind, its nodes numbered in reading order.
package enum EveryKind {
    package static let properties = Paper.Properties(
        id: "cabinet",
        title: "Half-year monitoring",
        subject: "Performance",
        creator: "Test Council",
        language: "en-GB",
        edition: .open,
        date: "2009-11-30"
    )

    package static let heading = Heading(level: 2, number: "1", [.text("Figures")], anchor: "figures")

    package static let inlines: [Inline] = [
        .text("Visits"),
        .emphasis([.text("rose")]),
        .strong([.emphasis([.text("fast")])]),
        .link(Link(id: NodeID(3), target: .address("https://example.org/a"), [.text("survey")])),
        .link(
            Link(
                id: NodeID(4),
                target: .anchor("figures"),
                [
                    .pageReference(
                        PageReference(.page, wording: PageWording(parts: ["page ", ""], overleaf: "overleaf"), page: 7)
                    )
                ]
            )
        ),
        .noteMark(NoteMark(id: NodeID(5), note: NodeID(30), label: "note 1")),
        .lineBreak,
        .span(Span(id: NodeID(50), .language(.welsh), [.text("bore da")])),
        .span(Span(id: NodeID(51), .expansion("Office for National Statistics"), [.text("ONS")])),
    ]

    package static let table = Table(
        columns: [Table.Column(), Table.Column(width: .share(2), alignment: .decimal, holdsFigures: true)],
        header: [
            Table.Row(
                id: NodeID(16),
                kind: .header,
                cells: [
                    Table.Cell(id: NodeID(17), isHeader: true, blocks: [paragraph(18, "Indicator")]),
                    Table.Cell(id: NodeID(19), isHeader: true, blocks: [paragraph(20, "Value")]),
                ]
            )
        ],
        rows: [
            Table.Row(
                id: NodeID(21),
                kind: .band(level: 1),
                cells: [Table.Cell(id: NodeID(22), columnSpan: 2, isHeader: true, blocks: [paragraph(23, "Arts")])]
            ),
            Table.Row(
                id: NodeID(24),
                kind: .body,
                key: "A1",
                cells: [
                    Table.Cell(id: NodeID(25), blocks: [paragraph(26, "Visits")]),
                    Table.Cell(id: NodeID(27), blocks: [paragraph(28, "12.5")]),
                ]
            ),
        ],
        label: "Table 1",
        title: "Visits to museums",
        isLandscape: true,
        anchor: "visits"
    )

    package static let notes = [
        Note(id: NodeID(30), mark: NodeID(5), label: "note 1", blocks: [paragraph(31, "Counted at the door.")])
    ]

    package static let figure = Figure(
        label: "Figure 1",
        caption: [
            Block(id: NodeID(35), .paragraph(Paragraph([.text("Status of visits")], role: .caption))),
            Block(id: NodeID(36), .paragraph(Paragraph([.text("5 in all")], role: .captionNote))),
        ],
        alternativeText: "Status of visits, stacked bar of 5.",
        graphic: .chart(
            .stackedBars(
                Chart.StackedBars(
                    series: [
                        Chart.StackedBars.Series(label: "Late", tone: .off),
                        Chart.StackedBars.Series(label: "Never", tone: .none),
                        Chart.StackedBars.Series(label: "Done", tone: .complete),
                    ],
                    bars: [
                        Chart.StackedBars.Bar(
                            label: "Arts",
                            counts: [count(2), count(0), count(3)],
                            total: "5"
                        )
                    ]
                )
            )
        ),
        anchor: "figure-visits"
    )

    package static func count(_ value: Int) -> Chart.StackedBars.Count {
        Chart.StackedBars.Count(value, words: "\(value)")
    }

    package static let masthead = Masthead(
        logo: [
            Block(
                id: NodeID(38),
                .figure(
                    Figure(
                        label: nil,
                        caption: [],
                        alternativeText: "A hill",
                        graphic: .image(RasterImage(width: 1, height: 1, pixels: [1, 2, 3], digest: "abc")),
                        anchor: nil
                    )
                )
            )
        ],
        name: [paragraph(39, "Test Council")],
        meeting: [paragraph(40, "Report to Cabinet")]
    )

    package static let blocks: [Block] = [
        Block(id: NodeID(1), .heading(heading)),
        Block(id: NodeID(2), .paragraph(Paragraph(inlines, role: .leadIn, number: "1.1"))),
        Block(
            id: NodeID(6),
            .list(List(marker: .decimal(start: 3), items: [List.Item(id: NodeID(7), blocks: [paragraph(8, "Open")])]))
        ),
        Block(id: NodeID(9), .quotation([paragraph(10, "Well done")])),
        Block(
            id: NodeID(11),
            .details(
                Details(
                    role: .contact,
                    pairs: [
                        Details.Pair(id: NodeID(12), label: [.text("Contact")], values: [paragraph(13, "Pat Smith")])
                    ]
                )
            )
        ),
        Block(id: NodeID(14), .signature(Signature(name: [.text("Pat Smith")], post: [.text("Director")]))),
        Block(id: NodeID(15), .table(table)),
        Block(id: NodeID(29), .notes(notes)),
        Block(
            id: NodeID(32),
            .contents(
                Contents(
                    heading: Heading(level: 2, [.text("Contents")], anchor: "contents"),
                    entries: [
                        Contents.Entry(id: NodeID(33), level: 2, number: "1", words: "Figures", anchor: "figures")
                    ],
                    fromPages: 20
                )
            )
        ),
        Block(id: NodeID(34), .figure(figure)),
        Block(id: NodeID(37), .masthead(masthead)),
    ]

    package static let paper = Paper(
        properties: properties,
        sections: [
            Section(id: NodeID(0), label: "Appendix 1", name: "appendix 1", anchor: "appendix-1", blocks: blocks)
        ],
        banner: "NOT FOR PUBLICATION",
        head: RunningText(left: [.text("Test Council")], right: [.sectionLabel]),
        foot: RunningText(centre: [.text("Page "), .page, .text(" of "), .pages]),
        continuation: Paper.TableContinuation(mark: "(continued)", overleaf: "continued overleaf")
    )

    package static func paragraph(_ id: Int, _ text: String) -> Block {
        Block(id: NodeID(id), .paragraph(Paragraph([.text(text)])))
    }
}
