// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics for somebody who reads them in a terminal.
///
/// ```
/// error: unknown key `natoin`
///   --> council.yaml:3:1 (natoin)
///    |
///  3 | natoin: England
///    | ^
///   hint: did you mean `nation`?
///
/// 1 error
/// ```
package struct TerminalRenderer: Sendable {
    /// Whether to colour; a terminal that is not one, or `NO_COLOR`, says no.
    package var isColoured: Bool

    package init(isColoured: Bool = false) { self.isColoured = isColoured }

    /// All of them, a blank line between them, and how many there are.
    package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        var text = ""
        for diagnostic in diagnostics { text += render(diagnostic) + "\n" }
        return text + "\(DiagnosticCount(diagnostics))\n"
    }

    /// What is waived: a line for each, after one that says how many there are; nothing if there is none.
    ///
    /// ```
    /// 1 finding is waived:
    ///   figure-differs at returns/people/statement.md:1:7: The figure is of girls
    /// ```
    package func render(waived: [WaivedDiagnostic]) -> String {
        if waived.isEmpty { return "" }
        var text = waived.count == 1 ? "1 finding is waived:\n" : "\(waived.count) findings are waived:\n"
        for entry in waived {
            let place = entry.diagnostic.location.map { " at \($0)" } ?? ""
            text += "  " + printable("\(entry.diagnostic.rule.rawValue)\(place): \(entry.reason)") + "\n"
        }
        return text
    }

    /// One, with a line end.
    package func render(_ diagnostic: Diagnostic) -> String {
        var text = styled(diagnostic.severity.rawValue + ":", style(of: diagnostic.severity))
        text += " " + styled(printable(diagnostic.message), .bold) + "\n"
        if let location = diagnostic.location {
            text += "  " + styled("-->", .dim) + " " + printable(location.description) + "\n"
            if let excerpt = diagnostic.excerpt { text += render(excerpt, of: diagnostic, at: location) }
        }
        if let hint = diagnostic.hint { text += "  " + styled("hint:", .green) + " " + printable(hint) + "\n" }
        return text
    }

    /// The line with its number, and a caret under the column.
    private func render(_ excerpt: String, of diagnostic: Diagnostic, at location: SourceLocation) -> String {
        let number = location.line > 0 ? String(location.line) : ""
        let margin = String(repeating: " ", count: number.count + 1) + " |"
        var text = styled(margin, .dim) + "\n"
        text += styled(" \(number) |", .dim) + " " + printable(excerpt) + "\n"
        let offset = location.column - diagnostic.excerptColumn
        guard location.line > 0, location.column > 0, offset >= 0 else { return text }
        let before = excerpt.unicodeScalars.prefix(offset).reduce(into: "") { gap, scalar in
            if scalar == "\t" {
                gap += "\t"
            } else if scalar.properties.canonicalCombiningClass == .notReordered {
                gap += " "
            }
        }
        return text + styled(margin, .dim) + " " + before + styled("^", style(of: diagnostic.severity)) + "\n"
    }

    /// Text that cannot steer the terminal: control characters become their pictures (U+2400 and on).
    private func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { Self.isControl($0) }) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard Self.isControl(scalar) else {
                scalars.append(scalar)
                continue
            }
            scalars.append(scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" : "\u{FFFD}")
        }
        return String(scalars)
    }

    /// Control characters except the tab, and the marks that turn the direction of writing.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09: false
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Select Graphic Rendition parameters (ECMA-48).
    private enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "1;31"
        case yellow = "1;33"
        case green = "32"
        case cyan = "1;36"
    }

    private func style(of severity: Diagnostic.Severity) -> Style {
        switch severity {
        case .error: .red
        case .warning: .yellow
        case .advice: .cyan
        }
    }

    private func styled(_ text: String, _ style: Style) -> String {
        isColoured ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
