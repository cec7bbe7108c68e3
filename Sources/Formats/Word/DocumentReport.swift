// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import UnicodeText
import WorkspaceFiles

/// Reports what a document holds beside its text, and whatever of that may say that something is not for publication.
struct DocumentReport {
    let file: SourceFile
    let isExempt: Bool
    let findings: DiagnosticCollector

    func report(_ parts: borrowing DocumentParts, _ styles: DocumentStyles) {
        events(of: parts.body, comments: parts.comments)
        for (_, reader) in parts.notes {
            // Nobody counts the paragraphs of notes.
            for (_, event) in reader.events { report(event, at: SourceLocation(in: file), parts.comments) }
            for (_, words) in reader.unread { screen(words, at: SourceLocation(in: file)) }
            for (_, name) in reader.names { report(name: name, at: SourceLocation(in: file)) }
        }
        var reported: Set<Bool> = []
        for (isHead, words) in parts.pageTexts {
            if screen(words, at: SourceLocation(in: file)) { continue }
            guard Self.saysMoreThanNumbers(words), reported.insert(isHead).inserted else { continue }
            findings.report(.pageText(isHead: isHead), at: SourceLocation(in: file))
        }
        for (style, number) in parts.body.usedStyles.sorted(by: { ($0.value, $0.key.id) < ($1.value, $1.key.id) }) {
            report(style, styles, at: location(number))
        }
        for (_, reader) in parts.notes {
            for style in reader.usedStyles.keys.sorted(by: { $0.id < $1.id }) {
                report(style, styles, at: SourceLocation(in: file))
            }
        }
    }

    /// The comments that waive something, each for the paragraphs that are marked with it.
    func waivers(in parts: borrowing DocumentParts) -> [WaiverComment] {
        let (body, comments) = (parts.body, parts.comments)
        return body.events.compactMap { number, event in
            guard case .comment(let id) = event, let text = Self.waiver(in: comments[id]) else { return nil }
            let rows = min(body.commentStarts[id] ?? number, number)...number
            return WaiverComment(text: text, location: location(number), lines: rows, rows: rows)
        }
    }

    private static func waiver(in comment: [UInt8]?) -> WaiverText? {
        comment.flatMap { WaiverText(comment: String(decoding: $0, as: UTF8.self)) }
    }

    private func location(_ number: Int) -> SourceLocation { SourceLocation(in: file, .paragraph(number)) }

    private func events(of reader: DocumentBodyReader, comments: [String: [UInt8]]) {
        var reported: Set<String> = []
        for (number, event) in reader.events {
            // Of each kind one at a paragraph.
            if case .comment = event {} else if !reported.insert("\(number) \(event)").inserted { continue }
            // Whoever reads the text takes it as a waiver, and screens its first paragraph; the others are words as in any comment.
            if case .comment(let id) = event, let words = comments[id], Self.waiver(in: words) != nil {
                for line in words.split(separator: UInt8(ascii: "\n")).dropFirst() {
                    screen(Array(line), at: location(number))
                }
                continue
            }
            report(event, at: location(number), comments)
        }
        for case .paragraph(let paragraph) in reader.items where paragraph.opensMarkdownComment {
            findings.report(.markdownComment, at: location(paragraph.number))
        }
        for (number, name) in reader.names { report(name: name, at: location(number)) }
        for (number, words) in reader.unread { screen(words, at: location(max(number, 1))) }
    }

    private func report(_ event: DocumentEvent, at place: SourceLocation, _ comments: [String: [UInt8]]) {
        if case .comment(let id) = event, let words = comments[id], screen(words, at: place) { return }
        if let message = Diagnostic.Message.message(for: event) { findings.report(message, at: place) }
    }

    @discardableResult
    private func screen(_ words: [UInt8], at place: SourceLocation) -> Bool {
        !isExempt && findings.reportSign(in: String(decoding: words, as: UTF8.self).trimmed, at: place)
    }

    /// A style that somebody has made for what is confidential marks nothing.
    private func report(_ style: DocumentBodyReader.UsedStyle, _ styles: DocumentStyles, at place: SourceLocation) {
        if isExempt || style.isOfParagraphs && styles.role(style.id) == .exempt { return }
        let name = styles.name(style.id)
        if isNear(name) {
            findings.hide(file.path)
            findings.report(.exemptLookingStyle(name), at: place)
        }
    }

    /// The name of a content control or an element marks nothing either.
    private func report(name: String, at place: SourceLocation) {
        guard !isExempt, isNear(name) else { return }
        findings.hide(file.path)
        findings.report(.exemptLookingName(name), at: place)
    }

    private func isNear(_ name: String) -> Bool {
        // As a line of a text: “List Paragraph” speaks of no paragraph of the law.
        let isNear = findings.screen?.suspectLines(of: SourceText(file: file, bytes: Array(name.utf8))).isEmpty == false
        return isNear && findings.screen?.isWaived([name], about: file.subject) != true
    }

    /// Whether the head or foot of a page says more than which page it is.
    private static func saysMoreThanNumbers(_ words: [UInt8]) -> Bool {
        String(decoding: words, as: UTF8.self).lowercased().split { !$0.isLetter }
            .contains { !["page", "of", "tudalen", "o"].contains($0) }
    }
}

extension DocumentParagraph {
    /// Whether somebody has typed a comment of Markdown, which Word may have given other dashes.
    fileprivate var opensMarkdownComment: Bool {
        guard case .text(let bytes)? = pieces.first?.content else { return false }
        return ["<!-", "<!–", "<!—"].contains { String(decoding: bytes, as: UTF8.self).trimmed.hasPrefix($0) }
    }
}

extension Diagnostic.Message {
    fileprivate static var markdownComment: Self {
        Self(
            .unsupportedElement,
            "a comment of Markdown stands here as text, and would be printed",
            hint:
                "delete it; to waive a finding, select the words that are right, choose Review, New Comment, and write "
                + "`waive figure-differs: the reason`"
        )
    }
}
