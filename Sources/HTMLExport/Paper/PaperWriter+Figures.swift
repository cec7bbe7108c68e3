// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree
import Pictures

extension PaperWriter {
    /// Writes a figure with its caption before the graphic, in the order in which they are read; one without a caption is its graphic alone.
    mutating func write(_ figure: Figure, of block: Block) {
        if figure.caption.isEmpty { return write(figure.graphic, saying: figure.alternativeText) }
        var attributes = marks(of: block)
        if let anchor = figure.anchor, let id = identifier(anchor) { attributes.append(.id(id)) }
        element(.figure, attributes) { page in
            page.element(.figcaption) { page in
                for (index, block) in figure.caption.enumerated() {
                    guard case .paragraph(var paragraph) = block.content else { page.write([block]); continue }
                    if index == 0 { paragraph.number = figure.label }
                    page.element(.p, .class(index == 0 ? "cap" : "cn")) { page in
                        page.write(number: paragraph.number)
                        page.write(paragraph.inlines, after: paragraph.symbol)
                    }
                }
            }
            page.write(figure.graphic, saying: figure.alternativeText)
        }
    }

    /// Writes a graphic.
    ///
    /// - Parameter alternativeText: what it shows; `nil` for decoration.
    private mutating func write(_ graphic: Graphic, saying alternativeText: String?) {
        switch graphic {
        case .chart(.stackedBars(let chart)):
            element(.div, .class("chart"), meaning(alternativeText)) { $0.write(chart) }
        case .chart(.bars(let chart)):
            element(.div, .class("chart"), meaning(alternativeText)) { $0.write(chart) }
        case .chart(.line(let chart)): write(chart, meaning(alternativeText))
        case .chart(.sparkline(let line)): write(sparkline: line, meaning(alternativeText))
        case .image(let image): write(image, saying: alternativeText ?? "")
        }
    }

    /// The attribute that makes an element one image with an alternative text, or hides a decoration.
    private func meaning(_ alternativeText: String?) -> [Attribute] {
        guard let alternativeText else { return [.hiddenFromReaders()] }
        return [.role("img"), .label(alternativeText)]
    }

    private mutating func element(
        _ element: Element,
        _ first: Attribute,
        _ others: [Attribute],
        content: (inout PaperWriter) -> Void
    ) {
        self.element(element, [first] + others, content: content)
    }

    // MARK: - Pictures

    /// The largest size of a picture in pixels: that of the text on a screen with two of them to the unit. Decoding it costs every reader.
    private static let largest = (width: 1408, height: 1408)

    private mutating func write(_ image: RasterImage, saying alternativeText: String) {
        let natural = (width: image.width, height: image.height)
        let size = RasterImage.size(of: natural, fitting: Self.largest)
        let file: [UInt8]
        do { file = try image.reduced(toWidth: size.width, height: size.height).png() } catch {
            return record(HTMLExportError("\(error)"))
        }
        element(
            .img,
            .source(png: file),
            .width(size.width),
            .height(size.height),
            .alternativeText(alternativeText)
        )
    }

    // MARK: - Bars

    /// Writes a row for each bar: its label, the bar, and under it the figures of its segments with samples of them.
    private mutating func write(_ chart: Chart.StackedBars) {
        let most = chart.bars.map(\.sum).max() ?? 0
        let tones = theme.figure.tones.styles(of: chart)
        for bar in chart.bars {
            element(.div, .class(bar.label.isEmpty ? "row alone" : "row")) { page in
                if !bar.label.isEmpty {
                    page.element(.span, .class("lab")) { $0.write(bar.label) }
                    page.write(" ")
                }
                let counts = zip(tones, bar.counts).filter { $1.value > 0 }
                page.element(.svg, .class("bar"), .hiddenFromReaders()) { page in
                    var start = 0.0
                    for (tone, count) in counts where most > 0 {
                        let width = Double(count.value) / most * 100
                        page.element(
                            .rect,
                            .x(percent: start),
                            .wide(percent: width),
                            .high(percent: 100),
                            .fill(tone.pattern)
                        )
                        start += width
                    }
                }
                page.element(.span, .class("nums")) { page in
                    for (tone, count) in counts {
                        page.element(.span, .class("nb")) { page in
                            page.writeSample(of: tone)
                            page.write(count.words)
                        }
                        page.write(" ")
                    }
                    page.element(.span, .class("sum")) { $0.write(bar.total) }
                }
            }
        }
        element(.div, .class("key")) { page in
            for index in chart.shownIndices {
                page.element(.span) { page in
                    page.writeSample(of: tones[index])
                    page.write(chart.series[index].label)
                }
                page.write(" ")
            }
        }
    }

    private mutating func write(_ chart: Chart.Bars) {
        let most = chart.bars.map(\.share).max() ?? 0
        for bar in chart.bars {
            element(.div, .class("row")) { page in
                page.element(.span, .class("lab")) { $0.write(bar.label) }
                page.write(" ")
                page.element(.svg, .class("bar"), .hiddenFromReaders()) { page in
                    if bar.share <= 0 || most <= 0 { return }
                    page.element(
                        .rect,
                        .wide(percent: bar.share / most * 100),
                        .high(percent: 100),
                        .fill(chart.tone.pattern)
                    )
                }
                page.element(.span, .class("nums")) { $0.write(bar.words) }
            }
        }
    }

    /// Writes a sample of what the marks of a tone are filled with.
    private mutating func writeSample(of tone: NamedTone) {
        element(.svg, .class("sw"), .hiddenFromReaders()) { page in
            page.element(.rect, .wide(percent: 100), .high(percent: 100), .fill(tone.pattern))
        }
    }
}
