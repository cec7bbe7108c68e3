// SPDX-License-Identifier: Apache-2.0

import Geometry
import Testing

struct PathTests {
    private static func point(_ x: Double, _ y: Double) -> Point { Point(x: .points(x), y: .points(y)) }

    private static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rectangle {
        Rectangle(origin: point(x, y), size: Size(width: .points(width), height: .points(height)))
    }

    @Test func `a rectangle is four closed lines`() {
        #expect(
            Path(Self.rectangle(1, 2, 3, 4)).elements == [
                .move(Self.point(1, 2)), .line(Self.point(4, 2)), .line(Self.point(4, 6)), .line(Self.point(1, 6)),
                .close,
            ]
        )
    }

    @Test func `an outline of two corners is none`() {
        #expect(Path(polygon: [Self.point(0, 0), Self.point(1, 1)]).elements == [])
        #expect(Path().bounds == nil)
    }

    @Test func `a circle fills its square`() {
        let circle = Path(circle: Self.point(10, 20), radius: .points(2))
        #expect(circle.bounds == Self.rectangle(8, 18, 4, 4))
        #expect(circle.moved(x: .points(1), y: .points(-1)).bounds == Self.rectangle(9, 17, 4, 4))
    }

    @Test func `a union holds both rectangles, an intersection what they share`() {
        let one = Self.rectangle(0, 0, 4, 4)
        #expect(one.union(Self.rectangle(6, 1, 2, 9)) == Self.rectangle(0, 0, 8, 10))
        #expect(one.intersection(Self.rectangle(3, -2, 9, 4)) == Self.rectangle(3, 0, 1, 2))
        #expect(one.intersection(Self.rectangle(4, 0, 2, 2)) == nil)
    }
}
