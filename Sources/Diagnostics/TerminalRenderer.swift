// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics for somebody who reads them in a terminal or a text file: by file, and those of one kind together.
///
/// ```
/// council.yaml: 1 error, 1 warning
///
/// error: unknown key `natoin`
///   --> council.yaml:3:1 (natoin)
///    |
///  3 | natoin: England
///    | ^^^^^^
///   hint: did you mean `nation`?
///   rule: unknown-key
///
/// warning: …
///
/// 1 error, 1 warning
/// ```
package struct TerminalRenderer: Sendable {
    /// Whether to colour; a terminal that is not one, or `NO_COLOR`, says no.
    package var isColoured: Bool

    package init(isColoured: Bool = false) { self.isColoured = isColoured }

    /// All of them, a blank line between them, and how many there are.
    package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        let diagnostics = Array(diagnostics)
        var text = ""
        for file in FileDiagnostics.grouping(diagnostics) {
            if let path = file.file?.path, !path.isEmpty {
                let count = DiagnosticCount(file.groups.joined)
                text += styled("\(printable(path)): \(count)", .heading) + "\n\n"
            }
            for group in file.groups { text += render(group) + "\n" }
        }
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
    package func render(_ diagnostic: Diagnostic) -> String { render(DiagnosticGroup(diagnostics: [diagnostic])) }

    private func render(_ group: DiagnosticGroup) -> String {
        let first = group.first
        var text = styled(first.severity.rawValue + ":", style(of: first.severity))
        text += " " + styled(printable(first.message), .bold) + "\n"
        if let location = first.location {
            text += "  " + styled("-->", .dim) + " " + printable(location.description) + "\n"
            if let excerpt = first.excerpt { text += render(excerpt, of: first, at: location) }
        }
        if let hint = first.hint { text += "  " + styled("hint:", .green) + " " + printable(hint) + "\n" }
        text += "  " + styled("rule: \(first.rule.rawValue)", .dim) + "\n"
        return text + renderOthers(of: group)
    }

    /// Where else the same is so, and what is said there if it is not the same.
    private func renderOthers(of group: DiagnosticGroup) -> String {
        let first = group.first
        let same = group.others.filter { $0.message == first.message && $0.hint == first.hint }
        let different = group.others.filter { $0.message != first.message || $0.hint != first.hint }
        var text = ""
        if !same.isEmpty {
            var seen: Set<String> = []
            let places = same.compactMap { $0.location?.placeInFile }.filter { seen.insert($0).inserted }
            let count = same.count == 1 ? "at one other place" : "at \(same.count) other places"
            text += "  also \(count)" + (places.isEmpty ? "" : ": " + printable(places.joined(separator: ", "))) + "\n"
        }
        guard !different.isEmpty else { return text }
        text += different.count == 1 ? "  another of this kind:\n" : "  \(different.count) others of this kind:\n"
        for diagnostic in different {
            text += "    " + (diagnostic.location.map { printable($0.placeInFile) + ": " } ?? "")
            text += printable(diagnostic.message)
            if let hint = diagnostic.hint, hint != first.hint { text += " (" + printable(hint) + ")" }
            text += "\n"
        }
        return text
    }

    /// The line with its number, and what is meant in it underlined.
    private func render(_ excerpt: String, of diagnostic: Diagnostic, at location: SourceLocation) -> String {
        let number = location.line > 0 ? String(location.line) : ""
        let margin = String(repeating: " ", count: number.count + 1) + " |"
        var text = styled(margin, .dim) + "\n"
        text += styled(" \(number) |", .dim) + " " + printable(excerpt) + "\n"
        guard let spot = diagnostic.spot else { return text }
        let scalars = excerpt.unicodeScalars
        let before = scalars.prefix(spot.lowerBound).reduce(into: "") { gap, scalar in
            if scalar == "\t" { gap += "\t" } else if scalar.takesCell { gap += " " }
        }
        let width = scalars.dropFirst(spot.lowerBound).prefix(spot.count).count(where: \.takesCell)
        let underline = String(repeating: "^", count: max(1, width))
        return text + styled(margin, .dim) + " " + before + styled(underline, style(of: diagnostic.severity)) + "\n"
    }

    private func printable(_ text: String) -> String { Self.printable(text) }

    /// Text that cannot steer the terminal: control characters become their pictures (U+2400 and on).
    package static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard isControl(scalar) else {
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
        case heading = "1;4"
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

extension [DiagnosticGroup] {
    fileprivate var joined: [Diagnostic] { flatMap(\.diagnostics) }
}

extension Unicode.Scalar {
    /// Whether a terminal shows it beside what is before it; a combining mark goes on top.
    fileprivate var takesCell: Bool { properties.canonicalCombiningClass == .notReordered }
}
