// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A colour in sRGB, eight bits a channel.
package struct Colour: Sendable, Hashable {
    /// The channels: 0 for none of a colour, 255 for all of it.
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// What text is set in unless a theme says otherwise.
    package static let black = Colour(red: 0, green: 0, blue: 0)
    /// The paper.
    package static let white = Colour(red: 255, green: 255, blue: 255)

    /// Reads `#1d70b8`; nothing else is a colour.
    package init?(hexadecimal text: some StringProtocol) {
        guard text.utf8.count == 7, text.first == "#", let value = UInt32(text.dropFirst(), radix: 16) else {
            return nil
        }
        self.init(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }
}

extension Colour {
    /// How clearly one colour stands out from another, from 1 to 21 (WCAG 2.2, "contrast ratio").
    package func contrast(with other: Colour) -> Double {
        let lighter = max(luminance, other.luminance)
        let darker = min(luminance, other.luminance)
        return (lighter + 0.05) / (darker + 0.05)
    }

    /// WCAG 2.2, "relative luminance".
    private var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

extension Colour: CustomStringConvertible {
    /// `#1d70b8`.
    package var description: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
