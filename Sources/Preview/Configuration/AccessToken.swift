// SPDX-License-Identifier: Apache-2.0

/// The word in the address of a preview that only who started it knows: 256 random bits as 64 hexadecimal digits.
///
/// It is a part of the path, and no cookie: a cookie for 127.0.0.1 is sent to every server on the machine, whatever its port and whoever
/// runs it (RFC 6265, 8.5), and the path to this one alone.
package struct AccessToken: Sendable, Hashable {
    /// As it stands in the address.
    package let text: String

    /// A new one, from the system's source of randomness.
    package static func random() -> AccessToken {
        var generator = SystemRandomNumberGenerator()
        var text = ""
        for _ in 0..<32 {
            let byte = UInt8.random(in: .min ... .max, using: &generator)
            text += String(byte >> 4, radix: 16) + String(byte & 0xF, radix: 16)
        }
        return AccessToken(text)
    }

    init(_ text: String) { self.text = text }

    /// Whether a text is the token, in a time that does not depend on where they differ.
    func matches(_ other: some StringProtocol) -> Bool {
        let own = Array(text.utf8)
        let others = Array(other.utf8)
        guard own.count == others.count else { return false }
        var difference: UInt8 = 0
        for index in own.indices { difference |= own[index] ^ others[index] }
        return difference == 0
    }
}
