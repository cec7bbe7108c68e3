// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import WorkspaceFiles

extension Diagnostic {
    /// `error council.yaml:3:1 (natoin): unknown key …`.
    package var line: String { "\(severity.rawValue) \(location.map { "\($0)" } ?? "-"): \(message)" }

    /// `figure-differs returns/people/statement.md:1:23: … (hint)`.
    package var report: String {
        "\(rule.rawValue) \(location.map { "\($0)" } ?? "-"): \(message)" + (hint.map { " (\($0))" } ?? "")
    }
}

/// The value that some reader returns, and the diagnostics that it reports.
package struct Reading<Value> {
    package var value: Value
    package var diagnostics: [Diagnostic]

    /// - Parameter findings: collects the diagnostics; without an argument nothing is screened for exempt information.
    package init(_ findings: DiagnosticCollector = DiagnosticCollector(), _ body: (DiagnosticCollector) -> Value) {
        value = body(findings)
        diagnostics = findings.report()
    }

    /// The diagnostics, a line each.
    package var lines: [String] { diagnostics.map(\.line) }
}
