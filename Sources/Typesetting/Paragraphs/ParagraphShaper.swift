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
    private let kept: KeptParagraphs
    /// Characters that cannot be drawn, where they stand; each is told once a place.
    private(set) var diagnostics: [Diagnostic] = []
    private var reported: Set<Diagnostic> = []

    init(shaper: TextShaper, language: String, linkColour: Colour, kept: KeptParagraphs = KeptParagraphs()) {
        self.shaper = shaper
        self.language = language
        self.linkColour = linkColour
        self.kept = kept
    }

    /// Shapes a paragraph's words in a style.
    ///
    /// - Parameter note: the note whose label stands before the words.
    /// - Throws: a ``FontError`` where the style asks for a font that is not there.
    mutating func shape(
        _ inlines: [Inline],
        in style: Theme.TextStyle,
        owner: Owner,
        labelOf note: Note? = nil,
        at location: SourceLocation?
    ) throws(FontError) -> ShapedText {
        guard note == nil, inlines.arePlain else {
            return try shapeAnew(inlines, in: style, owner: owner, labelOf: note, at: location).text
        }
        let key = KeptParagraphs.Key(inlines: inlines, style: style)
        if let known = kept.text(for: key, owner: owner) { return known }
        let shaped = try shapeAnew(inlines, in: style, owner: owner, at: location)
        // Characters that cannot be drawn are told wherever they stand.
        return shaped.isWhole ? kept.keep(shaped.text, for: key) : shaped.text
    }

    /// - Returns: the words, and whether there are fonts for all of them.
    private mutating func shapeAnew(
        _ inlines: [Inline],
        in style: Theme.TextStyle,
        owner: Owner,
        labelOf note: Note? = nil,
        at location: SourceLocation?
    ) throws(FontError) -> (text: ShapedText, isWhole: Bool) {
        var run = InlineRun(shaper: shaper, linkColour: linkColour, language: language)
        let setting = InlineRun.Setting(style: style, owner: owner)
        if let note {
            try run.append(labelOf: note, in: setting)
            try run.append([.text(" ")], in: setting)
        }
        try run.append(inlines, in: setting)
        for problem in run.problems { report(problem, at: location) }
        let metrics = shaper.metrics(of: try shaper.prepare(style.fontStyle(language: language)))
        let text = ShapedText(
            atoms: run.atoms,
            formats: run.formats,
            leading: style.leading,
            hyphenateBelow: style.hyphenateBelow,
            baseline: (style.leading - metrics.ascent - metrics.descent) / 2 + metrics.ascent
        )
        return (run.holdsBackwardLetters ? text.directed(by: shaper) : text, run.problems.isEmpty)
    }

    private mutating func report(_ problem: CharacterProblem, at location: SourceLocation?) {
        let diagnostic = Diagnostic.error(problem.message, at: location, hint: problem.hint)
        if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }
}

/// Gathers the atoms of one paragraph.
private struct InlineRun {
    /// What the words to come look like and belong to.
    struct Setting {
        var style: Theme.TextStyle
        var owner: Owner
        var link: Link?
        var note: NoteMark?
    }

    let shaper: TextShaper
    let linkColour: Colour
    let language: String
    var atoms: [ShapedText.Atom] = []
    var formats: [ShapedText.Format] = []
    private var formatIndices: [ShapedText.Format: UInt32] = [:]
    /// Characters that cannot be drawn, each once.
    private(set) var problems: [CharacterProblem] = []
    private(set) var holdsBackwardLetters = false

    init(shaper: TextShaper, linkColour: Colour, language: String) {
        self.shaper = shaper
        self.linkColour = linkColour
        self.language = language
    }

    mutating func append(_ inlines: [Inline], in setting: Setting) throws(FontError) {
        for inline in inlines {
            var inner = setting
            switch inline {
            case .text(let text):
                try append(text, in: setting)
            case .placeWords(let words):
                try append(words.words, in: setting)
            case .emphasis(let inlines):
                inner.style.isItalic.toggle()
                try append(inlines, in: inner)
            case .strong(let inlines):
                inner.style.isBold = true
                try append(inlines, in: inner)
            // Nobody can follow a link that shows nothing.
            case .link(let link) where link.inlines.showNothing: try append(link.inlines, in: setting)
            case .link(let link):
                inner.style.colour = linkColour
                inner.style.isUnderlined = true
                try append(link, in: inner)
            case .noteMark(let mark):
                // A mark may stand on the next line but is never divided.
                try append(" ", in: setting)
                inner.note = mark
                inner.style.isCapitals = false
                try append(mark.link, in: inner)
            case .lineBreak:
                let format = try self.format(setting)
                let space = shaper.piece(" ", in: formats[Int(format)].style)
                atoms.append(ShapedText.Atom(piece: space, kind: .lineBreak, format: format))
            }
        }
    }

    /// The label of a note leads back to its first mark.
    mutating func append(labelOf note: Note, in setting: Setting) throws(FontError) {
        var setting = setting
        setting.owner = .label(note.id)
        setting.link = note.backLink
        try append(note.backLink.inlines, in: setting)
    }

    private mutating func append(_ link: Link, in setting: Setting) throws(FontError) {
        var setting = setting
        setting.owner = .node(link.id)
        setting.link = link
        try append(link.inlines, in: setting)
    }

    /// Divides text at its spaces and shapes what is between them; white space of any length is one space.
    private mutating func append(_ text: String, in setting: Setting) throws(FontError) {
        let text = setting.style.isCapitals ? text.uppercased() : text
        holdsBackwardLetters = holdsBackwardLetters || text.holdsBackwardLetters
        let format = try self.format(setting)
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
                for problem in piece.problems where !problems.contains(problem) { problems.append(problem) }
                kind = .breakable
            }
            start = end
        }
    }

    private mutating func format(_ setting: Setting) throws(FontError) -> UInt32 {
        let format = ShapedText.Format(
            style: try shaper.prepare(setting.style.fontStyle(language: language)),
            colour: setting.style.colour,
            isUnderlined: setting.style.isUnderlined,
            owner: setting.owner,
            link: setting.link,
            note: setting.note
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
