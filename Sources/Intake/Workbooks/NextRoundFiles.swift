// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Formats
import Layouts
package import Monitoring
package import WorkspaceFiles

/// The files of the next monitoring round.
package struct NextRoundFiles {
    /// "Q4 2026/27".
    package var period: String
    /// By their paths in the workspace.
    package var texts: [String: String] = [:]
    /// What Word documents say, by their paths.
    package var documents: [String: Prose] = [:]
    /// By directorate, in the council's order.
    package var workbooks: [(directorate: String, contents: WorkbookContents)] = []
    /// Papers that are not taken over, since their headers are not written a key to a line.
    package var papersLeftOut: [String] = []
}

/// Why there is no next round.
package enum NextRoundRefusal: Error {
    /// The last round has errors: what is marked as exempt may not be known.
    case hasErrors([Diagnostic])
    /// The words name no period.
    case noPeriod
    /// The period is not after that of the last round.
    case notLater(than: String)
}

/// Reads a workspace for the round after its own.
///
/// - Parameter period: the period of the next round in words, or `nil` for the one after.
/// - Returns: the files, or why there are none.
package func nextRound(
    after files: any FileSource,
    period named: String?,
    programLayouts: String
) throws(FileError) -> Result<NextRoundFiles, NextRoundRefusal> {
    let reader = try WorkspaceReader(files, programLayouts: programLayouts)
    let contents = reader.contents()
    let (layouts, diagnostics) = (contents.layouts, contents.settled(contents.diagnostics).kept)
    guard let round = contents.round, !diagnostics.holdsErrors else { return .failure(.hasErrors(diagnostics)) }
    let last = round.round.period
    guard let period = named.map({ Period($0, in: last.year) }) ?? NextRound.period(after: last) else {
        return .failure(.noPeriod)
    }
    guard let day = period.lastDay, let lastDay = last.lastDay,
        day > lastDay || period.span == .year && last.span != .year && day == lastDay
    else { return .failure(.notLater(than: layouts.wording.words(last))) }
    let next = NextRound(last: round.round, period: period, comparators: round.council.comparators)
    var made = NextRoundFiles(period: layouts.wording.words(period))
    made.texts["round.yaml"] = reader.roundFile(of: next)
    reader.addPapers(of: round, next, to: &made)
    let words = reader.workbookWords
    let folders = reader.returnsFolder(of: round.council)
    for directorate in round.council.directorates where folders.holdsFolder(directorate.id) {
        var workbook = reader.workbook(of: directorate, in: round, layouts, words: words)
        workbook.advance(to: next)
        made.workbooks.append((directorate.id, workbook.contents))
        let statement = round.directorateReturn(directorate.id)?.statement ?? Prose()
        made.documents["returns/\(directorate.id)/\(statementDocument)"] = next.outline(statement)
    }
    return .success(made)
}

extension WorkspaceReader {
    /// `round.yaml` of the next round: the last one's with another period, or one of our own if it is written in another way.
    fileprivate func roundFile(of next: NextRound) -> String {
        let moved = workspace.text("round.yaml").map { next.roundFile($0.string) } ?? ""
        let findings = DiagnosticCollector()
        let value = YAMLReader(findings: findings, file: workspace.file("round.yaml", about: .round)).read(moved)
        let round = value.flatMap { RoundReader(findings: findings).read($0) }
        let isMoved = round?.period == next.period && round?.asAt == next.period.lastDay && findings.count == 0
        return isMoved ? moved : next.newRoundFile
    }

    fileprivate func addPapers(of round: MonitoringRound, _ next: NextRound, to files: inout NextRoundFiles) {
        let papers = workspace.inner("papers")
        let names = papers.names.filter(isPaperFile)
        let ids = names.map { String($0[..<($0.lastIndex(of: ".") ?? $0.endIndex)]) }
        var taken: Set<String> = []
        for (name, id) in zip(names, ids) {
            let short = NextRound.withoutDay(id)
            let isFree = !taken.contains(short) && (short == id || !ids.contains(short))
            let path = isFree ? short : id
            taken.insert(path)
            let source = round.papers.first { $0.file == id }
            let appendices = source?.appendices ?? []
            if isDocument(name) {
                guard let text = papers.text("\(id).yaml"), let header = next.paperHeader(text.string, appendices)
                else {
                    files.papersLeftOut.append(name)
                    continue
                }
                files.texts["papers/\(path).yaml"] = header
                files.documents["papers/\(path).docx"] = next.outline(source?.body ?? Prose())
            } else if let text = papers.text(name, fallback: .windows1252),
                let paper = next.paper(text.string, appendices)
            {
                files.texts["papers/\(path).md"] = paper
            } else {
                files.papersLeftOut.append(name)
            }
        }
    }
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
