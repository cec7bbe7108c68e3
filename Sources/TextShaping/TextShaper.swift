// SPDX-License-Identifier: Apache-2.0

import CCairo
import CPango
import Geometry
import ResourceLimits

/// Turns words into glyphs, each word once.
///
/// A shaper holds every font that it has used and every word that it has shaped. It must stay in one isolation, as
/// its font map does.
package final class TextShaper {
    /// A style made ready: a Pango context, and the words shaped in it.
    private struct PreparedStyle {
        let context: OpaquePointer
        let language: OpaquePointer?
        let metrics: FontMetrics
        /// How Pango would have any ASCII word shaped, found once: finding it costs as much as shaping.
        let plain: UnsafeMutablePointer<PangoItem>?
        let tag: String
        var words: [Substring: [ShapedPiece]] = [:]
        var pieces: [Substring: ShapedPiece] = [:]
        /// Those that run from right to left.
        var backwardPieces: [Substring: ShapedPiece] = [:]
    }

    private let fontMap: FontMap
    private var styles: [PreparedStyle] = []
    private var styleIDs: [FontStyle: StyleID] = [:]
    /// Owned: released with the shaper.
    private var fonts: [UnsafeMutablePointer<PangoFont>] = []
    private var faceIDs: [UnsafeMutablePointer<PangoFont>: FaceID] = [:]
    /// Of each font, where some of its glyphs may be pictures.
    private var outlines: [GlyphOutlines?] = []
    private let glyphs: UnsafeMutablePointer<PangoGlyphString>
    /// By language; nothing inside where it has no patterns.
    private var hyphenators: [String: Hyphenator?] = [:]

    /// Makes a shaper that knows the fonts of a Fontconfig file and those of a workspace.
    ///
    /// - Throws: a ``FontError`` where there are no fonts.
    package init(configurationFile: String, fonts: [InMemoryFont] = []) throws(FontError) {
        let fontMap = try FontMap(configurationFile: configurationFile, fonts: fonts)
        guard let glyphs = pango_glyph_string_new() else { throw FontError("Pango has no memory") }
        self.fontMap = fontMap
        self.glyphs = glyphs
    }

    deinit {
        pango_glyph_string_free(glyphs)
        for font in fonts { g_object_unref(font) }
        for style in styles {
            if let plain = style.plain { pango_item_free(plain) }
            g_object_unref(UnsafeMutableRawPointer(style.context))
        }
    }

    /// Makes a style ready; the same style has the same identifier.
    ///
    /// - Throws: a ``FontError`` that names the family where there is none of that name, or none that has outlines.
    package func prepare(_ style: FontStyle) throws(FontError) -> StyleID {
        if let known = styleIDs[style] { return known }
        guard fontMap.hasFamily(style.family) else {
            throw FontError("there is no font `\(style.family)`; put its files into the folder `fonts`")
        }
        if fontMap.holdsOnlyPictures(style.family) {
            throw FontError("the font `\(style.family)` is a font of pictures; name one of plain outlines")
        }
        guard let context = pango_font_map_create_context(fontMap.map),
            let description = pango_font_description_new()
        else { throw FontError("Pango has no memory") }
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, style.family)
        pango_font_description_set_size(description, Int32(clamping: style.size.units))
        pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
        pango_font_description_set_style(description, style.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        let language = pango_language_from_string(style.language)
        pango_context_set_language(context, language)
        pango_context_set_font_description(context, description)
        pango_context_set_round_glyph_positions(context, 0)
        Self.forbidHinting(in: context)
        let metrics = pango_context_get_metrics(context, description, language)
        defer { pango_font_metrics_unref(metrics) }
        let id = StyleID(index: styles.count)
        styles.append(
            PreparedStyle(
                context: context,
                language: language,
                metrics: FontMetrics(
                    ascent: Length(units: Int(pango_font_metrics_get_ascent(metrics))),
                    descent: Length(units: Int(pango_font_metrics_get_descent(metrics)))
                ),
                plain: Self.plainItem(in: context),
                tag: style.language
            )
        )
        styleIDs[style] = id
        return id
    }

    /// How far the fonts of a style reach above and below the baseline.
    package func metrics(of style: StyleID) -> FontMetrics { styles[style.index].metrics }

    /// The pieces of a word, which holds no space that a line may break at.
    ///
    /// A line may break after each piece but the last (Unicode Standard Annex 14). A soft hyphen at the end divides nothing, and
    /// is left out.
    package func pieces(of word: Substring, in style: StyleID) -> [ShapedPiece] {
        if let known = styles[style.index].words[word] { return known }
        var own = Substring(String(word))
        while own.unicodeScalars.last == .softHyphen { own.unicodeScalars.removeLast() }
        if own.isEmpty, !word.isEmpty { return [] }
        let pieces = partsBetweenBreaks(of: own, in: style).map { piece($0, in: style) }
        styles[style.index].words[Substring(String(word))] = pieces
        return pieces
    }

    /// How many bytes of a word stand before each place where a hyphen may divide it, by the patterns of its language.
    package func hyphenationPoints(of word: Substring, in style: StyleID) -> [Int] {
        hyphenator(for: styles[style.index].tag)?.points(in: word) ?? []
    }

    /// Whether there are patterns to hyphenate a language by.
    package func canHyphenate(_ language: String) -> Bool { hyphenator(for: language) != nil }

    private func hyphenator(for language: String) -> Hyphenator? {
        if let known = hyphenators[language] { return known }
        let hyphenator = Hyphenator(language: language)
        hyphenators[language] = .some(hyphenator)
        return hyphenator
    }

    /// Text that is set as a whole. A soft hyphen at its end is drawn, and read as what it is; others are neither.
    ///
    /// - Parameter isBackward: whether it runs from right to left.
    package func piece(_ text: Substring, in style: StyleID, isBackward: Bool = false) -> ShapedPiece {
        let pieces = isBackward ? \PreparedStyle.backwardPieces : \PreparedStyle.pieces
        if let known = styles[style.index][keyPath: pieces][text] { return known }
        let own = String(text)
        let piece = shape(own, in: style, isBackward: isBackward)
        styles[style.index][keyPath: pieces][Substring(own)] = piece
        return piece
    }

    /// The font of a face, for drawing; lives as long as the shaper.
    package func scaledFont(of face: FaceID) -> OpaquePointer? {
        pango_cairo_font_get_scaled_font(cleardays_cairo_font(fonts[face.index]))
    }

    /// How many words and pieces it holds, for whoever keeps it long.
    package var wordCount: Int {
        styles.reduce(0) { $0 + $1.words.count + $1.pieces.count + $1.backwardPieces.count }
    }

    /// The files of the fonts that have been used, each once, by their names.
    package var fontFiles: [FontFile] {
        Set(fonts.compactMap { FontFile(of: $0, in: fontMap) }).sorted { ($0.name, $0.path) < ($1.name, $1.path) }
    }

    /// The names of the workspace's files in `fonts/` in which there is no font.
    package var filesWithoutFont: [String] { fontMap.filesWithoutFont }

    /// Outlines are placed by their own measure, the same on every machine.
    private static func forbidHinting(in context: OpaquePointer) {
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
    }

    /// Divides a word where a line may break inside it: after hyphens, slashes, dashes.
    private func partsBetweenBreaks(of word: Substring, in style: StyleID) -> [Substring] {
        // Letters and digits of ASCII alone never hold a break.
        if word.utf8.allSatisfy(\.isASCIILetterOrDigit) { return [word] }
        let count = word.unicodeScalars.count
        WorkMeter.count(count)
        var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: count + 1)
        let bytes = Array(word.utf8)
        bytes.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                pango_get_log_attrs(
                    text.baseAddress,
                    Int32(clamping: text.count),
                    -1,
                    styles[style.index].language,
                    &attributes,
                    Int32(clamping: attributes.count)
                )
            }
        }
        var parts: [Substring] = []
        var start = word.startIndex
        for (offset, index) in word.unicodeScalars.indices.enumerated() where offset > 0 {
            // A line that ends at a soft hyphen is for the line breaker to find: the hyphen must be drawn.
            if word.unicodeScalars[word.unicodeScalars.index(before: index)] == .softHyphen { continue }
            if withUnsafePointer(to: &attributes[offset], cleardays_is_line_break) != 0 {
                parts.append(word[start..<index])
                start = index
            }
        }
        parts.append(word[start...])
        return parts
    }

    private func shape(_ text: String, in style: StyleID, isBackward: Bool) -> ShapedPiece {
        if text.unicodeScalars.last == .softHyphen {
            let drawn = String(text.unicodeScalars.dropLast()) + "-"
            return shape(drawn, in: style, isBackward: isBackward).endingInSoftHyphen()
        }
        var text = text
        return text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                shape(characters, in: style, isBackward: isBackward)
            }
        }
    }

    private func shape(_ text: UnsafeBufferPointer<CChar>, in style: StyleID, isBackward: Bool) -> ShapedPiece {
        let whole = String(decoding: UnsafeRawBufferPointer(text), as: UTF8.self)
        guard let start = text.baseAddress else { return ShapedPiece(text: "", width: .zero, runs: []) }
        if !isBackward, let plain = styles[style.index].plain, text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            let shaped = shape(whole, [plain], of: text, from: start)
            // A font without a letter of it needs Pango to find another.
            if shaped.missing.isEmpty { return shaped }
        }
        let items = pango_itemize_with_base_dir(
            styles[style.index].context,
            isBackward ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
            start,
            0,
            Int32(clamping: text.count),
            nil,
            nil
        )
        let drawn = pango_reorder_items(items)
        g_list_free(items)
        let found = Self.items(of: drawn)
        g_list_free(drawn)
        defer { for item in found { pango_item_free(item) } }
        return shape(whole, found, of: text, from: start)
    }

    private static func items(of list: UnsafeMutablePointer<GList>?) -> [UnsafeMutablePointer<PangoItem>] {
        var found: [UnsafeMutablePointer<PangoItem>] = []
        var next = list
        while let node = next {
            next = node.pointee.next
            if let item = node.pointee.data?.assumingMemoryBound(to: PangoItem.self) { found.append(item) }
        }
        return found
    }

    /// Shapes each item of a text in its font.
    ///
    /// - Parameter items: from left to right; the runs are in the order of the text.
    private func shape(
        _ whole: String,
        _ items: [UnsafeMutablePointer<PangoItem>],
        of text: UnsafeBufferPointer<CChar>,
        from start: UnsafePointer<CChar>
    ) -> ShapedPiece {
        WorkMeter.count(text.count)
        var runs: [(offset: Int, run: ShapedPiece.Run)] = []
        var missing: [Unicode.Scalar] = []
        var pictures: [PictureCharacter] = []
        var width = 0
        for item in items {
            // The one item of a plain word is all of it.
            let isWhole = items.count == 1
            let offset = isWhole ? 0 : Int(item.pointee.offset)
            let length = isWhole ? text.count : Int(item.pointee.length)
            pango_shape_full(
                start + offset,
                Int32(clamping: length),
                start,
                Int32(clamping: text.count),
                &item.pointee.analysis,
                glyphs
            )
            guard let font = item.pointee.analysis.font else { continue }
            let stretch = UnsafeBufferPointer(rebasing: text[offset..<offset + length])
            let isBackward = item.pointee.analysis.level % 2 == 1
            let run = run(of: stretch, font: font, isBackward: isBackward, at: &width)
            runs.append((offset, run))
            missing += missingCharacters(in: stretch)
            if let outlines = outlines[run.face.index] { pictures += outlines.pictures(in: run) }
        }
        return ShapedPiece(
            text: whole,
            width: Length(units: width),
            runs: runs.sorted { $0.offset < $1.offset }.map(\.run),
            missing: missing,
            pictures: pictures
        )
    }

    /// What Pango makes of a Latin letter in a style.
    private static func plainItem(in context: OpaquePointer) -> UnsafeMutablePointer<PangoItem>? {
        guard let items = pango_itemize(context, "x", 0, 1, nil, nil) else { return nil }
        defer { g_list_free(items) }
        return items.pointee.data?.assumingMemoryBound(to: PangoItem.self)
    }

    /// Copies the glyphs that Pango has just made, with the bytes that each cluster stands for.
    private func run(
        of text: UnsafeBufferPointer<CChar>,
        font: UnsafeMutablePointer<PangoFont>,
        isBackward: Bool,
        at width: inout Int
    ) -> ShapedPiece.Run {
        let count = Int(glyphs.pointee.num_glyphs)
        var copied: [Glyph] = []
        copied.reserveCapacity(count)
        // Where clusters begin, in bytes, in the order of the glyphs, with how many glyphs each has.
        var starts: [(byte: Int32, glyphs: Int32)] = []
        for index in 0..<count {
            guard let info = glyphs.pointee.glyphs?[index], let byte = glyphs.pointee.log_clusters?[index] else {
                continue
            }
            let isEmpty = info.glyph == PANGO_GLYPH_EMPTY_VALUE
            if starts.last?.byte != byte { starts.append((byte, 0)) }
            if !isEmpty {
                copied.append(
                    Glyph(
                        index: info.glyph,
                        x: Int32(clamping: width) + info.geometry.x_offset,
                        y: info.geometry.y_offset
                    )
                )
                starts[starts.count - 1].glyphs += 1
            }
            width += Int(info.geometry.width)
        }
        if isBackward { starts.reverse() }
        var read = ""
        var clusters: [Cluster] = []
        clusters.reserveCapacity(starts.count)
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? Int(starts[index + 1].byte) : text.count
            let bytes = UnsafeRawBufferPointer(
                UnsafeBufferPointer(rebasing: text[Int(start.byte)..<max(Int(start.byte), end)])
            )
            let words = String(decoding: bytes, as: UTF8.self).replacingNoBreakSpaces
            read += words
            clusters.append(Cluster(bytes: Int32(clamping: words.utf8.count), glyphs: start.glyphs))
        }
        return ShapedPiece.Run(
            face: face(of: font),
            text: read,
            glyphs: copied,
            clusters: clusters,
            isBackward: isBackward
        )
    }

    /// The characters for which Pango, having just shaped them, could only draw a box.
    private func missingCharacters(in text: UnsafeBufferPointer<CChar>) -> [Unicode.Scalar] {
        (0..<Int(glyphs.pointee.num_glyphs)).compactMap { index in
            guard let info = glyphs.pointee.glyphs?[index], info.glyph & PANGO_GLYPH_UNKNOWN_FLAG_VALUE != 0,
                info.glyph != PANGO_GLYPH_EMPTY_VALUE, let byte = glyphs.pointee.log_clusters?[index]
            else { return nil }
            let rest = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[Int(byte)...].prefix(4)))
            return String(decoding: rest, as: UTF8.self).unicodeScalars.first
        }
    }

    private func face(of font: UnsafeMutablePointer<PangoFont>) -> FaceID {
        if let known = faceIDs[font] { return known }
        g_object_ref(font)
        let id = FaceID(index: fonts.count)
        fonts.append(font)
        outlines.append(GlyphOutlines(of: font))
        faceIDs[font] = id
        return id
    }
}

/// `PANGO_GLYPH_EMPTY`: stands for no glyph at all.
private let PANGO_GLYPH_EMPTY_VALUE: UInt32 = 0x0FFF_FFFF
/// `PANGO_GLYPH_UNKNOWN_FLAG`: marks a character that no font has.
private let PANGO_GLYPH_UNKNOWN_FLAG_VALUE: UInt32 = 0x1000_0000

extension String {
    /// With plain spaces for no-break spaces: a line is broken by then.
    fileprivate var replacingNoBreakSpaces: String { self == "\u{A0}" ? " " : self }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
