// SPDX-License-Identifier: Apache-2.0

extension Diagnostic {
    /// A longer line is cut: it still fits a terminal with its margin.
    private static let longestExcerpt = 100

    /// The same with the line that it is about; of a long line the part around the column.
    package func excerpting(_ scalars: [Unicode.Scalar]) -> Diagnostic {
        var diagnostic = self
        guard scalars.count > Self.longestExcerpt else {
            diagnostic.excerpt = String(String.UnicodeScalarView(scalars))
            diagnostic.excerptColumn = 1
            return diagnostic
        }
        let place = min(max((location?.column ?? 1) - 1, 0), scalars.count - 1)
        let start = max(0, min(place - Self.longestExcerpt / 3, scalars.count - Self.longestExcerpt))
        let end = min(scalars.count, start + Self.longestExcerpt)
        var excerpt = String.UnicodeScalarView(scalars[start..<end])
        if start > 0 { excerpt.replaceSubrange(excerpt.startIndex...excerpt.startIndex, with: ["…"]) }
        if end < scalars.count { excerpt.append("…") }
        diagnostic.excerpt = String(excerpt)
        diagnostic.excerptColumn = start + 1
        return diagnostic
    }
}
