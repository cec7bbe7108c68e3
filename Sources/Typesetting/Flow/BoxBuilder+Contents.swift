// SPDX-License-Identifier: Apache-2.0

import Layouts
import Geometry
import PaperTree
import TextShaping

extension BoxBuilder {
    /// The greatest share of a page that the entries take, unless those of the first level alone need more: contents stay with the front matter on the
    /// first page, and a list that goes over it is no overview.
    static let mostOfPageForContents = 0.5
    /// How many entries a page break has before it, under the heading, and after it at least: two lines at the head of a page are no list. A list of fewer
    /// than twice as many has half of its entries there.
    private static let leastEntries = (before: 2, after: 4)
    /// A list of fewer entries stays whole.
    private static let leastDividedEntries = 6

    /// Lays out the headings of a paper with their pages at the right, if the paper is long enough to need them: down to the deepest level whose entries
    /// take no more than a share of the page (``mostOfPageForContents``).
    mutating func append(_ contents: ShapedContents, pageNumbers: PageNumbers, measure: Length) {
        guard pageNumbers.count >= contents.fromPages else { return }
        append(contents.heading, measure: measure)
        let entries = contents.entries.compactMap { entry in
            pageNumbers.pages[entry.anchor].map { page in
                (level: entry.level, boxes: boxes(of: entry, on: page, measure: measure))
            }
        }
        // One entry alone is no contents.
        let levels = Set(entries.map(\.level)).sorted(by: >).filter { level in entries.count { $0.level <= level } > 1 }
        let depth = levels.first { level in
            let heights = entries.filter { $0.level <= level }.map { $0.boxes.height + theme.contents.gap }
            return heights.total <= theme.page.textHeight * Self.mostOfPageForContents
        }
        var listed = entries.filter { $0.level <= depth ?? levels.last ?? .max }.map(\.boxes)
        let count = listed.count
        let after = count < Self.leastDividedEntries ? count : min(Self.leastEntries.after, count / 2)
        for index in listed.indices.dropLast() where index + 1 < Self.leastEntries.before || count - index - 1 < after {
            listed[index][listed[index].count - 1].keepsWithNext = true
        }
        for boxes in listed { append(boxes, before: .zero, after: theme.contents.gap) }
    }

    /// The lines of an entry, the last with the number of the page.
    private func boxes(of entry: ShapedContents.Entry, on page: Int, measure: Length) -> [Box] {
        let number = entry.text.number(page, shaper: breaker.shaper)
        let room = measure - entry.indent - number.naturalWidth - entry.text.leading
        var boxes = breaker.boxes(of: entry.text, measure: room, alignment: .left).indented(by: entry.indent)
        for item in breaker.boxes(of: number, measure: measure, alignment: .right).flatMap(\.items) {
            boxes[boxes.count - 1].items.append(item)
        }
        let link = LinkArea(
            rectangle: Rectangle(origin: .zero, size: Size(width: measure, height: entry.text.leading)),
            target: .anchor(entry.anchor),
            node: entry.node,
            contents: "\(entry.words), page \(page)"
        )
        for index in boxes.indices {
            boxes[index].items.append(.link(link))
            boxes[index].keepsWithNext = index < boxes.count - 1
        }
        if theme.contents.rule > .zero, let last = boxes.indices.last {
            boxes[last].items.append(.rule(rule(under: boxes[last].height, measure: measure)))
        }
        return boxes
    }
}

extension BoxBuilder {
    /// The rule under an entry whose last line has a height.
    private func rule(under height: Length, measure: Length) -> RuleLine {
        let y = height + theme.contents.gap / 2
        return RuleLine(
            from: Point(x: .zero, y: y),
            to: Point(x: measure, y: y),
            thickness: theme.contents.rule,
            colour: theme.contents.ruleColour
        )
    }
}

extension ShapedText {
    /// A number in the style of this text, with a space before it, so that it is read apart from the words.
    fileprivate func number(_ number: Int, shaper: TextShaper) -> ShapedText {
        guard let format = formats.first else { return self }
        let piece = shaper.piece(Substring(" \(number)"), in: format.style)
        return ShapedText(
            atoms: [Atom(piece: piece, kind: .joined, format: 0)],
            formats: [format],
            leading: leading,
            hyphenateBelow: hyphenateBelow,
            baseline: baseline
        )
    }
}
