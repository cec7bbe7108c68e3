// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import ResourceLimits
import TextShaping

/// The text of one paragraph, shaped: every width is known, no line is broken.
struct ShapedText {
    /// A piece of text with the way that a line may break before it.
    struct Atom {
        enum Kind: UInt8 {
            /// A piece that stays with the atom before it.
            case joined
            /// A piece before which a line may break.
            case breakable
            /// A space at which a line may break.
            case space
            /// A forced line break.
            case lineBreak
        }

        var piece: ShapedPiece
        var kind: Kind
        /// An index into ``ShapedText/formats``.
        var format: UInt32
        /// The embedding level (UAX 9): odd levels run from right to left.
        var level: UInt8 = 0
        /// Whether it is a space between words that belong together (``WordTies``), at which a line ends only where nothing else helps.
        var isTied = false

        var isBackward: Bool { level % 2 == 1 }
        /// Whether it is a space or a forced line break.
        var isWhiteSpace: Bool { kind == .space || kind == .lineBreak }
        /// Whether it is a space with a sign in it, which stands between words on one line and is left out at the end of a line.
        var isSeparator: Bool { kind == .space && piece.text != " " && !piece.text.allSatisfy(\.isWhitespace) }
    }

    /// The style and the owner of some words of a paragraph.
    struct Format: Hashable {
        var style: StyleID
        var colour: Colour
        var isUnderlined: Bool
        /// The node of the words: the paragraph, or a link in it.
        var owner: Owner
        var link: Link?
        /// The note mark that the words are.
        var note: NoteMark?
    }

    var atoms: [Atom]
    var formats: [Format]
    /// The distance from one baseline to the next.
    var leading: Length
    /// The measure below which words may be hyphenated; zero for never.
    var hyphenateBelow: Length
    /// The distance from the top of a line to its baseline.
    var baseline: Length
    /// Whether the paragraph as a whole runs from right to left, so that it is aligned at the right.
    private(set) var isBackward: Bool
    /// Whether it is a status or a direction, with or without its symbol.
    private(set) var isStatus = false
    /// The cache of its lines; `nil` for a text that is not cached.
    var lineCache: LineCache?
    /// The width of the longest unbreakable stretch.
    var minimumWidth: Length = .zero
    /// The width of the longest stretch in which words that belong together stay on one line.
    var wholeWidth: Length = .zero
    /// The width of the longest line if none is broken.
    var naturalWidth: Length = .zero

    init(
        atoms: [Atom],
        formats: [Format],
        leading: Length,
        hyphenateBelow: Length,
        baseline: Length,
        isBackward: Bool = false
    ) {
        self.atoms = atoms
        self.isBackward = isBackward
        self.formats = formats
        self.leading = leading
        self.hyphenateBelow = hyphenateBelow
        self.baseline = baseline
        holdsMarks = formats.contains { $0.note != nil }
        tieWords()
        measure()
    }

    /// Ties the words that belong together, and each note mark to the word that it stands behind.
    private mutating func tieWords() {
        var left = 0..<(atoms.firstIndex { $0.isWhiteSpace } ?? atoms.count)
        let firstWord = left
        while left.upperBound < atoms.count {
            let start = left.upperBound + 1
            let right = start..<(atoms[start...].firstIndex { $0.isWhiteSpace } ?? atoms.count)
            if atoms[left.upperBound].kind == .space, !atoms[left.upperBound].isSeparator, !left.isEmpty, !right.isEmpty
            {
                atoms[left.upperBound].isTied =
                    holdsMarks && formats[Int(atoms[start].format)].note != nil
                    || WordTies.tie(word(left), word(right), isFirst: left == firstWord)
            }
            left = right
        }
    }

    /// The most characters of the words in brackets that stay with the figure before them.
    private static let shortQualifier = 12

    /// Ties a figure that the text begins with to short words in brackets behind it: `68.69% (Reg 3)`.
    ///
    /// - Returns: whether there are any.
    mutating func tieFigure() -> Bool {
        guard let space = atoms.firstIndex(where: \.isWhiteSpace), atoms[space].kind == .space, space + 1 < atoms.count,
            atoms[space + 1].piece.text.hasPrefix("("),
            atoms[..<space].contains(where: { $0.piece.text.utf8.contains { (0x30...0x39).contains($0) } })
        else { return false }
        var length = 0
        for (index, atom) in atoms[space...].enumerated() {
            length += atom.piece.text.count
            if length > Self.shortQualifier || atom.kind == .lineBreak { return false }
            guard atom.piece.text.contains(")") else { continue }
            for tied in space...space + index where atoms[tied].kind == .space { atoms[tied].isTied = true }
            // The same words without ties are in the cache.
            lineCache = nil
            measure()
            return true
        }
        return false
    }

    /// The most characters of a phrase that stays on one line whatever it costs, as those of "Off target" do. Longer ones, such as "Within tolerance",
    /// would take the room of the comments beside them, which have far more words: they stay on one line where that makes the table no higher
    /// (``HeightSearch``).
    private static let shortPhrase = 10

    /// Makes the text a status or a direction, and ties the words of its short phrases, which end at a colon or with a line: `Year end: | Off target`.
    mutating func tieStatus() {
        isStatus = true
        var start = 0
        var length = 0
        var changes = false
        for index in 0...atoms.count {
            let isEnd =
                index == atoms.count || atoms[index].kind == .lineBreak || atoms[index].isSeparator
                || atoms[index].kind == .space && index > 0 && atoms[index - 1].piece.text.hasSuffix(":")
            guard isEnd else {
                length += atoms[index].piece.text.count
                continue
            }
            if length <= Self.shortPhrase {
                for tied in start..<index where atoms[tied].kind == .space && !atoms[tied].isTied {
                    atoms[tied].isTied = true
                    changes = true
                }
            }
            start = index + 1
            length = 0
        }
        guard changes else { return }
        // The same words without ties are in the cache.
        lineCache = nil
        measure()
    }

    /// The text of some atoms without a space.
    private func word(_ range: Range<Int>) -> Substring {
        range.count == 1 ? atoms[range.lowerBound].piece.text[...] : atoms[range].map(\.piece.text).joined()[...]
    }

    /// A copy whose atoms have the direction of their letters.
    func directed(by shaper: TextShaper) -> ShapedText {
        // The label of a note does not decide the direction of the note.
        let own = atoms.filter { if case .label = formats[Int($0.format)].owner { false } else { true } }
        let isBackward = ReadingDirection(of: own.map(\.piece.text).joined()).isBackward
        let direction = ReadingDirection(of: atoms.map(\.piece.text).joined(), isBackward: isBackward)
        var text = self
        text.isBackward = direction.isBackward
        text.atoms = []
        var levels = direction.levels[...]
        for atom in atoms {
            let scalars = atom.piece.text.unicodeScalars
            let own = levels.prefix(scalars.count)
            levels = levels.dropFirst(scalars.count)
            text.atoms += atom.divided(by: Array(own), style: formats[Int(atom.format)].style, shaper: shaper)
        }
        text.measure()
        return text
    }

    private mutating func measure() {
        WorkMeter.count(atoms.count)
        minimumWidth = .zero
        wholeWidth = .zero
        naturalWidth = .zero
        var stretch = Length.zero
        var whole = Length.zero
        var line = Length.zero
        for atom in atoms {
            switch atom.kind {
            case .joined:
                stretch += atom.piece.width
                whole += atom.piece.width
            case .breakable:
                minimumWidth = max(minimumWidth, stretch)
                wholeWidth = max(wholeWidth, whole)
                stretch = atom.piece.width
                whole = stretch
            case .space, .lineBreak:
                minimumWidth = max(minimumWidth, stretch)
                wholeWidth = max(wholeWidth, whole)
                stretch = .zero
                whole = atom.isTied ? whole + atom.piece.width : .zero
            }
            if atom.kind == .lineBreak {
                naturalWidth = max(naturalWidth, line)
                line = .zero
            } else {
                line += atom.piece.width
            }
        }
        minimumWidth = max(minimumWidth, stretch)
        wholeWidth = max(wholeWidth, whole)
        naturalWidth = max(naturalWidth, line)
    }

    var holdsLineBreak: Bool { atoms.contains { $0.kind == .lineBreak } }
    /// Whether some words are a note mark.
    private var holdsMarks = false

    /// The note marks in a line, in the order of the text.
    func marks(in line: Line) -> [NoteMark] {
        if !holdsMarks { return [] }
        var marks: [NoteMark] = []
        for atom in atoms[line.atoms] {
            if let mark = formats[Int(atom.format)].note, marks.last != mark { marks.append(mark) }
        }
        return marks
    }

    /// Whether a line begins with a note mark, whose word ends in the line before.
    func beginsWithMark(_ line: Line) -> Bool {
        holdsMarks && line.atoms.first.map { formats[Int(atoms[$0].format)].note != nil } ?? false
    }

    /// A line of these atoms, without the spaces at its ends.
    func line(_ range: Range<Int>) -> Line {
        var range = range
        while let first = range.first, atoms[first].kind == .space { range.removeFirst() }
        while let last = range.last, atoms[last].kind == .space { range.removeLast() }
        return Line(atoms: range, width: atoms[range].lazy.map(\.piece.width).total)
    }
}

extension ShapedText.Atom {
    /// The parts of one level each, in the order of the text.
    fileprivate func divided(by levels: [UInt8], style: StyleID, shaper: TextShaper) -> [Self] {
        guard let first = levels.first else { return [self] }
        var parts: [Self] = []
        var rest = Substring(piece.text)
        var start = 0
        while start < levels.count {
            let count = levels[start...].prefix { $0 == levels[start] }.count
            let end =
                rest.unicodeScalars.index(rest.startIndex, offsetBy: count, limitedBy: rest.endIndex) ?? rest.endIndex
            let isBackward = levels[start] % 2 == 1
            var part = self
            part.level = levels[start]
            if isBackward || count < levels.count {
                part.piece = shaper.piece(rest[..<end], in: style, isBackward: isBackward)
            }
            if start > 0 { part.kind = .joined }
            parts.append(part)
            rest = rest[end...]
            start += count
        }
        return first == 0 && parts.count == 1 ? [self] : parts
    }
}
