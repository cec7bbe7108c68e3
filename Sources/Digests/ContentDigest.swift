// SPDX-License-Identifier: Apache-2.0

import CGLib

/// The SHA-256 digest of bytes, as 64 hexadecimal digits: what `sha256sum` prints of a file that holds them.
package func contentDigest(of bytes: [UInt8]) -> String { digest(of: bytes, G_CHECKSUM_SHA256) }

/// The MD5 digest of bytes, as 32 hexadecimal digits: the checksum of a file that is embedded in a PDF (ISO 32000-1, table 46), and for nothing else.
package func md5Digest(of bytes: [UInt8]) -> String { digest(of: bytes, G_CHECKSUM_MD5) }

private func digest(of bytes: [UInt8], _ kind: GChecksumType) -> String {
    guard let digits = g_compute_checksum_for_data(kind, bytes, gsize(bytes.count)) else { return "" }
    defer { g_free(digits) }
    return String(cString: digits)
}
