// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Formats
import Layouts
package import Monitoring
package import WorkspaceFiles

/// Reads a workspace for the workbooks that its directorates are handed.
///
/// - Returns: the workbook of each directorate, in the council's order, with what its return says already; and whatever is wrong with the
///   workspace. No workbooks if `council.yaml` or `round.yaml` cannot be used.
package func returnWorkbooks(
    from files: any FileSource,
    programLayouts: String
) throws(FileError) -> (workbooks: [(directorate: String, contents: WorkbookContents)], diagnostics: [Diagnostic]) {
    let reader = try WorkspaceReader(files, programLayouts: programLayouts)
    let (round, layouts) = reader.read()
    guard let round else { return ([], reader.findings.report()) }
    let diagnostics = reader.findings.report()
    let words = reader.workbookWords
    let workbooks = round.council.directorates.map { directorate in
        (directorate.id, reader.workbook(of: directorate, in: round, layouts, words: words).contents)
    }
    return (workbooks, diagnostics)
}

extension WorkspaceReader {
    /// The workbook of a directorate, with the return that it has made.
    func workbook(
        of directorate: Directorate,
        in round: MonitoringRound,
        _ layouts: LayoutSet,
        words: WorkbookWords
    ) -> ReturnWorkbook {
        let folder = returnsFolder(of: round.council).inner(directorate.id, about: .directorateReturn(directorate.id))
            .ignoringCase(of: returnFileNames)
        let files = ReturnFiles(folder, directorate: directorate.id) { words }
        var workbook = ReturnWorkbook(
            directorate: directorate,
            council: round.council,
            period: round.round.period,
            tables: layouts.tables,
            words: words,
            form: files.formValue
        )
        for table in ReturnTable.allCases {
            if let source = files.rows(table) { workbook.rows[table] = ReturnRows(of: source, table: table) }
        }
        workbook.addMissingTables()
        return workbook
    }
}

extension ReturnWorkbook {
    /// Adds empty tables of what the directorate reports on; of actions and indicators if it does not say.
    mutating func addMissingTables() {
        let declared = form.map { AboutRows.classes(declaredBy: $0) } ?? []
        let tables = declared.isEmpty ? [.actions, .indicators] : declared.map { ReturnTable(of: $0) }
        for table in tables where rows[table] == nil {
            rows[table] = ReturnRows(
                columns: Self.columns(of: table, in: period, isUndivided: directorate.places.isEmpty)
            )
        }
    }
}

/// The files of the next monitoring round.
package struct NextRoundFiles {
    /// "Q4 2026/27".
    package var period: String
    /// By their paths in the workspace.
    package var texts: [String: String]
    /// What Word documents say, by their paths.
    package var documents: [String: Prose]
    package var workbooks: [(directorate: String, contents: WorkbookContents)]
}

/// Reads a workspace for the round after its own.
///
/// - Parameter period: the period of the next round in words, or `nil` for the one after.
/// - Returns: the files of the next round, or `nil` where the workspace cannot be used, or `period` names none; and whatever is wrong with it.
package func nextRound(
    after files: any FileSource,
    period named: String?,
    programLayouts: String
) throws(FileError) -> (files: NextRoundFiles?, diagnostics: [Diagnostic]) {
    let reader = try WorkspaceReader(files, programLayouts: programLayouts)
    let (round, layouts) = reader.read()
    let diagnostics = reader.findings.report()
    guard let round else { return (nil, diagnostics) }
    let last = round.round
    let wanted = named.map { Period($0, in: last.year) } ?? NextRound.period(after: last.period)
    guard let wanted else { return (nil, diagnostics) }
    let next = NextRound(last: last, period: wanted, comparators: round.council.comparators)
    var texts: [String: String] = [:]
    if let text = reader.workspace.text("round.yaml") { texts["round.yaml"] = next.roundFile(text.string) }
    let papers = reader.workspace.inner("papers")
    var documents: [String: Prose] = [:]
    for name in papers.names where name.hasSuffix(".md") || isDocument(name) {
        let id = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
        let short = NextRound.withoutDay(id)
        let isTaken = texts.keys.contains { $0.hasPrefix("papers/\(short).") }
        let path = "papers/\(isTaken ? id : short)"
        if isDocument(name) {
            guard let header = papers.text("\(id).yaml") else { continue }
            texts[path + ".yaml"] = next.paperHeader(header.string)
            documents[path + ".docx"] = next.outline(round.papers.first { $0.file == id }?.body ?? Prose())
        } else if let text = papers.text(name, fallback: .windows1252), let paper = next.paper(text.string) {
            texts[path + ".md"] = paper
        }
    }
    let words = reader.workbookWords
    let folders = reader.returnsFolder(of: round.council)
    var workbooks: [(String, WorkbookContents)] = []
    for directorate in round.council.directorates where folders.holdsFolder(directorate.id) {
        var workbook = reader.workbook(of: directorate, in: round, layouts, words: words)
        workbook.advance(to: next)
        workbooks.append((directorate.id, workbook.contents))
        let statement = round.directorateReturn(directorate.id)?.statement ?? Prose()
        documents["returns/\(directorate.id)/\(statementDocument)"] = next.outline(statement)
    }
    let period = layouts.wording.words(wanted)
    return (NextRoundFiles(period: period, texts: texts, documents: documents, workbooks: workbooks), diagnostics)
}

extension ReturnWorkbook {
    /// Makes it the workbook of the next round: its indicators as they were become those of the round before.
    fileprivate mutating func advance(to next: NextRound) {
        form = form.map(next.form)
        let former = rows[.indicators]
        for (table, own) in rows where table != .formerIndicators { rows[table] = next.rows(own, of: table) }
        rows[.formerIndicators] = former
        period = next.period
    }
}
