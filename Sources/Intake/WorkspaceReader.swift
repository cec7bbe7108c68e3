// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import ResourceLimits
import WorkspaceFiles

/// Reads the files of a workspace in the order in which they refer to one another.
struct WorkspaceReader {
    let findings: DiagnosticCollector
    let workspace: WorkspaceFolder
    let programLayouts: WorkspaceFolder
    let cache: ReadingCache?

    func read() -> (round: MonitoringRound?, layouts: LayoutSet, rules: RuleSettings) {
        let councilFile = file("council.yaml", about: .council)
        let isReadable = councilFile.map { WorkspaceFormat.isReadable($0, self.findings) } ?? true
        // Of a workspace of a newer format nothing else is said: it would not be true.
        let findings = isReadable ? self.findings : DiagnosticCollector()
        if isReadable { checkFolders() }
        var layoutReader = LayoutSetReader(
            findings: findings,
            program: programLayouts,
            workspace: workspace.inner("layouts", about: .layouts)
        )
        var layouts = layoutReader.read(reusing: cache?.layouts)
        let pictures = PictureReader(workspace: workspace, findings: findings)
        var councilReader = CouncilReader(
            findings: findings,
            wordings: layoutReader.wordings,
            bankHolidays: BankHolidayFiles(
                program: programLayouts,
                workspace: workspace,
                reusing: cache?.bankHolidays,
                findings
            ),
            houseStyleReader: HouseStyleReader(findings: findings, pictures: pictures, themes: layouts.themes)
        )
        guard isReadable else { return (nil, layouts, councilReader.rules) }
        let council = councilFile.flatMap { councilReader.read($0) }
        let names = NameRules(findings: findings, names: councilFile.map { CouncilNames($0) })
        let round = file("round.yaml", about: .round).flatMap { RoundReader(findings: findings).read($0) }
        layouts.wording = layoutReader.wordings.wording(of: council?.language ?? "en")
        if let theme = councilReader.theme {
            // A theme with mistakes is there all the same, and they are reported.
            let files = [programLayouts, workspace.inner("layouts", about: .layouts)].flatMap {
                $0.inner("themes").names
            }
            let known = Set(layouts.themes.keys).union(
                files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
            )
            findings.check(theme, among: KnownNames(known.sorted()), of: "theme", from: .program)
        } else if let theme = council?.houseStyle.theme, layouts.themes[theme] == nil {
            findings.report(
                .missingTheme(theme),
                at: SourceLocation(in: SourceFile("layouts/themes/\(theme).yaml", subject: .layouts))
            )
        }
        if let accent = councilReader.accent { layouts.themes = layouts.themes.mapValues { $0.accented(accent) } }
        layouts.themes = layouts.themes.mapValues { $0.coloured(councilReader.stepColours) }
        let returns = returns(
            council: council,
            names: names,
            round: round,
            tables: layouts.tables,
            pictures: pictures
        )
        let papers = papers(council: council, names: names, layouts: layouts, pictures: pictures)
        pictures.reportUnused()
        reportUnprinted(in: returns, council: council, papers: papers.flatMap(\.sources), layouts: layouts)
        if !workspace.inner("papers").names.contains(where: isPaperFile) {
            findings.report(.missingPaper, at: SourceLocation(in: workspace.file("papers")))
        }
        let folders = returnsFolder(of: council).names
        ExemptReturns(papers: papers, council: council, folders: folders).report(to: findings)
        PaperIdentifiers(papers: papers, council: council).report(to: findings)
        guard let council, let round else { return (nil, layouts, councilReader.rules) }
        let sources = papers.flatMap(\.sources)
        let whole = MonitoringRound(council: council, round: round, returns: returns, papers: sources)
        return (whole, layouts, councilReader.rules)
    }

    /// Reports a file that has the name of a folder of the workspace.
    private func checkFolders() {
        let names = workspace.names
        for name in ["layouts", "papers", Prose.pictureFolder, "returns"]
        where names.contains(name) && !workspace.holdsFolder(name) {
            guard workspace.isPlainFile(name) else { continue }
            findings.report(.fileInPlaceOfFolder(name), at: SourceLocation(in: workspace.file(name)))
        }
    }

    /// A file that every workspace has.
    private func file(_ name: String, about subject: SourceFile.Subject) -> YAMLValue? {
        let location = SourceLocation(in: workspace.file(name, about: subject))
        guard workspace.holdsFile(name) else {
            findings.report(.missingFile(name, among: workspace.names), at: location)
            return nil
        }
        guard let value = workspace.yaml(name, about: subject) else { return nil }
        if case .nothing = value.content {
            findings.report(.emptyFile(name), at: location)
            return nil
        }
        return value
    }

    /// The folder of returns, in which that of a directorate may have capitals in its name.
    func returnsFolder(of council: Council?) -> WorkspaceFolder {
        workspace.inner("returns").ignoringCase(of: council?.directorates.map(\.id) ?? [])
    }

    /// The returns in the council's order. A folder of no directorate is read too, for the problems in it.
    private func returns(
        council: Council?,
        names: NameRules,
        round: Round?,
        tables: [String: TableKind],
        pictures: PictureReader
    ) -> [DirectorateReturn] {
        let folder = returnsFolder(of: council)
        // A folder that somebody has made for what is to come holds no return yet.
        let folders = folder.names.filter { name in
            let subject = SourceFile.Subject.directorateReturn(name)
            return folder.holdsFolder(name, about: subject)
                && !(council?.directorate(name) != nil && folder.inner(name, about: subject).names.isEmpty)
        }
        var returns: [String: DirectorateReturn] = [:]
        var words: WorkbookWords?
        for name in folders {
            let subject = SourceFile.Subject.directorateReturn(name)
            let directorate = council?.directorate(name)
            if let council, directorate == nil {
                findings.report(
                    .unknownDirectorate(name, in: council),
                    at: SourceLocation(in: folder.file(name, about: subject))
                )
            }
            let context = ReturnContext(
                findings: findings,
                names: names,
                directorate: directorate,
                people: council?.people,
                statuses: council?.statuses ?? .standard,
                ratings: council?.ratings,
                comparators: council?.comparators ?? [],
                nation: council?.nation,
                period: round?.period,
                tables: tables,
                pictures: pictures
            )
            let own = folder.inner(name, about: subject)
            let reader = ReturnReader(context: context, folder: own, directorate: name) {
                if let words { return words }
                let made = workbookWords
                words = made
                return made
            }
            returns[name] = reader.read(directorate: name)
        }
        guard let council else { return [] }
        let made = Set(folders)
        for directorate in council.directorates where !made.contains(directorate.id) {
            findings.report(
                .missingReturn(of: directorate, head: council.person(directorate.head.person), due: round?.returnsDue),
                at: SourceLocation(in: folder.file(directorate.id, about: .directorateReturn(directorate.id)))
            )
        }
        return council.directorates.compactMap { returns[$0.id] }
    }

    /// What workbooks call what they hold: the program's words, or the workspace's in their place.
    var workbookWords: WorkbookWords {
        let own = workspace.inner("layouts", about: .layouts).inner("forms")
        let folder = own.holdsFile("return.yaml") ? own : programLayouts.inner("forms")
        return WorkbookWords(folder.yaml("return.yaml"), findings: findings)
    }

    /// Reports what returns say and neither a table of theirs prints nor one of a paper.
    private func reportUnprinted(
        in returns: [DirectorateReturn],
        council: Council?,
        papers: [PaperSource],
        layouts: LayoutSet
    ) {
        guard let council else { return }
        var inPapers: [String: Set<String>] = [:]
        for paper in papers {
            let texts = [paper.body] + (layouts.papers[paper.layout]?.texts ?? [])
            let tables = texts.flatMap(\.insertions).filter { layouts.tables[$0] != nil }
            if tables.isEmpty { continue }
            for directorate in council.directorates(of: paper) {
                inPapers[directorate.id, default: []].formUnion(tables)
            }
        }
        for own in returns {
            UnprintedRules(
                findings: findings,
                tables: layouts.tables,
                comparators: council.comparators,
                directorateReturn: own,
                inPapers: (inPapers[own.directorate] ?? []).sorted().compactMap { layouts.tables[$0] }
            ).check()
        }
    }

    /// The name of the page that the watch folder writes beside the papers.
    private static let statusName = "status"

    private func papers(
        council: Council?,
        names: NameRules,
        layouts: LayoutSet,
        pictures: PictureReader
    ) -> [ReadPaper] {
        let folder = workspace.inner("papers")
        var count = 0
        return folder.names.compactMap { name -> ReadPaper? in
            guard isPaperFile(name) else {
                // The header of a paper that is written in Word.
                if name.hasSuffix(".yaml"), folder.holdsFile("\(name.dropLast(5)).docx") { return nil }
                findings.report(.unreadPaper(name), at: SourceLocation(in: folder.file(name)))
                return nil
            }
            let id = String(name[..<(name.lastIndex(of: ".") ?? name.endIndex)])
            let subject = SourceFile.Subject.paper(file: id)
            let location = SourceLocation(in: folder.file(name, about: subject))
            if id.lowercased() == Self.statusName {
                findings.report(.reservedPaperName(id), at: location)
            }
            if !id.isIdentifier {
                findings.report(.invalidPaperName(id, ending: isDocument(name) ? "docx" : "md"), at: location)
            }
            if id.utf8.count > Limits.longestIdentifier {
                findings.report(.paperNameTooLong, at: location)
                return ReadPaper(isClear: false)
            }
            if name.hasSuffix(".md"), folder.holdsFile("\(id).docx") {
                findings.hide(location.file)
                findings.report(.twoFilesOfPaper(id), at: location)
                return ReadPaper(isClear: false)
            }
            let reader = PaperReader(
                findings: findings,
                names: names,
                council: council,
                layouts: layouts,
                pictures: pictures
            )
            guard let paper = read(name, id: id, in: folder, with: reader) else { return ReadPaper(isClear: false) }
            count += paper.sources.count
            if count > Limits.mostPapers {
                findings.report(.tooManyPapers, at: location)
                return ReadPaper(isClear: paper.isClear)
            }
            return paper
        }
    }

    /// A paper in one file, or in a Word document with its header beside it; `nil`, and a diagnostic, if there is nothing to read.
    private func read(_ name: String, id: String, in folder: WorkspaceFolder, with reader: PaperReader) -> ReadPaper? {
        let subject = SourceFile.Subject.paper(file: id)
        guard isDocument(name) else {
            return folder.text(name, about: subject, fallback: .windows1252).map { reader.read($0, id: id) }
        }
        let file = folder.file(name, about: subject)
        guard folder.holdsFile("\(id).yaml") else {
            findings.hide(file.path)
            findings.report(.documentWithoutHeader(id), at: SourceLocation(in: file))
            return nil
        }
        guard let header = folder.text("\(id).yaml", about: subject), let bytes = folder.bytes(name) else {
            findings.hide(file.path)
            return nil
        }
        return reader.read(bytes, file: file, header: header, id: id)
    }
}

extension Diagnostic.Message {
    fileprivate static func missingTheme(_ theme: String) -> Self {
        Self(
            .missingFile,
            "the theme `\(own: theme)` is missing",
            hint: "install the program anew: it comes with the theme"
        )
    }

    fileprivate static var missingPaper: Self {
        Self(.missingPaper, "there is no paper", hint: "write one, such as papers/cabinet.md")
    }

    fileprivate static func fileInPlaceOfFolder(_ name: String) -> Self {
        Self(
            .fileInPlaceOfFolder,
            "`\(own: name)` is a file, not a folder",
            hint: "rename the file or move it away, and make a folder of this name"
        )
    }

    fileprivate static func missingFile(_ name: String, among names: [String]) -> Self {
        // The one is not a slip of the other.
        let ownFiles = ["council.yaml", "round.yaml"]
        return Self(
            .missingFile,
            "`\(own: name)` is missing",
            hint: NearestName.of(name, among: names.filter { !ownFiles.contains($0) }).map { "rename `\($0)`" }
                ?? "every workspace has it; the folder may not be a workspace"
        )
    }

    fileprivate static func emptyFile(_ name: String) -> Self {
        Self(.emptyFile, "`\(own: name)` is empty")
    }

    fileprivate static func unknownDirectorate(_ name: String, in council: Council) -> Self {
        Self(
            .unknownDirectorate,
            "unknown directorate `\(name.shortened)`",
            hint: NearestName.hint(for: name, among: council.directorates.map(\.id), from: .council)
        )
    }

    fileprivate static func missingReturn(of directorate: Directorate, head: Person?, due: CalendarDate?) -> Self {
        let day: DiagnosticText = due.map { ", due on \("\($0)", from: .file("round.yaml"))," } ?? ""
        let contact = [head?.telephone, head?.email].compactMap(\.self).joined(separator: ", ")
        let reach: DiagnosticText = contact.isEmpty ? "" : " (\(contact, from: .council))"
        return Self(
            .missingReturn,
            "the return of `\(directorate.name, from: .council)`\(day) has not come",
            hint: head.map { head in
                "ask \(head.name, from: .council), \(directorate.head.title, from: .council)\(reach), and put it into this folder"
            } ?? "put it into this folder"
        )
    }

    fileprivate static func unreadPaper(_ name: String) -> Self {
        Self(
            .unreadFile,
            "the file is not read",
            hint:
                "papers are Word documents or Markdown files: `\(name.split(separator: ".").first ?? "paper").docx` or `.md`"
        )
    }

    fileprivate static func twoFilesOfPaper(_ id: String) -> Self {
        Self(
            .conflictingFiles,
            "the paper is here and in `\(own: id).docx`, and only the Word document is read",
            hint: "keep the one that is meant, and move the other out of the folder"
        )
    }

    fileprivate static func documentWithoutHeader(_ id: String) -> Self {
        Self(
            .missingHeader,
            "the paper has no header",
            hint: "write its keys, such as `to` and `by`, into a file `\(own: id).yaml` beside it"
        )
    }

    fileprivate static func reservedPaperName(_ id: String) -> Self {
        Self(
            .invalidFileName,
            "a paper cannot be called `\(own: id)`: the page of the watch folder has that name",
            hint: "name the file after what the paper is, such as `cabinet`"
        )
    }

    fileprivate static func invalidPaperName(_ id: String, ending: String) -> Self {
        Self(
            .invalidFileName,
            "`\(id.shortened)` is not a name for a paper",
            hint: "name the file `\(id.asIdentifier).\(own: ending)`"
        )
    }

    fileprivate static var paperNameTooLong: Self {
        Self(
            .invalidFileName,
            "the name of the paper is longer than \(Limits.longestIdentifier) characters",
            hint: "rename the file: the paper's PDF is called after it"
        )
    }

    fileprivate static var tooManyPapers: Self {
        Self(
            .tooManyEntries,
            "there are more than \(Limits.mostPapers) papers",
            hint: "those of this file are not made, nor those of the files after it"
        )
    }
}
