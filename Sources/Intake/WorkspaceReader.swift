// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import ResourceLimits
import WorkspaceFiles

/// Reads the files of a workspace in the order in which they refer to one another.
struct WorkspaceReader {
    let findings: Findings
    let workspace: WorkspaceFolder
    let programLayouts: WorkspaceFolder

    func read() -> (round: MonitoringRound?, layouts: LayoutSet) {
        checkFolders()
        var councilReader = CouncilReader(findings: findings)
        let councilFile = file("council.yaml")
        let council = councilFile.flatMap { councilReader.read($0) }
        let names = NameRules(findings: findings, names: councilFile.map { CouncilNames($0) })
        let round = file("round.yaml").flatMap { RoundReader(findings: findings).read($0) }
        let layouts = LayoutSetReader(
            findings: findings,
            program: programLayouts,
            workspace: workspace.inner("layouts")
        ).read()
        if let theme = councilReader.theme {
            // A theme with mistakes is there all the same, and they are reported.
            let files = [programLayouts, workspace.inner("layouts")].flatMap { $0.inner("themes").names }
            let known = Set(layouts.themes.keys).union(
                files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
            )
            findings.check(theme, among: KnownNames(known.sorted()), of: "theme", from: .program)
        } else if let theme = council?.houseStyle.theme, layouts.themes[theme] == nil {
            findings.error(
                "the theme `\(own: theme)` is missing",
                at: SourceLocation(file: "layouts/themes/\(theme).yaml")
            )
        }
        let returns = returns(council: council, names: names, year: round?.year, tables: layouts.tables)
        let papers = papers(council: council, names: names, layouts: layouts)
        if !workspace.inner("papers").names.contains(where: { $0.hasSuffix(".md") }) {
            findings.error(
                "there is no paper",
                at: SourceLocation(file: "papers"),
                hint: "write one, such as papers/cabinet.md"
            )
        }
        let folders = workspace.inner("returns").names
        ExemptReturns(papers: papers, council: council, folders: folders).report(to: findings)
        PaperIdentifiers(papers: papers, council: council).report(to: findings)
        guard let council, let round else { return (nil, layouts) }
        let sources = papers.flatMap(\.sources)
        return (MonitoringRound(council: council, round: round, returns: returns, papers: sources), layouts)
    }

    /// Reports what stands where a folder of the workspace should.
    private func checkFolders() {
        let names = workspace.names
        for name in ["layouts", "papers", "returns"] where names.contains(name) && !workspace.holdsFolder(name) {
            guard workspace.isPlainFile(name) else { continue }
            findings.error("`\(own: name)` is a file, not a folder", at: SourceLocation(file: name))
        }
    }

    /// A file that every workspace has.
    private func file(_ name: String) -> YAMLValue? {
        guard workspace.holdsFile(name) else {
            let nearest = NearestName.of(name, among: workspace.names).map { "rename `\($0)`" as DiagnosticText }
            findings.error(
                "`\(own: name)` is missing",
                at: SourceLocation(file: name),
                hint: nearest ?? "every workspace has it; the folder may not be a workspace"
            )
            return nil
        }
        guard let value = workspace.yaml(name) else { return nil }
        if case .nothing = value.content {
            findings.error("`\(own: name)` is empty", at: SourceLocation(file: name))
            return nil
        }
        return value
    }

    /// The returns in the council's order. A folder of no directorate is read too, for the problems in it.
    private func returns(
        council: Council?,
        names: NameRules,
        year: FinancialYear?,
        tables: [String: TableKind]
    ) -> [DirectorateReturn] {
        let folder = workspace.inner("returns")
        let folders = folder.names.filter { folder.holdsFolder($0) }
        let people = council.map { KnownNames($0.people.map(\.id)) }
        var returns: [String: DirectorateReturn] = [:]
        for name in folders {
            let directorate = council?.directorate(name)
            if let council, directorate == nil {
                findings.error(
                    "unknown directorate `\(name.shortened)`",
                    at: SourceLocation(file: folder.file(name)),
                    hint: NearestName.hint(for: name, among: council.directorates.map(\.id), from: .council)
                )
            }
            let context = ReturnContext(
                findings: findings,
                names: names,
                directorate: directorate,
                people: people,
                statuses: council?.statuses ?? .standard,
                year: year,
                tables: tables
            )
            returns[name] = ReturnReader(context: context, folder: folder.inner(name)).read(directorate: name)
        }
        guard let council else { return [] }
        let made = Set(folders)
        for directorate in council.directorates where !made.contains(directorate.id) {
            findings.warning(
                "`\(directorate.id, from: .council)` has made no return",
                at: SourceLocation(file: folder.file(directorate.id)),
                hint: "put its return in this folder"
            )
        }
        return council.directorates.compactMap { returns[$0.id] }
    }

    private func papers(council: Council?, names: NameRules, layouts: LayoutSet) -> [ReadPaper] {
        let folder = workspace.inner("papers")
        var count = 0
        return folder.names.compactMap { name -> ReadPaper? in
            guard name.hasSuffix(".md") else {
                findings.warning(
                    "the file is not read",
                    at: SourceLocation(file: folder.file(name)),
                    hint: "papers are Markdown files: `\(name.split(separator: ".").first ?? "paper").md`"
                )
                return nil
            }
            let id = String(name.dropLast(3))
            if !id.isIdentifier {
                findings.error(
                    "`\(id.shortened)` is not a name for a paper",
                    at: SourceLocation(file: folder.file(name)),
                    hint: "name the file `\(id.asIdentifier).md`"
                )
            }
            if id.utf8.count > Limits.longestIdentifier {
                findings.error(
                    "the name of the paper is longer than \(Limits.longestIdentifier) characters",
                    at: SourceLocation(file: folder.file(name)),
                    hint: "rename the file: the paper's PDF is called after it"
                )
                return ReadPaper(isClear: false)
            }
            guard let text = folder.text(name) else { return ReadPaper(isClear: false) }
            let paper = PaperReader(findings: findings, names: names, council: council, layouts: layouts)
                .read(text, id: id)
            count += paper.sources.count
            if count > Limits.mostPapers {
                findings.error(
                    "there are more than \(Limits.mostPapers) papers",
                    at: SourceLocation(file: text.file),
                    hint: "those of this file are not made, nor those of the files after it"
                )
                return ReadPaper(isClear: paper.isClear)
            }
            return paper
        }
    }
}
