// SPDX-License-Identifier: Apache-2.0

/// How many errors and warnings there are, in words: `3 errors, 1 warning`.
package struct DiagnosticCount: Sendable, Hashable, CustomStringConvertible {
    /// How many there are of each severity.
    package var errors: Int
    package var warnings: Int

    package init(errors: Int, warnings: Int) {
        self.errors = errors
        self.warnings = warnings
    }

    package init(_ diagnostics: some Sequence<Diagnostic>) {
        errors = 0
        warnings = 0
        for diagnostic in diagnostics {
            switch diagnostic.severity {
            case .error: errors += 1
            case .warning: warnings += 1
            }
        }
    }

    package var description: String {
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
        if counts.isEmpty { return "no problems" }
        return counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }
}
