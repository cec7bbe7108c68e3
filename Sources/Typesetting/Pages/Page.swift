// SPDX-License-Identifier: Apache-2.0

package import Geometry
package import PaperTree
package import TextShaping

/// A page as it will be drawn: everything on it has its place, and nothing is left to decide.
package struct Page: Sendable, Hashable {
    /// From one.
    package var number: Int
    /// The sheet, upright or on its side.
    package var size: Size
    /// In the order in which they are drawn, which is reading order.
    package var items: [PageItem]
    /// Where links may lead.
    package var destinations: [Destination]
}

/// Something drawn on a page.
package enum PageItem: Sendable, Hashable {
    case text(TextRun)
    case rule(Rule)
    case fill(Fill)
    case link(LinkArea)
}

/// Words on one baseline in one colour.
package struct TextRun: Sendable, Hashable {
    /// Where the baseline begins.
    package var origin: Point
    /// What its glyphs are filled with.
    package var colour: Colour
    /// Whose words these are: a node of the paper, or furniture of the page.
    package var owner: Owner
    /// Its words and the spaces between them, in the order of the line.
    package var pieces: [PlacedPiece]
}

/// A piece of text and how far it stands from the beginning of its run.
package struct PlacedPiece: Sendable, Hashable {
    /// From the origin of the run to the right.
    package var x: Length
    /// The word, as the shaper made it.
    package var piece: ShapedPiece
}

/// What drawn text belongs to.
package enum Owner: Sendable, Hashable {
    /// A node of the paper.
    case node(NodeID)
    /// The mark of a list item, or the label of a pair.
    case label(NodeID)
    /// Nothing that is read: drawn for the page's sake.
    case furniture(Furniture)

    /// What is drawn for the page's sake.
    package enum Furniture: String, Sendable, Hashable {
        case head, foot
        /// The header of a table, again on a later page.
        case repeatedHeader = "repeated-header"
        /// The band of a table, again on a later page.
        case continuedBand = "continued-band"
        /// The title of a table, again on a later page.
        case continuedTitle = "continued-title"
        /// Says under a table that it continues.
        case overleaf
        /// A cell over several rows, again on a later page.
        case repeatedCell = "repeated-cell"
    }
}

/// A straight line, level or upright.
package struct Rule: Sendable, Hashable {
    /// The ends of its middle line.
    package var from: Point
    package var to: Point
    /// Half of it on each side of the middle line.
    package var thickness: Length
    /// What it is filled with.
    package var colour: Colour
}

/// A coloured ground.
package struct Fill: Sendable, Hashable {
    /// The area that is filled.
    package var rectangle: Rectangle
    /// What it is filled with.
    package var colour: Colour
}

/// Where a reader may follow a link.
package struct LinkArea: Sendable, Hashable {
    /// The area that can be clicked: the words of one line.
    package var rectangle: Rectangle
    /// Where it leads.
    package var target: Link.Target
    /// The link that it belongs to, which may have an area on each of several lines.
    package var node: NodeID
    /// What the link says.
    package var contents: String
}

/// A place that links lead to.
package struct Destination: Sendable, Hashable {
    /// The name by which links find it.
    package var anchor: String
    /// Where what it names begins: links scroll to there.
    package var point: Point
}

extension PageItem {
    /// The same, further right and further down.
    func moved(x: Length, y: Length) -> PageItem {
        switch self {
        case .text(var run):
            run.origin = run.origin.moved(x: x, y: y)
            return .text(run)
        case .rule(var rule):
            rule.from = rule.from.moved(x: x, y: y)
            rule.to = rule.to.moved(x: x, y: y)
            return .rule(rule)
        case .fill(var fill):
            fill.rectangle.origin = fill.rectangle.origin.moved(x: x, y: y)
            return .fill(fill)
        case .link(var link):
            link.rectangle.origin = link.rectangle.origin.moved(x: x, y: y)
            return .link(link)
        }
    }

    /// The same, drawn for the page's sake instead of being read.
    func asFurniture(_ furniture: Owner.Furniture) -> PageItem? {
        switch self {
        case .text(var run):
            run.owner = .furniture(furniture)
            return .text(run)
        case .rule, .fill: return self
        case .link: return nil
        }
    }
}
