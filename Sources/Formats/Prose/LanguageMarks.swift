// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// Finds words that are marked to be in another language, `[Bore da]{lang=cy}`.
///
/// Brackets that no `{lang=…}` follows are text, and so is anything else in braces. Emphasis and links can be within the brackets, or
/// the brackets within them.
struct LanguageMarks {
    private let findings: DiagnosticCollector
    /// Where a mark is, as it is written.
    private let location: (String) -> SourceLocation

    init(findings: DiagnosticCollector, location: @escaping (String) -> SourceLocation) {
        self.findings = findings
        self.location = location
    }

    /// The inlines with a span for each mark.
    func inlines(in inlines: [Prose.Inline]) -> [Prose.Inline] {
        inlines.hold("{") ? spans(in: inlines) : inlines
    }

    private func spans(in inlines: [Prose.Inline]) -> [Prose.Inline] {
        var brackets = OpenBrackets()
        for inline in inlines {
            switch inline {
            case .text(let text): read(Array(text.utf8), into: &brackets)
            case .emphasis(let inner): brackets.append(.emphasis(spans(in: inner)))
            case .strong(let inner): brackets.append(.strong(spans(in: inner)))
            case .link(let destination, let inner, let place):
                brackets.append(.link(destination: destination, spans(in: inner), place))
            case .span(let language, let inner): brackets.append(.span(language, spans(in: inner)))
            case .placeholder, .note, .lineBreak: brackets.append(inline)
            }
        }
        return brackets.all
    }

    private func read(_ bytes: [UInt8], into brackets: inout OpenBrackets) {
        var start = 0
        var index = 0
        func text() -> Prose.Inline { .text(String(decoding: bytes[start..<index], as: UTF8.self)) }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "["):
                brackets.append(text())
                brackets.open()
                start = index + 1
            case UInt8(ascii: "]"):
                brackets.append(text())
                let words = brackets.close()
                let mark = LanguageMark(bytes[(index + 1)...])
                if let mark {
                    close(words, mark, in: &brackets)
                } else if let words {
                    brackets.append(.text("["))
                    for inline in words { brackets.append(inline) }
                    brackets.append(.text("]"))
                } else {
                    brackets.append(.text("]"))
                }
                index = mark?.end ?? index + 1
                start = index
                continue
            case UInt8(ascii: "{"):
                if let mark = LanguageMark(bytes[index...]) {
                    brackets.append(text())
                    findings.report(.languageWithoutWords(mark.written), at: location(mark.written))
                    index = mark.end
                    start = index
                    continue
                }
            default: break
            }
            index += 1
        }
        brackets.append(text())
    }

    private func close(_ words: [Prose.Inline]?, _ mark: LanguageMark, in brackets: inout OpenBrackets) {
        if let words, !words.allSatisfy(\.saysNothing) {
            if let language = LanguageTag(mark.tag) {
                return brackets.append(.span(language, words))
            }
            findings.report(.unknownLanguage(mark.tag.isEmpty ? mark.written : mark.tag), at: location(mark.written))
        } else {
            findings.report(.languageWithoutWords(mark.written), at: location(mark.written))
        }
        for inline in words ?? [] { brackets.append(inline) }
    }
}

/// `{lang=cy}`, also as Word and web editors write it: with spaces, quotation marks of any kind, and hyphens that do not break.
private struct LanguageMark {
    /// As it is written.
    let written: String
    let tag: String
    /// The offset behind it.
    let end: Int

    /// The mark with which bytes begin, or `nil` if they begin with something else.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.first == UInt8(ascii: "{"),
            let close = bytes.prefix(Limits.longestIdentifier).firstIndex(of: UInt8(ascii: "}"))
        else { return nil }
        let parts = String(decoding: bytes[(bytes.startIndex + 1)..<close], as: UTF8.self).split(
            separator: "=",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard parts.count == 2, parts[0].trimmed.lowercased() == "lang" else { return nil }
        written = String(decoding: bytes[bytes.startIndex...close], as: UTF8.self)
        var tag = ""
        for scalar in parts[1].trimmed.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x27, 0x2018...0x201F: break
            case 0x2010...0x2015: tag += "-"
            default: tag.unicodeScalars.append(scalar)
            }
        }
        self.tag = tag
        end = close + 1
    }
}

extension String {
    /// The text without marks of languages and the brackets that belong to them, as it is printed.
    var withoutLanguageMarks: String {
        guard utf8.contains(UInt8(ascii: "{")) else { return self }
        let bytes = Array(utf8)
        var isKept = [Bool](repeating: true, count: bytes.count)
        var brackets: [Int] = []
        var index = 0
        while index < bytes.count {
            var mark: LanguageMark?
            switch bytes[index] {
            case UInt8(ascii: "["): brackets.append(index)
            case UInt8(ascii: "]"):
                let bracket = brackets.popLast()
                mark = LanguageMark(bytes[(index + 1)...])
                if mark != nil, let bracket { isKept[bracket] = false }
            case UInt8(ascii: "{"): mark = LanguageMark(bytes[index...])
            default: break
            }
            let next = mark?.end ?? index + 1
            if mark != nil { for dropped in index..<next { isKept[dropped] = false } }
            index = next
        }
        let kept = zip(bytes, isKept).filter(\.1).map(\.0)
        return String(decoding: kept, as: UTF8.self)
    }
}

/// The inlines so far, with the brackets that are open among them.
private struct OpenBrackets {
    /// Those outside all brackets, and then those in each.
    private var levels: [[Prose.Inline]] = [[]]

    mutating func append(_ inline: Prose.Inline) {
        if case .text("") = inline { return }
        levels[levels.count - 1].append(merging: inline)
    }

    /// Opens a bracket; one that is too deep in others is text.
    mutating func open() {
        if levels.count > Limits.deepestInline { append(.text("[")) } else { levels.append([]) }
    }

    /// Closes the innermost bracket.
    ///
    /// - Returns: what is in it; `nil` if none is open.
    mutating func close() -> [Prose.Inline]? { levels.count > 1 ? levels.removeLast() : nil }

    /// All inlines: a bracket that is not closed is text.
    var all: [Prose.Inline] {
        var all = levels[0]
        for level in levels.dropFirst() {
            all.append(merging: .text("["))
            for inline in level { all.append(merging: inline) }
        }
        return all
    }
}

extension [Prose.Inline] {
    /// Whether any of their texts has a character, which is ASCII.
    fileprivate func hold(_ character: Unicode.Scalar) -> Bool {
        contains { inline in
            switch inline {
            case .text(let text): text.utf8.contains(UInt8(ascii: character))
            case .emphasis(let inner), .strong(let inner), .link(_, let inner, _), .span(_, let inner):
                inner.hold(character)
            case .placeholder, .note, .lineBreak: false
            }
        }
    }

    /// Whether there is a letter in their texts: figures and punctuation are of no language.
    var holdLetters: Bool {
        contains { inline in
            switch inline {
            case .text(let text): text.contains(where: \.isLetter)
            case .emphasis(let inner), .strong(let inner), .link(_, let inner, _), .span(_, let inner):
                inner.holdLetters
            case .placeholder, .note, .lineBreak: false
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func languageWithoutWords(_ mark: String) -> Self {
        Self(
            .misplacedLanguage,
            "`\(mark.shortened)` stands behind no words in square brackets",
            hint: "write the words in brackets directly before it: `[Bore da]{lang=cy}`"
        )
    }

    fileprivate static func unknownLanguage(_ tag: String) -> Self {
        Self(
            .invalidLanguage,
            "`\(tag.shortened)` is not the tag of a language",
            hint: LanguageTag(named: tag).map { "write `{lang=\(own: $0.rawValue)}`" }
                ?? "write its letters from ISO 639, such as `cy` for Welsh, `ga` for Irish or `pl` for Polish",
            replacing: LanguageTag(named: tag).map { Replacement(of: "{lang=\(tag)}", by: "{lang=\($0.rawValue)}") }
        )
    }
}
