// SPDX-License-Identifier: Apache-2.0

import TextShaping
import Geometry
import PaperTree

/// A line of a paragraph: a stretch of its atoms, without the space that it ends at.
struct Line {
    /// Into ``ShapedText/atoms``.
    var atoms: Range<Int>
    var width: Length
    /// How a hyphen divides the first of the atoms, of which the line has the end, and the last, of which it has the
    /// beginning.
    var divisionAtStart: Division?
    var divisionAtEnd: Division?
}

/// A place where a hyphen may divide an atom.
struct Division {
    /// How many bytes of the text stand before it.
    var offset: Int
    /// Ends in the hyphen.
    var head: ShapedPiece
    var tail: ShapedPiece
}

extension ShapedText {
    /// The marks of notes in a line, in the order of the text.
    func marks(in line: Line) -> [NoteMark] {
        if formats.allSatisfy({ $0.note == nil }) { return [] }
        var marks: [NoteMark] = []
        for atom in atoms[line.atoms] {
            if let mark = formats[Int(atom.format)].note, marks.last != mark { marks.append(mark) }
        }
        return marks
    }

    /// What a line draws, from its own top left corner, in a measure.
    func items(of line: Line, measure: Length, alignment: HorizontalAlignment) -> [PageItem] {
        let start: Length =
            switch alignment {
            case .left: .zero
            case .centre: max(.zero, (measure - line.width) / 2)
            case .right, .decimal: max(.zero, measure - line.width)
            }
        var items: [PageItem] = []
        var x = start
        var index = line.atoms.lowerBound
        while index < line.atoms.upperBound {
            let format = atoms[index].format
            let first = x
            var pieces: [PlacedPiece] = []
            while index < line.atoms.upperBound, atoms[index].format == format {
                pieces.append(PlacedPiece(x: x - first, piece: atoms[index].piece))
                x += atoms[index].piece.width
                index += 1
            }
            // The space or break that a line ends at is drawn too, so that copied words do not run together.
            if index == line.atoms.upperBound, index < atoms.count,
                atoms[index].kind == .space || atoms[index].kind == .lineBreak
            {
                pieces.append(PlacedPiece(x: x - first, piece: atoms[index].piece))
            }
            append(pieces, from: first, to: x, in: formats[Int(format)], to: &items)
        }
        return items
    }

    private func append(
        _ pieces: [PlacedPiece],
        from start: Length,
        to end: Length,
        in format: Format,
        to items: inout [PageItem]
    ) {
        let origin = Point(x: start, y: baseline)
        items.append(.text(TextRun(origin: origin, colour: format.colour, owner: format.owner, pieces: pieces)))
        if format.isUnderlined {
            let underline = Point(x: start, y: baseline + underlineDepth)
            items.append(
                .rule(
                    Rule(
                        from: underline,
                        to: Point(x: end, y: underline.y),
                        thickness: underlineThickness,
                        colour: format.colour
                    )
                )
            )
        }
        guard let link = format.link else { return }
        items.append(
            .link(
                LinkArea(
                    rectangle: Rectangle(
                        origin: Point(x: start, y: .zero),
                        size: Size(width: end - start, height: leading)
                    ),
                    target: link.target,
                    node: link.id,
                    contents: link.inlines.plainText
                )
            )
        )
    }
}

/// From the baseline to the middle of an underline: clear of the letters, above most descenders' ends.
private let underlineDepth = Length.points(1.6)
private let underlineThickness = Length.points(0.6)
