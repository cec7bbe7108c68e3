// SPDX-License-Identifier: Apache-2.0

package import Geometry
package import PaperTree
package import Pictures
package import TextShaping

/// An item that is drawn on a page.
package enum PageItem: Sendable, Hashable {
    case text(TextRun)
    case rule(RuleLine)
    case fill(Fill)
    // Pages have few of these, and all items would be as large as the largest.
    indirect case path(PathMark)
    indirect case image(ImageMark)
    case link(LinkArea)
    case figure(FigureArea)
}

/// Words on one baseline in one colour.
package struct TextRun: Sendable, Hashable {
    /// Where the baseline begins.
    package var origin: Point
    /// The fill of its glyphs.
    package var colour: Colour
    /// The node that the words belong to, or the furniture of the page.
    package var owner: Owner
    /// The words and the spaces between them, in the order of the line.
    package var pieces: [PlacedPiece]
    /// Whether the run is rotated by 90° anticlockwise about its origin, so that it goes upwards from there.
    package var isRotated = false
}

/// A piece of text, and its distance from the beginning of its run.
package struct PlacedPiece: Sendable, Hashable {
    /// The distance from the origin of the run to the right.
    package var x: Length
    /// The shaped word.
    package var piece: ShapedPiece
}

/// The node that drawn text belongs to.
package enum Owner: Sendable, Hashable {
    /// A node of the paper.
    case node(NodeID)
    /// The mark of a list item, or the label of a pair.
    case label(NodeID)
    /// No node: text that only the page needs, which is not read out.
    case furniture(Furniture)

    /// Text that only the page needs.
    package enum Furniture: String, Sendable, Hashable {
        case head, foot
        /// The header of a table, again on a later page.
        case repeatedHeader = "repeated-header"
        /// The band of a table, again on a later page.
        case continuedBand = "continued-band"
        /// The title of a table, again on a later page.
        case continuedTitle = "continued-title"
        /// The words under a table that it continues.
        case overleaf
        /// A cell over several rows, or the cell that names a divided row, again on a later page.
        case repeatedCell = "repeated-cell"
        /// The term of a definition, again on a later page.
        case repeatedTerm = "repeated-term"
        /// The title of a column before a value, in a table that is folded.
        case columnLabel = "column-label"
        /// The total of a column at the foot or the head of a part of a table.
        case carriedTotal = "carried-total"
        /// A symbol before words that say the same.
        case symbol
        /// A picture that shows nothing that has to be said.
        case decoration
    }
}

/// A printed rule: a straight line, horizontal or vertical.
package struct RuleLine: Sendable, Hashable {
    /// The beginning and the end of its centre line.
    package var from: Point
    package var to: Point
    /// The thickness, half of it on each side of the centre line.
    package var thickness: Length
    /// The fill of the line.
    package var colour: Colour
}

/// A filled rectangle.
package struct Fill: Sendable, Hashable {
    /// The filled area.
    package var rectangle: Rectangle
    /// The colour of the fill.
    package var colour: Colour
}

/// A mark of a figure or a symbol: a path that is filled, stroked or both.
package struct PathMark: Sendable, Hashable {
    /// How the line along a path is drawn, half of its thickness on each side.
    package struct Stroke: Sendable, Hashable {
        /// The colour of the line.
        package var colour: Colour
        /// The thickness of the line.
        package var thickness: Length
    }

    /// The outline that is drawn.
    package var path: Path
    /// The colour inside the path, or `nil` for none.
    package var fill: Colour?
    /// The line along it, or `nil` for none; drawn over the fill.
    package var stroke: Stroke?
    /// The node of the figure, or the furniture that the mark is.
    package var owner: Owner
}

/// A picture.
package struct ImageMark: Sendable, Hashable {
    /// The image as it was read.
    package var image: RasterImage
    /// The pixels that it is reduced to when it is drawn: as many as its area can show.
    package var width: Int
    package var height: Int
    /// The area that it fills.
    package var rectangle: Rectangle
    /// The node of the figure, or decoration.
    package var owner: Owner
}

/// The area of a page that a figure, or a part of it, takes; nothing is drawn for it.
package struct FigureArea: Sendable, Hashable {
    /// All that is drawn for it is inside.
    package var rectangle: Rectangle
    /// The node of the figure.
    package var node: NodeID
}

/// The area of a page on which a reader can activate a link.
package struct LinkArea: Sendable, Hashable {
    /// The area that can be clicked: the words on one line.
    package var rectangle: Rectangle
    /// The target of the link.
    package var target: Link.Target
    /// The node of the link, which may have an area on each of several lines.
    package var node: NodeID
    /// The words of the link.
    package var contents: String
}

/// The target of links, and its position on the page.
package struct Destination: Sendable, Hashable {
    /// The name by which links find the target.
    package var anchor: String
    /// The position that links scroll to.
    package var point: Point
}

extension PageItem {
    /// The same item, further right and further down.
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
        case .path(var mark):
            mark.path = mark.path.moved(x: x, y: y)
            return .path(mark)
        case .image(var mark):
            mark.rectangle.origin = mark.rectangle.origin.moved(x: x, y: y)
            return .image(mark)
        case .link(var link):
            link.rectangle.origin = link.rectangle.origin.moved(x: x, y: y)
            return .link(link)
        case .figure(var figure):
            figure.rectangle.origin = figure.rectangle.origin.moved(x: x, y: y)
            return .figure(figure)
        }
    }

    /// The same item as furniture, or `nil` for a link or a figure, which only what is read can have.
    func asFurniture(_ furniture: Owner.Furniture) -> PageItem? {
        switch self {
        case .text(var run):
            run.owner = .furniture(furniture)
            return .text(run)
        case .rule, .fill: return self
        case .path(var mark):
            mark.owner = .furniture(furniture)
            return .path(mark)
        case .image(var mark):
            mark.owner = .furniture(furniture)
            return .image(mark)
        case .link, .figure: return nil
        }
    }
}

extension TextRun {
    /// The words of the run with the spaces between them.
    package var text: String { pieces.map(\.piece.text).joined() }

    /// From the beginning of the first piece to the end of the last.
    var width: Length { pieces.last.map { $0.x + $0.piece.width } ?? .zero }
}
