// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats

/// How hints speak of the form of a return: by the keys of return.yaml, or by the rows of the sheet About, whichever the officer has.
struct ReturnFormWords {
    private let words: WorkbookWords
    /// What the sheet is called; `nil` for return.yaml.
    private let sheet: String?

    init(_ words: WorkbookWords, sheet: String?) {
        self.words = words
        self.sheet = sheet
    }

    /// The form in a sentence.
    var name: DiagnosticText { sheet.map { "the sheet \(own: $0)" } ?? "return.yaml" }

    /// A key of the form, in backticks.
    func key(_ key: FormKey) -> DiagnosticText { "`\(own: label(of: key))`" }

    /// How a table of a class is asked for.
    func tableToAdd(of name: String) -> DiagnosticText {
        let of = TableRequestForm.classes.name
        return sheet == nil
            ? "add a table `\(own: of): [\(own: name)]` to `\(own: ReturnForm.tables.name)` in return.yaml"
            : """
            add rows `\(own: label(of: ReturnForm.tables)) 2: \(own: TableRequestForm.kind.name)` and \
            `\(own: label(of: ReturnForm.tables)) 2: \(own: of)` to \(self.name), with the next number for 2, and `\(own: name)` in the second
            """
    }

    /// How a table gets a name.
    var tableNameToAdd: DiagnosticText {
        let name = TableRequestForm.name.name
        return sheet == nil
            ? "give the table a `\(own: name):` under `\(own: ReturnForm.tables.name)` in return.yaml"
            : "give the table a name in \(self.name), in a row `\(own: label(of: ReturnForm.tables)) 1: \(own: name)`"
    }

    /// How a note gets its text.
    func noteToAdd(_ note: String) -> DiagnosticText {
        sheet == nil
            ? "write its text under `\(own: ReturnForm.notes.name):` in return.yaml: `\(note): …`"
            : "write its text in \(name), in a row `\(own: label(of: ReturnForm.notes)): \(note)`"
    }

    /// How a return says why something is exempt.
    func exemptReasonToAdd(under paragraph: Int) -> DiagnosticText {
        let label = "\(label(of: ReturnForm.exempt)) \(paragraph)"
        return sheet == nil
            ? ExemptRules.reasonToAdd(under: paragraph, to: "return.yaml")
            : "add rows to \(name) called `\(own: label): reason` and `\(own: label): public interest`"
    }

    private func label(of key: FormKey) -> String { sheet == nil ? key.name : words.label(ofKey: key.name) }
}
