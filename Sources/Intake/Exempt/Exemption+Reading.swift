// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

extension DiagnosticCollector {
    /// The exemption that a cell or a key names; an empty text names none, and what cannot be read is reported.
    func exemption(_ text: some StringProtocol, at location: @autoclosure () -> SourceLocation) -> Exemption? {
        if text.isEmpty { return nil }
        hide(at: location())
        if let paragraphs = ExemptParagraphs.read(text) { return Exemption(paragraphs) }
        report(.invalidParagraphs(String(text)), at: location())
        return nil
    }
}

extension DataRow {
    /// The exemption that a column gives the row, or `nil` if the cell is empty.
    func exemption(_ column: DataColumn, findings: DiagnosticCollector) -> Exemption? {
        // A cell of invisible characters is not empty: they may be what is left of a mark.
        guard let written = written(column), !written.allSatisfy(\.isWhitespace) else { return nil }
        let text = text(column)
        return findings.exemption(text.isEmpty ? written : text, at: location(column))
    }
}

extension Diagnostic.Message {
    fileprivate static func invalidParagraphs(_ written: String) -> Self {
        Self(
            .invalidExemptParagraph,
            "`exempt` names paragraphs of exempt information, not `\(written.shortened)`",
            hint: ExemptParagraphs.hint
        )
    }
}
