// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

extension Theme.FigureStyle.ToneStyle.Pattern {
    /// The thickness of a line of a hatch, and the distance of lines along the edge of a mark.
    private static let line = Length.points(0.9)
    private static let lineDistance = Length.points(4)
    /// The radius of a dot, and the distance of dots.
    private static let dot = Length.points(0.6)
    private static let dotDistance = Length.points(5)

    /// The lines or dots of the pattern in a rectangle, to be filled; `nil` for no pattern.
    ///
    /// They are cut to the rectangle by arithmetic, so that a page needs no clips and no pattern surfaces, which the finishing pass refuses.
    func path(in area: Rectangle) -> Path? {
        switch self {
        case .plain: nil
        case .rising: Self.hatch(in: area, rises: true)
        case .falling: Self.hatch(in: area, rises: false)
        case .level: Self.lines(in: area, isLevel: true)
        case .upright: Self.lines(in: area, isLevel: false)
        case .grid: Self.grid(in: area)
        case .dots: Self.dots(in: area)
        }
    }

    /// Lines at 45 degrees. A line crosses the upper edge of its band of the rectangle so far to the right, or to the left, as the rectangle
    /// is high.
    private static func hatch(in area: Rectangle, rises: Bool) -> Path {
        var path = Path()
        let (width, height) = (area.size.width, area.size.height)
        // The length of a line of this thickness along a horizontal edge.
        let breadth = line * 2.0.squareRoot()
        var start = -height
        while start < width {
            let corners = [
                Point(x: start, y: height), Point(x: start + breadth, y: height),
                Point(x: start + breadth + height, y: .zero), Point(x: start + height, y: .zero),
            ]
            var cut = corners.cut(at: .zero) { $0 >= $1 }.cut(at: width) { $0 <= $1 }
            if !rises { cut = cut.map { Point(x: width - $0.x, y: $0.y) } }
            path.append(Path(polygon: cut).moved(x: area.origin.x, y: area.origin.y))
            start += lineDistance
        }
        return path
    }

    /// Level or upright lines, as far from both edges.
    private static func lines(in area: Rectangle, isLevel: Bool) -> Path {
        let (along, across) =
            isLevel ? (area.size.width, area.size.height) : (area.size.height, area.size.width)
        let count = max(1, (across - line).units / lineDistance.units)
        let first = (across - line - lineDistance * (count - 1)) / 2
        var path = Path()
        for number in 0..<count {
            let place = first + lineDistance * number
            path.append(
                Path(
                    isLevel
                        ? Rectangle(origin: area.origin.moved(y: place), size: Size(width: along, height: line))
                        : Rectangle(origin: area.origin.moved(x: place), size: Size(width: line, height: along))
                )
            )
        }
        return path
    }

    private static func grid(in area: Rectangle) -> Path {
        var path = lines(in: area, isLevel: true)
        path.append(lines(in: area, isLevel: false))
        return path
    }

    /// Whole dots only, centred in the rectangle.
    private static func dots(in area: Rectangle) -> Path {
        func places(in length: Length) -> [Length] {
            let count = max(0, (length - dot * 4).units / dotDistance.units + 1)
            let first = (length - dotDistance * (count - 1)) / 2
            return (0..<count).map { first + dotDistance * $0 }
        }
        var path = Path()
        for y in places(in: area.size.height) {
            for x in places(in: area.size.width) {
                path.append(Path(circle: area.origin.moved(x: x, y: y), radius: dot))
            }
        }
        return path
    }
}

extension [Point] {
    /// The part of a convex outline on one side of a vertical line (Sutherland and Hodgman, 1974).
    fileprivate func cut(at edge: Length, isInside: (Length, Length) -> Bool) -> [Point] {
        var kept: [Point] = []
        for (index, point) in enumerated() {
            let before = self[index == 0 ? count - 1 : index - 1]
            if isInside(point.x, edge) != isInside(before.x, edge) {
                let part = Double((edge - before.x).units) / Double((point.x - before.x).units)
                kept.append(Point(x: edge, y: before.y + (point.y - before.y) * part))
            }
            if isInside(point.x, edge) { kept.append(point) }
        }
        return kept
    }
}
