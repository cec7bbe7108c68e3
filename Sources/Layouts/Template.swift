// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// Words of a layout with names to be filled in: `Page {{ page }} of {{ pages }}`.
package struct Template: Sendable, Hashable {
    /// A stretch of words, or a name.
    package enum Piece: Sendable, Hashable {
        case text(String)
        case name(String)
    }

    /// The words and names, in order; neighbouring words are one piece.
    package var pieces: [Piece]
    /// Where the layout has the text, for diagnostics.
    package var location: SourceLocation

    package init(_ pieces: [Piece], at location: SourceLocation) {
        self.pieces = pieces
        self.location = location
    }

    /// Splits text at its `{{ name }}`s; braces without a partner are text.
    package init(_ text: String, at location: SourceLocation) {
        var pieces: [Piece] = []
        var rest = Substring(text)
        while let open = rest.firstPair(of: "{"), let close = rest[open.upperBound...].firstPair(of: "}") {
            if open.lowerBound > rest.startIndex { pieces.append(.text(String(rest[..<open.lowerBound]))) }
            pieces.append(.name(rest[open.upperBound..<close.lowerBound].trimmed))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.init(pieces, at: location)
    }
}

extension Substring {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// The first place at which an ASCII character is repeated.
    fileprivate func firstPair(of sign: Unicode.Scalar) -> Range<Index>? {
        let byte = UInt8(ascii: sign)
        var rest = utf8[...]
        while let first = rest.firstIndex(of: byte) {
            let second = rest.index(after: first)
            if second < rest.endIndex, rest[second] == byte { return first..<rest.index(after: second) }
            rest = rest[second...]
        }
        return nil
    }
}
