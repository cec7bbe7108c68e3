// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// Builds inlines from the parser's nodes.
struct InlineBuilder {
    /// The schemes of addresses that a link may lead to.
    private static let schemes = ["http", "https", "mailto", "tel"]

    let source: MarkdownSource
    let findings: DiagnosticCollector

    /// The inlines of a paragraph, a heading or a cell.
    func inlines(in node: MarkdownNode) -> [Prose.Inline] { inlines(in: node, depth: 0) }

    /// The same; empty, and a diagnostic, if they are too many for one block.
    func checkedInlines(in node: MarkdownNode) -> [Prose.Inline] {
        let inlines = inlines(in: node)
        guard let problem = BlockLimits(inlines).problem else { return inlines }
        findings.report(problem, at: location(of: node))
        return []
    }

    private func inlines(in node: MarkdownNode, depth: Int) -> [Prose.Inline] {
        guard depth < Limits.deepestInline else {
            findings.report(.emphasisTooDeep, at: location(of: node))
            return []
        }
        var inlines: [Prose.Inline] = []
        var scanner = PlaceholderScanner()
        func close() {
            for inline in scanner.inlines(source: source, findings: findings) {
                for part in inline.dividedAtLineEnds { inlines.append(merging: part) }
            }
            scanner = PlaceholderScanner()
        }
        for child in node.children {
            switch child.kind {
            case .text: scanner.append(child.literal, line: child.line, byteColumn: child.byteColumn)
            case .softbreak: scanner.append(" ", line: child.line, byteColumn: child.byteColumn)
            case .code:
                close()
                inlines.append(merging: .text(child.literal))
            case .linebreak:
                close()
                inlines.append(.lineBreak)
            case .emph:
                close()
                inlines.append(.emphasis(self.inlines(in: child, depth: depth + 1)))
            case .strong:
                close()
                inlines.append(.strong(self.inlines(in: child, depth: depth + 1)))
            case .link:
                close()
                inlines.append(link(child, depth: depth))
            case .image:
                close()
                findings.report(.picture, at: location(of: child))
            case .htmlInline:
                close()
                findings.report(.html, at: location(of: child))
            default:
                close()
                findings.report(.unsupportedInline, at: location(of: child))
            }
        }
        close()
        return inlines
    }

    private func link(_ node: MarkdownNode, depth: Int) -> Prose.Inline {
        let place =
            node.line > 0
            ? source.location(of: "[", line: node.line, byteColumn: node.byteColumn) : source.origin.start
        let destination = node.destination
        if let problem = problem(with: destination) {
            findings.report(problem, at: place)
        }
        let before = findings.count
        let words = inlines(in: node, depth: depth + 1)
        if let problem = BlockLimits(words).linkProblem {
            findings.report(problem, at: place)
            return .text("")
        }
        if let note = words.firstNote {
            findings.report(.noteInLink(note.name), at: note.location)
        } else if !words.isEmpty, words.allSatisfy(\.saysNothing), findings.count == before {
            findings.report(.linkWithoutWords, at: place)
        }
        return .link(destination: destination, words, place)
    }

    private func problem(with destination: String) -> Diagnostic.Message? {
        if destination.isEmpty { return .linkToNowhere }
        if destination.utf8.count > Limits.longestAddress { return .linkTooLong }
        if destination.first == "#" {
            return String(destination.dropFirst()).isReferenceName ? nil : .linkToNoName(destination)
        }
        guard let colon = destination.firstIndex(of: ":") else { return .linkOutOfPaper(destination) }
        let scheme = destination[..<colon].lowercased()
        return Self.schemes.contains(scheme) ? nil : .linkWithUnknownScheme(destination)
    }

    private func location(of node: MarkdownNode) -> SourceLocation {
        source.location(line: node.line, byteColumn: node.byteColumn)
    }
}

extension Prose.Inline {
    /// Whether it shows nothing: only white space and other invisible characters.
    ///
    /// A link without words is a reference that the program words.
    var saysNothing: Bool {
        switch self {
        case .text(let text): text.isBlank
        case .emphasis(let inlines), .strong(let inlines): inlines.allSatisfy(\.saysNothing)
        case .lineBreak: true
        case .link, .placeholder, .note: false
        }
    }
}

extension Unicode.Scalar {
    /// Whether it ends a line and is none of the line ends of text files: the manual line break of Word (U+000B), and those of web
    /// editors.
    var isLineBreak: Bool { [0x0B, 0x85, 0x2028, 0x2029].contains(value) }
}

extension Prose.Inline {
    /// A text with a line break in place of each character that ends a line; anything else as it is.
    fileprivate var dividedAtLineEnds: [Prose.Inline] {
        guard case .text(let text) = self, text.unicodeScalars.contains(where: \.isLineBreak) else { return [self] }
        let lines = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak)
        return lines.enumerated().flatMap { index, line -> [Prose.Inline] in
            let words: [Prose.Inline] = line.isEmpty ? [] : [.text(String(line))]
            return index == 0 ? words : [.lineBreak] + words
        }
    }
}

extension [Prose.Inline] {
    /// The first mark of a note among them.
    fileprivate var firstNote: (name: String, location: SourceLocation)? {
        for inline in self {
            switch inline {
            case .note(let name, let location): return (name, location)
            case .emphasis(let inner), .strong(let inner), .link(_, let inner, _):
                if let note = inner.firstNote { return note }
            case .text, .placeholder, .lineBreak: break
            }
        }
        return nil
    }

    /// Text next to text is one text.
    mutating func append(merging inline: Prose.Inline) {
        if case .text(let more) = inline, case .text(var text) = last {
            // So that the text is not copied: there may be very many parts of it.
            self[count - 1] = .lineBreak
            text += more
            self[count - 1] = .text(text)
        } else {
            append(inline)
        }
    }
}

extension String {
    /// Whether it can name a place of a paper: `approval-process`, or with its kind `heading:approval-process`, `heading:works/roads`,
    /// `directorate:works`, `appendix:2`, `table:outcomes`.
    fileprivate var isReferenceName: Bool {
        guard let colon = firstIndex(of: ":") else { return isIdentifier }
        let name = self[index(after: colon)...]
        switch self[..<colon] {
        case "heading":
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count <= 2 && parts.allSatisfy { String($0).isIdentifier }
        case "directorate", "table": return String(name).isIdentifier
        case "appendix": return !name.isEmpty && name.count <= 4 && name.allSatisfy { $0.isASCII && $0.isNumber }
        default: return false
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var emphasisTooDeep: Self {
        Self(.nestingTooDeep, "emphasis stands too deep in itself here")
    }

    fileprivate static var picture: Self {
        Self(
            .misplacedBlock,
            "a picture stands among words",
            hint: "let it stand alone: an empty line before it and after it"
        )
    }

    fileprivate static var html: Self {
        Self(
            .unsupportedElement,
            "HTML cannot stand in a paper",
            hint: "write Markdown; a `<` that is meant as such is written `\\<`"
        )
    }

    fileprivate static var unsupportedInline: Self {
        Self(.unsupportedElement, "this cannot stand in a paper")
    }

    fileprivate static func noteInLink(_ name: String) -> Self {
        Self(
            .invalidLink,
            "a note cannot be marked in the words of a link: both lead somewhere",
            hint: "put `[^\(name)]` behind the link, after a space"
        )
    }

    fileprivate static var linkWithoutWords: Self {
        Self(
            .invalidLink,
            "a link has no words",
            hint: "write between `[` and `]` what it leads to: `[the returns](…)`"
        )
    }

    fileprivate static var linkToNowhere: Self {
        Self(.invalidLink, "the link leads nowhere", hint: knownLinks)
    }

    fileprivate static var linkTooLong: Self {
        Self(.textTooLong, "the address is longer than \(Limits.longestAddress) characters", hint: knownLinks)
    }

    fileprivate static func linkToNoName(_ destination: String) -> Self {
        Self(.invalidLink, "`\(destination.shortened)` is not the name of a place in the paper", hint: knownLinks)
    }

    fileprivate static func linkOutOfPaper(_ destination: String) -> Self {
        Self(.invalidLink, "the link to `\(destination.shortened)` leads out of the paper", hint: knownLinks)
    }

    fileprivate static func linkWithUnknownScheme(_ destination: String) -> Self {
        Self(.invalidLink, "a link cannot lead to `\(destination.shortened)`", hint: knownLinks)
    }

    private static var knownLinks: DiagnosticText {
        "links lead to `https:`, `mailto:` or `tel:`, or within the paper to `#name`"
    }
}
