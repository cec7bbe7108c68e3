// SPDX-License-Identifier: Apache-2.0

import Geometry
import TextShaping

/// Breaks shaped text into lines no longer than a measure.
///
/// The total fit of Knuth and Plass (1981) for ragged-right text: of all ways to break a paragraph into the fewest lines, the one whose
/// lines are of the most even length, and whose last line is not a word alone.
struct LineBreaker {
    let shaper: TextShaper

    /// The lines of a paragraph; at least one. Words are hyphenated if the measure is narrow; a stretch that is still longer than the
    /// measure is divided between characters, so that no text is lost.
    ///
    /// - Parameter text: gets the parts of divided pieces in place of them.
    func lines(of text: inout ShapedText, measure: Length) -> [Line] {
        if text.naturalWidth <= measure, !text.holdsLineBreak { return [text.line(0..<text.atoms.count)] }
        if text.minimumWidth > measure { divideLongStretches(of: &text, measure: measure) }
        var divisions = divisions(of: text, measure: measure) { $0.piece.holdsSoftHyphen || $0.piece.width > measure }
        var lines = bestLines(of: text, measure: measure, divisions: divisions)
        // A hyphen costs a line, so that it can save one only in a paragraph of three lines or more.
        if lines.count > 2, measure < text.hyphenateBelow {
            divisions = self.divisions(of: text, measure: measure) { _ in true }
            lines = bestLines(of: text, measure: measure, divisions: divisions)
        }
        if lines.contains(where: { $0.divisionAtEnd != nil }) { text.divide(at: &lines, shaper: shaper) }
        return lines
    }

    /// The best lines of each stretch between forced breaks.
    private func bestLines(of text: ShapedText, measure: Length, divisions: [Int: [Division]]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        for index in 0...text.atoms.count {
            guard index == text.atoms.count || text.atoms[index].kind == .lineBreak else { continue }
            lines += TotalFit(atoms: text.atoms[start..<index], divisions: divisions, measure: measure).lines()
            start = index + 1
        }
        return lines
    }

    /// The width of the longest unbreakable stretch of a text if its words are hyphenated wherever they may be.
    func hyphenatedWidth(of text: ShapedText) -> Length {
        var longest = Length.zero
        var stretch = Length.zero
        for atom in text.atoms {
            switch atom.kind {
            case .space, .lineBreak: stretch = .zero
            case .joined, .breakable:
                if atom.kind == .breakable { stretch = .zero }
                let widths = parts(of: atom, in: text).map(\.width)
                longest = max(longest, stretch + (widths.first ?? .zero), widths.max() ?? .zero)
                stretch = (widths.count > 1 ? .zero : stretch) + (widths.last ?? .zero)
            }
        }
        return longest
    }

    /// The width of the longest figure of a text, if words may be divided anywhere.
    func figureWidth(of text: ShapedText) -> Length {
        var longest = Length.zero
        var words = ""
        var stretch = Length.zero
        func end() {
            longest = max(longest, words[...].isFigure ? stretch : min(stretch, text.leading * 2))
            words = ""
            stretch = .zero
        }
        for atom in text.atoms {
            if atom.kind != .joined { end() }
            if atom.isWhiteSpace { continue }
            words += atom.piece.text
            stretch += atom.piece.width
        }
        end()
        return longest
    }

    /// The places at which hyphens may divide some words of a text, by their atoms.
    private func divisions(
        of text: ShapedText,
        measure: Length,
        where isWanted: (ShapedText.Atom) -> Bool
    ) -> [Int: [Division]] {
        var divisions: [Int: [Division]] = [:]
        for (index, atom) in text.atoms.enumerated() where isWanted(atom) {
            guard atom.kind == .joined || atom.kind == .breakable else { continue }
            let found = self.divisions(of: atom, in: text)
            if !found.isEmpty { divisions[index] = found }
        }
        return divisions
    }

    /// The places at which hyphens may divide an atom: the officer's soft hyphens, or those of the patterns of its language, which a style
    /// without hyphenation does not use.
    private func divisions(of atom: ShapedText.Atom, in text: ShapedText) -> [Division] {
        let word = Substring(atom.piece.text)
        let points: [Int]
        if atom.piece.holdsSoftHyphen {
            points = word.softHyphens
        } else if text.hyphenateBelow > .zero, !atom.isBackward {
            points = shaper.hyphenationPoints(of: word, in: text.formats[Int(atom.format)].style)
        } else {
            return []
        }
        return points.map { offset in
            Division(
                offset: offset,
                head: text.piece(word.hyphenated(0, offset), of: atom, shaper: shaper),
                tail: text.piece(word.bytes(offset, word.utf8.count), of: atom, shaper: shaper)
            )
        }
    }

    /// Whether hyphens alone make a word fit into a measure.
    private func canHyphenate(_ atom: ShapedText.Atom, in text: ShapedText, measure: Length) -> Bool {
        let parts = parts(of: atom, in: text)
        return parts.count > 1 && parts.allSatisfy { $0.width <= measure }
    }

    /// A word divided by a hyphen wherever it may be.
    private func parts(of atom: ShapedText.Atom, in text: ShapedText) -> [ShapedPiece] {
        let divisions = divisions(of: atom, in: text)
        guard let first = divisions.first, let last = divisions.last else { return [atom.piece] }
        let word = Substring(atom.piece.text)
        let middle = zip(divisions, divisions.dropFirst()).map { start, end in
            text.piece(word.hyphenated(start.offset, end.offset), of: atom, shaper: shaper)
        }
        return [first.head] + middle + [last.tail]
    }

    /// Makes an unbreakable stretch that does not fit on a line breakable between characters.
    private func divideLongStretches(of text: inout ShapedText, measure: Length) {
        var atoms: [ShapedText.Atom] = []
        atoms.reserveCapacity(text.atoms.count)
        var stretch = Length.zero
        for (index, atom) in text.atoms.enumerated() {
            if atom.kind != .joined { stretch = .zero }
            let isAlone = index + 1 == text.atoms.count || text.atoms[index + 1].kind != .joined
            if atom.piece.width > measure, stretch == .zero, isAlone, canHyphenate(atom, in: text, measure: measure) {
                atoms.append(atom)
                continue
            }
            let isText = atom.kind == .joined || atom.kind == .breakable
            if atom.kind == .joined, stretch > .zero, stretch + atom.piece.width > measure, atom.piece.width <= measure
            {
                // Pieces of their own, such as a figure and a note mark, are parted rather than divided.
                var parted = atom
                parted.kind = .breakable
                atoms.append(parted)
                stretch = atom.piece.width
                continue
            }
            guard isText, stretch + atom.piece.width > measure else {
                if isText { stretch += atom.piece.width }
                atoms.append(atom)
                continue
            }
            var rest = Substring(atom.piece.text)
            var part = atom
            while !rest.isEmpty {
                var words = longestPrefix(of: rest, of: atom, in: text, within: measure - stretch)
                if words.isEmpty, stretch > .zero {
                    // The line is full: begin another.
                    part.kind = .breakable
                    stretch = .zero
                    continue
                }
                // A character that is wider than the measure overflows it rather than be lost.
                if words.isEmpty { words = rest.prefix(1) }
                part.piece = text.piece(words, of: atom, shaper: shaper)
                atoms.append(part)
                stretch += part.piece.width
                rest = rest[words.endIndex...]
                if !rest.isEmpty {
                    part.kind = .breakable
                    stretch = .zero
                }
            }
        }
        text.atoms = atoms
    }

    /// The longest prefix that fits into a width: an exponential search, then a binary one, so that only about as much text is shaped as
    /// fits.
    private func longestPrefix(
        of words: Substring,
        of atom: ShapedText.Atom,
        in text: ShapedText,
        within width: Length
    ) -> Substring {
        func fit(_ part: Substring) -> Bool { text.piece(part, of: atom, shaper: shaper).width <= width }
        var fits = 0
        var fails = 16
        while true {
            let part = words.prefix(fails)
            if part.endIndex == words.endIndex {
                if fit(part) { return part }
                fails = part.count
                break
            }
            if !fit(part) { break }
            fits = fails
            fails *= 2
        }
        while fails - fits > 1 {
            let middle = (fits + fails) / 2
            if fit(words.prefix(middle)) { fits = middle } else { fails = middle }
        }
        return words.prefix(fits)
    }
}

extension ShapedText {
    /// A part of an atom, shaped in its style and direction.
    fileprivate func piece(_ words: Substring, of atom: Atom, shaper: TextShaper) -> ShapedPiece {
        shaper.piece(words, in: formats[Int(atom.format)].style, isBackward: atom.isBackward)
    }

    /// Replaces the words that hyphens divide by their parts.
    ///
    /// - Parameter lines: get the new indices of their atoms.
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
                    atom.piece = piece(middle, of: atom, shaper: shaper)
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
    /// A range of the text, by bytes of UTF-8.
    fileprivate func bytes(_ from: Int, _ to: Int) -> Substring {
        self[utf8.index(utf8.startIndex, offsetBy: from)..<utf8.index(utf8.startIndex, offsetBy: to)]
    }

    /// A range of the text with a soft hyphen at its end.
    fileprivate func hyphenated(_ from: Int, _ to: Int) -> Substring {
        let part = bytes(from, to)
        return part.unicodeScalars.last == .softHyphen ? part : part + "\u{AD}"
    }

    /// Whether it is a figure with its signs and a short unit, half of which would be another figure: `£12,345,678`, `2.703m`.
    fileprivate var isFigure: Bool {
        utf8.count <= 24 && utf8.contains { (0x30...0x39).contains($0) } && count(where: \.isLetter) <= 2
    }

    /// The number of bytes before the end of each soft hyphen.
    fileprivate var softHyphens: [Int] {
        unicodeScalars.indices.filter { unicodeScalars[$0] == .softHyphen }.map { index in
            utf8.distance(from: startIndex, to: unicodeScalars.index(after: index))
        }.filter { $0 < utf8.count }
    }
}
