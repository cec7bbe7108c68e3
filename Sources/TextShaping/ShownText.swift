// SPDX-License-Identifier: Apache-2.0

import CPango

/// The text of a run as its glyphs show it, in clusters that are as small as can be told.
///
/// Pango gives the marks of a letter and the letter as one cluster of several glyphs. For such a cluster Cairo writes a span with the text
/// of all (`ActualText`), at which some readers stop; where each character has its glyph, each is a cluster of its own.
struct ShownText {
    private(set) var text = ""
    /// The parts of the text, in its order.
    private(set) var clusters: [Cluster] = []
    /// HarfBuzz's font, owned by Pango's.
    private let font: OpaquePointer?
    private let isBackward: Bool

    init(in font: UnsafeMutablePointer<PangoFont>, isBackward: Bool) {
        self.font = pango_font_get_hb_font(font)
        self.isBackward = isBackward
    }

    /// Adds a cluster of Pango's.
    ///
    /// - Parameter glyphs: from left to right.
    mutating func append(_ words: String, glyphs: ArraySlice<Glyph>) {
        let scalars = words.unicodeScalars
        if glyphs.count > 1, let parts = parts(of: Array(scalars), glyphs: glyphs) {
            for part in parts { append(part, count: 1) }
        } else if isBackward, scalars.count == 1, glyphs.count == 1, let scalar = scalars.first,
            let glyph = glyphs.first,
            let mirrored = scalar.mirrored, self.glyph(of: mirrored) == glyph.index
        {
            append(String(mirrored), count: 1)
        } else {
            append(words, count: glyphs.count)
        }
    }

    private mutating func append(_ words: String, count: Int) {
        text += words
        clusters.append(Cluster(bytes: Int32(clamping: words.utf8.count), glyphs: Int32(clamping: count)))
    }

    /// The text of each glyph of a letter and its marks, or of marks alone, or `nil` if that cannot be told.
    ///
    /// Marks are in the order of their glyphs, which HarfBuzz sorts by classes of its own: a shadda goes before a fatha, as it is typed,
    /// where Unicode's composed form has it behind. A mark that has no glyph of its own is in that of the letter, as a Hebrew dagesh is.
    private func parts(of scalars: [Unicode.Scalar], glyphs: ArraySlice<Glyph>) -> [String]? {
        guard let first = scalars.first, scalars.count >= glyphs.count,
            scalars.dropFirst().allSatisfy(\.isVisibleMark)
        else { return nil }
        let read = isBackward ? glyphs.reversed() : Array(glyphs)
        let hasLetter = !first.isVisibleMark
        var rest = Array(scalars.dropFirst(hasLetter ? 1 : 0))
        let known = read.dropFirst(hasLetter ? 1 : 0).map { mark -> Unicode.Scalar? in
            rest.firstIndex { glyph(of: $0) == mark.index }.map { rest.remove(at: $0) }
        }
        var letter = hasLetter ? String(first) : ""
        if scalars.count > glyphs.count {
            guard hasLetter, !known.contains(nil) else { return nil }
            letter.unicodeScalars.append(contentsOf: rest)
            rest = []
        }
        // A glyph that is not the plain one of a mark takes the first that is left.
        var others = rest[...]
        return (hasLetter ? [letter] : []) + known.compactMap { ($0 ?? others.popFirst()).map { String($0) } }
    }

    /// The plain glyph of a character, or `nil` if the font has none.
    private func glyph(of scalar: Unicode.Scalar) -> UInt32? {
        var glyph: UInt32 = 0
        guard let font, hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 else { return nil }
        return glyph
    }
}

extension Unicode.Scalar {
    /// A mark on the letter before it, which is drawn: a variation selector is not.
    fileprivate var isVisibleMark: Bool {
        properties.generalCategory == .nonspacingMark && !properties.isDefaultIgnorableCodePoint
    }

    /// The character whose glyph stands for it in text from right to left, as `)` for `(`, or `nil` if it has none.
    fileprivate var mirrored: Unicode.Scalar? {
        var mirrored: UInt32 = 0
        return g_unichar_get_mirror_char(value, &mirrored) != 0 ? Unicode.Scalar(mirrored) : nil
    }
}
