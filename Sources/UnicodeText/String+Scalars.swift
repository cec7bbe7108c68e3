// SPDX-License-Identifier: Apache-2.0

extension String {
    /// Its scalars, read once: an array that is made of the view counts them first. ASCII, which nearly every text is, is not decoded.
    package var scalars: [Unicode.Scalar] {
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 < 0x80 } ? bytes.map { Unicode.Scalar($0) } : nil
        }.flatMap(\.self) ?? Array(unicodeScalars)
    }
}
