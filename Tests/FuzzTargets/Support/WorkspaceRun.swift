// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Intake
import Layouts
import Monitoring
import PDFExport
import PaperTree
import Typesetting
import WorkspaceFiles

/// Takes a workspace through the stages, and holds what each makes against what must hold of any workspace.
struct WorkspaceRun {
    let session: FuzzSession
    /// Words that are only in marked places, and that nothing public may hold.
    var secrets: [String] = []
    /// How far papers are taken.
    var end = Stage.composition

    enum Stage {
        case intake, composition, export
    }

    /// Reads a workspace, and takes its papers as far as they are wanted.
    ///
    /// - Returns: the dumps of the public papers, none where there is an error.
    @discardableResult
    func run(_ files: FileSnapshot) throws -> [String] {
        let contents = try readWorkspace(from: files, programLayouts: session.layouts())
        try require(contents.round != nil || contents.diagnostics.holdsErrors, "there is neither a round nor an error")
        try check(contents.diagnostics, in: files)
        guard end != .intake, let round = contents.round else { return [] }
        let papers = compose(round, contents)
        let found = papers.flatMap(\.diagnostics)
        try check(contents.texts.excerpting(found), in: files)
        if (contents.diagnostics + found).holdsErrors { return [] }
        for paper in papers {
            try checkSecrets(in: paper.paper)
            if end == .export { try export(paper.paper, contents) }
        }
        return papers.filter { $0.paper.properties.edition != .restricted }.map(\.paper.dump)
    }

    /// Every paper and return in both editions.
    private func compose(_ round: MonitoringRound, _ contents: WorkspaceContents) -> [ComposedPaper] {
        [RoundEdition.public(PublicRound(redacting: round)), .restricted(round)].flatMap { edition in
            var appendices = AppendixComposer(layouts: contents.layouts)
            let papers = round.papers.indices.compactMap {
                composePaper(at: $0, of: edition, layouts: contents.layouts)
            }
            return papers
                + round.council.directorates.compactMap { appendices.appendix(of: $0.id, of: edition) }
        }
    }

    private func export(_ paper: Paper, _ contents: WorkspaceContents) throws {
        guard let name = contents.round?.council.houseStyle.theme, let theme = contents.layouts.themes[name] else {
            return
        }
        let shaper = try session.shaper()
        let pages: TypesetPaper
        do {
            pages = try typeset(paper, theme: theme, shaper: shaper)
        } catch {
            // A theme may ask for a font that does not exist.
            return
        }
        try check(contents.texts.excerpting(pages.diagnostics), in: nil)
        if pages.diagnostics.holdsErrors { return }
        let bytes = try exportPDF(pages, shaper: shaper)
        try require(bytes.starts(with: Array("%PDF-".utf8)), "the file is no PDF")
    }

    // MARK: - Invariants

    /// Places are in their files, and reports can be written and hold no secret.
    private func check(_ diagnostics: [Diagnostic], in files: FileSnapshot?) throws {
        var texts: [String: LocatedText] = [:]
        for diagnostic in diagnostics {
            guard let files, let location = diagnostic.location else { continue }
            guard case .bytes = files[location.file] else { continue }
            let text = texts[location.file] ?? LocatedText(location.file, in: files)
            texts[location.file] = text
            try require(text.holds(location), "\(location) is not in its file: \(diagnostic.message)")
        }
        let reports = [TerminalRenderer(isColoured: true).render(diagnostics), JSONRenderer().render(diagnostics)]
        for report in reports {
            for secret in secrets { try require(!report.contains(secret), "a report quotes \(secret): \(report)") }
        }
    }

    private func checkSecrets(in paper: Paper) throws {
        guard paper.properties.edition != .restricted else { return }
        for output in end == .export ? [paper.dump, paper.json] : [paper.dump] {
            for secret in secrets { try require(!output.contains(secret), "the public edition holds \(secret)") }
        }
    }
}

/// A file as it is read, for the places in it.
private struct LocatedText {
    private let bytes: [UInt8]
    private let index: LineIndex

    init(_ path: String, in files: FileSnapshot) {
        let folder = WorkspaceFolder(files, prefix: "", findings: DiagnosticCollector())
        let text = folder.text(
            path,
            fallback: path.hasSuffix(".csv") ? .spreadsheet : path.hasSuffix(".md") ? .windows1252 : .none
        )
        bytes = text?.bytes ?? []
        index = LineIndex(bytes)
    }

    /// Whether a line and a column are there, or just behind the last character.
    func holds(_ location: SourceLocation) -> Bool {
        if location.line == 0 { return true }
        guard let line = index.line(location.line, of: bytes) else { return false }
        return location.column <= line.unicodeScalars.count + 1
    }
}
