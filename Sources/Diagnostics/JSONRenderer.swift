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
///   "errors" : 1,
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
    /// - Parameter waived: the diagnostics that are waived; their entries also have the `reason` and, as `waiver`, where that is written.
    package func render(_ diagnostics: some Sequence<Diagnostic>, waived: [WaivedDiagnostic] = []) -> String {
        let diagnostics = Array(diagnostics)
        let count = DiagnosticCount(diagnostics)
        let report = Report(
            advice: count.advice,
            diagnostics: diagnostics.map { Entry($0) },
            errors: count.errors,
            waived: waived.map(WaivedEntry.init),
            warnings: count.warnings
        )
        return JSONText(report, isPretty: true).description
    }

    private struct Report: Encodable {
        let advice: Int
        let diagnostics: [Entry]
        let errors: Int
        let waived: [WaivedEntry]
        let warnings: Int
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
