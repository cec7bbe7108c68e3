// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Layouts
package import PaperTree
package import TextShaping
import UnicodeText

/// Finds the characters of papers that no font has, without setting a page.
///
/// A character is looked for in every font, so that the style of its words makes no difference. Words of letters that are known to be there,
/// which nearly all words are, are not shaped.
package struct CharacterCoverage {
    private let shaper: TextShaper
    private let style: StyleID
    /// Whether some font is known to have each simple character, by its number.
    private var covered = [Bool](repeating: false, count: Unicode.Scalar.simpleBound)
    private var found: Set<Diagnostic> = []
    private var diagnostics: [Diagnostic] = []

    /// - Parameter language: that of the papers, as a BCP 47 tag.
    /// - Throws: a ``FontError`` if the theme asks for a font that does not exist.
    package init(theme: Theme, language: String, shaper: TextShaper) throws(FontError) {
        self.shaper = shaper
        style = try shaper.prepare(theme.body.text.fontStyle(language: language))
        var families: Set<String> = [theme.body.text.family]
        for text in theme.textStyles where families.insert(text.family).inserted {
            _ = try shaper.prepare(text.fontStyle(language: language))
        }
    }

    /// An error for each character that cannot be drawn, once for each block, as setting the paper would report it.
    package mutating func problems(of paper: Paper) -> [Diagnostic] {
        diagnostics = []
        found = []
        for section in paper.sections { check(section.blocks) }
        for line in [paper.head, paper.foot] {
            for case .text(let text) in line.left + line.centre + line.right { check(text, at: nil) }
        }
        let banner = paper.banner.map { [$0.words, $0.mark, $0.reason] } ?? []
        for words in banner + [paper.draft?.notice].compactMap(\.self) { check(words, at: nil) }
        for case .text(let text) in paper.draft?.mark ?? [] { check(text, at: nil) }
        return diagnostics
    }

    private mutating func check(_ blocks: [Block]) {
        for block in blocks {
            let location = block.location
            switch block.content {
            case .heading(let heading):
                if let prefix = heading.prefix { check(prefix, at: location) }
                check(heading.inlines, at: location)
            case .paragraph(let paragraph):
                if let number = paragraph.number { check(number, at: location) }
                check(paragraph.inlines, at: location)
            case .details(let details): for pair in details.pairs { check(pair.label, at: location) }
            case .signature(let signature):
                check(signature.name, at: location)
                check(signature.post, at: location)
            case .contents(let contents): check(contents.heading.inlines, at: location)
            case .figure(let figure):
                if let label = figure.label { check(label, at: location) }
                for words in figure.graphic.words { check(words, at: location) }
            case .masthead, .list, .quotation, .table, .notes: break
            }
            check(block.children)
        }
    }

    private mutating func check(_ inlines: [Inline], at location: SourceLocation?) {
        inlines.walk { inline in
            switch inline {
            case .text(let text): check(text, at: location)
            case .pageReference(let reference): check(reference.words, at: location)
            case .noteMark(let mark): check(mark.label, at: location)
            case .emphasis, .strong, .link, .span, .lineBreak: break
            }
        }
    }

    private mutating func check(_ text: String, at location: SourceLocation?) {
        if isCovered(text) { return }
        for word in text.split(whereSeparator: \.isWhitespace) where !isCovered(word) {
            for piece in shaper.pieces(of: word, in: style) {
                for problem in piece.problems {
                    let diagnostic = Diagnostic(problem.message, at: location)
                    if found.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
                }
            }
        }
    }

    /// Whether all characters of a text are simple ones, and some font has each of them.
    private mutating func isCovered(_ text: some StringProtocol) -> Bool {
        // Nearly every text is of ASCII characters that were found before.
        let known = covered
        if text.utf8.allSatisfy({ $0 < 0x80 && known[Int($0)] }) { return true }
        for scalar in text.unicodeScalars {
            guard scalar.isSimple else { return false }
            let number = Int(scalar.value)
            if covered[number] { continue }
            guard shaper.piece(Substring(String(scalar)), in: style).problems.isEmpty else { return false }
            covered[number] = true
        }
        return true
    }
}

extension Unicode.Scalar {
    /// What every simple character is less than.
    fileprivate static let simpleBound = 0x20D0

    /// Whether a font that has it can draw it whatever stands beside it: a letter or a sign of Latin script, with no mark that joins it to another.
    fileprivate var isSimple: Bool {
        switch value {
        case 0x20..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF: true
        default: value == 0x09 || value == 0x0A
        }
    }
}
