// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics a line each, as compilers do and editors read it: the file, the line and the column, the severity, the message and the rule.
///
/// A cell of a workbook and a paragraph of a document are named before the message; their line is the row or the number of the paragraph.
///
/// ```
/// council.yaml:3:1: error: unknown key `natoin` [unknown-key]
/// returns/people/people.xlsx:12:6: warning: Actions!F12: … [missing-comment]
/// ```
package struct ShortRenderer: Sendable {
    /// What is put before the files: the path of the workspace for whoever is not in it, or nothing.
    private let folder: String

    /// - Parameter workspace: its path as it was given.
    package init(workspace: String = ".") {
        let path = workspace.hasSuffix("/") ? String(workspace.dropLast()) : workspace
        folder = path == "." ? "" : path + "/"
    }

    /// A line for each; nothing for none.
    package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        diagnostics.map { diagnostic in
            let text = "\(diagnostic.severity.rawValue): \(words(of: diagnostic)) [\(diagnostic.rule.rawValue)]"
            guard let location = diagnostic.location else { return TerminalRenderer.printable(text) + "\n" }
            let column = if case .cell(_, let column, _) = location.position { column } else { location.column }
            let place = "\(folder)\(location.file):\(max(1, location.row)):\(max(1, column))"
            return TerminalRenderer.printable("\(place): \(text)") + "\n"
        }
        .joined()
    }

    private func words(of diagnostic: Diagnostic) -> String {
        switch diagnostic.location?.position {
        case .cell, .paragraph: "\(diagnostic.location?.placeInFile ?? ""): \(diagnostic.message)"
        default: diagnostic.message
        }
    }
}
