// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// An error that a spreadsheet shows in place of a value, and writes into the CSV file: `#NAME?`, `#REF!`, `####`.
package enum SpreadsheetError {
    private static let names = [
        "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#N/A", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
        "#GETTING_DATA",
    ]

    /// The first error in a text, or `nil` if there is none.
    package static func first(in text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "#")) else { return nil }
        if let name = names.first(where: text.contains) { return name }
        // A column that is too narrow shows these, and a CSV file has what is shown.
        return text.utf8.count >= 3 && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") } ? text : nil
    }
}

extension Diagnostic.Message {
    /// An error of a spreadsheet in place of a value.
    package static func spreadsheetError(_ error: String) -> Self {
        let hint: DiagnosticText
        switch error {
        case "#NAME?":
            hint = "Excel takes a text that begins with `-`, `+` or `=` for a formula: type `'` before it"
        case "#N/A": hint = "look up what the cell should say, and type it over the formula"
        case _ where error.hasPrefix("##"):
            hint = "the column was too narrow to show it: widen it, and save the file again"
        default: hint = "put the formula right, or type over it what it should give"
        }
        return Self(.spreadsheetError, "`\(error.shortened)` is an error of the spreadsheet, not a value", hint: hint)
    }
}
