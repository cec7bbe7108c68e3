// SPDX-License-Identifier: Apache-2.0

import Geometry
package import Layouts

extension Theme {
    /// A theme of round numbers for tests: lines of ten points, no padding to speak of, pages as asked for.
    package static func plain(width: Double = 200, height: Double = 100, margin: Double = 10) -> Theme {
        let text = TextStyle(family: "Liberation Sans", size: .points(8), leading: .points(10))
        var bold = text
        bold.isBold = true
        let block = BlockStyle(text: text, before: .zero, after: .points(5))
        return Theme(
            id: "plain",
            page: PageStyle(
                size: Size(width: .points(width), height: .points(height)),
                margins: Sides(all: .points(margin))
            ),
            body: block,
            headings: Array(repeating: BlockStyle(text: bold, before: .points(5), after: .points(5)), count: 6),
            subheading: block,
            list: ListStyle(indent: .points(10), gap: .zero, bullet: "•"),
            quotation: QuotationStyle(indent: .points(10), rule: .zero, ruleColour: .black),
            details: DetailsStyle(labelWidth: .points(50), gap: .points(5), rule: .points(1)),
            table: TableStyle(
                text: text,
                padding: Sides(all: .points(1)),
                border: .points(0.5),
                borderColour: .black,
                headerFill: nil,
                bandFills: [],
                before: .zero,
                after: .zero,
                repeatsTitle: false,
                announcesOverleaf: false,
                waste: 0.5
            ),
            figure: FigureStyle(
                title: BlockStyle(text: bold, before: .points(5), after: .zero),
                note: BlockStyle(text: text, before: .zero, after: .points(2)),
                text: text,
                after: .points(5),
                bar: .points(12),
                gap: .points(4),
                outline: .points(1),
                axis: .points(1),
                labelWidth: .points(60),
                plot: .points(60),
                line: .black,
                grid: .white,
                comparison: .black,
                tones: FigureStyle.Tones(
                    off: FigureStyle.ToneStyle(fill: .black, textColour: .white),
                    tolerance: FigureStyle.ToneStyle(fill: .white, pattern: .rising),
                    carriedOver: FigureStyle.ToneStyle(fill: .white, pattern: .level),
                    paused: FigureStyle.ToneStyle(fill: .white, pattern: .grid),
                    redated: FigureStyle.ToneStyle(fill: .white, pattern: .upright),
                    on: FigureStyle.ToneStyle(fill: .white),
                    ongoing: FigureStyle.ToneStyle(fill: .white, pattern: .falling),
                    complete: FigureStyle.ToneStyle(fill: .white),
                    none: FigureStyle.ToneStyle(fill: .white, pattern: .dots)
                )
            ),
            symbols: SymbolStyle(off: .black, tolerance: .black, on: .black, none: .black, direction: .black),
            note: NoteStyle(block: block, place: .page, rule: .zero),
            running: RunningStyle(text: text, fromEdge: .zero, rule: .zero),
            linkColour: .black,
            signature: SignatureStyle(gap: .points(5))
        )
    }
}
