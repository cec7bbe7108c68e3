// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree

// Symbols and patterns are drawn once, before the paper, and named where they are used.

extension PaperWriter {
    /// Writes a symbol before the words that say the same.
    mutating func write(_ symbol: Symbol) {
        if theme.symbols == nil { return }
        element(.svg, .class("y"), .hiddenFromReaders()) { page in
            page.element(.use, .link(to: .fragment(symbol.definition)))
        }
    }

    /// Writes what the symbols and the marks of charts are drawn with, as far as the paper has them.
    mutating func writeDefinitions() {
        let drawings = Drawings(of: paper, in: theme)
        let symbols = theme.symbols == nil ? [] : Symbol.allCases.filter(drawings.symbols.contains)
        let tones = theme.figure.tones.all.filter { drawings.tones.contains($0.tone) } + drawings.variants
        if symbols.isEmpty, tones.isEmpty { return }
        element(.svg, .class("defs"), .hiddenFromReaders()) { page in
            for symbol in symbols {
                page.element(.symbol, [.id(symbol.definition), .viewBox([-1.2, -1.2, 2.4, 2.4])]) { page in
                    for part in symbol.parts {
                        page.element(.path, .class(part.style), .drawing(part.path))
                    }
                }
            }
            page.element(.defs) { page in for tone in tones { page.write(tone) } }
        }
    }

    private mutating func write(_ tone: NamedTone) {
        let name: [Attribute] = tone.isVariant ? [.class(tone.name)] : []
        let size: [Attribute] = [.id(tone.pattern), .patternUnits("userSpaceOnUse"), .width(6), .height(6)]
        element(.pattern, size + name) { page in
            page.element(.rect, .width(6), .height(6))
            if let lines = tone.style.pattern.lines { page.element(.path, .drawing(lines)) }
        }
    }
}

/// The symbols and tones that a paper has.
private struct Drawings {
    var symbols: Set<Symbol> = []
    var tones: Set<Chart.Tone> = []
    /// The other patterns of tones that several series of a chart have.
    var variants: [NamedTone] = []

    init(of paper: Paper, in theme: Theme) {
        for section in paper.sections {
            section.blocks.walk { block in
                switch block.content {
                case .paragraph(let paragraph): if let symbol = paragraph.symbol { symbols.insert(symbol) }
                case .figure(let figure):
                    switch figure.graphic {
                    case .chart(.stackedBars(let chart)):
                        tones.formUnion(chart.series.map(\.tone))
                        let own = theme.figure.tones.styles(of: chart).filter(\.isVariant)
                        variants += own.filter { tone in !variants.contains { $0.pattern == tone.pattern } }
                    case .chart(.bars(let chart)): tones.insert(chart.tone)
                    case .chart(.line), .chart(.sparkline), .image: break
                    }
                case .masthead, .heading, .list, .quotation, .details, .signature, .contents, .table, .notes: break
                }
            }
        }
    }
}

extension Theme.FigureStyle.ToneStyle.Pattern {
    /// The lines or dots of the pattern in a square of 6 units; `nil` for no pattern.
    fileprivate var lines: StaticString? {
        switch self {
        case .plain: nil
        case .rising: "M-1 1L1 -1M-1 7L7 -1M5 7L7 5"
        case .falling: "M-1 -1L7 7M-1 5L1 7M5 -1L7 1"
        case .level: "M0 3H6"
        case .upright: "M3 0V6"
        case .grid: "M0 3H6M3 0V6"
        case .dots: "M2.5 3H3.5"
        }
    }
}

extension Chart.Tone {
    /// What its marks are filled with.
    var pattern: ElementID { NamedTone.pattern(of: self) }
}

extension Symbol {
    /// One stroke or area of a symbol, and its name in the style sheet.
    fileprivate struct Part {
        var style: StaticString
        var path: StaticString
    }

    /// Where it is drawn.
    fileprivate var definition: ElementID {
        switch self {
        case .star: .numbered("symbol", 0)
        case .disc: .numbered("symbol", 1)
        case .diamond: .numbered("symbol", 2)
        case .hollowDiamond: .numbered("symbol", 3)
        case .square: .numbered("symbol", 4)
        case .tickInRing: .numbered("symbol", 5)
        case .ring: .numbered("symbol", 6)
        case .dashedSquare: .numbered("symbol", 7)
        case .improving: .numbered("symbol", 8)
        case .stable: .numbered("symbol", 9)
        case .worsening: .numbered("symbol", 10)
        case .notComparable: .numbered("symbol", 11)
        }
    }

    /// The shapes that a page of the PDF has, in a square from -1 to 1.
    fileprivate var parts: [Part] {
        let tick: StaticString = "M-.5 .05L-.12 .42L.52 -.38"
        let minus: StaticString = "M-.5 0H.5"
        let rhomb: StaticString = "M0 -1.15L1.15 0L0 1.15L-1.15 0Z"
        let circle: StaticString = "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1 -1 0Z"
        let ring: StaticString = "M-.88 0A.88 .88 0 1 1 .88 0A.88 .88 0 1 1 -.88 0Z"
        switch self {
        case .star:
            return [
                Part(
                    style: "y-star",
                    path:
                        "M0 -1.12L.277 -.381L1.065 -.346L.447 .145L.659 .906L0 .47L-.659 .906L-.447 .145L-1.065 -.346L-.277 -.381Z"
                )
            ]
        case .disc: return [Part(style: "y-disc", path: circle), Part(style: "y-sign", path: tick)]
        case .diamond: return [Part(style: "y-diamond", path: rhomb), Part(style: "y-sign", path: minus)]
        case .hollowDiamond: return [Part(style: "y-hollow", path: rhomb), Part(style: "y-hollow y-bold", path: minus)]
        case .square:
            return [
                Part(style: "y-square", path: "M-1 -1H1V1H-1Z"),
                Part(style: "y-sign", path: "M-.45 -.45L.45 .45M-.45 .45L.45 -.45"),
            ]
        case .tickInRing: return [Part(style: "y-on", path: ring), Part(style: "y-on y-bold", path: tick)]
        case .ring: return [Part(style: "y-none", path: ring)]
        case .dashedSquare:
            return [
                Part(
                    style: "y-none",
                    path:
                        "M-.88 -.88H-.32M.32 -.88H.88V-.32M.88 .32V.88H.32M-.32 .88H-.88V.32M-.88 -.32V-.88"
                )
            ]
        case .improving: return [Part(style: "y-way", path: "M-1 .85L0 -.95L1 .85Z")]
        case .worsening: return [Part(style: "y-way-line", path: "M-.88 -.75H.88L0 .8Z")]
        case .stable: return [Part(style: "y-way", path: "M-1 -.28H1V.28H-1Z")]
        case .notComparable: return [Part(style: "y-way-line y-bold", path: "M-1 0H-.2M.2 0H1")]
        }
    }
}
