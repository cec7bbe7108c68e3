// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits
package import WorkspaceFiles

/// Reads a YAML text into values with locations.
package struct YAMLReader {
    private let findings: DiagnosticCollector
    private let file: SourceFile
    private let linesBefore: Int

    /// - Parameters:
    ///   - file: the file, for diagnostics.
    ///   - linesBefore: how many lines of the file precede the text.
    package init(findings: DiagnosticCollector, file: SourceFile, linesBefore: Int = 0) {
        self.findings = findings
        self.file = file
        self.linesBefore = linesBefore
    }

    /// The value of the whole text, or `nil`, and a diagnostic, if it is not YAML.
    package func read(_ text: String) -> YAMLValue? {
        guard let value = valueIfReadable(text) else {
            // What the file says is exempt, and why, was not understood either.
            findings.keepTogether(file.subject)
            return nil
        }
        return value
    }

    private func valueIfReadable(_ text: String) -> YAMLValue? {
        guard text.utf8.count <= Limits.longestForm else {
            findings.report(.formTooLong, at: SourceLocation(in: file))
            return nil
        }
        let bytes = Array(text.utf8)
        WorkMeter.count(bytes.count)
        do throws(YAMLParser.Failure) {
            let events = try YAMLParser.events(of: bytes)
            if events.isEmpty { return YAMLValue(content: .nothing, location: SourceLocation(in: file)) }
            divide(events, of: text, bytes)
            var composer = YAMLComposer(events, of: bytes, in: file, linesBefore: linesBefore, findings: findings)
            return composer.value(key: nil, depth: 0)
        } catch {
            switch error {
            case .invalid(let problem): findings.report(.invalidYAML(problem), at: location(problem.position))
            case .alias(let mark): findings.report(.aliasOfAnchor, at: location(mark))
            }
        }
        return nil
    }

    /// Divides the file by the keys of its outermost group, each with the comments directly above it.
    ///
    /// A group in braces may have several keys in a line. And the parser counts U+0085, U+2028 and U+2029 as ends of lines, which no
    /// editor does: the lines of such a text are not known.
    private func divide(_ events: [YAMLEvent], of text: String, _ bytes: [UInt8]) {
        guard case .groupStart(isFlow: false) = events[0].kind,
            !text.unicodeScalars.contains(where: { $0 == "\u{85}" || $0 == "\u{2028}" || $0 == "\u{2029}" })
        else { return }
        let index = LineIndex(bytes)
        findings.divide(
            file,
            at: Self.outermostKeys(events).map { mark in
                var first = mark.line
                while first > 1, let line = index.line(first - 1, of: bytes),
                    line.drop(while: \.isWhitespace).hasPrefix("#")
                {
                    first -= 1
                }
                return first + linesBefore
            }
        )
    }

    /// Where the keys of the group begin that is the whole text.
    private static func outermostKeys(_ events: [YAMLEvent]) -> [YAMLMark] {
        var keys: [YAMLMark] = []
        var depth = 0
        var isKey = true
        for event in events.dropFirst() {
            if depth == 0, isKey { keys.append(event.mark) }
            switch event.kind {
            case .scalar: break
            case .listStart, .groupStart: depth += 1
            case .end: depth -= 1
            }
            if depth == 0 { isKey.toggle() }
        }
        // Of the group's end.
        return keys.dropLast()
    }

    private func location(_ mark: YAMLMark?) -> SourceLocation {
        guard let mark else { return SourceLocation(in: file) }
        return SourceLocation(file: file, line: mark.line + linesBefore, column: mark.column)
    }
}

extension Diagnostic.Message {
    fileprivate static var formTooLong: Self {
        Self(.fileTooLarge, "the file is longer than \(Limits.longestForm >> 20) MB")
    }

    fileprivate static var aliasOfAnchor: Self {
        Self(
            .yamlAlias,
            "`*` refers to an anchor (`&`), which is not read here",
            hint: "write the value out again, or put the text in quotes"
        )
    }

    fileprivate static func invalidYAML(_ problem: YAMLProblem) -> Self {
        Self(.invalidYAML, problem.message, hint: problem.hint)
    }
}
