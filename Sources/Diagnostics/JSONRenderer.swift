// SPDX-License-Identifier: Apache-2.0

/// Writes diagnostics as JSON (RFC 8259) for another program: an array of objects that all have the same keys in the
/// same order, `null` where there is nothing to say.
///
/// ```
/// [
///   {"severity": "error", "message": "…", "file": "council.yaml", "line": 3, "column": 1, "field": "natoin",
///    "excerpt": "natoin: England", "hint": "did you mean `nation`?"}
/// ]
/// ```
package struct JSONRenderer: Sendable {
    package init() {}

    package func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
        let objects = diagnostics.map { "  " + object($0) }
        return objects.isEmpty ? "[]" : "[\n" + objects.joined(separator: ",\n") + "\n]"
    }

    private func object(_ diagnostic: Diagnostic) -> String {
        let location = diagnostic.location
        let members = [
            ("severity", string(diagnostic.severity.rawValue)),
            ("message", string(diagnostic.message)),
            ("file", string(location?.file)),
            ("line", number(location?.line)),
            ("column", number(location?.column)),
            ("field", string(location?.field)),
            ("excerpt", string(diagnostic.excerpt)),
            ("hint", string(diagnostic.hint)),
        ]
        return "{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
    }

    /// Zero, which means no line or no column, is `null`.
    private func number(_ number: Int?) -> String {
        guard let number, number > 0 else { return "null" }
        return String(number)
    }

    private func string(_ text: String?) -> String {
        guard let text else { return "null" }
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\r": json += "\\r"
            case "\t": json += "\\t"
            default:
                if scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029 {
                    let digits = String(scalar.value, radix: 16)
                    json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    json.unicodeScalars.append(scalar)
                }
            }
        }
        return json + "\""
    }
}
