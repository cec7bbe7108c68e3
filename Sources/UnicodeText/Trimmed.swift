// SPDX-License-Identifier: Apache-2.0

extension String {
    /// The text without white space and other invisible characters at its ends; empty if it shows nothing.
    ///
    /// Whole characters are removed: the selector that makes `✔` a picture, or a joiner, is a part of the character before it.
    package var trimmed: String { Substring(self).trimmed }
}

extension Substring {
    /// The text without white space and other invisible characters at its ends; empty if it shows nothing.
    package var trimmed: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return "" }
        if first.isVisibleASCII, last.isVisibleASCII { return String(self) }
        var text = self
        while let last = text.last, last.unicodeScalars.allSatisfy(\.isInvisible) { text.removeLast() }
        while let first = text.first, first.unicodeScalars.allSatisfy(\.isInvisible) { text.removeFirst() }
        return String(text)
    }
}

extension Unicode.Scalar {
    fileprivate var isVisibleASCII: Bool { ("!"..."~").contains(self) }
}
