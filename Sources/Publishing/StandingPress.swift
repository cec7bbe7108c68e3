// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Composition
import CrashReporting
import FoundationEssentials
import Intake
import Layouts
import Monitoring
import PDFExport
import PaperTree
import TextShaping
import Typesetting
package import WorkspaceFiles

/// A press that stays ready: it makes the papers of a workspace again and again, and each only where it says something else than
/// before.
///
/// Every paper is composed on each run, which costs little, and set and written only where the tree that comes of it, or the
/// theme, is not that of its last good run. So no list of what depends on what can be wrong. Words that have been shaped stay
/// shaped.
///
/// One paper's problems hold up no other: an error in a paper's own file fails that paper, one in a return the papers in
/// which that return has a part, any other error all of them. An error that may let out what is exempt (``Diagnostic/isExposure``)
/// also fails the returns alone that are composed with the paper in which it stands.
package final class StandingPress {
    /// There are never more words than these.
    private static let mostWordsEver = 200_000
    /// Where there are too many words again after so few runs, they do not come and go, but are in use.
    private static let fewRuns = 10

    private let program: ProgramFiles
    private let workspace: String
    private let theme: String?
    private let madeAt: Int?
    private let exemptGuard: ExemptGuard
    /// The state of the ledger's file when it was read or written last.
    private var ledgerMark: FileMark?
    /// What each paper's edition that is not for publication had marked when it was remembered last.
    private var remembered: [String: [RoundPart]] = [:]
    private var shaper: TextShaper?
    /// Nothing before a paper has been set, and after everything has been forgotten.
    private var workspaceFonts: WorkspaceFonts?
    /// With more words than these, words that come and go are forgotten, and all others with them.
    private var mostWords = 4000
    private var runsSinceForgetting = 0
    private var good: [PressedPaper.Key: GoodRun] = [:]
    private var kept: [PressedPaper.Key: Kept] = [:]
    /// The papers that a file was the source of, the last time that it could be read.
    private var papersOfFile: [String: [String]] = [:]
    /// Who there were papers for, by their identifiers.
    private var editionsOfPaper: [String: [Edition]] = [:]

    /// The files of the fonts that have been used, and what there is to say of them.
    private var fonts: (files: [FontFile], told: [Diagnostic]) = ([], [])
    /// Of the run under way.
    private var timer = StageTimer()

    /// What is remembered of a paper that was made.
    private struct GoodRun {
        var fingerprint: Int
        var pages: Int
        /// Of setting it.
        var diagnostics: [Diagnostic]
    }

    /// What a paper is made of again where it says the same.
    private struct Kept {
        let paragraphs = ParagraphCache()
        let pages = PageCache()
    }

    /// A paper to be made, in one edition or two.
    private struct Job {
        var id: String
        /// The file in `papers/` that it is written in, without its ending; nothing for a return alone.
        var file: String?
        /// Whose return it is, where it is one alone.
        var directorate: String?
        /// The round, whether it is as the public may know it, and what gains every problem.
        var compose: (MonitoringRound, _ isOpen: Bool, inout [Diagnostic]) -> Paper?
    }

    /// - Parameter workspace: the folder on disk, for the fonts in it.
    /// - Parameter restrictedFolder: where editions that are not for publication are written.
    package init(
        program: ProgramFiles,
        workspace: String,
        theme: String? = nil,
        madeAt: Int? = nil,
        restrictedFolder: String? = nil
    ) {
        self.program = program
        self.workspace = workspace
        self.theme = theme
        self.madeAt = madeAt
        exemptGuard = ExemptGuard(workspace: workspace, restrictedFolder: restrictedFolder)
    }

    /// Whether somebody else has written to the ledger of what is exempt since it was read.
    package var ledgerHasChanged: Bool { exemptGuard.file.mark != ledgerMark }

    /// Forgets that a paper was made, so that the next run makes it.
    package func forget(_ key: PressedPaper.Key) { good[key] = nil }

    /// Forgets everything, so that the next run makes every paper with fonts found anew.
    package func forgetAll() {
        good = [:]
        workspaceFonts = nil
        forgetWords()
    }

    /// Forgets the papers that there are none of any more.
    ///
    /// - Parameter files: in `papers/`, also those that cannot be read at the moment.
    private func forgetPapers(otherThanOf files: Set<String>, council: Council) {
        papersOfFile = papersOfFile.filter { files.contains($0.key) }
        let ids = Set(
            papersOfFile.values.flatMap(\.self) + council.directorates.map { $0.paperIdentifier }
        )
        editionsOfPaper = editionsOfPaper.filter { ids.contains($0.key) }
        let keys = Set(
            editionsOfPaper.flatMap { id, editions in
                editions.map { PressedPaper.Key(id: id, isRestricted: $0 == .restricted) }
            }
        )
        good = good.filter { keys.contains($0.key) }
        kept = kept.filter { keys.contains($0.key) }
    }

    /// How many papers something is kept of.
    var keptCount: Int { kept.count }

    /// How many words and parts of them are kept with their glyphs.
    var wordCount: Int { shaper?.wordCount ?? 0 }

    private func boundWords() {
        runsSinceForgetting += 1
        if wordCount <= mostWords { return }
        if runsSinceForgetting < Self.fewRuns, wordCount < Self.mostWordsEver {
            mostWords = min(2 * wordCount, Self.mostWordsEver)
        } else {
            forgetWords()
        }
    }

    /// Forgets the words that have been shaped, and the paragraphs and pages that were made of them.
    private func forgetWords() {
        kept = [:]
        fonts = ([], [])
        runsSinceForgetting = 0
        shaper = nil
    }

    /// Makes the papers that say something else than before.
    ///
    /// - Parameter done: is told of each paper as soon as it is made, or known not to be; returns whether to go on.
    /// - Throws: a ``PublicationError`` where the program's own files cannot be read, or there is no such theme.
    package func run(
        _ files: any FileSource,
        done: (PressedPaper) -> Bool
    ) throws(PublicationError) -> PressReport {
        timer = StageTimer()
        CrashReporter.begin("reading `\(workspace)`")
        defer { CrashReporter.begin("watching `\(workspace)`") }
        timer.begin(.intake)
        var contents: WorkspaceContents
        do {
            defer { timer.end() }
            contents = try readWorkspace(
                from: files,
                programLayouts: program.layouts,
                isUnquoted: exemptGuard.unquotedFiles
            )
        } catch {
            throw PublicationError(.inputOutput, "\(error)")
        }
        guard let round = contents.round else {
            let names = (try? files.names(in: "papers")) ?? []
            let known = names.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
            let ids = known.flatMap { papersOfFile[$0] ?? [$0] } + editionsOfPaper.keys
            for paper in failed(Set(ids), contents.diagnostics) where !done(paper) { break }
            return PressReport(diagnostics: contents.diagnostics)
        }
        ledgerMark = exemptGuard.file.mark
        contents.hold(exemptGuard.findings(in: round))
        let theme = try contents.theme(self.theme)
        var report = PressReport(
            title: round.round.title,
            council: round.council.name,
            directorates: DirectorateState.all(in: round, diagnostics: contents.diagnostics)
        )
        var diagnostics = contents.diagnostics
        let errors = ErrorsByPaper(contents.diagnostics, council: round.council)
        // Files that could not be read as papers at all.
        for (file, own) in errors.papers.sorted(by: { $0.key < $1.key })
        where !round.papers.contains(where: { $0.file == file }) {
            for paper in failed(Set(papersOfFile[file] ?? [file]), own) where !done(paper) {
                report.isWhole = false
                return report
            }
        }
        for file in Set(round.papers.map(\.file)) {
            papersOfFile[file] = round.papers.filter { $0.file == file }.map(\.id)
        }
        let editions = Editions(of: round)
        var drafts = CirculatedDrafts(in: files, program: program)
        let jobs = jobs(of: round, layouts: contents.layouts) { source, isOpen, diagnostics in
            let told = drafts.told(by: source, isOpen: isOpen)
            if source.tellsAmendments { diagnostics += drafts.diagnostics }
            return told
        }
        for job in jobs {
            let made = remember(
                press(job, in: editions, of: round, errors: errors, contents: contents, theme: theme),
                in: round
            )
            diagnostics += made.flatMap(\.diagnostics)
            for id in Set(made.map(\.id)) { editionsOfPaper[id] = made.filter { $0.id == id }.map(\.edition) }
            let goesOn = made.map(done)
            if goesOn.contains(false) {
                report.isWhole = false
                break
            }
        }
        if report.isWhole {
            forgetPapers(otherThanOf: Set(round.papers.map(\.file)).union(errors.papers.keys), council: round.council)
        }
        report.diagnostics = contents.texts.excerpting(diagnostics).inReadingOrder
        report.identifiers = round.paperIdentifiers
        report.timer = timer
        boundWords()
        return report
    }

    /// Papers of which nothing can be read, in the editions in which there were any.
    private func failed(_ ids: Set<String>, _ diagnostics: [Diagnostic]) -> [PressedPaper] {
        ids.sorted().flatMap { id in
            (editionsOfPaper[id] ?? [.whole]).map {
                PressedPaper(id: id, edition: $0, outcome: .failed, diagnostics: diagnostics)
            }
        }
    }

    /// The papers of a round, and the directorates' returns alone.
    ///
    /// - Parameter told: finds what a paper says of the amendments to it.
    private func jobs(
        of round: MonitoringRound,
        layouts: LayoutSet,
        told: @escaping (PaperSource, _ isOpen: Bool, inout [Diagnostic]) -> AmendmentsTold
    ) -> [Job] {
        var composer = AppendixComposer(layouts: layouts)
        return round.papers.enumerated().map { index, source in
            Job(id: source.id, file: source.file) { round, isOpen, diagnostics in
                let source = round.papers[index]
                return Composition.compose(
                    source,
                    in: round,
                    layouts: layouts,
                    told: told(source, isOpen, &diagnostics),
                    diagnostics: &diagnostics
                )
            }
        }
            + round.council.directorates.map { directorate in
                Job(id: directorate.paperIdentifier, directorate: directorate.id) {
                    round,
                    _,
                    diagnostics in
                    composer.appendix(of: directorate.id, in: round, diagnostics: &diagnostics)
                }
            }
    }

    /// Remembers what is marked in a round where a paper that is not for publication has been made of it.
    ///
    /// - Returns: the paper's editions; where that cannot be remembered, as they are not to be published.
    private func remember(_ papers: [PressedPaper], in round: MonitoringRound) -> [PressedPaper] {
        guard let restricted = papers.first(where: { $0.edition == .restricted && !$0.hasFailed }) else {
            return papers
        }
        let marked = round.parts.marked
        if remembered[restricted.id] == marked { return papers }
        do {
            try exemptGuard.remember(round, publishedIn: [restricted.id])
            remembered[restricted.id] = marked
            ledgerMark = exemptGuard.file.mark
            return papers
        } catch {
            return papers.map { paper in
                good[paper.key] = nil
                var paper = paper
                paper.outcome = .failed
                paper.diagnostics.append(
                    .error(
                        DiagnosticText(own: error.description),
                        at: nil,
                        hint: "see that the workspace can be written to"
                    )
                )
                return paper
            }
        }
    }

    /// Makes a paper in its editions: all of them, or, where there is an error in one, none.
    private func press(
        _ job: Job,
        in editions: Editions,
        of round: MonitoringRound,
        errors: ErrorsByPaper,
        contents: WorkspaceContents,
        theme: Theme?
    ) -> [PressedPaper] {
        CrashReporter.begin("composing `\(job.id)`")
        var found: [Diagnostic] = []
        let trees: [Paper]
        timer.begin(.composition)
        do {
            defer { timer.end() }
            trees = try editions.papers { job.compose($0, $1, &found) }
        } catch {
            // A fault of ours in one paper is no reason to stop making the others.
            found.append(.fault("\(own: error)"))
            return [PressedPaper(id: job.id, outcome: .failed, diagnostics: found)]
        }
        // A return alone is composed with the paper that appends it, whose problems are that paper's.
        if let directorate = job.directorate {
            found.removeAll { $0.paperFile != nil || ($0.directorate ?? directorate) != directorate }
        }
        found += errors.concerning(job.file, directorate: job.directorate, in: round, layouts: contents.layouts) {
            round in
            var unused: [Diagnostic] = []
            return job.compose(round, false, &unused)
        }
        var pressed: [PressedPaper] = []
        if let theme, !found.holdsErrors { pressed = trees.map { set($0, theme: theme, found: &found) } }
        let told = contents.texts.excerpting(found.inReadingOrder)
        if pressed.isEmpty || found.holdsErrors {
            pressed = trees.map {
                PressedPaper(id: $0.properties.id, edition: $0.properties.edition, outcome: .failed)
            }
            if trees.isEmpty, found.holdsErrors { pressed = failed([job.id], []) }
            for paper in pressed { good[paper.key] = nil }
        }
        return pressed.map { paper in
            var paper = paper
            paper.diagnostics = told
            return paper
        }
    }

    /// Sets and writes out a paper, if it says something else than before.
    private func set(_ tree: Paper, theme: Theme, found: inout [Diagnostic]) -> PressedPaper {
        var pressed = PressedPaper(id: tree.properties.id, edition: tree.properties.edition, outcome: .failed)
        var hasher = Hasher()
        hasher.combine(tree)
        hasher.combine(theme)
        let fingerprint = hasher.finalize()
        if let before = good[pressed.key], before.fingerprint == fingerprint {
            found += before.diagnostics
            pressed.outcome = .unchanged(pages: before.pages)
            return pressed
        }
        let own = kept[pressed.key] ?? Kept()
        kept[pressed.key] = own
        let pages: TypesetPaper
        let shaper: TextShaper
        CrashReporter.begin("setting `\(tree.properties.id)`")
        do {
            shaper = try readyShaper()
            found += fontProblems
            if fontProblems.holdsErrors { return pressed }
            let shaped = try timer.measure(.shaping) { () throws(FontError) in
                try shape(tree, theme: theme, shaper: shaper, cache: own.paragraphs)
            }
            pages = try timer.measure(.pagination) { () throws(FontError) in try paginate(shaped) }
        } catch {
            found.append(.error("\(own: error)", at: SourceLocation(file: "layouts/themes/\(theme.id).yaml")))
            return pressed
        }
        let told = pages.diagnostics + changedFonts(of: shaper)
        found += told
        if told.holdsErrors { return pressed }
        CrashReporter.begin("writing `\(tree.properties.id)`")
        do {
            let tagged = try timer.measure(.tagging) { () throws(ExportError) in try tag(pages) }
            let painted = try timer.measure(.painting) { () throws(ExportError) in
                try paint(tagged, shaper: shaper, cache: own.pages)
            }
            let bytes = try timer.measure(.finishing) { () throws(ExportError) in
                try finish(painted, date: madeAt.flatMap(DocumentDate.init(secondsSince1970:)))
            }
            let count = pages.pages.count
            good[pressed.key] = GoodRun(fingerprint: fingerprint, pages: count, diagnostics: fontProblems + told)
            pressed.outcome = .made(
                .init(name: pressed.file, paper: pressed.id, edition: pressed.edition, bytes: bytes, pages: count)
            )
        } catch {
            found.append(.fault("internal error: \(own: error)"))
        }
        return pressed
    }

    /// What there is to say of the fonts that have been used. Their files are read where there are others than before.
    private func changedFonts(of shaper: TextShaper) -> [Diagnostic] {
        let files = shaper.fontFiles
        if files != fonts.files {
            fonts = (files, KnownFonts(list: program.fontDigests).changed(among: files))
        }
        return fonts.told
    }

    /// What is wrong in the folder `fonts` of the workspace.
    private var fontProblems: [Diagnostic] { (workspaceFonts?.diagnostics ?? []) + (shaper?.diagnostics ?? []) }

    private func readyShaper() throws(FontError) -> TextShaper {
        if let shaper { return shaper }
        let fonts: WorkspaceFonts
        if let known = workspaceFonts {
            fonts = known
        } else {
            fonts = try WorkspaceFonts(in: DiskFiles(root: workspace))
        }
        let made = try program.shaper(with: fonts)
        workspaceFonts = fonts
        shaper = made
        return made
    }
}

extension Diagnostic {
    fileprivate static func fault(_ message: DiagnosticText) -> Diagnostic {
        .error(message, at: nil, hint: "this is a fault of the program: tell whoever looks after it")
    }
}
