// SPDX-License-Identifier: Apache-2.0

import Foundation
import Geometry
import Layouts
import Publishing
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// The colours of the program's themes, in grey and as eyes see them that lack one kind of cone.
struct ColourVisionTests {
    private static let themes = Result {
        let workspace = try TemporaryFolder(GoodWorkspace.files)
        return try readWorkspace(at: workspace.path, programLayouts: Repository.program.layouts).layouts.themes
    }

    /// A colour in linear light, from 0 to 1 (IEC 61966-2-1).
    private struct Light {
        var red: Double
        var green: Double
        var blue: Double

        init(_ colour: Colour) {
            func linear(_ value: UInt8) -> Double {
                let part = Double(value) / 255
                return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
            }
            red = linear(colour.red)
            green = linear(colour.green)
            blue = linear(colour.blue)
        }

        /// By three rows of a matrix.
        func seen(by rows: [[Double]]) -> Light {
            var light = self
            func sum(_ row: [Double]) -> Double { min(1, max(0, row[0] * red + row[1] * green + row[2] * blue)) }
            light.red = sum(rows[0])
            light.green = sum(rows[1])
            light.blue = sum(rows[2])
            return light
        }

        /// In CIELAB, under D65.
        private var lab: (l: Double, a: Double, b: Double) {
            func root(_ value: Double) -> Double { value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116 }
            let x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
            let y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
            let z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
            return (116 * y - 16, 500 * (x - y), 200 * (y - z))
        }

        /// The distance to another (CIE 1976).
        func distance(to other: Light) -> Double {
            let (one, two) = (lab, other.lab)
            return (pow(one.l - two.l, 2) + pow(one.a - two.a, 2) + pow(one.b - two.b, 2)).squareRoot()
        }
    }

    /// Machado, Oliveira and Fernandes (2009), without any of the cones; and grey by luminance.
    private static let views: [(name: String, rows: [[Double]])] = [
        ("all cones", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        (
            "no long cones",
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        ),
        (
            "no middle cones",
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        ),
        (
            "no short cones",
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        ),
        ("grey", [[Double]](repeating: [0.2126, 0.7152, 0.0722], count: 3)),
    ]

    @Test(arguments: ["accessible", "heritage", "large-print"])
    func `marks of charts differ by their pattern, or by colours that everybody tells apart`(name: String) throws {
        let tones = try #require(try Self.themes.get()[name]).figure.tones
        let all = [
            tones.off, tones.tolerance, tones.carriedOver, tones.paused, tones.redated, tones.on, tones.ongoing,
            tones.complete, tones.none,
        ]
        for (index, tone) in all.enumerated() {
            for other in all[(index + 1)...] where other.pattern == tone.pattern {
                for view in Self.views {
                    let distance = Light(tone.fill).seen(by: view.rows)
                        .distance(to: Light(other.fill).seen(by: view.rows))
                    #expect(distance >= 11, "\(tone.fill) and \(other.fill), \(view.name)")
                }
            }
        }
    }

    @Test(arguments: ["accessible", "large-print"])
    func `symbols stand out from the page, and their white signs from them`(name: String) throws {
        let symbols = try #require(try Self.themes.get()[name]?.symbols)
        for colour in [symbols.off, symbols.tolerance, symbols.on, symbols.none, symbols.direction] {
            #expect(colour.contrast(with: .white) >= 4.5)
        }
    }

    @Test func `the theme of before has no symbols`() throws {
        let heritage = try #require(try Self.themes.get()["heritage"])
        #expect(heritage.symbols == nil)
    }

    @Test func `pure red and a green as light are not told apart in grey, so that the test can fail`() {
        let grey = Self.views[4].rows
        let red = Light(Colour(red: 0xB1, green: 0x0E, blue: 0x1E)).seen(by: grey)
        let green = Light(Colour(red: 0x00, green: 0x70, blue: 0x3C)).seen(by: grey)
        #expect(red.distance(to: green) < 11)
    }
}
