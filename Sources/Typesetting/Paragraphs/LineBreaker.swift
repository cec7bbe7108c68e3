// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping

/// Divides shaped text into lines no longer than a measure: as much on each line as will go.
struct LineBreaker {
    let shaper: TextShaper

    /// The lines of a paragraph; one at least. A stretch that is longer than the measure and holds no break is divided
    /// between characters, so that nothing is lost.
    ///
    /// - Parameter text: gains the parts of divided pieces in place of them.
    func lines(of text: inout ShapedText, measure: Length) -> [Line] {
        if text.minimumWidth > measure { divideLongStretches(of: &text, measure: measure) }
        var lines: [Line] = []
        var start = 0
        var width = Length.zero
        // The last place at which the line may end: its atoms, their width, and where the next line begins.
        var candidate: (end: Int, width: Length, next: Int)?
        var index = 0
        let atoms = text.atoms
        while index < atoms.count {
            let atom = atoms[index]
            switch atom.kind {
            case .lineBreak:
                lines.append(Line(atoms: start..<index, width: width))
                (start, width, candidate) = (index + 1, .zero, nil)
            case .space:
                if index == start {
                    start = index + 1
                } else {
                    candidate = (index, width, index + 1)
                    width += atom.piece.width
                }
            case .breakable, .joined:
                if atom.kind == .breakable, index > start { candidate = (index, width, index) }
                if width + atom.piece.width > measure, let end = candidate {
                    lines.append(Line(atoms: start..<end.end, width: end.width))
                    (start, width, candidate) = (end.next, .zero, nil)
                    index = end.next
                    continue
                }
                width += atom.piece.width
            }
            index += 1
        }
        if start < atoms.count || lines.isEmpty {
            let trailing = atoms.last?.kind == .space && atoms.count > start ? 1 : 0
            let end = atoms.count - trailing
            let spaces = trailing > 0 ? atoms[end].piece.width : .zero
            lines.append(Line(atoms: start..<max(start, end), width: max(.zero, width - spaces)))
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

    /// As many characters as go into a width.
    private func longestPrefix(of text: Substring, in style: StyleID, within width: Length) -> Substring {
        var fits = 0
        var fails = text.count + 1
        while fails - fits > 1 {
            let middle = (fits + fails) / 2
            if shaper.piece(text.prefix(middle), in: style).width <= width { fits = middle } else { fails = middle }
        }
        return text.prefix(fits)
    }
}
