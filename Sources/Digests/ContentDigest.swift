// SPDX-License-Identifier: Apache-2.0

import CGLib

/// The SHA-256 digest of bytes, as 64 hexadecimal digits: what `sha256sum` prints of a file that holds them.
package func contentDigest(of bytes: [UInt8]) -> String {
    guard let digits = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count)) else { return "" }
    defer { g_free(digits) }
    return String(cString: digits)
}
