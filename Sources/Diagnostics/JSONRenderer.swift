// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics as JSON for another program: an array of objects that all have the same keys, `null` where there is no value.
///
/// ```
/// [
///   {
///     "cell" : null,
///     "column" : 1,
///     "excerpt" : "natoin: England",
///     "field" : "natoin",
///     "file" : "council.yaml",
///     "hint" : "did you mean `nation`?",
///     "line" : 3,
///     "message" : "unknown key `natoin` in council.yaml",
///     "paragraph" : null,
///     "rule" : "unknown-key",
///     "severity" : "error"
///   }
/// ]
/// ```
package struct JSONRenderer: Sendable {
    package init() {}

    /// The diagnostics as one array, laid out in lines.
    package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        JSONText(diagnostics.map { Entry($0) }, isPretty: true).description
    }

    /// The diagnostics and those that are waived, as one object with two arrays: `diagnostics` and `waived`. An entry of the second also has the
    /// `reason` and, as `waiver`, where that is written.
    package func render(_ diagnostics: some Sequence<Diagnostic>, waived: [WaivedDiagnostic]) -> String {
        let all = Findings(diagnostics: diagnostics.map { Entry($0) }, waived: waived.map(WaivedEntry.init))
        return JSONText(all, isPretty: true).description
    }

    private struct Findings: Encodable {
        let diagnostics: [Entry]
        let waived: [WaivedEntry]
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
            case rule, severity, message, file, line, column, cell, paragraph, field, excerpt, hint
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
            try container.encode(location?.position.cellReference, forKey: .cell)
            try container.encode(location?.position.paragraph, forKey: .paragraph)
            try container.encode(location?.field, forKey: .field)
            try container.encode(diagnostic.excerpt, forKey: .excerpt)
            try container.encode(diagnostic.hint, forKey: .hint)
        }

        /// Zero means that there is no line, or no column.
        private func counted(_ number: Int?) -> Int? { number.flatMap { $0 > 0 ? $0 : nil } }
    }
}
