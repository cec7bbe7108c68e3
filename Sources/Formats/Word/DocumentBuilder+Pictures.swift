// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Pictures in a document, and the captions under them.
extension DocumentBuilder {
    /// A picture that is alone in its paragraph.
    func picture(_ picture: DocumentParagraph.Picture, at place: SourceLocation) -> Prose.Block? {
        guard let file = pictures[picture.relationship] else {
            findings.report(.lostPicture, at: place)
            return nil
        }
        let words = picture.description.trimmed
        if words.isEmpty, !picture.isDecorative { findings.report(.pictureWithoutAltText, at: place) }
        if !isExempt { findings.reportSign(in: words, at: place) }
        let text: [Prose.Inline]? = words.isEmpty ? (picture.isDecorative ? nil : []) : [.text(words)]
        if let text, let problem = BlockLimits(text).problem { findings.report(problem, at: place) }
        return Prose.Block(.picture(Prose.Picture(file: file, alternativeText: text)), at: place)
    }

    /// A picture with the words of a paragraph of the style Caption right below it, or `nil` if there is no picture that can have them: it has a
    /// caption, or only decorates.
    mutating func picture(_ block: Prose.Block?, captionedBy paragraph: Paragraph) -> Prose.Block? {
        guard var block, case .picture(var picture) = block.content, picture.caption.isEmpty,
            picture.alternativeText != nil
        else { return nil }
        let place = location(paragraph.number)
        // What Word puts before a caption. The paper counts its figures itself.
        let label = /\s*(?i:figure|picture|ffigur|llun)\s+[0-9]+\s*[:.\-–—]?\s*/
        let number = paragraph.words.prefixMatch(of: label).map { $0.0.utf8.count } ?? 0
        let words = inlines(of: paragraph, dropping: number, isHeading: true) ?? []
        picture.caption = words.flatMap(\.withoutEmphasis)
        addToOutline(paragraph, words, Surroundings())
        if !paragraph.notes.isEmpty { findings.report(.noteOfPicture, at: place) }
        if let problem = BlockLimits(picture.caption).headingProblem { findings.report(problem, at: place) }
        if picture.caption.allSatisfy(\.saysNothing) { picture.caption = [] }
        block.content = .picture(picture)
        return block
    }
}

extension Prose.Inline {
    /// The same words without emphasis and links, of which a caption has none.
    fileprivate var withoutEmphasis: [Prose.Inline] {
        switch self {
        case .strong(let inner), .emphasis(let inner): inner.flatMap(\.withoutEmphasis)
        case .link(_, let inner, _): inner.flatMap(\.withoutEmphasis)
        case .span(let language, let inner): [.span(language, inner.flatMap(\.withoutEmphasis))]
        default: [self]
        }
    }
}
