// SPDX-License-Identifier: Apache-2.0

import CGLib
import CPango
import Geometry
import ResourceLimits

/// Shapes texts with Pango: divides them into items of one font and direction, and shapes each.
final class PangoShaper {
    private let fonts: FontTable
    private let glyphs: GlyphString

    /// - Throws: a ``FontError`` if Pango has no memory.
    init(fonts: FontTable) throws(FontError) {
        self.fonts = fonts
        glyphs = try GlyphString()
    }

    /// Shapes a text as a whole.
    ///
    /// - Parameter isBackward: whether it runs from right to left.
    func shape(_ text: String, in style: StyleContext, isBackward: Bool) -> ShapedPiece {
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

    private func shape(_ text: UnsafeBufferPointer<CChar>, in style: StyleContext, isBackward: Bool) -> ShapedPiece {
        let whole = String(decoding: UnsafeRawBufferPointer(text), as: UTF8.self)
        guard let start = text.baseAddress else { return ShapedPiece(text: "", width: .zero, runs: []) }
        if !isBackward, let plain = style.plain, text.allSatisfy(StyleContext.isPlain) {
            return shape(whole, [plain], of: text)
        }
        // Pango may find other fonts here, and has Cairo measure what it shows for a character that no font has.
        return CairoFontLock.withLock { shape(whole, text, from: start, in: style, isBackward: isBackward) }
    }

    /// Divides a text into items, and shapes them.
    private func shape(
        _ whole: String,
        _ text: UnsafeBufferPointer<CChar>,
        from start: UnsafePointer<CChar>,
        in style: StyleContext,
        isBackward: Bool
    ) -> ShapedPiece {
        let items = pango_itemize_with_base_dir(
            style.context,
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
        return shape(whole, found, of: text)
    }

    /// The items of a list.
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
        of text: UnsafeBufferPointer<CChar>
    ) -> ShapedPiece {
        WorkMeter.count(text.count)
        var runs: [(offset: Int, run: ShapedPiece.Run)] = []
        var missing: [Unicode.Scalar] = []
        var pictures: [PictureCharacter] = []
        var width = 0
        for item in items {
            // The offsets of the item that plain words share are not those of this word.
            let isWhole = items.count == 1
            let offset = isWhole ? 0 : Int(item.pointee.offset)
            let length = isWhole ? text.count : Int(item.pointee.length)
            glyphs.shape(offset..<offset + length, of: text, analysis: &item.pointee.analysis)
            guard let font = item.pointee.analysis.font else { continue }
            let stretch = UnsafeBufferPointer(rebasing: text[offset..<offset + length])
            let isBackward = item.pointee.analysis.level % 2 == 1
            let run = glyphs.run(
                of: stretch,
                font: font,
                face: fonts.face(of: font),
                isBackward: isBackward,
                at: &width
            )
            runs.append((offset, run))
            missing += glyphs.missingCharacters(in: stretch)
            pictures += fonts.pictures(in: run)
        }
        return ShapedPiece(
            text: whole,
            width: Length(units: width),
            runs: runs.sorted { $0.offset < $1.offset }.map(\.run),
            missing: missing,
            pictures: pictures
        )
    }
}
