// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TextShaping

/// The text of one paragraph, shaped: every width is known, no line is broken.
struct ShapedText {
    /// What lines are broken from.
    struct Atom {
        enum Kind: UInt8 {
            /// A piece that stays with the atom before it.
            case joined
            /// A piece before which a line may end.
            case breakable
            /// A space at which a line may end.
            case space
            /// A line ends here, whatever is left.
            case lineBreak
        }

        var piece: ShapedPiece
        var kind: Kind
        /// An index into ``ShapedText/formats``.
        var format: UInt32
    }

    /// What sets some words of a paragraph apart from others.
    struct Format: Hashable {
        var style: StyleID
        var colour: Colour
        var isUnderlined: Bool
        /// What the words belong to: the paragraph, or a link in it.
        var owner: Owner
        var link: Link?
        /// What the words are the mark of.
        var note: NoteMark?
    }

    var atoms: [Atom]
    var formats: [Format]
    /// From one baseline to the next.
    var leading: Length
    /// In a measure narrower than this, words may be hyphenated; zero for never.
    var hyphenateBelow: Length
    /// From the top of a line to its baseline.
    var baseline: Length
    /// The longest stretch that no line may end in.
    var minimumWidth: Length = .zero
    /// The longest line if none is broken.
    var naturalWidth: Length = .zero

    init(atoms: [Atom], formats: [Format], leading: Length, hyphenateBelow: Length, baseline: Length) {
        self.atoms = atoms
        self.formats = formats
        self.leading = leading
        self.hyphenateBelow = hyphenateBelow
        self.baseline = baseline
        measure()
    }

    private mutating func measure() {
        var stretch = Length.zero
        var line = Length.zero
        for atom in atoms {
            switch atom.kind {
            case .joined:
                stretch += atom.piece.width
            case .breakable:
                minimumWidth = max(minimumWidth, stretch)
                stretch = atom.piece.width
            case .space, .lineBreak:
                minimumWidth = max(minimumWidth, stretch)
                stretch = .zero
            }
            if atom.kind == .lineBreak {
                naturalWidth = max(naturalWidth, line)
                line = .zero
            } else {
                line += atom.piece.width
            }
        }
        minimumWidth = max(minimumWidth, stretch)
        naturalWidth = max(naturalWidth, line)
    }

    var holdsLineBreak: Bool { atoms.contains { $0.kind == .lineBreak } }

    /// A line of these atoms, without the spaces at its ends.
    func line(_ range: Range<Int>) -> Line {
        var range = range
        while let first = range.first, atoms[first].kind == .space { range.removeFirst() }
        while let last = range.last, atoms[last].kind == .space { range.removeLast() }
        return Line(atoms: range, width: atoms[range].lazy.map(\.piece.width).total)
    }
}
