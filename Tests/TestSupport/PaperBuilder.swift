// SPDX-License-Identifier: Apache-2.0

import Geometry
package import PaperTree
import Pictures

/// Builds small papers for tests, numbering their nodes.
package struct PaperBuilder {
    private var nextNode = 0

    package init() {}

    package mutating func node() -> NodeID {
        nextNode += 1
        return NodeID(nextNode)
    }

    package mutating func paragraph(
        _ text: String,
        role: Paragraph.Role = .body,
        number: String? = nil
    ) -> Block {
        Block(id: node(), .paragraph(Paragraph([.text(text)], role: role, number: number)))
    }

    package mutating func heading(_ text: String, level: Int = 1, number: String? = nil) -> Block {
        Block(id: node(), .heading(Heading(level: level, number: number, [.text(text)], anchor: text)))
    }

    package mutating func bullets(_ items: [String]) -> Block {
        Block(
            id: node(),
            .list(
                List(
                    marker: .bullet,
                    items: items.map { text in
                        let id = node()
                        return List.Item(id: id, blocks: [paragraph(text)])
                    }
                )
            )
        )
    }

    package mutating func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
        let id = node()
        let blocks = text.split(separator: "\n").map { paragraph(String($0)) }
        return Table.Cell(id: id, columnSpan: columns, rowSpan: rows, blocks: blocks)
    }

    /// A figure of stacked bars, each with a label and a count for each tone.
    package mutating func stackedBars(
        _ tones: [Chart.Tone],
        _ bars: [(label: String, counts: [Int])],
        alternativeText: String = "Status of visits, stacked bars."
    ) -> Block {
        let chart = Chart.StackedBars(
            series: tones.map { Chart.StackedBars.Series(label: $0.rawValue, tone: $0) },
            bars: bars.map { bar in
                Chart.StackedBars.Bar(
                    label: bar.label,
                    counts: bar.counts.map { Chart.StackedBars.Count($0, words: "\($0)") },
                    total: "\(bar.counts.reduce(0, +))"
                )
            }
        )
        return figure(.stackedBars(chart), alternativeText: alternativeText)
    }

    /// A figure with a caption.
    package mutating func figure(_ chart: Chart, alternativeText: String) -> Block {
        Block(
            id: node(),
            .figure(
                Figure(
                    label: "Figure 1",
                    caption: [paragraph("Visits", role: .caption), paragraph("In all", role: .captionNote)],
                    alternativeText: alternativeText,
                    graphic: .chart(chart),
                    anchor: "figure-visits"
                )
            )
        )
    }

    /// A picture of one colour with a caption, or without one; decoration if it says nothing.
    package mutating func picture(
        width: Int,
        height: Int,
        colour: [UInt8] = [20, 71, 95],
        caption: String? = nil,
        alternativeText: String? = "A wall of one colour."
    ) -> Block {
        let pixels = Array(repeatElement(colour, count: width * height).joined())
        let image = RasterImage(width: width, height: height, pixels: pixels, digest: "digest of \(colour)")
        return Block(
            id: node(),
            .figure(
                Figure(
                    label: caption.map { _ in "Figure 1" },
                    caption: caption.map { [paragraph($0, role: .caption)] } ?? [],
                    alternativeText: alternativeText,
                    graphic: .image(image),
                    anchor: caption.map { _ in "figure-wall" }
                )
            )
        )
    }

    /// A masthead with a logo of a size in pixels, or with none.
    package mutating func masthead(
        logo size: (width: Int, height: Int)? = (40, 20),
        name: String = "Test Council",
        meeting: String = "Report to Cabinet"
    ) -> Block {
        let id = node()
        let logo = size.map { picture(width: $0.width, height: $0.height, alternativeText: "A hill") }
        return Block(
            id: id,
            .masthead(
                Masthead(logo: logo.map { [$0] } ?? [], name: [paragraph(name)], meeting: [paragraph(meeting)])
            )
        )
    }

    package mutating func note(_ label: String, _ text: String) -> Note {
        Note(id: node(), mark: node(), label: label, blocks: [paragraph(text)])
    }

    /// The first mark of a note.
    package func mark(of note: Note) -> Inline {
        .noteMark(NoteMark(id: note.mark, note: note.id, label: note.label))
    }

    /// Words, and the page on which a place stands.
    package mutating func reference(
        _ text: String,
        _ form: PageReference.Form,
        to anchor: String,
        wording: PageWording = PageWording(parts: ["page ", ""], overleaf: "overleaf")
    ) -> Block {
        let words = Inline.pageReference(PageReference(form, place: anchor, wording: wording))
        let link = Link(id: node(), target: .anchor(anchor), [words])
        return Block(id: node(), .paragraph(Paragraph([.text(text + " "), .link(link)])))
    }

    package mutating func row(_ cells: [Table.Cell], kind: Table.Row.Kind = .body) -> Table.Row {
        Table.Row(id: node(), kind: kind, cells: cells)
    }

    package mutating func row(_ cells: String..., kind: Table.Row.Kind = .body) -> Table.Row {
        row(cells.map { cell($0) }, kind: kind)
    }

    package mutating func band(_ text: String, level: Int = 1, columns: Int) -> Table.Row {
        row([cell(text, columns: columns)], kind: .band(level: level))
    }

    package mutating func table(columns: Int, header: [Table.Row], rows: [Table.Row]) -> Block {
        let columns = Array(repeating: Table.Column(width: .share(1)), count: columns)
        return Block(id: node(), .table(Table(columns: columns, header: header, rows: rows)))
    }

    package mutating func paper(_ blocks: [Block], head: RunningText = RunningText(), foot: RunningText = RunningText())
        -> Paper
    {
        Paper(
            properties: Paper.Properties(
                id: "test",
                title: "Test",
                subject: "A test",
                creator: "Test Council",
                language: "en-GB",
                date: "2009-11-30"
            ),
            sections: [Section(id: node(), label: "", blocks: blocks)],
            head: head,
            foot: foot,
            continuation: Paper.TableContinuation(mark: "(continued)", overleaf: "continued overleaf")
        )
    }
}
