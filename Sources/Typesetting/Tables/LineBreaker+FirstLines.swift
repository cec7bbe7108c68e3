// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

extension LineBreaker {
    /// How many lines of a long name are repeated.
    private static let linesOfName = 2

    /// The first two lines of a paragraph, which an ellipsis ends behind a word, with a mark behind it; none if it has no words, or no end of a word in
    /// two lines.
    ///
    /// The words are broken again with the ellipsis, from the most that two lines may hold down: no more than some twenty words.
    func firstLines(
        of text: ShapedText,
        before mark: ShapedText?,
        measure: Length,
        alignment: HorizontalAlignment
    ) -> [Box] {
        let most = measure * Self.linesOfName
        var width = Length.zero
        var ends: [Int] = []
        for (index, atom) in text.atoms.enumerated() {
            if atom.isWhiteSpace, index > 0, !text.atoms[index - 1].isWhiteSpace { ends.append(index) }
            width += atom.piece.width
            if width > most { break }
        }
        for end in ends.reversed() {
            let abridged = text.abridged(to: end, shaper: shaper)
            let marked = mark.map { abridged.followed(byMark: $0, shaper: shaper) }
            for var words in [marked, abridged].compactMap(\.self)
            where lines(of: &words, measure: measure).count <= Self.linesOfName {
                return boxes(of: words, measure: measure, alignment: alignment)
            }
        }
        return []
    }
}

extension ShapedText {
    /// The first atoms, and an ellipsis behind them.
    fileprivate func abridged(to end: Int, shaper: TextShaper) -> ShapedText {
        let format = atoms[end - 1].format
        let piece = shaper.piece("\u{2026}", in: formats[Int(format)].style, isBackward: isBackward)
        let ellipsis = Atom(piece: piece, kind: .joined, format: format, level: isBackward ? 1 : 0)
        return ShapedText(
            atoms: atoms[..<end] + [ellipsis],
            formats: formats,
            leading: leading,
            hyphenateBelow: .zero,
            baseline: baseline,
            isBackward: isBackward
        )
    }
}
