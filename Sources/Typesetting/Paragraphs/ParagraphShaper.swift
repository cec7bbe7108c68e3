// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import ResourceLimits
import TextShaping
import UnicodeText

/// Shapes the inlines of paragraphs in the styles of a theme.
struct ParagraphShaper {
    private let shaper: TextShaper
    private let language: String
    private let linkColour: Colour
    private let cache: ParagraphCache
    /// An error for each character that cannot be drawn, once for each location.
    private(set) var diagnostics: [Diagnostic] = []
    private var reported: Set<Diagnostic> = []
    /// The number of soft hyphens so far, each counted once for every byte of its word.
    private var softHyphenWork = 0

    init(shaper: TextShaper, language: String, linkColour: Colour, cache: ParagraphCache = ParagraphCache()) {
        self.shaper = shaper
        self.language = language
        self.linkColour = linkColour
        self.cache = cache
    }

    /// Shapes a paragraph's words in a style.
    ///
    /// - Parameter note: the note whose label precedes the words.
    /// - Throws: a ``FontError`` if the style asks for a font that does not exist.
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
        let key = cache.key(of: inlines, in: style)
        if let known = cache.text(for: key, owner: owner) { return known }
        let shaped = try shapeAnew(inlines, in: style, owner: owner, at: location)
        // Not cached: characters that cannot be drawn are reported at every location.
        return shaped.isWhole ? cache.insert(shaped.text, for: key) : shaped.text
    }

    /// - Returns: the text, and whether there are fonts for all its characters.
    private mutating func shapeAnew(
        _ inlines: [Inline],
        in style: Theme.TextStyle,
        owner: Owner,
        labelOf note: Note? = nil,
        at location: SourceLocation?
    ) throws(FontError) -> (text: ShapedText, isWhole: Bool) {
        var run = InlineRun(
            shaper: shaper,
            linkColour: linkColour,
            softHyphenWork: softHyphenWork
        )
        let setting = InlineRun.Setting(style: style, owner: owner, language: language)
        if let note {
            try run.append(labelOf: note, in: setting)
            try run.append([.text(" ")], in: setting)
        }
        try run.append(inlines, in: setting)
        check(run, at: location)
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
        let diagnostic = Diagnostic(problem.message, at: location)
        if reported.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    /// Reports too many soft hyphens or direction marks, which have been left out.
    private mutating func check(_ run: InlineRun, at location: SourceLocation?) {
        let wasWithinWork = softHyphenWork <= Limits.mostSoftHyphenWork
        softHyphenWork = run.softHyphenWork
        if wasWithinWork, softHyphenWork > Limits.mostSoftHyphenWork {
            diagnostics.report(.tooManySoftHyphens, at: location)
        }
        if run.directionMarks > Limits.mostDirectionMarks {
            diagnostics.report(.tooManyDirectionMarks, at: location)
        }
    }
}

/// Collects the atoms of one paragraph.
private struct InlineRun {
    /// The style and the owner of the next words.
    struct Setting {
        var style: Theme.TextStyle
        var owner: Owner
        /// A BCP 47 tag.
        var language: String
        var link: Link?
        var note: NoteMark?
    }

    let shaper: TextShaper
    let linkColour: Colour
    var atoms: [ShapedText.Atom] = []
    var formats: [ShapedText.Format] = []
    /// Where ``formats`` has each one, once they are more than are searched one by one.
    private var formatIndices: [ShapedText.Format: UInt32] = [:]
    private static let mostSearchedFormats = 4
    /// The characters that cannot be drawn, each once.
    private(set) var problems: [CharacterProblem] = []
    private var knownProblems: Set<CharacterProblem> = []
    private(set) var holdsBackwardLetters = false
    /// The number of soft hyphens of the paper so far, each counted once for every byte of its word.
    private(set) var softHyphenWork: Int
    /// The number of direction marks of the paragraph.
    private(set) var directionMarks = 0

    init(shaper: TextShaper, linkColour: Colour, softHyphenWork: Int) {
        self.shaper = shaper
        self.linkColour = linkColour
        self.softHyphenWork = softHyphenWork
    }

    mutating func append(_ inlines: [Inline], in setting: Setting) throws(FontError) {
        for inline in inlines {
            var inner = setting
            switch inline {
            case .text(let text):
                try append(text, in: setting)
            case .pageReference(let words):
                try append(words.words, in: setting)
            case .emphasis(let inlines):
                inner.style.isItalic.toggle()
                try append(inlines, in: inner)
            case .strong(let inlines):
                inner.style.isBold = true
                try append(inlines, in: inner)
            // A link without visible text cannot be activated.
            case .link(let link) where link.inlines.showNothing: try append(link.inlines, in: setting)
            case .link(let link):
                inner.style.colour = linkColour
                inner.style.isUnderlined = true
                try append(link, in: inner)
            case .span(let span) where span.inlines.showNothing: try append(span.inlines, in: setting)
            case .span(let span):
                inner.owner = .node(span.id)
                if case .language(let tag) = span.property { inner.language = tag.rawValue }
                try append(span.inlines, in: inner)
            case .noteMark(let mark):
                // A mark may go to the next line but is never divided.
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

    /// Adds the label of a note, which links back to its first mark.
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

    /// Divides text at its spaces and shapes the words between them; white space of any length is one space.
    private mutating func append(_ text: String, in setting: Setting) throws(FontError) {
        let text = bounded(setting.style.isCapitals ? text.uppercased() : text)
        holdsBackwardLetters = holdsBackwardLetters || text.holdsBackwardLetters
        let format = try self.format(setting)
        let styleID = formats[Int(format)].style
        let bytes = text.utf8
        let space = shaper.piece(" ", in: styleID)
        var start = bytes.startIndex
        while start < bytes.endIndex {
            if bytes[start].isBreakingSpace {
                while start < bytes.endIndex, bytes[start].isBreakingSpace { bytes.formIndex(after: &start) }
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
                for problem in piece.problems where knownProblems.insert(problem).inserted { problems.append(problem) }
                kind = .breakable
            }
            start = end
        }
    }

    /// The text without its soft hyphens if the paper has had too many, and without its direction marks if the paragraph has.
    private mutating func bounded(_ text: String) -> String {
        // All begin with one of three bytes, which most texts do not hold.
        guard text.utf8.contains(where: { $0 == 0xC2 || $0 == 0xD8 || $0 == 0xE2 }) else { return text }
        var isSoft = false
        for word in text.utf8.split(whereSeparator: \.isBreakingSpace) {
            let hyphens = Substring(word).unicodeScalars.count { $0 == .softHyphen }
            isSoft = isSoft || hyphens > 0
            softHyphenWork += hyphens * word.count
        }
        let marks = text.unicodeScalars.count(where: \.isDirectionMark)
        directionMarks += marks
        let dropsHyphens = isSoft && softHyphenWork > Limits.mostSoftHyphenWork
        let dropsMarks = marks > 0 && directionMarks > Limits.mostDirectionMarks
        if !dropsHyphens, !dropsMarks { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { !(dropsHyphens && $0 == .softHyphen || dropsMarks && $0.isDirectionMark) }
            )
        )
    }

    private mutating func format(_ setting: Setting) throws(FontError) -> UInt32 {
        let format = ShapedText.Format(
            style: try shaper.prepare(setting.style.fontStyle(language: setting.language)),
            colour: setting.style.colour,
            isUnderlined: setting.style.isUnderlined,
            owner: setting.owner,
            link: setting.link,
            note: setting.note
        )
        // A paragraph of few formats, as most are, needs no table of them.
        if formats.count <= Self.mostSearchedFormats, let known = formats.firstIndex(of: format) {
            return UInt32(clamping: known)
        }
        if let known = formatIndices[format] { return known }
        let index = UInt32(clamping: formats.count)
        formats.append(format)
        if formats.count == Self.mostSearchedFormats {
            for (index, format) in formats.enumerated() { formatIndices[format] = UInt32(clamping: index) }
        } else if formats.count > Self.mostSearchedFormats {
            formatIndices[format] = index
        }
        return index
    }
}

extension Theme.TextStyle {
    func fontStyle(language: String) -> FontStyle {
        FontStyle(family: family, size: size, isBold: isBold, isItalic: isItalic, language: language)
    }
}

extension UInt8 {
    /// Whether it is a space, tab, line feed or carriage return; a no-break space is part of its word.
    fileprivate var isBreakingSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}

extension Unicode.Scalar {
    /// Whether it is an invisible mark that changes the direction of the characters around it (Unicode Standard Annex 9).
    fileprivate var isDirectionMark: Bool {
        switch value {
        case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var tooManySoftHyphens: Self {
        Self(
            .textTooComplex,
            "the words up to here hold too many soft hyphens",
            hint: "delete them: the program hyphenates words by itself"
        )
    }

    fileprivate static var tooManyDirectionMarks: Self {
        Self(
            .textTooComplex,
            "the paragraph holds more than \(Limits.mostDirectionMarks) characters that turn its direction",
            hint: "delete them: letters run as their script does by themselves"
        )
    }
}
