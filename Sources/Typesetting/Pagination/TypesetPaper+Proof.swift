// SPDX-License-Identifier: Apache-2.0

import Geometry
package import Layouts
package import PaperTree

extension TypesetPaper {
    /// The numbers of the pages that show some nodes.
    package func pages(showing nodes: Set<NodeID>) -> [Int] {
        pages.filter { page in page.items.contains { $0.baseline(showing: nodes) != nil } }.map(\.number)
    }

    /// A copy with an identifier and a title of its own, and with a change bar in the left margin beside every line that shows some nodes.
    package func proof(of nodes: Set<NodeID>, theme: Theme, title: String) -> TypesetPaper {
        var proof = self
        proof.paper.properties.id += "-proof"
        proof.paper.properties.title = title
        for index in proof.pages.indices {
            proof.pages[index].items += bars(on: pages[index], beside: nodes, theme: theme).map { .rule($0) }
        }
        return proof
    }

    /// The bars on a page: lines that follow one another share one.
    private func bars(on page: Page, beside nodes: Set<NodeID>, theme: Theme) -> [RuleLine] {
        let orientation: Orientation = page.size == theme.page.size ? .portrait : .landscape
        let margin = theme.page.turned(to: orientation).margins.left
        let x = max(margin / 2, margin - barGap)
        let leading = theme.body.text.leading
        var bars: [RuleLine] = []
        for baseline in page.items.compactMap({ $0.baseline(showing: nodes) }).sorted() {
            let top = baseline - leading * 0.8
            let bottom = baseline + leading * 0.3
            if let last = bars.last, top <= last.to.y + leading / 2 {
                bars[bars.count - 1].to.y = max(last.to.y, bottom)
            } else {
                let colour = theme.body.text.colour
                bars.append(
                    RuleLine(
                        from: Point(x: x, y: top),
                        to: Point(x: x, y: bottom),
                        thickness: barThickness,
                        colour: colour
                    )
                )
            }
        }
        return bars
    }
}

/// The distance from a bar to the text.
private let barGap = Length.points(9)
private let barThickness = Length.points(2)

extension PageItem {
    /// The baseline of text that is drawn for one of some nodes, or `nil` for any other item.
    fileprivate func baseline(showing nodes: Set<NodeID>) -> Length? {
        guard case .text(let run) = self else { return nil }
        switch run.owner {
        case .node(let id), .label(let id): return nodes.contains(id) ? run.origin.y : nil
        case .furniture: return nil
        }
    }
}
