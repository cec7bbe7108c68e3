// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// What the sheets of a return's workbook, their headings and the rows of the sheet About are called (`layouts/forms/return.yaml`).
struct WorkbookWords {
    /// The sheets by their names in small letters.
    private var sheets: [String: SheetName] = [:]
    /// The keys of return.yaml by what the sheet About calls them, in small letters.
    private(set) var keys: [String: String] = [:]
    /// The names of columns by their headings, in small letters.
    private var columns: [String: String] = [:]
    /// What a sheet is called.
    private var titles: [SheetName: String] = [:]
    /// What a key of return.yaml and a column are called, the first of several words.
    private var keyTitles: [String: String] = [:]
    private var columnTitles: [String: String] = [:]
    /// The sentences of the sheet of instructions, in order.
    private(set) var instructions: [String] = []
    /// What is said of a column where a cell of it is chosen.
    private(set) var hints: [String: String] = [:]

    /// A sheet of the workbook.
    enum SheetName: String, CaseIterable, Sendable {
        case about, actions, activity, indicators
        case indicatorsBefore = "indicators-before"
        /// Sheets that are for whoever fills the workbook in.
        case instructions, lists

        var isRead: Bool { self != .instructions && self != .lists }
    }

    /// The key of the hint of all columns of figures.
    static let figures = "figures"
    /// The key of a first row that says only what stands below it.
    static let heading = "heading"

    enum WordsForm {
        static let sheets = group("sheets", SheetName.allCases.map(\.rawValue), "the names of the sheets")
        static let about = group("about", [heading] + ReturnForm.form.keys.map(\.name), "what the sheet About asks")
        static let columns = group("columns", columnNames, "the headings of the other sheets")
        static let instructions = FormKey(
            "instructions",
            .texts,
            "the sentences of the first sheet of a workbook that is handed out"
        )
        static let hints = group("hints", columnNames + [figures], "what is said of a column", isRequired: false)
        static let form = Form("the words of workbooks", [sheets, about, columns, instructions, hints])

        static let columnNames =
            (PlanItemColumns.actions + PlanItemColumns.activities + IndicatorColumns.all).map(\.name)
            + DetailField.standard.map(\.name)

        private static func group(
            _ name: String,
            _ keys: [String],
            _ meaning: String,
            isRequired: Bool = true
        ) -> FormKey {
            let form = Form(name, keys.map { FormKey($0, .texts, "what it is called; one text or several") })
            return FormKey(name, .group(form), required: isRequired, meaning)
        }
    }

    /// The words of a file; without one, only the names in return.yaml and the CSV files are known.
    init(_ value: YAMLValue?, findings: DiagnosticCollector) {
        for name in SheetName.allCases {
            sheets[name.rawValue] = name
            titles[name] = name.rawValue
        }
        for key in ReturnForm.form.keys { keys[key.name] = key.name }
        for name in WordsForm.columnNames { columns[name] = name }
        guard let form = value.flatMap({ FilledForm($0, WordsForm.form, findings) }) else { return }
        func read(_ key: FormKey, _ take: (_ name: String, _ words: String) -> Void) {
            guard case .group(let inner) = key.value, let group = form.group(key) else { return }
            for key in inner.keys {
                for text in group.unprintedTexts(key) { take(key.name, text.string) }
            }
        }
        read(WordsForm.sheets) { name, words in
            guard let sheet = SheetName(rawValue: name) else { return }
            sheets[words.comparedName] = sheet
            if titles[sheet] == name { titles[sheet] = words }
        }
        read(WordsForm.about) { name, words in
            keys[words.comparedName] = name
            keyTitles[name] = keyTitles[name] ?? words
        }
        read(WordsForm.columns) { name, words in
            columns[words.comparedName] = name
            columnTitles[name] = columnTitles[name] ?? words
        }
        read(WordsForm.hints) { name, words in hints[name] = hints[name] ?? words }
        instructions = form.unprintedTexts(WordsForm.instructions).map(\.string)
    }

    /// The sheet of a name, or `nil` if it is none of a return.
    func sheet(_ name: String) -> SheetName? { sheets[name.comparedName] }

    /// What a sheet is called.
    func title(of sheet: SheetName) -> String { titles[sheet] ?? sheet.rawValue }

    /// What the sheet About calls a key of return.yaml.
    func label(ofKey key: String) -> String { keyTitles[key] ?? key }

    /// The heading of a column; that of figures and details is their name.
    func heading(ofColumn name: String) -> String { columnTitles[name] ?? name.capitalisingFirst }

    /// The name of the column that a heading is for, or `nil` if it is for figures or details, or not known.
    func column(_ heading: String) -> String? { columns[heading.comparedName] }
}
