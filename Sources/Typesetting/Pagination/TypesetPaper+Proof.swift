// SPDX-License-Identifier: Apache-2.0

import Geometry
package import Layouts
package import PaperTree

extension TypesetPaper {
    /// The pages on which something is drawn for some nodes.
    package func pages(showing nodes: Set<NodeID>) -> [Int] {
        pages.filter { page in page.items.contains { $0.baseline(showing: nodes) != nil } }.map(\.number)
    }

    /// The same with a bar in the left margin beside every line that shows some nodes, and a name of its own.
    package func proof(of nodes: Set<NodeID>, theme: Theme, title: String) -> TypesetPaper {
        var proof = self
        proof.paper.properties.id += "-proof"
        proof.paper.properties.title = title
        for index in proof.pages.indices {
            proof.pages[index].items += bars(on: pages[index], beside: nodes, theme: theme).map { .rule($0) }
        }
        return proof
    }

    /// One bar for lines that follow one another.
    private func bars(on page: Page, beside nodes: Set<NodeID>, theme: Theme) -> [Rule] {
        let orientation: Orientation = page.size == theme.page.size ? .portrait : .landscape
        let margin = theme.page.turned(to: orientation).margins.left
        let x = max(margin / 2, margin - barGap)
        let leading = theme.body.text.leading
        var bars: [Rule] = []
        for baseline in page.items.compactMap({ $0.baseline(showing: nodes) }).sorted() {
            let top = baseline - leading * 0.8
            let bottom = baseline + leading * 0.3
            if let last = bars.last, top <= last.to.y + leading / 2 {
                bars[bars.count - 1].to.y = max(last.to.y, bottom)
            } else {
                let colour = theme.body.text.colour
                bars.append(
                    Rule(from: Point(x: x, y: top), to: Point(x: x, y: bottom), thickness: barThickness, colour: colour)
                )
            }
        }
        return bars
    }
}

/// From a bar to the text.
private let barGap = Length.points(9)
private let barThickness = Length.points(2)

extension PageItem {
    /// Where the line stands, if it is drawn for one of some nodes.
    fileprivate func baseline(showing nodes: Set<NodeID>) -> Length? {
        guard case .text(let run) = self else { return nil }
        switch run.owner {
        case .node(let id), .label(let id): return nodes.contains(id) ? run.origin.y : nil
        case .furniture: return nil
        }
    }
}
