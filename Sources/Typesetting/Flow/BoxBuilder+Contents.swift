// SPDX-License-Identifier: Apache-2.0

import Layouts
import Geometry
import PaperTree
import TextShaping

extension BoxBuilder {
    /// Lays out the headings of a paper with their pages at the right, if the paper is long enough to need them.
    mutating func append(_ contents: ShapedContents, pageNumbers: PageNumbers, measure: Length) {
        guard pageNumbers.count >= contents.fromPages else { return }
        append(contents.heading, measure: measure)
        for entry in contents.entries {
            guard let page = pageNumbers.pages[entry.anchor] else { continue }
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
            append(boxes, before: .zero, after: theme.contents.gap)
        }
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
