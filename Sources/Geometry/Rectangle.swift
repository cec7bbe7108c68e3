// SPDX-License-Identifier: Apache-2.0

/// A place on a page, measured from its top left corner, down and to the right.
package struct Point: Sendable, Hashable {
    /// From the left and from the top edge of the page.
    package var x: Length
    package var y: Length

    @inlinable package init(x: Length, y: Length) {
        self.x = x
        self.y = y
    }

    @inlinable package static var zero: Point { Point(x: .zero, y: .zero) }

    /// The point so far to the right and down; negative lengths move it left and up.
    @inlinable package func moved(x: Length = .zero, y: Length = .zero) -> Point {
        Point(x: self.x + x, y: self.y + y)
    }
}

/// A width and a height.
package struct Size: Sendable, Hashable {
    /// Along the line, and down the page.
    package var width: Length
    package var height: Length

    @inlinable package init(width: Length, height: Length) {
        self.width = width
        self.height = height
    }

    /// ISO 216 A4, upright: 210 mm by 297 mm.
    package static let a4 = Size(width: .millimetres(210), height: .millimetres(297))
}

/// A place and its extent.
package struct Rectangle: Sendable, Hashable {
    /// The top left corner.
    package var origin: Point
    /// How far it reaches to the right and down.
    package var size: Size

    @inlinable package init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    /// The least rectangle that holds both.
    package func union(_ other: Rectangle) -> Rectangle {
        let left = min(origin.x, other.origin.x)
        let top = min(origin.y, other.origin.y)
        let right = max(origin.x + size.width, other.origin.x + other.size.width)
        let bottom = max(origin.y + size.height, other.origin.y + other.size.height)
        return Rectangle(origin: Point(x: left, y: top), size: Size(width: right - left, height: bottom - top))
    }

    /// What both hold, or `nil` if that is no area.
    package func intersection(_ other: Rectangle) -> Rectangle? {
        let left = max(origin.x, other.origin.x)
        let top = max(origin.y, other.origin.y)
        let right = min(origin.x + size.width, other.origin.x + other.size.width)
        let bottom = min(origin.y + size.height, other.origin.y + other.size.height)
        guard left < right, top < bottom else { return nil }
        return Rectangle(origin: Point(x: left, y: top), size: Size(width: right - left, height: bottom - top))
    }
}

/// One value for each side of a box.
package struct Sides<Value: Sendable & Hashable>: Sendable, Hashable {
    /// One value a side, in the order of CSS.
    package var top: Value
    package var right: Value
    package var bottom: Value
    package var left: Value

    package init(top: Value, right: Value, bottom: Value, left: Value) {
        self.top = top
        self.right = right
        self.bottom = bottom
        self.left = left
    }

    /// The same value for all four sides.
    package init(all value: Value) {
        self.init(top: value, right: value, bottom: value, left: value)
    }
}
