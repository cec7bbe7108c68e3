// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping

// Texts behind one another, without a second look at their letters: each keeps the direction that it has by itself, and the first decides the
// direction of the line.
extension ShapedText {
    /// This text and another as one, in the direction of this one.
    func followed(by text: ShapedText) -> ShapedText {
        var all = formats
        let indices = text.formats.map { format in
            if let known = all.firstIndex(of: format) { return known }
            all.append(format)
            return all.count - 1
        }
        let moved = text.atoms.map { atom in
            var atom = atom
            atom.format = UInt32(indices[Int(atom.format)])
            // One level of its own direction inside that of the line.
            if isBackward, !text.isBackward { atom.level += 2 }
            return atom
        }
        return ShapedText(
            atoms: atoms + moved,
            formats: all,
            leading: text.leading,
            hyphenateBelow: text.hyphenateBelow,
            baseline: text.baseline,
            isBackward: isBackward
        )
    }

    /// The text on one line.
    var unbreakable: ShapedText {
        ShapedText(
            atoms: atoms.map { atom in
                var atom = atom
                atom.kind = .joined
                return atom
            },
            formats: formats,
            leading: leading,
            hyphenateBelow: .zero,
            baseline: baseline,
            isBackward: isBackward
        )
    }

    /// This text, and a mark behind it after a space, which belongs to the mark. The mark stays on one line.
    func followed(byMark mark: ShapedText, shaper: TextShaper) -> ShapedText {
        guard let last = atoms.lastIndex(where: { !$0.isWhiteSpace }), let first = mark.atoms.first else { return self }
        let piece = shaper.piece(" ", in: mark.formats[Int(first.format)].style)
        var words = self
        words.atoms.removeSubrange((last + 1)...)
        let joined = words.followed(by: mark.unbreakable)
        let format = joined.atoms[last + 1].format
        let space = Atom(piece: piece, kind: .space, format: format, level: isBackward ? 1 : 0)
        return ShapedText(
            atoms: joined.atoms[...last] + [space] + joined.atoms[(last + 1)...],
            formats: joined.formats,
            leading: leading,
            hyphenateBelow: hyphenateBelow,
            baseline: baseline,
            isBackward: isBackward
        )
    }
}
