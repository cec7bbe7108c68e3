// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// What runs along the lines of a paragraph, put together from pieces that Word divides anywhere, also in `{{ a name }}`.
struct DocumentInlines {
    /// How a part of the text looks, as far as prose can hold it.
    struct Look: Equatable {
        var isBold = false
        var isItalic = false
        var link: Int?
        /// Another language than that of the document.
        var language: LanguageTag?

        func intersection(_ other: Look) -> Look {
            Look(
                isBold: isBold && other.isBold,
                isItalic: isItalic && other.isItalic,
                link: link == other.link ? link : nil,
                language: language == other.language ? language : nil
            )
        }
    }

    /// A part of the paragraph that looks the same from end to end.
    private struct Segment {
        enum Content {
            case text(String)
            case inline(Prose.Inline)
        }

        var content: Content
        var look: Look

        /// The text, or `nil` if it is something else.
        var text: String? { if case .text(let text) = content { text } else { nil } }
        /// Whether emphasis of it cannot be seen.
        var isGap: Bool {
            switch content {
            case .text(let text): text.allSatisfy(\.isWhitespace)
            case .inline(.lineBreak): true
            case .inline: false
            }
        }
    }

    /// A stretch of text between line breaks and notes, with the look of each byte.
    private struct Stretch {
        var bytes: [UInt8] = []
        var looks: [UInt32] = []
    }

    let location: SourceLocation
    /// The addresses of links.
    let links: [String]
    let findings: DiagnosticCollector
    private var looks: [Look] = [Look()]
    private var stretch = Stretch()
    private var segments: [Segment] = []
    /// How many bytes of the text's beginning are left out: the marker of an exempt passage, a bullet.
    private var dropped: Int

    init(at location: SourceLocation, links: [String], findings: DiagnosticCollector, dropping dropped: Int = 0) {
        self.location = location
        self.links = links
        self.findings = findings
        self.dropped = dropped
    }

    // MARK: - Pieces

    mutating func append(text: [UInt8], _ look: Look) {
        let bytes = text.dropFirst(dropped)
        dropped -= text.count - bytes.count
        stretch.bytes += bytes
        stretch.looks += Array(repeating: index(of: look), count: bytes.count)
    }

    mutating func append(_ inline: Prose.Inline, _ look: Look) {
        close()
        segments.append(Segment(content: .inline(inline), look: look))
    }

    private mutating func index(of look: Look) -> UInt32 {
        if looks.last != look { looks.append(look) }
        return UInt32(looks.count - 1)
    }

    /// Finds the names in a stretch, and divides the rest by its look.
    private mutating func close() {
        if stretch.bytes.isEmpty { return }
        straightenNames()
        let bytes = stretch.bytes
        let scanner = PlaceholderScanner(bytes)
        for part in scanner.parts(findings: findings, location: { _, _ in location }) {
            switch part {
            case .text(let range): divide(range, of: bytes)
            case .placeholder(let name, let offset, let place):
                let look = looks[Int(stretch.looks[offset])]
                segments.append(Segment(content: .inline(.placeholder(name: name, place)), look: look))
            case .note(let name, let offset, let place):
                let look = looks[Int(stretch.looks[offset])]
                segments.append(Segment(content: .inline(.note(name: name, place)), look: look))
            }
        }
        stretch = Stretch()
    }

    /// Divides a part of the text by its look, and at each `[](#appendix-1)`, which is a reference that the program words.
    private mutating func divide(_ range: Range<Int>, of bytes: [UInt8]) {
        var start = range.lowerBound
        var index = start
        func words(before end: Int) -> [Segment] {
            guard start < end else { return [] }
            let words = String(decoding: bytes[start..<end], as: UTF8.self)
            return [Segment(content: .text(words), look: looks[Int(stretch.looks[start])])]
        }
        while index < range.upperBound {
            if stretch.looks[index] != stretch.looks[start] {
                segments += words(before: index)
                start = index
            }
            guard bytes[index] == UInt8(ascii: "["), let end = Self.reference(in: bytes[index..<range.upperBound])
            else {
                index += 1
                continue
            }
            segments += words(before: index)
            let destination = String(decoding: bytes[(index + 3)..<(end - 1)], as: UTF8.self)
            if let problem = LinkAddress.problem(with: destination) { findings.report(problem, at: location) }
            let link = Prose.Inline.link(destination: destination, [], location)
            segments.append(Segment(content: .inline(link), look: looks[Int(stretch.looks[index])]))
            index = end
            start = end
        }
        segments += words(before: range.upperBound)
    }

    /// The offset behind a reference with which bytes begin.
    private static func reference(in bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.starts(with: "[](#".utf8) else { return nil }
        let name = bytes.dropFirst(4).prefix(Limits.longestIdentifier * 2)
        return name.firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 }
    }

    /// Takes out of `{{ a name }}` what Word puts in as one types: curly quotation marks, dashes and spaces of other kinds.
    private mutating func straightenNames() {
        guard stretch.bytes.contains(UInt8(ascii: "{")), stretch.bytes.contains(where: { $0 >= 0x80 }) else { return }
        var straight = Stretch()
        var index = 0
        while index < stretch.bytes.count {
            let rest = stretch.bytes[index...]
            guard rest.starts(with: "{{".utf8), let close = Self.end(ofNameIn: rest) else {
                straight.bytes.append(stretch.bytes[index])
                straight.looks.append(stretch.looks[index])
                index += 1
                continue
            }
            let words = Array(Self.straightened(String(decoding: rest[..<close], as: UTF8.self)).utf8)
            straight.bytes += words
            straight.looks += Array(repeating: stretch.looks[index], count: words.count)
            index = close
        }
        stretch = straight
    }

    /// The offset behind the braces that close a name.
    private static func end(ofNameIn bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex + 2
        // Names and options are short; a brace that is not closed is no reason to look through the rest each time.
        while index + 1 < min(bytes.endIndex, bytes.startIndex + 1_000), bytes[index] != UInt8(ascii: "{") {
            if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") { return index + 2 }
            index += 1
        }
        return nil
    }

    /// A name or an insertion without what Word puts in as one types.
    static func straightened(_ text: String) -> String {
        var straight = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2010...0x2015: straight += "-"
            case 0xA0, 0x202F, 0x2007: straight += " "
            case 0x2018...0x201F: break
            default: straight.unicodeScalars.append(scalar)
            }
        }
        return straight
    }

    // MARK: - Inlines

    /// The inlines, without white space at the ends of lines, and with emphasis around words and not around the spaces beside them.
    mutating func inlines() -> [Prose.Inline] {
        close()
        divideSpaces()
        trimLines()
        joinGaps()
        let marks = LanguageMarks(findings: findings) { [location] _ in location }
        return marks.inlines(in: grouped(segments[...], by: .link))
    }

    /// Makes segments of their own of the spaces at the ends of each text.
    private mutating func divideSpaces() {
        segments = segments.flatMap { segment -> [Segment] in
            guard let text = segment.text else { return [segment] }
            let start = text.prefix { $0.isWhitespace }
            if start.endIndex == text.endIndex { return [segment] }
            let words = text[start.endIndex...]
            var end = words.endIndex
            while end > words.startIndex, words[words.index(before: end)].isWhitespace {
                end = words.index(before: end)
            }
            return [text[..<start.endIndex], words[..<end], words[end...]].filter { !$0.isEmpty }
                .map { Segment(content: .text(String($0)), look: segment.look) }
        }
    }

    /// Leaves out spaces at the ends of lines, and line breaks at the ends of the paragraph.
    private mutating func trimLines() {
        var kept: [Segment] = []
        var isLineStart = true
        for segment in segments {
            if segment.text != nil, segment.isGap {
                if !isLineStart { kept.append(segment) }
                continue
            }
            if case .inline(.lineBreak) = segment.content {
                while kept.last?.text != nil, kept.last?.isGap == true { kept.removeLast() }
                if !kept.isEmpty { kept.append(segment) }
                isLineStart = true
            } else {
                kept.append(segment)
                isLineStart = false
            }
        }
        while kept.last?.isGap == true { kept.removeLast() }
        segments = kept
    }

    /// Gives each gap only the emphasis that is on both sides of it.
    private mutating func joinGaps() {
        var index = 0
        while index < segments.count {
            guard segments[index].isGap else {
                index += 1
                continue
            }
            let end = segments[index...].firstIndex { !$0.isGap } ?? segments.count
            let look =
                index > 0 && end < segments.count
                ? segments[index - 1].look.intersection(segments[end].look) : Look()
            for gap in index..<end { segments[gap].look = look }
            index = end
        }
    }

    private enum Grouping {
        case link, language, bold, italic, none

        var next: Grouping {
            switch self {
            case .link: .language
            case .language: .bold
            case .bold: .italic
            case .italic, .none: .none
            }
        }

        func isSame(_ first: Look, _ second: Look) -> Bool {
            switch self {
            case .link: first.link == second.link
            case .language: first.language == second.language
            case .bold: first.isBold == second.isBold
            case .italic: first.isItalic == second.isItalic
            case .none: false
            }
        }
    }

    private func grouped(_ segments: ArraySlice<Segment>, by grouping: Grouping) -> [Prose.Inline] {
        var inlines: [Prose.Inline] = []
        var rest = segments
        if grouping == .none {
            for segment in segments {
                switch segment.content {
                case .inline(let inline): inlines.append(merging: inline)
                case .text(let text):
                    for part in Prose.Inline.text(text).dividedAtLineEnds { inlines.append(merging: part) }
                }
            }
            return inlines
        }
        while let first = rest.first {
            let group = rest.prefix { grouping.isSame($0.look, first.look) }
            rest = rest[group.endIndex...]
            let before = findings.count
            let inner = grouped(group, by: grouping.next)
            switch grouping {
            case .link:
                if let link = first.look.link, links.indices.contains(link) {
                    if let problem = LinkAddress.problem(with: links[link]) { findings.report(problem, at: location) }
                    inlines.append(
                        LinkAddress.link(
                            to: links[link],
                            inner,
                            areSound: findings.count == before,
                            at: location,
                            findings: findings
                        )
                    )
                    continue
                }
            case .language:
                if let language = first.look.language, inner.holdLetters {
                    inlines.append(.span(language, inner))
                    continue
                }
            case .bold: if first.look.isBold { inlines.append(.strong(inner)); continue }
            case .italic: if first.look.isItalic { inlines.append(.emphasis(inner)); continue }
            case .none: break
            }
            for inline in inner { inlines.append(merging: inline) }
        }
        return inlines
    }
}
