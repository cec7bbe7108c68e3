// SPDX-License-Identifier: Apache-2.0

import Geometry
import Testing

/// The nearest colour in which words can be read.
struct ColourContrastTests {
    private static let tint = Colour(red: 0xE4, green: 0xEC, blue: 0xF0)
    private static let grounds = [Colour.white, tint]

    /// 729 colours: nine amounts of each channel.
    private static let grid = (0..<729).map { index in
        func channel(_ digit: Int) -> UInt8 { UInt8(min(255, digit * 32)) }
        return Colour(red: channel(index / 81), green: channel(index / 9 % 9), blue: channel(index % 9))
    }

    private func passes(_ colour: Colour) -> Bool {
        Self.grounds.allSatisfy { colour.contrast(with: $0) >= 4.5 }
    }

    @Test func `a colour that passes is kept as it is`() {
        let passing = Self.grid.filter(passes)
        #expect(passing.count > 100)
        #expect(passing.allSatisfy { $0.nearestLegible(on: Self.grounds) == $0 })
    }

    @Test func `of one that does not the nearest passes, and each step that is lighter does not`() throws {
        let failing = Self.grid.filter { !passes($0) }
        #expect(failing.count > 100)
        for colour in failing {
            let nearest = try #require(colour.nearestLegible(on: Self.grounds))
            #expect(passes(nearest), "\(colour): \(nearest)")
            let steps = try #require((0...Colour.darkeningSteps).first { colour.darkened(by: $0) == nearest })
            #expect(steps > 0)
            #expect((0..<steps).allSatisfy { !passes(colour.darkened(by: $0)) }, "\(colour): \(nearest)")
            // No step is so long that it jumps over many colours.
            #expect(nearest.contrast(with: Self.tint) < 4.7, "\(colour): \(nearest)")
        }
    }

    @Test func `darker colours keep their hue`() {
        /// Which channels are the largest and the smallest.
        func order(_ colour: Colour) -> [Int] {
            let channels = [colour.red, colour.green, colour.blue]
            return [0, 1, 2].sorted { channels[$0] > channels[$1] }
        }
        for text in ["#7fb3c8", "#d98a7a", "#8ab37f", "#c8a04b"] {
            guard let colour = Colour(hexadecimal: text), let nearest = colour.nearestLegible(on: Self.grounds) else {
                Issue.record("\(text) has no colour near it that passes")
                continue
            }
            #expect(order(nearest) == order(colour), "\(colour): \(nearest)")
        }
    }

    @Test func `grey stays grey, and white is darkened to the lightest grey that passes`() {
        #expect(Colour.white.nearestLegible(on: [.white]) == Colour(hexadecimal: "#767676"))
    }

    @Test func `a colour more vivid than any that is darker loses chroma, not its hue`() throws {
        let yellow = Colour(red: 255, green: 255, blue: 0)
        let nearest = try #require(yellow.nearestLegible(on: Self.grounds))
        #expect(nearest.red > 80 && nearest.green > 80 && nearest.blue < 40, "\(nearest)")
    }

    @Test func `not even black is read on a dark ground`() {
        #expect(Colour.white.nearestLegible(on: [.white, Colour(red: 60, green: 60, blue: 60)]) == nil)
    }

    @Test func `on a dark ground a colour is lightened until it can be read`() {
        let dark = Colour(red: 0x16, green: 0x19, blue: 0x1C)
        let blue = Colour(red: 0x1D, green: 0x4F, blue: 0x91).nearestLegibleOnDark([dark])
        #expect(blue.isLegible(on: dark))
        #expect(blue.blue > blue.green && blue.green > blue.red, "\(blue)")
        #expect(Colour.white.nearestLegibleOnDark([dark]) == .white)
        #expect(Colour.black.nearestLegibleOnDark([dark, Colour(red: 0x77, green: 0x77, blue: 0x77)]) == .white)
    }

    @Test func `the lightness of a grey is all of it that changes`() {
        let grey = Colour.black.mappingLightness { _ in 0.6 }
        #expect(grey.red == grey.green && grey.green == grey.blue)
        #expect(Colour.white.mappingLightness { $0 } == .white)
        #expect(Colour.white.mappingLightness { _ in -1 } == .black)
    }

    @Test func `a contrast is reported rounded down`() {
        #expect(Colour(red: 0x77, green: 0x77, blue: 0x77).contrastInTenths(with: .white) == "4.4")
        #expect(Colour.black.contrastInTenths(with: .white) == "21.0")
    }
}
