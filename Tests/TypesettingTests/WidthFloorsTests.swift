// SPDX-License-Identifier: Apache-2.0

import Geometry
import Testing

@testable import Typesetting

@Suite struct WidthFloorsTests {
    private static func points(_ widths: [Double]) -> [Length] { widths.map { .points($0) } }

    private let floors = WidthFloors(
        [
            WidthDemand(whole: .points(100), minimum: .points(60), natural: .points(300)),
            WidthDemand(whole: .points(50), minimum: .points(40), natural: .points(50)),
            WidthDemand(whole: .points(90), minimum: .points(80), natural: .points(90)),
        ],
        parts: points([30, 40, 50]),
        figures: points([10, 40, 20])
    )

    private static let cases: [(width: Double, floors: [Double])] = [
        (250, [100, 50, 90]), (240, [100, 50, 90]),
        // Those that lack least stay whole.
        (239, [60, 50, 90]), (190, [60, 50, 80]), (189, [60, 40, 80]), (180, [60, 40, 80]),
        // A word stays whole where only another column has to be divided.
        (165, [60, 40, 65]), (150, [60, 40, 50]), (120, [30, 40, 50]), (119, [30, 40, 49]), (70, [10, 40, 20]),
    ]

    @Test(arguments: cases)
    func `columns give up ties, then words, then anything but figures, and the column that lacks least last`(
        width: Double,
        expected: [Double]
    ) {
        #expect(floors.fitting([0, 1, 2], within: .points(width)) == Self.points(expected))
    }

    @Test func `without room for figures there are no floors`() {
        #expect(floors.fitting([0, 1, 2], within: .points(69)) == nil)
        #expect(floors.level(of: [0, 1, 2], within: .points(69)) == nil)
        #expect(floors.level(of: [1], within: .points(50)) == .whole)
    }
}
