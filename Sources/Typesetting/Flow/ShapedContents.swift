// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

/// The contents of a paper, shaped; the page numbers come when the pages are known.
struct ShapedContents {
    struct Entry {
        var text: ShapedText
        /// From the margin.
        var indent: Length
        var anchor: String
        var node: NodeID
        var words: String
    }

    /// One block, in an array so that blocks can hold contents.
    var heading: [ShapedBlock]
    var entries: [Entry]
    var fromPages: Int
}

extension ShapedText {
    /// A number set as this text is, with a space before it, so that it is read apart from the words.
    func number(_ number: Int, shaper: TextShaper) -> ShapedText {
        guard let format = formats.first else { return self }
        let piece = shaper.piece(Substring(" \(number)"), in: format.style)
        return ShapedText(
            atoms: [Atom(piece: piece, kind: .joined, format: 0)],
            formats: [format],
            leading: leading,
            hyphenateBelow: hyphenateBelow,
            baseline: baseline
        )
    }
}
