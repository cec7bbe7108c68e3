// SPDX-License-Identifier: Apache-2.0

import CPango

/// Owns the fonts that glyphs have been taken from, and numbers them.
final class FontTable {
    private let fontMap: FontMap
    /// The fonts by face, each with a reference of its own.
    private var fonts: [UnsafeMutablePointer<PangoFont>] = []
    private var faces: [UnsafeMutablePointer<PangoFont>: FaceID] = [:]
    /// For each font, which of its glyphs are pictures; `nil` for a font of outlines.
    private var outlines: [GlyphOutlines?] = []

    init(fontMap: FontMap) { self.fontMap = fontMap }

    deinit { CairoFontLock.withLock { for font in fonts { g_object_unref(font) } } }

    /// The number of a font.
    func face(of font: UnsafeMutablePointer<PangoFont>) -> FaceID {
        if let known = faces[font] { return known }
        g_object_ref(font)
        let face = FaceID(index: fonts.count)
        fonts.append(font)
        outlines.append(GlyphOutlines(of: font))
        faces[font] = face
        return face
    }

    /// The characters of a run that its font has only pictures of.
    func pictures(in run: ShapedPiece.Run) -> [PictureCharacter] { outlines[run.face.index]?.pictures(in: run) ?? [] }

    /// The fonts of faces, for drawing.
    func drawingFonts(of faces: [FaceID]) -> DrawingFonts { DrawingFonts(of: faces) { fonts[$0.index] } }

    /// The files of the fonts, each once, in the order of their names.
    var files: [FontFile] {
        Set(fonts.compactMap { FontFile(of: $0, in: fontMap) }).sorted { ($0.name, $0.path) < ($1.name, $1.path) }
    }
}
