// SPDX-License-Identifier: Apache-2.0

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

extension Colour: CustomStringConvertible {
    /// `#1d70b8`.
    package var description: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
