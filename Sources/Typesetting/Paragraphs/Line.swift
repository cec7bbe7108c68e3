// SPDX-License-Identifier: Apache-2.0

import ResourceLimits
import TextShaping
import Geometry
import PaperTree

/// A line of a paragraph: a range of its atoms, without the space that it ends at.
struct Line {
    /// The range of its atoms in ``ShapedText/atoms``.
    var atoms: Range<Int>
    var width: Length
    /// How a hyphen divides the first atom, of which the line has the end, and the last, of which it has the beginning.
    var divisionAtStart: Division?
    var divisionAtEnd: Division?
}

/// A place at which a hyphen may divide an atom.
struct Division {
    /// The number of bytes of the text before it.
    var offset: Int
    /// The part before it, with the hyphen.
    var head: ShapedPiece
    var tail: ShapedPiece
}

extension ShapedText {
    /// The page items of a line in a measure, from the top left corner of the line.
    func items(of line: Line, measure: Length, alignment: HorizontalAlignment) -> [PageItem] {
        let spare = max(.zero, measure - line.width)
        let start: Length =
            switch alignment {
            case .left: isBackward ? spare : .zero
            case .centre: spare / 2
            case .right, .decimal: spare
            }
        var items: [PageItem] = []
        let places = places(of: line)
        var index = line.atoms.lowerBound
        while index < line.atoms.upperBound {
            let format = atoms[index].format
            let stretch =
                index..<(atoms[index..<line.atoms.upperBound].firstIndex { $0.format != format }
                ?? line.atoms.upperBound)
            let left = stretch.map { places[$0 - line.atoms.lowerBound] }.min() ?? .zero
            let right = stretch.map { places[$0 - line.atoms.lowerBound] + atoms[$0].piece.width }.max() ?? .zero
            var pieces = stretch.map { index in
                PlacedPiece(x: places[index - line.atoms.lowerBound] - left, piece: atoms[index].piece)
            }
            index = stretch.upperBound
            // The space or break that a line ends at is drawn too, so that copied words do not run together.
            if index == line.atoms.upperBound, index < atoms.count, atoms[index].isWhiteSpace,
                !atoms[index].isSeparator
            {
                pieces.append(PlacedPiece(x: isBackward ? .zero : right - left, piece: atoms[index].piece))
            }
            append(pieces, from: start + left, to: start + right, in: formats[Int(format)], to: &items)
        }
        return items
    }

    /// The distance of each atom of a line from its left end, in the order of the text (UAX 9, rule L2).
    private func places(of line: Line) -> [Length] {
        var places: [Length] = []
        places.reserveCapacity(line.atoms.count)
        var x = Length.zero
        let levels = atoms[line.atoms].map(\.level)
        guard let highest = levels.max(), highest > 0 else {
            for atom in atoms[line.atoms] {
                places.append(x)
                x += atom.piece.width
            }
            return places
        }
        var order = Array(line.atoms)
        WorkMeter.count(order.count * Int(highest))
        for level in stride(from: highest, through: 1, by: -1) {
            var start = 0
            while start < order.count {
                let length = order[start...].prefix { atoms[$0].level >= level }.count
                order[start..<start + length].reverse()
                start += max(1, length)
            }
        }
        places = Array(repeating: .zero, count: order.count)
        for index in order {
            places[index - line.atoms.lowerBound] = x
            x += atoms[index].piece.width
        }
        return places
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
                    RuleLine(
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
                        size: Size(width: max(end - start, leastLinkWidth), height: leading)
                    ),
                    target: link.target,
                    node: link.id,
                    contents: link.inlines.plainText
                )
            )
        )
    }
}

/// The distance from the baseline to the middle of an underline: below the letters, and above the ends of most descenders.
private let underlineDepth = Length.points(1.6)
private let underlineThickness = Length.points(0.6)
/// The minimum width of a link area, for a line of invisible characters: an area without width cannot be activated.
private let leastLinkWidth = Length.points(1)
