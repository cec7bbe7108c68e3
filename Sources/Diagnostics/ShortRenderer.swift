// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics a line each, for editors and lists: the place, the severity, the message and the rule.
///
/// ```
/// council.yaml:3:1: error: unknown key `natoin` [unknown-key]
/// returns/people/people.xlsx, Actions!F12: warning: … [missing-comment]
/// ```
package struct ShortRenderer: Sendable {
    package init() {}

    /// A line for each; nothing for none.
    package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        diagnostics.map { diagnostic in
            var place = diagnostic.location
            place?.field = nil
            let text =
                (place.map { "\($0): " } ?? "")
                + "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.rule.rawValue)]"
            return TerminalRenderer.printable(text) + "\n"
        }
        .joined()
    }
}
