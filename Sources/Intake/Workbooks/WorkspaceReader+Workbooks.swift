// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Formats
import Layouts
package import Monitoring
package import WorkspaceFiles

/// The workbooks that the directorates of a workspace are handed, with what was read for them.
package struct ReturnWorkbooks {
    /// `nil` if `council.yaml` or `round.yaml` cannot be used.
    package var round: MonitoringRound?
    /// In the council's order, each with what the return says already; none without a round.
    package var workbooks: [(directorate: String, contents: WorkbookContents)] = []
    /// Whatever is wrong with the workspace.
    package var diagnostics: [Diagnostic]
}

/// Reads a workspace for the workbooks that its directorates are handed.
package func returnWorkbooks(
    from files: any FileSource,
    programLayouts: String
) throws(FileError) -> ReturnWorkbooks {
    let reader = try WorkspaceReader(files, programLayouts: programLayouts)
    let contents = reader.contents()
    let diagnostics = contents.settled(contents.diagnostics).kept
    guard let round = contents.round else { return ReturnWorkbooks(diagnostics: diagnostics) }
    let words = reader.workbookWords
    let workbooks = round.council.directorates.map { directorate in
        (directorate.id, reader.workbook(of: directorate, in: round, contents.layouts, words: words).contents)
    }
    return ReturnWorkbooks(round: round, workbooks: workbooks, diagnostics: diagnostics)
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
            guard let source = files.rows(table) else { continue }
            var rows = ReturnRows(of: source, table: table) { workbook.kind(ofColumn: $0, of: table) }
            // Whoever fills it in can mark a row.
            if table != .formerIndicators { rows.add(column: PlanItemColumns.exempt.name) }
            workbook.rows[table] = rows
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
