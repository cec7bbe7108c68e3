// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

/// Sets the lines at the head and the foot of each page, once it is known how many there are.
struct RunningLines {
    let theme: Theme
    let shaper: TextShaper

    /// The head and the foot of a page.
    func items(
        head: RunningText,
        foot: RunningText,
        label: String,
        page: Int,
        of pages: Int,
        blocks: inout BlockShaper
    ) throws(FontError) -> [PageItem] {
        let style = theme.running
        let size = theme.page.size
        let margins = theme.page.margins
        let width = size.width - margins.left - margins.right
        var items: [PageItem] = []
        for (line, furniture) in [(head, Owner.Furniture.head), (foot, .foot)] {
            let top = furniture == .head ? style.fromEdge : size.height - style.fromEdge - style.text.leading
            let parts: [([RunningText.Piece], HorizontalAlignment)] = [
                (line.left, .left), (line.centre, .centre), (line.right, .right),
            ]
            for (pieces, alignment) in parts {
                let words = pieces.map { $0.words(page: page, pages: pages, label: label) }.joined()
                if words.isEmpty { continue }
                let text = try blocks.shapeRunning(words, furniture)
                let boxes = LineBreaker(shaper: shaper).boxes(of: text, measure: width, alignment: alignment)
                items += boxes[..<1].items(x: margins.left, y: top)
            }
            if furniture == .foot, style.rule > .zero {
                let y = top - style.text.leading / 3
                let from = Point(x: margins.left, y: y)
                let to = Point(x: size.width - margins.right, y: y)
                items.append(.rule(Rule(from: from, to: to, thickness: style.rule, colour: theme.table.borderColour)))
            }
        }
        return items
    }
}

extension RunningText.Piece {
    fileprivate func words(page: Int, pages: Int, label: String) -> String {
        switch self {
        case .text(let text): text
        case .page: String(page)
        case .pages: String(pages)
        case .sectionLabel: label
        }
    }
}
