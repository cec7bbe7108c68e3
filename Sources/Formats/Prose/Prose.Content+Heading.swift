// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText
import WorkspaceFiles

extension Prose.Content {
    /// A heading, with the name that `{#name}` behind its words gives it; `nil`, and a diagnostic, if it is too long.
    ///
    /// - Parameter hint: what to do with one that has no words.
    static func heading(
        level: Int,
        _ inlines: [Prose.Inline],
        at location: SourceLocation,
        findings: DiagnosticCollector,
        hint: DiagnosticText
    ) -> Prose.Content? {
        var inlines = inlines
        if let problem = BlockLimits(inlines).headingProblem {
            findings.report(problem, at: location)
            return nil
        }
        var name: String?
        if case .text(let text) = inlines.last, text.hasSuffix("}"), let open = text.lastRange(of: "{#") {
            let written = String(text[open.upperBound...].dropLast())
            if written.isIdentifier {
                name = written
            } else {
                findings.report(.invalidHeadingName(written), at: location)
            }
            let rest = text[..<open.lowerBound].trimmedAtEnd
            inlines.removeLast()
            if !rest.isEmpty { inlines.append(.text(rest)) }
        }
        // A note alone does not say what a section is about.
        if inlines.allSatisfy({ $0.saysNothing || $0.isNote }) {
            findings.report(.headingWithoutText(hint), at: location)
        }
        return .heading(level: level, inlines, name: name)
    }
}

extension Prose.Inline {
    fileprivate var isNote: Bool { if case .note = self { true } else { false } }
}

extension StringProtocol {
    fileprivate var trimmedAtEnd: String {
        var text = Substring(self)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension String {
    /// The last occurrence of an ASCII pattern.
    fileprivate func lastRange(of pattern: String) -> Range<Index>? {
        var end = endIndex
        while end > startIndex {
            let start = utf8.index(before: end)
            if utf8[start...].starts(with: pattern.utf8) {
                return start..<utf8.index(start, offsetBy: pattern.utf8.count)
            }
            end = start
        }
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func invalidHeadingName(_ name: String) -> Self {
        Self(
            .invalidIdentifier,
            "`\(name.shortened)` is not a name for a heading",
            hint: "names are lower-case words joined by hyphens: `{#\(name.asIdentifier)}`"
        )
    }

    fileprivate static func headingWithoutText(_ hint: DiagnosticText) -> Self {
        Self(
            .headingWithoutText,
            "a heading has no words",
            hint: hint
        )
    }
}
