// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping

/// Divides shaped text into lines no longer than a measure, all lines of a paragraph together.
///
/// The total fit of Knuth and Plass (1981), for text that is ragged at the right: of all ways to set a paragraph in as
/// few lines as can be, the one whose lines are of the most even length, and whose last line is not a word alone.
struct LineBreaker {
    let shaper: TextShaper

    /// The lines of a paragraph; one at least. A stretch that is longer than the measure and holds no break is divided
    /// between characters, so that nothing is lost.
    ///
    /// - Parameter text: gains the parts of divided pieces in place of them.
    func lines(of text: inout ShapedText, measure: Length) -> [Line] {
        if text.minimumWidth > measure { divideLongStretches(of: &text, measure: measure) }
        if text.naturalWidth <= measure, !text.holdsLineBreak { return [text.line(0..<text.atoms.count)] }
        var lines: [Line] = []
        var start = 0
        for index in 0...text.atoms.count {
            guard index == text.atoms.count || text.atoms[index].kind == .lineBreak else { continue }
            lines += TotalFit(atoms: text.atoms[start..<index], measure: measure).lines()
            start = index + 1
        }
        return lines
    }

    /// Makes a place to break wherever a stretch would not fit on a line of its own.
    private func divideLongStretches(of text: inout ShapedText, measure: Length) {
        var atoms: [ShapedText.Atom] = []
        atoms.reserveCapacity(text.atoms.count)
        var stretch = Length.zero
        for atom in text.atoms {
            if atom.kind != .joined { stretch = .zero }
            let isText = atom.kind == .joined || atom.kind == .breakable
            guard isText, stretch + atom.piece.width > measure else {
                if isText { stretch += atom.piece.width }
                atoms.append(atom)
                continue
            }
            let style = text.formats[Int(atom.format)].style
            var rest = Substring(atom.piece.text)
            var kind = atom.kind
            while !rest.isEmpty {
                var part = longestPrefix(of: rest, in: style, within: measure - stretch)
                if part.isEmpty, stretch > .zero {
                    // Nothing more goes on this line: begin another.
                    kind = .breakable
                    stretch = .zero
                    continue
                }
                // A character wider than the whole measure stands out rather than be lost.
                if part.isEmpty { part = rest.prefix(1) }
                let piece = shaper.piece(part, in: style)
                atoms.append(ShapedText.Atom(piece: piece, kind: kind, format: atom.format))
                stretch += piece.width
                rest = rest[part.endIndex...]
                if !rest.isEmpty {
                    kind = .breakable
                    stretch = .zero
                }
            }
        }
        text.atoms = atoms
    }

    /// As many characters as go into a width. Only as much of the text is looked at as may go.
    private func longestPrefix(of text: Substring, in style: StyleID, within width: Length) -> Substring {
        var fits = 0
        var fails = 16
        while true {
            let part = text.prefix(fails)
            if part.endIndex == text.endIndex {
                if shaper.piece(part, in: style).width <= width { return part }
                fails = part.count
                break
            }
            if shaper.piece(part, in: style).width > width { break }
            fits = fails
            fails *= 2
        }
        while fails - fits > 1 {
            let middle = (fits + fails) / 2
            if shaper.piece(text.prefix(middle), in: style).width <= width { fits = middle } else { fails = middle }
        }
        return text.prefix(fits)
    }
}
