// SPDX-License-Identifier: Apache-2.0

import CNettle

/// The SHA-256 digest of bytes, as 64 hexadecimal digits: what `sha256sum` prints of a file that holds them.
package func contentDigest(of bytes: UnsafeRawBufferPointer) -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self))
    return hexadecimal(ofCount: Int(SHA256_DIGEST_SIZE)) { nettle_sha256_digest(&context, $0, $1) }
}

/// The SHA-256 digest of bytes, as 64 hexadecimal digits: what `sha256sum` prints of a file that holds them.
package func contentDigest(of bytes: [UInt8]) -> String { bytes.withUnsafeBytes(contentDigest) }

/// The MD5 digest of bytes, as 32 hexadecimal digits: the checksum of a file that is embedded in a PDF (ISO 32000-1, table 46), and for nothing else.
package func md5Digest(of bytes: [UInt8]) -> String {
    var context = md5_ctx()
    nettle_md5_init(&context)
    nettle_md5_update(&context, bytes.count, bytes)
    return hexadecimal(ofCount: Int(MD5_DIGEST_SIZE)) { nettle_md5_digest(&context, $0, $1) }
}

/// The hexadecimal digits of a number of bytes that a function writes.
func hexadecimal(ofCount count: Int, _ write: (Int, UnsafeMutablePointer<UInt8>) -> Void) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { bytes in
        guard let start = bytes.baseAddress else { return "" }
        start.initialize(repeating: 0, count: count)
        write(count, start)
        return hexadecimal(bytes)
    }
}

/// Bytes in hexadecimal digits, two each.
func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
