// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import TextShaping

/// The title of a column that is rotated in the header: it runs upwards, in as many lines as leave most of the page to the rows.
struct RotatedTitle {
    /// The part of a page that the length of a title takes, as its divisor.
    private static let leastPartOfPage = 5
    /// The same where a word is longer, or where its column has no room for more lines.
    private static let leastPartOfLongWords = 3

    let blocks: [TextBlock]
    /// The greatest length of a line, and that where its column has no room for as many lines.
    private let limit: Length
    private let most: Length
    private let longestWord: Length

    init(_ blocks: [TextBlock], theme: Theme) {
        self.blocks = blocks
        let page = min(theme.page.textHeight, theme.page.turned(to: .landscape).textHeight)
        longestWord = blocks.map(\.minimumWidth).max() ?? .zero
        most = page / Self.leastPartOfLongWords
        limit = max(page / Self.leastPartOfPage, longestWord)
    }

    /// Whether its blocks are paragraphs whose words are whole in a part of the page.
    var isRotatable: Bool {
        longestWord <= most && blocks.allSatisfy { if case .paragraph = $0.content { true } else { false } }
    }

    /// The width that its lines ask of their column.
    var demand: WidthDemand {
        var width = Length.zero
        for (index, block) in blocks.enumerated() {
            guard case .paragraph(let text) = block.content else { continue }
            if index > 0 { width += max(blocks[index - 1].spaceAfter, block.spaceBefore) }
            width += text.leading * text.countLines(of: limit)
        }
        return WidthDemand(whole: width, minimum: width, natural: width)
    }

    /// The lines as one box, longer than the limit only if the column is too narrow for as many lines; upright if it is too narrow for any.
    ///
    /// - Parameter lines: breaks the title into lines of a length.
    func boxes(width: Length, lines: (_ length: Length) -> [Box]) -> [Box] {
        if blocks.isEmpty { return [] }
        let longest = min(most, blocks.map(\.naturalWidth).max() ?? .zero)
        var length = limit
        while true {
            let own = lines(length)
            if own.height <= width { return [own.rotated(left: (width - own.height) / 2)] }
            if length >= longest { return lines(width) }
            length = min(longest, length * 5 / 4)
        }
    }
}

extension ShapedText {
    /// How many lines of a length the words take about, each stretch between line breaks by itself.
    fileprivate func countLines(of length: Length) -> Int {
        var count = 0
        for stretch in atoms.split(omittingEmptySubsequences: false, whereSeparator: { $0.kind == .lineBreak }) {
            let width = stretch.map(\.piece.width).total
            count += max(1, Int((width.points / max(1, length.points)).rounded(.up)))
        }
        return count
    }
}

extension TextBlock {
    fileprivate var minimumWidth: Length { if case .paragraph(let text) = content { text.minimumWidth } else { .zero } }

    fileprivate var naturalWidth: Length { if case .paragraph(let text) = content { text.naturalWidth } else { .zero } }
}
