// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import WorkspaceFiles

/// What must be so among the files of one return.
struct ReturnRules {
    let context: ReturnContext
    let form: FilledForm
    let directorateReturn: DirectorateReturn
    let files: ReturnFiles
    /// Units of rows that could not be read.
    let brokenUnits: Set<String>
    private var findings: DiagnosticCollector { context.findings }

    init(
        context: ReturnContext,
        form: FilledForm,
        directorateReturn: DirectorateReturn,
        files: ReturnFiles,
        brokenUnits: Set<String>
    ) {
        self.context = context
        self.form = form
        self.directorateReturn = directorateReturn
        self.files = files
        self.brokenUnits = brokenUnits
    }

    func check() {
        checkClasses()
        checkTables()
        checkNames()
        IndicatorRules(context: context, directorateReturn: directorateReturn).check()
        checkTotals()
        checkNilReturns()
        checkAnswers()
        NoteRules(context: context, directorateReturn: directorateReturn, form: files.formWords).check()
        context.names.check(directorateReturn)
        ExemptRules(
            findings: findings,
            reasons: directorateReturn.exemptReasons,
            reasonToAdd: files.formWords.exemptReasonToAdd,
            nation: context.nation
        ).check(exemptions)
    }

    /// Everything in the return that is marked as exempt.
    private var exemptions: [ExemptRules.Use] {
        let rows =
            directorateReturn.items.compactMap { item in item.exemption.map { ($0, item.location) } }
            + directorateReturn.indicators.compactMap { row in row.exemption.map { ($0, row.location) } }
        let texts =
            [directorateReturn.statement] + directorateReturn.notes.map(\.text)
            + directorateReturn.tables.flatMap { [$0.title ?? Prose(), $0.introduction] }
        var uses = rows + texts.flatMap(\.exemptions)
        for item in directorateReturn.items { item.visitProse { uses += $0.exemptions } }
        for indicator in directorateReturn.indicators { indicator.visitProse { uses += $0.exemptions } }
        return uses
    }

    private func rows(of reported: ReportedClass) -> [SourceLocation] {
        reported == .indicators
            ? directorateReturn.indicators.map(\.location)
            : directorateReturn.items.filter { $0.reportedClass == reported }.map(\.location)
    }

    /// What is declared has a file or a table, and what has rows is declared and printed.
    private func checkClasses() {
        guard form.mentions(ReturnForm.declares) else { return }
        let declared = Set(directorateReturn.declares)
        let printed = Set(directorateReturn.tables.flatMap(\.classes))
        for reported in ReportedClass.allCases {
            let name = reported.rawValue
            let rows = rows(of: reported)
            if !declared.contains(reported) {
                guard let first = rows.first else { continue }
                findings.report(.undeclaredRows(of: name, count: rows.count, form: files.formWords), at: first)
            } else if printed.contains(reported), !files.holds(ReturnTable(of: reported)) {
                findings.report(
                    .declaredWithoutFile(name, file: files.name(of: ReturnTable(of: reported))),
                    at: form.texts(ReturnForm.declares).first { $0.string == name }?.location
                        ?? form.location(of: ReturnForm.declares)
                )
            } else if !printed.contains(reported) {
                let place = form.texts(ReturnForm.declares).first { $0.string == name }?.location
                if let first = rows.first {
                    findings.report(.unprintedRows(of: name, count: rows.count, form: files.formWords), at: first)
                } else if !files.holds(ReturnTable(of: reported)) {
                    findings.report(
                        .declaredWithoutFileOrTable(
                            name,
                            file: files.name(of: ReturnTable(of: reported)),
                            form: files.formWords
                        ),
                        at: place ?? form.location(of: ReturnForm.declares)
                    )
                }
            }
        }
    }

    private func checkTables() {
        guard form.mentions(ReturnForm.declares) else { return }
        for table in form.list(ReturnForm.tables, silently: true) {
            for text in table.texts(TableRequestForm.classes) {
                guard let reported = ReportedClass(rawValue: text.string),
                    !directorateReturn.declares.contains(reported)
                else { continue }
                findings.report(.undeclaredTable(of: reported, form: files.formWords), at: text.location)
            }
        }
    }

    /// The statement puts in tables of the return, each once.
    private func checkNames() {
        let names = directorateReturn.tables.compactMap(\.name)
        var seen: Set<String> = []
        for table in directorateReturn.tables {
            guard let name = table.name, !seen.insert(name).inserted else { continue }
            findings.report(.repeatedTableName(name), at: table.location)
        }
        var placed: Set<String> = []
        for block in directorateReturn.statement.blocks {
            // Composition knows the charts.
            guard case .insertion(let name, let options) = block.content, !name.isEmpty, !Prose.isChart(name) else {
                continue
            }
            if !names.contains(name) {
                findings.report(
                    .unknownTable(name, among: names, in: directorateReturn.location.file, form: files.formWords),
                    at: block.location
                )
            } else if !placed.insert(name).inserted {
                findings.report(.repeatedTable(name), at: block.location)
            }
            if let option = options.first {
                findings.report(.unknownOption(option.key, form: files.formWords), at: block.location)
            }
        }
    }

    private func checkTotals() {
        for entry in form.entries(ReturnForm.totals) {
            guard let reported = ReportedClass(rawValue: entry.key) else { continue }
            var units: [YAMLEntry] = []
            if case .group(let named) = entry.value.content { units = named }
            if form.mentions(ReturnForm.declares), !directorateReturn.declares.contains(reported) {
                findings.report(.undeclaredTotals(of: reported), at: entry.location)
            }
            var listed: [String: Int] = [:]
            switch reported {
            case .indicators: for row in directorateReturn.indicators { listed[row.unit ?? "", default: 0] += 1 }
            default:
                for row in directorateReturn.items where row.reportedClass == reported {
                    listed[row.unit, default: 0] += 1
                }
            }
            let named = Set(units.map { context.place($0.key) })
            let missing = listed.keys.filter { context.places?.contains($0) == true && !named.contains($0) }
            // That of one was forgotten: only the rows that it lists would be counted.
            if missing.count == 1, listed.count > 1 {
                findings.report(.missingTotal(of: missing[0], reported), at: entry.location)
            }
            let totals = directorateReturn.totals[reported] ?? [:]
            for (unit, place) in units.map({ (context.place($0.key), $0.value.location) }) + [
                ("", entry.value.location)
            ] {
                guard let total = totals[unit], let rows = listed[unit], rows > total else { continue }
                let name = unit.isEmpty ? directorateReturn.directorate : unit
                let file = files.name(of: ReturnTable(of: reported))
                findings.report(.totalTooSmall(total, of: name, rows: rows, in: file), at: place)
            }
        }
    }

    /// A unit that has nothing to report of a class, which the return declares, has no rows of it; of a list none at all.
    private func checkNilReturns() {
        let reporting = directorateReturn.unitsWithRows
        for (entry, units) in form.namedLists(ReturnForm.nilReturns) {
            guard let entry else {
                for unit in units where reporting.contains(unit.string) {
                    findings.report(.rowsInNilReturn(of: unit.string), at: unit.location)
                }
                continue
            }
            guard let reported = ReportedClass(rawValue: entry.key) else { continue }
            if form.mentions(ReturnForm.declares), !directorateReturn.declares.contains(reported) {
                findings.report(.undeclaredNilReturns(of: reported), at: entry.location)
            }
            let listed = directorateReturn.unitsWithRows(of: reported)
            for unit in units where listed.contains(unit.string) {
                findings.report(.rowsInNilReturn(of: unit.string, reported), at: unit.location)
            }
        }
    }

    /// Every unit has rows or has said that it has nothing to report.
    private func checkAnswers() {
        guard let directorate = context.directorate else { return }
        let silent = directorateReturn.answers(in: directorate)
            .filter { $0.answer == .notReceived && !brokenUnits.contains($0.place.id) }
            .map { "`\($0.place.id)`" }
        guard !silent.isEmpty else { return }
        findings.report(
            .unreportedUnits(silent),
            at: form.mentions(ReturnForm.nilReturns)
                ? form.location(of: ReturnForm.nilReturns) : directorateReturn.location
        )
    }
}

extension [String] {
    /// The first of very many names.
    fileprivate var firstTwenty: String {
        prefix(20).joined(separator: ", ") + (count > 20 ? " and \(count - 20) more" : "")
    }
}

extension Diagnostic.Message {
    fileprivate static func missingTotal(of unit: String, _ reported: ReportedClass) -> Self {
        Self(
            .missingTotal,
            "every unit has a total of the class `\(own: reported.rawValue)` but `\(unit, from: .council)`",
            hint: "add its total: without it the paper counts only the rows that the unit lists"
        )
    }

    fileprivate static func undeclaredRows(of name: String, count: Int, form: ReturnFormWords) -> Self {
        Self(
            .undeclaredRows,
            "rows of the class `\(own: name)` are not declared: \(count) from this one on",
            hint: "add `\(own: name)` to \(form.key(ReturnForm.declares)) in \(form.name), or delete the rows"
        )
    }

    fileprivate static func declaredWithoutFile(_ name: String, file: String) -> Self {
        Self(
            .declaredWithoutRows,
            "`\(own: name)` is declared, and \(own: file) is missing",
            hint: "add it; where there is nothing to list, its first line of column names is enough"
        )
    }

    fileprivate static func unprintedRows(of name: String, count: Int, form: ReturnFormWords) -> Self {
        Self(
            .unprintedRows,
            "no table prints the rows of the class `\(own: name)`: \(count) from this one on",
            hint: form.tableToAdd(of: name)
        )
    }

    fileprivate static func declaredWithoutFileOrTable(_ name: String, file: String, form: ReturnFormWords) -> Self {
        Self(
            .declaredWithoutRows,
            "`\(own: name)` is declared, and there is neither a file nor a table of it",
            hint: "add \(own: file), or take `\(own: name)` out; \(form.tableToAdd(of: name))"
        )
    }

    fileprivate static func undeclaredTable(of reported: ReportedClass, form: ReturnFormWords) -> Self {
        Self(
            .undeclaredTable,
            "the table shows `\(own: reported.rawValue)`, which the return does not declare",
            hint: "add `\(own: reported.rawValue)` to \(form.key(ReturnForm.declares))"
        )
    }

    fileprivate static func repeatedTableName(_ name: String) -> Self {
        Self(.repeatedTable, "two tables have the name `\(name.shortened)`", hint: "give each a name of its own")
    }

    fileprivate static func unknownTable(_ name: String, among names: [String], in file: String, form: ReturnFormWords)
        -> Self
    {
        Self(
            .unknownTable,
            "no table of the return has the name `\(name.shortened)`",
            hint: NearestName.hint(for: name, among: names, from: .file(file))
                ?? form.tableNameToAdd
        )
    }

    fileprivate static func repeatedTable(_ name: String) -> Self {
        Self(
            .repeatedTable,
            "the table `\(name)` stands twice in the statement",
            hint: "keep it in one place"
        )
    }

    fileprivate static func unknownOption(_ key: String, form: ReturnFormWords) -> Self {
        Self(
            .unknownOption,
            "a table in a statement has no option `\(key)`",
            hint: "what it shows is said in \(form.name)"
        )
    }

    fileprivate static func undeclaredTotals(of reported: ReportedClass) -> Self {
        Self(
            .undeclaredTotals,
            "there are totals of `\(own: reported.rawValue)`, which the return does not declare",
            hint: "add `\(own: reported.rawValue)` to `declares`, or take the totals out"
        )
    }

    fileprivate static func totalTooSmall(_ total: Int, of unit: String, rows: Int, in file: String) -> Self {
        Self(
            .totalTooSmall,
            "`\(unit)` has \(rows) rows in \(own: file), more than its total of \("\(total)")",
            hint: "a total counts everything in the plan, the rows listed included"
        )
    }

    fileprivate static func rowsInNilReturn(of unit: String, _ reported: ReportedClass? = nil) -> Self {
        Self(
            .rowsInNilReturn,
            "`\(unit)` has nothing to report, and has rows\(own: reported.map { " of the class `\($0.rawValue)`" } ?? "")",
            hint: "take it out of `nil`, or delete its rows"
        )
    }

    fileprivate static func undeclaredNilReturns(of reported: ReportedClass) -> Self {
        Self(
            .undeclaredTotals,
            "units have nothing to report of `\(own: reported.rawValue)`, which the return does not declare",
            hint: "add `\(own: reported.rawValue)` to `declares`, or take it out of `nil`"
        )
    }

    fileprivate static func unreportedUnits(_ units: [String]) -> Self {
        Self(
            .unreportedUnits,
            units.count == 1
                ? "a unit has not reported: \(units[0], from: .council)"
                : "\(units.count) units have not reported: \(units.firstTwenty, from: .council)",
            hint: "list a unit under `nil` once it has said that it has nothing to report"
        )
    }
}
