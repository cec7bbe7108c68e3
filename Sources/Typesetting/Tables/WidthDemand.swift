// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

/// The widths that blocks ask of their column.
struct WidthDemand {
    /// The width of the longest stretch in which words that belong together stay on one line, and in which decimal marks are aligned.
    var whole = Length.zero
    /// The width of the longest unbreakable stretch.
    var minimum = Length.zero
    /// The width of the longest line if none is broken.
    var natural = Length.zero
    /// The same of its statuses and directions.
    var status = Length.zero

    /// The demand of blocks one under another.
    ///
    /// - Parameter minimum: returns the narrowest width of a text.
    init(of blocks: [TextBlock], theme: Theme, minimum: (ShapedText) -> Length) {
        for block in blocks {
            switch block.content {
            case .paragraph(let text):
                var own = WidthDemand(whole: text.wholeWidth, minimum: minimum(text), natural: text.naturalWidth)
                if text.isStatus { own.status = own.natural }
                widen(to: own, inset: block.symbol?.width ?? .zero)
            case .list(let items):
                let inset = theme.list.inset(of: items.map(\.marker))
                for item in items {
                    widen(to: WidthDemand(of: item.blocks, theme: theme, minimum: minimum), inset: inset)
                }
            case .quotation(let quoted):
                let inset = theme.quotation.indent * 2
                widen(to: WidthDemand(of: quoted, theme: theme, minimum: minimum), inset: inset)
            case .sparkline:
                let least = Sparkline.width / 2
                widen(to: WidthDemand(whole: least, minimum: least, natural: Sparkline.width))
            }
        }
    }

    init(whole: Length = .zero, minimum: Length = .zero, natural: Length = .zero) {
        self.whole = whole
        self.minimum = minimum
        self.natural = natural
    }

    /// Takes the larger of both demands.
    ///
    /// - Parameter inset: what the other asks for beside its words.
    mutating func widen(to other: WidthDemand, inset: Length = .zero) {
        whole = max(whole, other.whole + inset)
        minimum = max(minimum, other.minimum + inset)
        natural = max(natural, other.natural + inset)
        if other.status > .zero { status = max(status, other.status + inset) }
    }

    /// Asks for a width in which nothing is parted.
    mutating func widen(toWhole width: Length) {
        whole = max(whole, width)
        natural = max(natural, width)
    }
}

/// The least widths of columns, in the order in which they are given up where a table is too wide for its page.
///
/// Values stay whole as long as there is room; then words that belong together are parted; then words are hyphenated; then words are divided
/// anywhere. A figure is the last that is divided, since half of it is another figure.
struct WidthFloors {
    /// How much of a table stays whole.
    enum Level: Int, CaseIterable, Comparable {
        /// Words are divided anywhere, and figures stay whole.
        case figures
        /// Words are hyphenated.
        case parts
        /// No word is divided.
        case words
        /// No value is parted.
        case whole

        static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// In columns. Each is at least as wide at a higher level.
    private let widths: [Level: [Length]]

    /// - Parameters:
    ///   - demands: of the columns.
    ///   - parts: with hyphenated words, if words have to be divided.
    ///   - figures: with words that are divided anywhere.
    init(_ demands: [WidthDemand], parts: [Length]? = nil, figures: [Length]? = nil) {
        var widths = [Level.whole: demands.map { max($0.whole, $0.minimum) }, .words: demands.map(\.minimum)]
        if let parts { widths[.parts] = zip(parts, demands).map { min($0, $1.minimum) } }
        if let figures { widths[.figures] = zip(figures, widths[.parts] ?? demands.map(\.minimum)).map { min($0, $1) } }
        self.widths = widths
    }

    /// The least widths of all columns at a level.
    subscript(level: Level) -> [Length] { widths[level] ?? widths[.words] ?? [] }

    /// The highest level at which columns have room, or `nil` if not even figures have.
    func level(of columns: [Int], within width: Length) -> Level? {
        Level.allCases.reversed().first { level in
            widths[level] != nil && columns.map { self[level][$0] }.total <= width
        }
    }

    /// The least widths of some columns for a width that they have together, or `nil` if not even figures have room.
    ///
    /// They are those of the highest level that has room, and of the level above it for as many columns as have, first those that lack least. Where
    /// words are divided, the rest goes to the columns in which they are.
    func fitting(_ columns: [Int], within width: Length) -> [Length]? {
        guard let level = level(of: columns, within: width) else { return nil }
        var floors = columns.map { self[level][$0] }
        guard let next = Level(rawValue: level.rawValue + 1) else { return floors }
        let wanted = columns.map { self[next][$0] }
        func lacking(_ index: Int) -> Length { wanted[index] - floors[index] }
        var left = width - floors.total
        let order = columns.indices.sorted { (lacking($0), $0) < (lacking($1), $1) }
        for index in order where lacking(index) <= left {
            left -= lacking(index)
            floors[index] = wanted[index]
        }
        if level >= .words { return floors }
        var sum = floors.indices.map(lacking).total
        for index in floors.indices where sum > .zero {
            let own = lacking(index)
            let share = Length(units: left.units * own.units / sum.units)
            floors[index] += share
            left -= share
            sum -= own
        }
        return floors
    }
}
