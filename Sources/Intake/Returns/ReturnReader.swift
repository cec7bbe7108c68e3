// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Reads the folder of one directorate's return.
struct ReturnReader {
    let context: ReturnContext
    let folder: WorkspaceFolder
    /// The folder, with the workbook that may take the place of its files.
    private let files: ReturnFiles
    private var findings: DiagnosticCollector { context.findings }

    init(context: ReturnContext, folder: WorkspaceFolder, directorate: String, words: () -> WorkbookWords) {
        self.context = context
        self.folder = folder.ignoringCase(of: returnFileNames)
        files = ReturnFiles(self.folder, directorate: directorate, words: words)
    }

    /// The return, or `nil` if there is neither a `return.yaml` nor a sheet About that can be used.
    ///
    /// It is read first: it says what in the other files is for everybody though it opens as exempt information does.
    func read(directorate: String) -> DirectorateReturn? {
        let form = files.form()
        form?.readWaivers()
        var brokenUnits: Set<String> = []
        var items: [PlanItem] = []
        for table in [ReturnTable.activity, .actions] {
            guard let source = files.rows(table) else { continue }
            let (rows, broken) = PlanItemReader.read(source, areActions: table == .actions, context: context)
            items += rows
            brokenUnits.formUnion(broken)
        }
        var indicators: [Indicator] = []
        if let source = files.rows(.indicators) {
            let (rows, broken) = IndicatorReader.read(source, context: context)
            indicators = rows
            brokenUnits.formUnion(broken)
        }
        let former = formerIndicators()
        let (statement, footnotes) = statement()
        guard files.holdsForm else {
            findings.report(.missingReturnFile(isInWorkbook: files.workbook != nil), at: files.formLocation)
            return nil
        }
        guard let form else { return nil }
        hideNotes(form)
        // A heading that names the column of exempt rows is a mark as well.
        if files.holdMarks, form.mentions(ReturnForm.exempt) || files.holdErrors { form.hideWaivers() }
        let result = DirectorateReturn(
            directorate: directorate,
            declares: classes(form, ReturnForm.declares),
            received: form.date(ReturnForm.received),
            signatory: signatory(form),
            numbersStatement: form.choice(ReturnForm.numbering, of: HeadingNumbering.self) == .decimal,
            statement: statement,
            tables: form.list(ReturnForm.tables).map(table),
            items: items,
            indicators: indicators,
            formerIndicators: former,
            totals: totals(form),
            nilReturns: nilReturns(form),
            notes: form.namedTexts(ReturnForm.notes, areProse: true).map { entry, text in
                form.checkIdentifier(entry)
                return DirectorateReturn.Note(
                    name: entry.key,
                    text: form.prose(text, called: "the note `\(entry.key)`") {
                        context.markdown().cellProse($0.string, origin: $0.origin)
                    },
                    location: entry.location
                )
            } + footnotes,
            exemptReasons: form.exemptReasons(ReturnForm.exempt),
            location: files.formLocation
        )
        ReturnRules(context: context, form: form, directorateReturn: result, files: files, brokenUnits: brokenUnits)
            .check()
        return result
    }

    /// What the round before said of its indicators, without what that round commented and noted.
    private func formerIndicators() -> [Indicator] {
        // What is exempt now may stand there without a mark, as it was then.
        if files.holdsMarks(.indicators) { files.hide(.formerIndicators) }
        guard let source = files.rows(.formerIndicators) else { return [] }
        var former = context
        former.period = context.period?.before(1)
        former.isOfFormerRound = true
        return IndicatorReader.read(source, context: former).indicators.map { indicator in
            var own = indicator
            own.measure = indicator.measure.withoutNotes
            own.changeReason = indicator.changeReason.withoutNotes
            own.comment = .own(reason: Prose(), response: Prose())
            own.figures = indicator.figures.mapValues { figure in
                var figure = figure
                figure.notes = []
                return figure
            }
            return own
        }
    }

    /// A note that only exempt words refer to is as exempt as they are, and nothing in it says so.
    private func hideNotes(_ form: FilledForm) {
        guard files.holdMarks, form.mentions(ReturnForm.notes) else { return }
        findings.hide(at: form.location(of: ReturnForm.notes))
        // In a workbook each note has a row of its own.
        for entry in form.entries(ReturnForm.notes) { findings.hide(at: entry.location) }
    }

    /// The statement, and the footnotes of one that is written in Word.
    private func statement() -> (Prose, [DirectorateReturn.Note]) {
        if folder.holdsFile(statementDocument) { return statementInWord() }
        return (statementInMarkdown(), [])
    }

    private func statementInWord() -> (Prose, [DirectorateReturn.Note]) {
        let file = folder.file(statementDocument)
        if folder.holdsFile("statement.md") {
            findings.report(.twoStatements, at: SourceLocation(in: file))
        }
        guard let bytes = folder.bytes(statementDocument) else { return (Prose(), []) }
        let before = findings.count
        let (statement, notes) = context.markdown().document(bytes, file: file)
        if statement.isEmpty, findings.count == before {
            findings.report(.emptyStatement, at: SourceLocation(in: file))
        }
        return (statement, notes.map { DirectorateReturn.Note(name: $0.name, text: $0.text, location: $0.location) })
    }

    private func statementInMarkdown() -> Prose {
        let file = SourceLocation(in: folder.file("statement.md"))
        guard folder.holdsFile("statement.md") else {
            findings.report(.missingStatement, at: file)
            return Prose()
        }
        guard let text = folder.text("statement.md", fallback: .windows1252) else { return Prose() }
        let start = SourceLocation(in: text.sourceFile, .text(line: 1, column: 1))
        let statement = context.markdown().wholeText(text.string, origin: TextOrigin(start: start))
        if text.string.trimmed.isEmpty { findings.report(.emptyStatement, at: file) }
        return statement
    }

    private func signatory(_ form: FilledForm) -> String {
        guard var person = form.text(ReturnForm.signedBy) else { return "" }
        person.string = context.person(person.string)
        findings.check(person, among: context.people, of: "person", from: .council)
        return person.string
    }

    /// Reported classes, each once.
    private func classes(_ form: FilledForm, _ key: FormKey) -> [ReportedClass] {
        var classes: [ReportedClass] = []
        for text in form.texts(key) {
            guard let reported = form.choice(text, of: ReportedClass.self, as: "a class") else { continue }
            if classes.contains(reported) {
                findings.report(.repeatedClass(reported, in: key), at: text.location)
            } else {
                classes.append(reported)
            }
        }
        return classes
    }

    private func table(_ form: FilledForm) -> DirectorateReturn.TableRequest {
        let classes = classes(form, TableRequestForm.classes)
        var name = ""
        if let kind = form.text(TableRequestForm.kind) {
            name = kind.string
            findings.check(kind, among: KnownNames(context.tables.keys.sorted()), of: "kind of table", from: .program)
            checkRows(of: kind, show: classes, in: form)
        }
        return DirectorateReturn.TableRequest(
            kind: name,
            classes: classes,
            name: form.text(TableRequestForm.name)?.string,
            title: form.prose(TableRequestForm.title),
            group: form.text(TableRequestForm.group)?.string,
            introduction: form.prose(TableRequestForm.introduction) ?? Prose(),
            location: form.location
        )
    }

    /// A kind of table shows either indicators or plan items.
    private func checkRows(of kind: YAMLText, show classes: [ReportedClass], in form: FilledForm) {
        guard let table = context.tables[kind.string] else { return }
        let known = context.tables.values.filter { $0.rows.ofReturn != nil }
        guard let rows = table.rows.ofReturn else {
            findings.report(.tableOfPaper(kind.string, rows: table.rows, known: known), at: kind.location)
            return
        }
        if let misfit = classes.first(where: { ($0 == .indicators) != rows.areIndicators }) {
            let fitting = known.filter { $0.rows.ofReturn?.areIndicators == (misfit == .indicators) }
            findings.report(
                .tableCannotShow(misfit, kind.string, fitting: fitting),
                at: form.location(of: TableRequestForm.classes)
            )
        } else if form.mentions(TableRequestForm.group), !rows.areIndicators {
            findings.report(.classInTableOfItems, at: form.location(of: TableRequestForm.group))
        }
    }

    private func totals(_ form: FilledForm) -> [ReportedClass: [String: Int]] {
        var totals: [ReportedClass: [String: Int]] = [:]
        for entry in form.entries(ReturnForm.totals) {
            guard let reported = ReportedClass(rawValue: entry.key) else {
                findings.report(.unknownClass(entry.key, in: ReturnForm.totals), at: entry.location)
                continue
            }
            guard case .group(let units) = entry.value.content else {
                if !context.isUndivided {
                    findings.report(.totalsNotAGroup(entry), at: entry.value.location)
                } else if let total = total(entry) {
                    totals[reported] = ["": total]
                }
                continue
            }
            for unit in units {
                let place = context.place(unit.key)
                context.check(unit: place, at: unit.location)
                if let total = total(unit) { totals[reported, default: [:]][place] = total }
            }
        }
        return totals
    }

    private func total(_ entry: YAMLEntry) -> Int? {
        if let text = entry.value.text, let total = Int(text.string), (1...1_000_000).contains(total) { return total }
        findings.report(.invalidTotal(of: entry.key), at: entry.value.location)
        return nil
    }

    /// The units of a list have nothing to report of any class.
    private func nilReturns(_ form: FilledForm) -> [ReportedClass: Set<String>] {
        var nilReturns: [ReportedClass: Set<String>] = [:]
        for (entry, units) in form.namedLists(ReturnForm.nilReturns) {
            for unit in units { context.check(unit: context.place(unit.string), at: unit.location) }
            let named = entry.flatMap { ReportedClass(rawValue: $0.key) }
            if let entry, named == nil {
                findings.report(.unknownClass(entry.key, in: ReturnForm.nilReturns), at: entry.location)
                continue
            }
            for reported in named.map({ [$0] }) ?? ReportedClass.allCases {
                nilReturns[reported, default: []].formUnion(units.map { context.place($0.string) })
            }
        }
        return nilReturns
    }
}

extension Diagnostic.Message {
    fileprivate static func missingReturnFile(isInWorkbook: Bool) -> Self {
        Self(
            .missingFile,
            isInWorkbook ? "the workbook has no sheet About" : "`return.yaml` is missing",
            hint: "it says what the directorate declares, who signs, and which tables there are"
        )
    }

    fileprivate static var missingStatement: Self {
        Self(.missingStatement, "the return has no statement", hint: "write it in this file")
    }

    fileprivate static var emptyStatement: Self {
        Self(
            .missingStatement,
            "the statement is empty",
            hint: "write it in this file"
        )
    }

    fileprivate static var twoStatements: Self {
        Self(
            .conflictingReturnFiles,
            "there are two statements, and only the Word document is read",
            hint:
                "keep the one that is meant, and move the other (`statement.md` or `\(own: statementDocument)`) out of the folder"
        )
    }

    fileprivate static func repeatedClass(_ reported: ReportedClass, in key: FormKey) -> Self {
        Self(
            .repeatedClass,
            "`\(own: reported.rawValue)` stands twice in `\(own: key.name)`",
            hint: "delete one of the two, or write the class that is meant"
        )
    }

    fileprivate static func tableOfPaper(_ kind: String, rows: TableKind.Rows, known: [TableKind]) -> Self {
        Self(
            .unfitTable,
            "a return cannot hold the table `\(own: kind)`: its rows are `\(own: rows.rawValue)`",
            hint: """
                put it into a paper with `{{> \(own: kind) }}`; \
                kinds for a return: \(own: known.map(\.id).sorted().inBackticks)
                """
        )
    }

    fileprivate static func tableCannotShow(_ misfit: ReportedClass, _ kind: String, fitting: [TableKind]) -> Self {
        Self(
            .unfitTable,
            "a table of the kind `\(own: kind)` cannot show `\(own: misfit.rawValue)`",
            hint: "kinds that can: \(own: fitting.map(\.id).sorted().inBackticks)"
        )
    }

    fileprivate static var classInTableOfItems: Self {
        Self(
            .unfitTable,
            "only a table of indicators asks for a `class`",
            hint: "delete `class`"
        )
    }

    fileprivate static func unknownClass(_ name: String, in key: FormKey) -> Self {
        Self(
            .unknownClass,
            "unknown class `\(name.shortened)` in `\(own: key.name)`",
            hint: NearestName.hint(
                for: name,
                among: ReportedClass.allCases.map(\.rawValue),
                from: .program
            )
        )
    }

    fileprivate static func totalsNotAGroup(_ entry: YAMLEntry) -> Self {
        Self(
            .invalidTotal,
            "the totals of `\(entry.key)` must be a group of keys, not \(own: entry.value.kindName)",
            hint: "write a number for each unit: `{ sport: 24, libraries: 31 }`"
        )
    }

    fileprivate static func invalidTotal(of unit: String) -> Self {
        Self(
            .invalidTotal,
            "the total of `\(unit)` is not a whole number above zero",
            hint: "leave the unit out if it has none"
        )
    }
}
