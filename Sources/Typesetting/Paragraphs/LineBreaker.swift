// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping

/// Divides shaped text into lines no longer than a measure, all lines of a paragraph together.
///
/// The total fit of Knuth and Plass (1981), for text that is ragged at the right: of all ways to set a paragraph in as
/// few lines as can be, the one whose lines are of the most even length, and whose last line is not a word alone.
struct LineBreaker {
    let shaper: TextShaper

    /// The lines of a paragraph; one at least. Words are hyphenated where the measure is narrow; a stretch that is still
    /// longer than the measure is divided between characters, so that nothing is lost.
    ///
    /// - Parameter text: gains the parts of divided pieces in place of them.
    func lines(of text: inout ShapedText, measure: Length) -> [Line] {
        if text.naturalWidth <= measure, !text.holdsLineBreak { return [text.line(0..<text.atoms.count)] }
        if text.minimumWidth > measure { divideLongStretches(of: &text, measure: measure) }
        let divisions = divisions(of: text, measure: measure)
        var lines: [Line] = []
        var start = 0
        for index in 0...text.atoms.count {
            guard index == text.atoms.count || text.atoms[index].kind == .lineBreak else { continue }
            lines += TotalFit(atoms: text.atoms[start..<index], divisions: divisions, measure: measure).lines()
            start = index + 1
        }
        if lines.contains(where: { $0.divisionAtEnd != nil }) { text.divide(at: &lines, shaper: shaper) }
        return lines
    }

    /// Where hyphens may divide the words of a text, by their atoms.
    private func divisions(of text: ShapedText, measure: Length) -> [Int: [Division]] {
        var divisions: [Int: [Division]] = [:]
        for (index, atom) in text.atoms.enumerated() where atom.kind == .joined || atom.kind == .breakable {
            let found = self.divisions(of: atom, in: text, measure: measure)
            if !found.isEmpty { divisions[index] = found }
        }
        return divisions
    }

    /// Soft hyphens count in every measure; the patterns of the language only where it is narrow, or too narrow for the
    /// word.
    private func divisions(of atom: ShapedText.Atom, in text: ShapedText, measure: Length) -> [Division] {
        let isNarrow = text.hyphenateBelow > .zero && (measure < text.hyphenateBelow || atom.piece.width > measure)
        guard isNarrow || atom.piece.holdsSoftHyphen else { return [] }
        let word = Substring(atom.piece.text)
        let style = text.formats[Int(atom.format)].style
        let points =
            atom.piece.holdsSoftHyphen ? word.softHyphens : shaper.hyphenationPoints(of: word, in: style)
        return points.map { offset in
            Division(
                offset: offset,
                head: shaper.piece(word.hyphenated(0, offset), in: style),
                tail: shaper.piece(word.bytes(offset, word.utf8.count), in: style)
            )
        }
    }

    /// Whether hyphens alone can bring a word into a measure.
    private func canHyphenate(_ atom: ShapedText.Atom, in text: ShapedText, measure: Length) -> Bool {
        let divisions = divisions(of: atom, in: text, measure: measure)
        guard let first = divisions.first, let last = divisions.last else { return false }
        if first.head.width > measure || last.tail.width > measure { return false }
        let word = Substring(atom.piece.text)
        let style = text.formats[Int(atom.format)].style
        return zip(divisions, divisions.dropFirst()).allSatisfy { start, end in
            shaper.piece(word.hyphenated(start.offset, end.offset), in: style).width <= measure
        }
    }

    /// Makes a place to break wherever a stretch would not fit on a line of its own.
    private func divideLongStretches(of text: inout ShapedText, measure: Length) {
        var atoms: [ShapedText.Atom] = []
        atoms.reserveCapacity(text.atoms.count)
        var stretch = Length.zero
        for (index, atom) in text.atoms.enumerated() {
            if atom.kind != .joined { stretch = .zero }
            let isAlone = index + 1 == text.atoms.count || text.atoms[index + 1].kind != .joined
            if stretch == .zero, isAlone, canHyphenate(atom, in: text, measure: measure) {
                atoms.append(atom)
                continue
            }
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

extension ShapedText {
    /// Puts the parts of the words that hyphens divide in place of them.
    ///
    /// - Parameter lines: gain the new indices of their atoms.
    fileprivate mutating func divide(at lines: inout [Line], shaper: TextShaper) {
        var divided: [Atom] = []
        divided.reserveCapacity(atoms.count + lines.count)
        var next = 0
        for index in lines.indices {
            let line = lines[index]
            // Spaces and forced breaks between lines stay.
            if next < line.atoms.lowerBound { divided += atoms[next..<line.atoms.lowerBound] }
            let start = divided.count
            for position in line.atoms {
                var atom = atoms[position]
                let from = position == line.atoms.lowerBound ? line.divisionAtStart : nil
                let to = position == line.atoms.upperBound - 1 ? line.divisionAtEnd : nil
                if let from, let to {
                    let middle = Substring(atom.piece.text).hyphenated(from.offset, to.offset)
                    atom.piece = shaper.piece(middle, in: formats[Int(atom.format)].style)
                } else if let piece = from?.tail ?? to?.head {
                    atom.piece = piece
                }
                if from != nil { atom.kind = .breakable }
                divided.append(atom)
            }
            lines[index].atoms = start..<divided.count
            next = line.atoms.upperBound
        }
        if next < atoms.count { divided += atoms[next...] }
        atoms = divided
    }
}

extension Substring {
    /// A stretch of the text by its bytes of UTF-8.
    fileprivate func bytes(_ from: Int, _ to: Int) -> Substring {
        self[utf8.index(utf8.startIndex, offsetBy: from)..<utf8.index(utf8.startIndex, offsetBy: to)]
    }

    /// The same with a soft hyphen at its end, where it has none.
    fileprivate func hyphenated(_ from: Int, _ to: Int) -> Substring {
        let part = bytes(from, to)
        return part.unicodeScalars.last == .softHyphen ? part : part + "\u{AD}"
    }

    /// How many bytes stand before the end of each soft hyphen.
    fileprivate var softHyphens: [Int] {
        unicodeScalars.indices.filter { unicodeScalars[$0] == .softHyphen }.map { index in
            utf8.distance(from: startIndex, to: unicodeScalars.index(after: index))
        }.filter { $0 < utf8.count }
    }
}
