// SPDX-License-Identifier: Apache-2.0

/// How many errors and warnings there are, in words, and how often something is advised: `3 errors, 1 warning, advice on 2 places`.
package struct DiagnosticCount: Sendable, Hashable, CustomStringConvertible {
    /// How many there are of each severity.
    package var errors: Int
    package var warnings: Int
    package var advice: Int

    package init(errors: Int, warnings: Int, advice: Int = 0) {
        self.errors = errors
        self.warnings = warnings
        self.advice = advice
    }

    package init(_ diagnostics: some Sequence<Diagnostic>) {
        errors = 0
        warnings = 0
        advice = 0
        for diagnostic in diagnostics {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            case .advice: advice += 1
            }
        }
    }

    /// How many there are whatever their severity.
    package var total: Int { errors + warnings + advice }

    /// How many are left without those of a part.
    package static func - (whole: DiagnosticCount, part: DiagnosticCount) -> DiagnosticCount {
        DiagnosticCount(
            errors: whole.errors - part.errors,
            warnings: whole.warnings - part.warnings,
            advice: whole.advice - part.advice
        )
    }

    package var description: String {
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
        var words = counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        if advice > 0 { words.append(advice == 1 ? "advice on 1 place" : "advice on \(advice) places") }
        return words.isEmpty ? "no problems" : words.joined(separator: ", ")
    }
}
