// SPDX-License-Identifier: Apache-2.0

/// An outline of straight lines and Bézier curves: one or more subpaths, each beginning with a move.
package struct Path: Sendable, Hashable {
    /// A step of a path, as in PDF (ISO 32000-1, 8.5.2).
    package enum Element: Sendable, Hashable {
        case move(Point)
        case line(Point)
        /// A cubic curve: two control points, and the end.
        case curve(Point, Point, Point)
        case close
    }

    /// In the order in which they are drawn.
    package var elements: [Element]

    package init(_ elements: [Element] = []) { self.elements = elements }

    /// The outline of a rectangle.
    package init(_ rectangle: Rectangle) {
        let (start, size) = (rectangle.origin, rectangle.size)
        self.init(polygon: [
            start,
            start.moved(x: size.width),
            start.moved(x: size.width, y: size.height),
            start.moved(y: size.height),
        ])
    }

    /// A closed outline of straight lines; empty for fewer than three corners.
    package init(polygon corners: [Point]) {
        self.init(corners.count > 2 ? Path(through: corners).elements + [.close] : [])
    }

    /// An open line through points.
    package init(through points: [Point]) {
        self.init(points.enumerated().map { $0 == 0 ? .move($1) : .line($1) })
    }

    /// A circle as four curves, which differ from it by less than a thousandth of its radius.
    package init(circle centre: Point, radius: Length) {
        let control = radius * 0.552_284_75
        func point(_ x: Length, _ y: Length) -> Point { centre.moved(x: x, y: y) }
        self.init([
            .move(point(radius, .zero)),
            .curve(point(radius, control), point(control, radius), point(.zero, radius)),
            .curve(point(-control, radius), point(-radius, control), point(-radius, .zero)),
            .curve(point(-radius, -control), point(-control, -radius), point(.zero, -radius)),
            .curve(point(control, -radius), point(radius, -control), point(radius, .zero)),
            .close,
        ])
    }

    /// Adds the subpaths of another path.
    package mutating func append(_ other: Path) { elements += other.elements }

    /// The same path, further right and further down.
    package func moved(x: Length, y: Length) -> Path {
        Path(
            elements.map { element in
                switch element {
                case .move(let point): .move(point.moved(x: x, y: y))
                case .line(let point): .line(point.moved(x: x, y: y))
                case .curve(let one, let other, let end):
                    .curve(one.moved(x: x, y: y), other.moved(x: x, y: y), end.moved(x: x, y: y))
                case .close: .close
                }
            }
        )
    }

    /// The least rectangle that holds all points of the path, control points too; `nil` for an empty path.
    package var bounds: Rectangle? {
        var points: [Point] = []
        for element in elements {
            switch element {
            case .move(let point), .line(let point): points.append(point)
            case .curve(let one, let other, let end): points += [one, other, end]
            case .close: break
            }
        }
        guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
            let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
        else { return nil }
        return Rectangle(
            origin: Point(x: left, y: top),
            size: Size(width: right - left, height: bottom - top)
        )
    }
}
