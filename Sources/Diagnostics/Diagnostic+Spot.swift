// SPDX-License-Identifier: Apache-2.0

extension Diagnostic {
    /// The part of the excerpt that is meant, as offsets of its scalars, or `nil` if that is not known.
    ///
    /// It is what the message quotes where that begins at the location, else the word there. A cell of a sheet or a paragraph of a document has
    /// no columns: there it is the longest quotation that the excerpt has once.
    package var spot: Range<Int>? {
        guard let location, let excerpt else { return nil }
        let scalars = Array(excerpt.unicodeScalars)
        guard location.line > 0 else {
            switch location.position {
            case .cell, .paragraph: return onlyQuotation(in: scalars)
            case .file, .line, .text: return nil
            }
        }
        let start = location.column - excerptColumn
        guard location.column > 0, start >= 0, start <= scalars.count else { return nil }
        for quotation in [replacement?.written].compactMap({ $0 }) + quotations {
            let quoted = Array(quotation.unicodeScalars)
            if !quoted.isEmpty, scalars[start...].starts(with: quoted) { return start..<(start + quoted.count) }
        }
        return start..<Self.endOfWord(in: scalars, from: start)
    }

    /// The column behind the part that is meant, or `nil` if the location has no column.
    package var endColumn: Int? {
        guard let location, location.line > 0, location.column > 0, let spot else { return nil }
        return spot.upperBound + excerptColumn
    }

    private func onlyQuotation(in scalars: [Unicode.Scalar]) -> Range<Int>? {
        for quotation in quotations where quotation.unicodeScalars.count > 1 {
            let quoted = Array(quotation.unicodeScalars)
            let starts = scalars.indices.dropLast(quoted.count - 1).filter { scalars[$0...].starts(with: quoted) }
            if starts.count == 1, starts[0] > 0 || quoted.count < scalars.count {
                return starts[0]..<(starts[0] + quoted.count)
            }
        }
        return nil
    }

    /// Behind the word or number that begins at an offset; at least one scalar on.
    private static func endOfWord(in scalars: [Unicode.Scalar], from start: Int) -> Int {
        var end = start
        while end < scalars.count, !scalars[end].endsWord { end += 1 }
        while end > start, scalars[end - 1] == "." { end -= 1 }
        return max(end, start + 1)
    }
}

extension Unicode.Scalar {
    /// Whether no word or number goes on over it.
    fileprivate var endsWord: Bool {
        switch self {
        case ",", ";", ":", "\"", "“", "”", "(", ")", "[", "]", "{", "}", "<", ">", "|", "`": true
        default: properties.isWhitespace
        }
    }
}
