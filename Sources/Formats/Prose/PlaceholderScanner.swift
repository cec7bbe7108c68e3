// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// Joins the pieces of a text that the parser divided, and finds `{{ name }}` and `[^name]` in it.
struct PlaceholderScanner {
    private static let longestNoteName = Limits.longestIdentifier

    private(set) var bytes: [UInt8]
    /// The start of each piece in the joined text and in the Markdown.
    private(set) var pieces: [(offset: Int, line: Int, byteColumn: Int)] = []

    init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    mutating func append(_ text: String, line: Int, byteColumn: Int) {
        pieces.append((bytes.count, line, byteColumn))
        bytes.append(contentsOf: text.utf8)
    }

    /// A part of the joined text.
    enum Part {
        case text(Range<Int>)
        case placeholder(name: String, at: Int, SourceLocation)
        case note(name: String, at: Int, SourceLocation)
    }

    /// The parts of the text, in order. What is nearly a placeholder is reported.
    ///
    /// - Parameter location: the location of a mark at an offset.
    func parts(
        findings: DiagnosticCollector,
        location: (_ mark: String, _ offset: Int) -> SourceLocation
    ) -> [Part] {
        WorkMeter.count(bytes.count)
        var parts: [Part] = []
        var textStart = 0
        var index = 0
        func closeText(at end: Int) {
            if end > textStart { parts.append(.text(textStart..<end)) }
        }
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") {
                let place = location("{{", index)
                guard let end = closingBraces(after: index + 2) else {
                    findings.report(.unclosedPlaceholder, at: place)
                    index += 2
                    continue
                }
                closeText(at: index)
                let name = String(decoding: bytes[(index + 2)..<end], as: UTF8.self).trimmed
                if isName(name) {
                    parts.append(.placeholder(name: name, at: index, place))
                } else {
                    report(name, at: place, to: findings)
                }
                index = end + 2
                textStart = index
            } else if bytes[index] == UInt8(ascii: "["), bytes[index + 1] == UInt8(ascii: "^"),
                let end = bytes[(index + 2)...].prefix(Self.longestNoteName + 1).firstIndex(of: UInt8(ascii: "]")),
                isNoteName(bytes[(index + 2)..<end])
            {
                closeText(at: index)
                let name = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
                parts.append(.note(name: name, at: index, location("[^", index)))
                index = end + 1
                textStart = index
            } else {
                index += 1
            }
        }
        closeText(at: bytes.count)
        return parts
    }

    private func closingBraces(after start: Int) -> Int? {
        var index = start
        defer { WorkMeter.count(index - start) }
        while index + 1 < bytes.count {
            if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") { return index }
            if bytes[index] == UInt8(ascii: "{") { return nil }
            index += 1
        }
        return nil
    }

    /// Identifiers with points between them.
    private func isName(_ text: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(\.isIdentifier)
    }

    private func isNoteName(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty && name.count <= Self.longestNoteName && String(decoding: name, as: UTF8.self).isIdentifier
    }

    private func report(_ name: String, at place: SourceLocation, to findings: DiagnosticCollector) {
        if name.hasPrefix(">") {
            findings.report(.insertionNotAlone, at: place)
        } else {
            findings.report(.invalidPlaceholder(name), at: place)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var unclosedPlaceholder: Self {
        Self(.invalidPlaceholder, "`{{` has no `}}`", hint: "names to be filled in are written `{{ round.title }}`")
    }

    fileprivate static var insertionNotAlone: Self {
        Self(
            .invalidInsertion,
            "`{{>` does not stand alone in its paragraph",
            hint: "put an empty line before and after it"
        )
    }

    fileprivate static func invalidPlaceholder(_ name: String) -> Self {
        Self(
            .invalidPlaceholder,
            "`\(name.shortened)` is not a name that can be filled in",
            hint: "names are lower-case words with hyphens and points: `{{ round.title }}`"
        )
    }
}
