// SPDX-License-Identifier: Apache-2.0

import CPango
import Geometry

/// Owns a glyph string of Pango, which is reused from text to text.
final class GlyphString {
    private let glyphs: UnsafeMutablePointer<PangoGlyphString>

    /// - Throws: a ``FontError`` if Pango has no memory.
    init() throws(FontError) {
        guard let glyphs = pango_glyph_string_new() else { throw FontError("Pango has no memory") }
        self.glyphs = glyphs
    }

    deinit { pango_glyph_string_free(glyphs) }

    /// Shapes a range of a text, in place of what was shaped before.
    func shape(_ range: Range<Int>, of text: UnsafeBufferPointer<CChar>, analysis: inout PangoAnalysis) {
        guard let start = text.baseAddress else { return }
        pango_shape_full(
            start + range.lowerBound,
            Int32(clamping: range.count),
            start,
            Int32(clamping: text.count),
            &analysis,
            glyphs
        )
    }

    /// The run of the glyphs that were shaped last, with the bytes of each cluster.
    ///
    /// - Parameters:
    ///   - text: the range that was shaped.
    ///   - font: the font that it was shaped in, which belongs to the face.
    ///   - width: the width of the piece so far, to which that of the run is added.
    func run(
        of text: UnsafeBufferPointer<CChar>,
        font: UnsafeMutablePointer<PangoFont>,
        face: FaceID,
        isBackward: Bool,
        at width: inout Int
    ) -> ShapedPiece.Run {
        let count = Int(glyphs.pointee.num_glyphs)
        var copied: [Glyph] = []
        copied.reserveCapacity(count)
        // The first byte of each cluster, in the order of the glyphs, and its number of glyphs.
        var starts: [(byte: Int32, glyphs: Int32)] = []
        for index in 0..<count {
            guard let info = glyphs.pointee.glyphs?[index], let byte = glyphs.pointee.log_clusters?[index] else {
                continue
            }
            let isEmpty = info.glyph == emptyGlyph
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
        var shown = isBackward || starts.contains { $0.glyphs > 1 } ? ShownText(in: font, isBackward: isBackward) : nil
        var rest = copied[...]
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? Int(starts[index + 1].byte) : text.count
            let bytes = UnsafeRawBufferPointer(
                UnsafeBufferPointer(rebasing: text[Int(start.byte)..<max(Int(start.byte), end)])
            )
            let words = String(decoding: bytes, as: UTF8.self).replacingNoBreakSpaces
            read += words
            clusters.append(Cluster(bytes: Int32(clamping: words.utf8.count), glyphs: start.glyphs))
            if shown == nil { continue }
            let own = isBackward ? rest.suffix(Int(start.glyphs)) : rest.prefix(Int(start.glyphs))
            rest = isBackward ? rest.dropLast(own.count) : rest.dropFirst(own.count)
            shown?.append(words, glyphs: own)
        }
        return ShapedPiece.Run(
            face: face,
            text: read,
            shown: shown?.text ?? read,
            glyphs: copied,
            clusters: shown?.clusters ?? clusters,
            isBackward: isBackward
        )
    }

    /// The characters of the text that was shaped last for which no font has a glyph.
    func missingCharacters(in text: UnsafeBufferPointer<CChar>) -> [Unicode.Scalar] {
        (0..<Int(glyphs.pointee.num_glyphs)).compactMap { index in
            guard let info = glyphs.pointee.glyphs?[index], info.glyph & unknownGlyphFlag != 0,
                info.glyph != emptyGlyph, let byte = glyphs.pointee.log_clusters?[index]
            else { return nil }
            let rest = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: text[Int(byte)...].prefix(4)))
            return String(decoding: rest, as: UTF8.self).unicodeScalars.first
        }
    }
}

/// `PANGO_GLYPH_EMPTY`: no glyph at all.
private let emptyGlyph: UInt32 = 0x0FFF_FFFF
/// `PANGO_GLYPH_UNKNOWN_FLAG`: marks a character that no font has.
private let unknownGlyphFlag: UInt32 = 0x1000_0000

extension String {
    /// A plain space in place of a no-break space: lines are broken by the time that text is read.
    fileprivate var replacingNoBreakSpaces: String { self == "\u{A0}" ? " " : self }
}
