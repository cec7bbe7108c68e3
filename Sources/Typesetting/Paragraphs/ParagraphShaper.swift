// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TextShaping

/// Shapes the inlines of paragraphs in the styles of a theme.
struct ParagraphShaper {
    private let shaper: TextShaper
    private let language: String
    private let linkColour: Colour
    /// Characters that no font has, where they stand; each is told once a place.
    private(set) var diagnostics: [Diagnostic] = []
    private var reported: Set<Diagnostic> = []

    init(shaper: TextShaper, language: String, linkColour: Colour) {
        self.shaper = shaper
        self.language = language
        self.linkColour = linkColour
    }

    /// Shapes a paragraph's words in a style.
    ///
    /// - Throws: a ``FontError`` where the style asks for a font that is not there.
    mutating func shape(
        _ inlines: [Inline],
        in style: Theme.TextStyle,
        owner: Owner,
        at location: SourceLocation?
    ) throws(FontError) -> ShapedText {
        var run = InlineRun(shaper: shaper, linkColour: linkColour, language: language)
        try run.append(inlines, in: style, link: nil)
        for scalar in run.missing { report(scalar, at: location) }
        let metrics = shaper.metrics(of: try shaper.prepare(style.fontStyle(language: language)))
        return ShapedText(
            owner: owner,
            atoms: run.atoms,
            formats: run.formats,
            leading: style.leading,
            baseline: (style.leading - metrics.ascent - metrics.descent) / 2 + metrics.ascent
        )
    }

    private mutating func report(_ scalar: Unicode.Scalar, at location: SourceLocation?) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
        let diagnostic = Diagnostic.error(
            "no font has the character `\(scalar)` (U+\(padded))",
            at: location,
            hint: "put a font that has it into the folder `fonts`, or write it another way"
        )
        if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
}

/// Gathers the atoms of one paragraph.
private struct InlineRun {
    let shaper: TextShaper
    let linkColour: Colour
    let language: String
    var atoms: [ShapedText.Atom] = []
    var formats: [ShapedText.Format] = []
    private var formatIndices: [ShapedText.Format: UInt32] = [:]
    /// Characters that no font has, each once.
    var missing: [Unicode.Scalar] = []

    init(shaper: TextShaper, linkColour: Colour, language: String) {
        self.shaper = shaper
        self.linkColour = linkColour
        self.language = language
    }

    mutating func append(_ inlines: [Inline], in style: Theme.TextStyle, link: Link?) throws(FontError) {
        for inline in inlines {
            switch inline {
            case .text(let text):
                try append(text, in: style, link: link)
            case .emphasis(let inner):
                var emphasised = style
                emphasised.isItalic.toggle()
                try append(inner, in: emphasised, link: link)
            case .strong(let inner):
                var strong = style
                strong.isBold = true
                try append(inner, in: strong, link: link)
            case .link(let inner):
                var linked = style
                linked.colour = linkColour
                linked.isUnderlined = true
                try append(inner.inlines, in: linked, link: inner)
            case .noteMark(let label, _):
                // A mark may stand on the next line but is never divided.
                try append(" [\(label.replacing(" ", with: "\u{A0}"))]", in: style, link: link)
            case .lineBreak:
                let format = try self.format(style, link: link)
                let space = shaper.piece(" ", in: formats[Int(format)].style)
                atoms.append(ShapedText.Atom(piece: space, kind: .lineBreak, format: format))
            }
        }
    }

    /// Divides text at its spaces and shapes what is between them; white space of any length is one space.
    private mutating func append(_ text: String, in style: Theme.TextStyle, link: Link?) throws(FontError) {
        let text = style.isCapitals ? text.uppercased() : text
        let format = try self.format(style, link: link)
        let styleID = formats[Int(format)].style
        let bytes = text.utf8
        var start = bytes.startIndex
        while start < bytes.endIndex {
            if bytes[start].isBreakingSpace {
                while start < bytes.endIndex, bytes[start].isBreakingSpace { bytes.formIndex(after: &start) }
                let space = shaper.piece(" ", in: styleID)
                if !atoms.isEmpty, atoms[atoms.count - 1].kind != .space {
                    atoms.append(ShapedText.Atom(piece: space, kind: .space, format: format))
                }
                continue
            }
            var end = start
            while end < bytes.endIndex, !bytes[end].isBreakingSpace { bytes.formIndex(after: &end) }
            var kind = ShapedText.Atom.Kind.joined
            for piece in shaper.pieces(of: text[start..<end], in: styleID) {
                atoms.append(ShapedText.Atom(piece: piece, kind: kind, format: format))
                for scalar in piece.missing where !missing.contains(scalar) { missing.append(scalar) }
                kind = .breakable
            }
            start = end
        }
    }

    private mutating func format(_ style: Theme.TextStyle, link: Link?) throws(FontError) -> UInt32 {
        let id = try shaper.prepare(style.fontStyle(language: language))
        let format = ShapedText.Format(
            style: id,
            colour: style.colour,
            isUnderlined: style.isUnderlined,
            link: link
        )
        if let known = formatIndices[format] { return known }
        let index = UInt32(clamping: formats.count)
        formats.append(format)
        formatIndices[format] = index
        return index
    }
}

extension Theme.TextStyle {
    func fontStyle(language: String) -> FontStyle {
        FontStyle(family: family, size: size, isBold: isBold, isItalic: isItalic, language: language)
    }
}

extension UInt8 {
    /// Space, tab, line feed, carriage return; a no-break space is part of its word.
    fileprivate var isBreakingSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
