// SPDX-License-Identifier: Apache-2.0

/// Turns words into glyphs, and shapes each word once.
///
/// A shaper holds every font that it has used and every word that it has shaped. It must stay in one isolation, as its font map does.
package final class TextShaper {
    /// A prepared style, with the words that have been shaped in it.
    private struct Style {
        let context: StyleContext
        var cache = WordCache()
    }

    private let fontMap: FontMap
    private let fonts: FontTable
    private let shaper: PangoShaper
    private var styles: [Style] = []
    private var styleIDs: [FontStyle: StyleID] = [:]
    /// The style that was prepared last.
    private var lastStyle: (style: FontStyle, id: StyleID)?
    /// By language; `nil` for a language without hyphenation patterns.
    private var hyphenators: [String: Hyphenator?] = [:]

    /// Makes a shaper that knows the fonts of a Fontconfig file and those of a workspace.
    ///
    /// - Throws: a ``FontError`` if there are no fonts.
    package init(configurationFile: String, fonts: [InMemoryFont] = []) throws(FontError) {
        fontMap = try FontMap(configurationFile: configurationFile, fonts: fonts)
        self.fonts = FontTable(fontMap: fontMap)
        shaper = try PangoShaper(fonts: self.fonts)
    }

    // MARK: - Styles

    /// Prepares a style; the same style has the same identifier.
    ///
    /// - Throws: a ``FontError`` that names the family if there is none of that name, or none that has outlines.
    package func prepare(_ style: FontStyle) throws(FontError) -> StyleID {
        // The words of a paragraph, and most paragraphs of a table, have the style of those before.
        if let lastStyle, lastStyle.style == style { return lastStyle.id }
        if let known = styleIDs[style] {
            lastStyle = (style, known)
            return known
        }
        let context = try StyleContext(style, fontMap: fontMap)
        let id = StyleID(index: styles.count)
        styles.append(Style(context: context))
        styleIDs[style] = id
        return id
    }

    /// The metrics of a prepared style.
    package func metrics(of style: StyleID) -> FontMetrics { styles[style.index].context.metrics }

    // MARK: - Words

    /// The pieces of a word, which holds no space that a line may break at.
    ///
    /// A line may break after each piece but the last (Unicode Standard Annex 14). A soft hyphen at the end divides nothing, and
    /// is left out.
    package func pieces(of word: Substring, in style: StyleID) -> [ShapedPiece] {
        if let known = styles[style.index].cache.words[word] { return known }
        var own = Substring(String(word))
        while own.unicodeScalars.last == .softHyphen { own.unicodeScalars.removeLast() }
        if own.isEmpty, !word.isEmpty { return [] }
        let parts = own.partsBetweenBreaks(language: styles[style.index].context.language)
        let pieces = parts.map { piece($0, in: style) }
        styles[style.index].cache.words[Substring(String(word))] = pieces
        return pieces
    }

    /// Shapes text as a whole. A soft hyphen at its end is drawn, and read as what it is; others are neither.
    ///
    /// - Parameter isBackward: whether it runs from right to left.
    package func piece(_ text: Substring, in style: StyleID, isBackward: Bool = false) -> ShapedPiece {
        let pieces = isBackward ? \WordCache.backwardPieces : \WordCache.pieces
        if let known = styles[style.index].cache[keyPath: pieces][text] { return known }
        let own = String(text)
        let piece = shaper.shape(own, in: styles[style.index].context, isBackward: isBackward)
        styles[style.index].cache[keyPath: pieces][Substring(own)] = piece
        return piece
    }

    /// The number of cached words and pieces, for whoever keeps a shaper for long.
    package var wordCount: Int { styles.reduce(0) { $0 + $1.cache.count } }

    // MARK: - Hyphenation

    /// The number of bytes of a word before each place at which a hyphen may divide it, by the patterns of its language.
    package func hyphenationPoints(of word: Substring, in style: StyleID) -> [Int] {
        hyphenator(for: styles[style.index].context.tag)?.points(in: word) ?? []
    }

    /// Whether there are hyphenation patterns for a language.
    package func canHyphenate(_ language: String) -> Bool { hyphenator(for: language) != nil }

    private func hyphenator(for language: String) -> Hyphenator? {
        if let known = hyphenators[language] { return known }
        let hyphenator = Hyphenator(language: language)
        hyphenators[language] = .some(hyphenator)
        return hyphenator
    }

    // MARK: - Fonts

    /// The fonts of faces, for drawing.
    package func drawingFonts(of faces: [FaceID]) -> DrawingFonts { fonts.drawingFonts(of: faces) }

    /// The files of the fonts that have been used, each once, in the order of their names.
    package var fontFiles: [FontFile] { fonts.files }

    /// The names of the workspace's files in `fonts/` that hold no font.
    package var filesWithoutFont: [String] { fontMap.filesWithoutFont }
}
