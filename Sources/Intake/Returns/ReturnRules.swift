// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import WorkspaceFiles

/// What must be so among the files of one return.
struct ReturnRules {
    let context: ReturnContext
    let form: FilledForm
    let directorateReturn: DirectorateReturn
    let folder: WorkspaceFolder
    /// Units of rows that could not be read.
    let brokenUnits: Set<String>
    private var findings: Findings { context.findings }

    init(
        context: ReturnContext,
        form: FilledForm,
        directorateReturn: DirectorateReturn,
        folder: WorkspaceFolder,
        brokenUnits: Set<String>
    ) {
        self.context = context
        self.form = form
        self.directorateReturn = directorateReturn
        self.folder = folder
        self.brokenUnits = brokenUnits
    }

    func check() {
        checkClasses()
        checkTables()
        checkNames()
        checkGroups()
        checkBands()
        checkStatuses()
        checkTotals()
        checkNilReturns()
        checkAnswers()
        NoteRules(context: context, directorateReturn: directorateReturn).check()
        context.names.check(directorateReturn)
        ExemptRules(findings: findings, reasons: directorateReturn.exemptReasons, place: "return.yaml")
            .check(exemptions)
    }

    /// Everything in the return that is said to be exempt.
    private var exemptions: [ExemptRules.Use] {
        let rows =
            directorateReturn.items.compactMap { item in item.exemption.map { ($0, item.location) } }
            + directorateReturn.indicators.compactMap { row in row.exemption.map { ($0, row.location) } }
        let texts =
            [directorateReturn.statement] + directorateReturn.notes.map(\.text)
            + directorateReturn.tables.flatMap { [$0.title ?? Prose(), $0.introduction] }
            + directorateReturn.items.flatMap { [$0.title, $0.outcome] + $0.comment.texts }
            + directorateReturn.indicators.flatMap { [$0.measure] + $0.comment.texts }
        return rows + texts.flatMap(\.exemptions)
    }

    private func fileName(of reported: ReportedClass) -> String {
        switch reported {
        case .coreServices, .activity: "activity.csv"
        case .actions: "actions.csv"
        case .indicators: "indicators.csv"
        }
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
                findings.error(
                    "rows of the class `\(own: name)` are not declared: \(rows.count) from this one on",
                    at: first,
                    hint: "add `\(own: name)` to `declares` in return.yaml, or delete the rows"
                )
            } else if printed.contains(reported), !folder.holdsFile(fileName(of: reported)) {
                findings.error(
                    "`\(own: name)` is declared, and \(own: fileName(of: reported)) is missing",
                    at: form.texts(ReturnForm.declares).first { $0.string == name }?.location
                        ?? form.location(of: ReturnForm.declares),
                    hint: "add the file; where there is nothing to list, its first line of column names is enough"
                )
            } else if !printed.contains(reported) {
                let place = form.texts(ReturnForm.declares).first { $0.string == name }?.location
                if let first = rows.first {
                    findings.error(
                        "no table prints the rows of the class `\(own: name)`: \(rows.count) from this one on",
                        at: first,
                        hint: "add a table `of: [\(own: name)]` to `tables` in return.yaml"
                    )
                } else if !folder.holdsFile(fileName(of: reported)) {
                    findings.error(
                        "`\(own: name)` is declared, and there is neither a file nor a table of it",
                        at: place ?? form.location(of: ReturnForm.declares),
                        hint:
                            "add \(own: fileName(of: reported)) and a table `of: [\(own: name)]`, or take `\(own: name)` out"
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
                findings.error(
                    "the table shows `\(own: reported.rawValue)`, which the return does not declare",
                    at: text.location,
                    hint: "add `\(own: reported.rawValue)` to `declares`"
                )
            }
        }
    }

    /// The statement puts in tables of the return, each once.
    private func checkNames() {
        let names = directorateReturn.tables.compactMap(\.name)
        var seen: Set<String> = []
        for table in directorateReturn.tables {
            guard let name = table.name, !seen.insert(name).inserted else { continue }
            findings.error(
                "two tables have the name `\(name.shortened)`",
                at: table.location,
                hint: "give each a name of its own"
            )
        }
        var placed: Set<String> = []
        for block in directorateReturn.statement.blocks {
            guard case .insertion(let name, let options) = block.content, !name.isEmpty else { continue }
            if !names.contains(name) {
                findings.error(
                    "no table of the return has the name `\(name.shortened)`",
                    at: block.location,
                    hint: NearestName.hint(for: name, among: names, from: .file(directorateReturn.location.file))
                        ?? "give the table a `name:` under `tables` in return.yaml"
                )
            } else if !placed.insert(name).inserted {
                findings.error("the table `\(name)` stands twice in the statement", at: block.location)
            }
            if let option = options.first {
                findings.error(
                    "a table in a statement has no option `\(option.key)`",
                    at: block.location,
                    hint: "what it shows is said in return.yaml"
                )
            }
        }
    }

    /// The tables that print indicators.
    private var indicatorTables: [DirectorateReturn.TableRequest] {
        directorateReturn.tables.filter { table in
            table.classes.contains(.indicators)
                && (context.tables[table.kind]?.rows.ofReturn ?? .indicators).areIndicators
        }
    }

    /// The tables that list an indicator, if its status is right for them.
    private func tables(for indicator: Indicator) -> [DirectorateReturn.TableRequest] {
        indicatorTables.filter { $0.group == nil || $0.group == indicator.group }
    }

    private func listsOnlyExceptions(_ table: DirectorateReturn.TableRequest) -> Bool {
        context.tables[table.kind]?.rows == .ofReturn(.indicatorExceptions)
    }

    /// A table of what is not on course lists an indicator by its status, and what is on course has no comment that it would print.
    private func checkStatuses() {
        let unknown = directorateReturn.indicators.filter { $0.status == nil }
        if let first = unknown.first, unknown.count == directorateReturn.indicators.count {
            guard let table = indicatorTables.first(where: listsOnlyExceptions) else { return }
            findings.error(
                "a table of the kind `\(own: table.kind)` needs the column `status`",
                at: SourceLocation(file: first.location.file, line: 1),
                hint: "it lists what is `\(own: Status.notOnCourse.rawValue)`: add the column, or ask for another kind"
            )
            return
        }
        for indicator in directorateReturn.indicators where indicator.status?.isException != true {
            let tables = tables(for: indicator)
            guard let table = tables.first(where: listsOnlyExceptions) else { continue }
            var place = indicator.location
            place.column = 0
            if indicator.status == nil {
                place.field = IndicatorColumns.status.name
                findings.error(
                    "the indicator has no status, and `\(own: table.kind)` lists only what is not on course",
                    at: place,
                    hint: "say in the column `status` how it stands"
                )
            } else if tables.allSatisfy(listsOnlyExceptions), indicator.comment.texts.contains(where: { !$0.isEmpty }) {
                place.field = IndicatorColumns.comment.name
                findings.warning(
                    "no table prints the comment: the indicator is on course, and `\(own: table.kind)` lists only what is not",
                    at: place,
                    hint: "delete the comment, or ask for a table of all indicators, such as `indicators-four-columns`"
                )
            }
        }
    }

    /// Where tables divide the indicators by class, every indicator is of a class that a table asks for.
    private func checkGroups() {
        let tables = indicatorTables
        guard !tables.isEmpty, !tables.contains(where: { $0.group == nil }) else { return }
        let groups = KnownNames(tables.compactMap(\.group))
        for indicator in directorateReturn.indicators where !groups.contains(indicator.group ?? "") {
            var place = indicator.location
            place.column = 0
            place.field = IndicatorColumns.group.name
            let group = indicator.group ?? ""
            findings.error(
                group.isEmpty
                    ? "no table prints this indicator: it has no class"
                    : "no table prints this indicator: none asks for the class `\(group.shortened)`",
                at: place,
                hint: NearestName.hint(for: group, among: groups.names, from: .file(directorateReturn.location.file))
            )
        }
    }

    /// Where the tables have bands, every indicator belongs to a unit.
    private func checkBands() {
        for indicator in directorateReturn.indicators where indicator.unit == nil {
            let banded = tables(for: indicator).first { context.tables[$0.kind]?.bands.isEmpty == false }
            guard let banded else { continue }
            var place = indicator.location
            place.column = 0
            place.field = IndicatorColumns.unit.name
            findings.error(
                "the indicator has no unit, and the rows of `\(own: banded.kind)` are grouped by unit",
                at: place,
                hint: "say in the column `unit` of which unit it is"
            )
        }
    }

    private func checkTotals() {
        for (entry, units) in form.groups(ReturnForm.totals) {
            guard let reported = ReportedClass(rawValue: entry.key) else { continue }
            if form.mentions(ReturnForm.declares), !directorateReturn.declares.contains(reported) {
                findings.error(
                    "there are totals of `\(own: reported.rawValue)`, which the return does not declare",
                    at: entry.location,
                    hint: "add `\(own: reported.rawValue)` to `declares`, or take the totals out"
                )
            }
            var listed: [String: Int] = [:]
            switch reported {
            case .indicators: for row in directorateReturn.indicators { listed[row.unit ?? "", default: 0] += 1 }
            default:
                for row in directorateReturn.items where row.reportedClass == reported {
                    listed[row.unit, default: 0] += 1
                }
            }
            for unit in units {
                guard let total = directorateReturn.totals[reported]?[unit.key], let rows = listed[unit.key],
                    rows > total
                else { continue }
                findings.error(
                    "`\(unit.key)` has \(rows) rows in \(own: fileName(of: reported)), more than its total of \("\(total)")",
                    at: unit.value.location,
                    hint: "a total counts everything in the plan, the rows listed included"
                )
            }
        }
    }

    private func checkNilReturns() {
        let reporting = directorateReturn.unitsWithRows
        for unit in form.texts(ReturnForm.nilReturns) where reporting.contains(unit.string) {
            findings.error(
                "`\(unit.string)` has nothing to report, and has rows",
                at: unit.location,
                hint: "take it out of `nil`, or delete its rows"
            )
        }
    }

    /// Every unit has rows or has said that it has nothing to report.
    private func checkAnswers() {
        guard let directorate = context.directorate else { return }
        let silent = directorateReturn.answers(in: directorate)
            .filter { $0.answer == .notReceived && !brokenUnits.contains($0.place.id) }
            .map { "`\($0.place.id)`" }
        guard !silent.isEmpty else { return }
        findings.warning(
            silent.count == 1
                ? "a unit has not reported: \(silent[0], from: .council)"
                : "\(silent.count) units have not reported: \(Self.list(silent), from: .council)",
            at: form.mentions(ReturnForm.nilReturns)
                ? form.location(of: ReturnForm.nilReturns) : directorateReturn.location,
            hint: "list a unit under `nil` once it has said that it has nothing to report"
        )
    }

    /// The first of very many names.
    private static func list(_ names: [String]) -> String {
        names.prefix(20).joined(separator: ", ") + (names.count > 20 ? " and \(names.count - 20) more" : "")
    }
}
