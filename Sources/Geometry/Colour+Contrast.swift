// SPDX-License-Identifier: Apache-2.0

import Glibc

extension Colour {
    /// The least contrast of text with its ground (WCAG 2.2, 1.4.3, level AA).
    package static let leastTextContrast = 4.5

    /// The contrast ratio of two colours, from 1 to 21 (WCAG 2.2).
    package func contrast(with other: Colour) -> Double {
        let lighter = max(luminance, other.luminance)
        let darker = min(luminance, other.luminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// The same rounded down to a tenth, for a report: `4.4`.
    package func contrastInTenths(with other: Colour) -> String {
        let tenths = Int((contrast(with: other) * 10).rounded(.down))
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// Whether text in this colour has at least ``leastTextContrast`` with its background.
    package func isLegible(on ground: Colour) -> Bool { contrast(with: ground) >= Self.leastTextContrast }

    /// The nearest colour with sufficient text contrast on light backgrounds: this colour, or the first of the darker ones that
    /// ``darkened(by:)`` returns; `nil` if not even black has it.
    package func nearestLegible(on grounds: [Colour]) -> Colour? {
        (0...Self.darkeningSteps).lazy.map(darkened(by:)).first { colour in grounds.allSatisfy(colour.isLegible) }
    }

    /// From white to black: about as many as eight bits can tell apart.
    package static let darkeningSteps = 500

    /// The same hue and chroma, less light by some steps. Where sRGB has no colour of that chroma, it is the most vivid that it has.
    package func darkened(by steps: Int) -> Colour {
        if steps == 0 { return self }
        var colour = OKLab(self)
        colour.lightness = max(0, colour.lightness - Double(steps) / Double(Self.darkeningSteps))
        return colour.nearestInGamut
    }

    /// The same hue and chroma with what a function makes of the lightness, which is from 0, black, to 1, white. Where sRGB has no colour of
    /// that chroma, it is the most vivid that it has.
    package func mappingLightness(_ map: (Double) -> Double) -> Colour {
        var colour = OKLab(self)
        colour.lightness = min(1, max(0, map(colour.lightness)))
        return colour.nearestInGamut
    }

    /// The nearest colour with sufficient text contrast on dark backgrounds: this colour or the first lighter one, and white if none has it.
    package func nearestLegibleOnDark(_ grounds: [Colour]) -> Colour {
        (0...Self.darkeningSteps).lazy.map { step in
            step == 0 ? self : self.mappingLightness { $0 + Double(step) / Double(Self.darkeningSteps) }
        }.first { colour in grounds.allSatisfy(colour.isLegible) } ?? .white
    }

    /// WCAG 2.2, "relative luminance".
    private var luminance: Double {
        let (red, green, blue) = linear
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The channels as amounts of light, from 0 to 1.
    fileprivate var linear: (red: Double, green: Double, blue: Double) {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return (linear(red), linear(green), linear(blue))
    }
}

/// A colour in Oklab (Björn Ottosson, 2020): colours that differ only in `lightness` look alike in hue and chroma, which those of one hue
/// and saturation in HSL do not.
private struct OKLab {
    /// From 0, black, to 1, white.
    var lightness: Double
    /// From green to red, and from blue to yellow.
    var a: Double
    var b: Double

    init(_ colour: Colour) {
        let (red, green, blue) = colour.linear
        let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
        let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
        let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
        lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
        a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
        b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    }

    /// The colour with as much of its chroma as sRGB has at its lightness.
    var nearestInGamut: Colour {
        if let colour = colour(chroma: 1) { return colour }
        var (inside, outside) = (0.0, 1.0)
        for _ in 0..<12 {
            let middle = (inside + outside) / 2
            if colour(chroma: middle) == nil { outside = middle } else { inside = middle }
        }
        return colour(chroma: inside) ?? .black
    }

    /// The colour with a part of its chroma, or `nil` if sRGB does not have it.
    private func colour(chroma: Double) -> Colour? {
        func cube(_ a: Double, _ b: Double) -> Double {
            let root = lightness + chroma * (a * self.a + b * self.b)
            return root * root * root
        }
        let long = cube(0.3963377774, 0.2158037573)
        let medium = cube(-0.1055613458, -0.0638541728)
        let short = cube(-0.0894841775, -1.2914855480)
        let channels = [
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        ]
        // Less than half a step of eight bits beyond the ends is rounding.
        guard channels.allSatisfy({ (-0.0001...1.0001).contains($0) }) else { return nil }
        let bytes = channels.map { channel in
            let light = min(max(channel, 0), 1)
            let value = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
            return UInt8((value * 255).rounded())
        }
        return Colour(red: bytes[0], green: bytes[1], blue: bytes[2])
    }
}
