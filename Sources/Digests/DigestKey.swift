// SPDX-License-Identifier: Apache-2.0

import CNettle

/// A random key under which texts are digested (HMAC-SHA-256, RFC 2104).
///
/// A bare digest of a short text tells the text to whoever tries the likely ones; without the key nobody can try.
package struct DigestKey: Sendable, Hashable {
    private static let byteCount = 32

    private let bytes: [UInt8]

    /// A new key from the system's random numbers.
    package init() {
        var generator = SystemRandomNumberGenerator()
        bytes = (0..<Self.byteCount).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The key that ``hexadecimal`` wrote, or `nil` if the text is not one.
    package init?(hexadecimal text: some StringProtocol) {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == Self.byteCount * 2 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        self.bytes = bytes
    }

    /// The key as 64 hexadecimal digits.
    package var hexadecimal: String { Digests.hexadecimal(bytes) }

    /// The digest of a text under the key, as 64 hexadecimal digits.
    package func digest(of text: String) -> String {
        var text = text
        return text.withUTF8 { digest(of: $0) }
    }

    /// The digest of bytes under the key, as 64 hexadecimal digits.
    package func digest(of bytes: [UInt8]) -> String { bytes.withUnsafeBufferPointer { digest(of: $0) } }

    private func digest(of data: UnsafeBufferPointer<UInt8>) -> String {
        var context = hmac_sha256_ctx()
        nettle_hmac_sha256_set_key(&context, bytes.count, bytes)
        nettle_hmac_sha256_update(&context, data.count, data.baseAddress)
        return Digests.hexadecimal(ofCount: Int(SHA256_DIGEST_SIZE)) { nettle_hmac_sha256_digest(&context, $0, $1) }
    }
}
