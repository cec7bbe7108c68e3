// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics as JSON for another program: how many there are of each severity, and an object for each with the same keys always,
/// `null` where there is no value. `docs/schemas/check.json` is its schema.
///
/// ```
/// {
///   "advice" : 0,
///   "diagnostics" : [
///     {
///       "cell" : null,
///       "column" : 1,
///       "endColumn" : 7,
///       "excerpt" : "natoin: England",
///       "field" : "natoin",
///       "file" : "council.yaml",
///       "hint" : "did you mean `nation`?",
///       "line" : 3,
///       "message" : "unknown key `natoin` in council.yaml",
///       "paragraph" : null,
///       "replacement" : null,
///       "rule" : "unknown-key",
///       "severity" : "error"
///     }
///   ],
///   "elsewhere" : {
///     "advice" : 0,
///     "errors" : 0,
///     "warnings" : 0
///   },
///   "errors" : 1,
///   "part" : null,
///   "waived" : [
///
///   ],
///   "warnings" : 0
/// }
/// ```
package struct JSONRenderer: Sendable {
    package init() {}

    /// One object, laid out in lines.
    ///
    /// - Parameters:
    ///   - waived: the diagnostics that are waived; their entries also have the `reason` and, as `waiver`, where that is written.
    ///   - part: the file or folder of the workspace that the diagnostics are of, or `nil` for all of it.
    ///   - elsewhere: how many there are in the rest of the workspace.
    package func render(
        _ diagnostics: some Sequence<Diagnostic>,
        waived: [WaivedDiagnostic] = [],
        part: String? = nil,
        elsewhere: DiagnosticCount = DiagnosticCount([])
    ) -> String {
        let diagnostics = Array(diagnostics)
        let count = DiagnosticCount(diagnostics)
        let report = Report(
            advice: count.advice,
            diagnostics: diagnostics.map { Entry($0) },
            elsewhere: Count(advice: elsewhere.advice, errors: elsewhere.errors, warnings: elsewhere.warnings),
            errors: count.errors,
            part: part,
            waived: waived.map(WaivedEntry.init),
            warnings: count.warnings
        )
        return JSONText(report, isPretty: true).description
    }

    private struct Count: Encodable {
        let advice: Int
        let errors: Int
        let warnings: Int
    }

    private struct Report: Encodable {
        let advice: Int
        let diagnostics: [Entry]
        let elsewhere: Count
        let errors: Int
        let part: String?
        let waived: [WaivedEntry]
        let warnings: Int

        private enum Key: CodingKey { case advice, diagnostics, elsewhere, errors, part, waived, warnings }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(advice, forKey: .advice)
            try container.encode(diagnostics, forKey: .diagnostics)
            try container.encode(elsewhere, forKey: .elsewhere)
            try container.encode(errors, forKey: .errors)
            // Also where there is none.
            try container.encode(part, forKey: .part)
            try container.encode(waived, forKey: .waived)
            try container.encode(warnings, forKey: .warnings)
        }
    }

    /// A diagnostic that is waived: the keys of any other, with the reason.
    private struct WaivedEntry: Encodable {
        let waived: WaivedDiagnostic

        init(_ waived: WaivedDiagnostic) { self.waived = waived }

        private enum Key: CodingKey { case reason, waiver }

        func encode(to encoder: any Encoder) throws {
            try Entry(waived.diagnostic).encode(to: encoder)
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(waived.reason, forKey: .reason)
            try container.encode(waived.waiver.description, forKey: .waiver)
        }
    }

    private struct Entry: Encodable {
        let diagnostic: Diagnostic

        init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

        private enum Key: CodingKey {
            case rule, severity, message, file, line, column, endColumn, cell, paragraph, field, excerpt, hint,
                replacement
        }

        func encode(to encoder: any Encoder) throws {
            let location = diagnostic.location
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(diagnostic.rule.rawValue, forKey: .rule)
            try container.encode(diagnostic.severity.rawValue, forKey: .severity)
            try container.encode(diagnostic.message, forKey: .message)
            try container.encode(location?.file, forKey: .file)
            try container.encode(counted(location?.line), forKey: .line)
            try container.encode(counted(location?.column), forKey: .column)
            try container.encode(diagnostic.endColumn, forKey: .endColumn)
            try container.encode(location?.position.cellReference, forKey: .cell)
            try container.encode(location?.position.paragraph, forKey: .paragraph)
            try container.encode(location?.field, forKey: .field)
            try container.encode(diagnostic.excerpt, forKey: .excerpt)
            try container.encode(diagnostic.hint, forKey: .hint)
            try container.encode(diagnostic.replacement?.right, forKey: .replacement)
        }

        /// Zero means that there is no line, or no column.
        private func counted(_ number: Int?) -> Int? { number.flatMap { $0 > 0 ? $0 : nil } }
    }
}
