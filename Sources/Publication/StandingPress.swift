// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Composition
import FoundationEssentials
package import Intake
import Layouts
import Monitoring
import PDFExport
import PaperTree
import TextShaping
import Typesetting

/// A press that stays ready: it makes the papers of a workspace again and again, and each only where it says something else than
/// before.
///
/// Every paper is composed on each run, which costs little, and set and written only where the tree that comes of it, or the
/// theme, is not that of its last good run. So no list of what depends on what can be wrong. Words that have been shaped stay
/// shaped.
///
/// One paper's problems hold up no other: an error in a paper's own file fails that paper, one in a return the papers in
/// which that return has a part, any other error all of them.
package final class StandingPress {
    /// Words and their glyphs are forgotten when there are more of them: a large round has a tenth of it.
    private static let mostWords = 200_000

    private let program: ProgramFiles
    private let workspace: String
    private let theme: String?
    private let madeAt: Int?
    private var shaper: TextShaper?
    /// What the papers were made of, by the names of their files.
    private var good: [String: GoodRun] = [:]
    /// The papers that a file was the source of, the last time that it could be read.
    private var papersOfFile: [String: [String]] = [:]

    /// What is remembered of a paper that was made.
    private struct GoodRun {
        var fingerprint: Int
        var pages: Int
        /// Of setting it.
        var diagnostics: [Diagnostic]
    }

    /// A paper to be made.
    private struct Job {
        var id: String
        /// The file in `papers/` that it is written in, without its ending; nothing for a return alone.
        var file: String?
        var compose: (MonitoringRound, inout [Diagnostic]) -> Paper?
    }

    /// - Parameter workspace: the folder on disk, for the fonts in it.
    package init(program: ProgramFiles, workspace: String, theme: String? = nil, madeAt: Int? = nil) {
        self.program = program
        self.workspace = workspace
        self.theme = theme
        self.madeAt = madeAt
    }

    /// Forgets that a paper was made, so that the next run makes it.
    package func forget(_ file: String) { good[file] = nil }

    /// Forgets everything, so that the next run makes every paper with fonts found anew.
    package func forgetAll() {
        good = [:]
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
        let contents: WorkspaceContents
        do {
            contents = try readWorkspace(from: files, programLayouts: program.layouts)
        } catch {
            throw PublicationError(.inputOutput, "\(error)")
        }
        guard let round = contents.round else {
            let names = (try? files.names(in: "papers")) ?? []
            let known = names.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
            for id in known.flatMap({ papersOfFile[$0] ?? [$0] }) {
                if !done(PressedPaper(id: id, outcome: .failed, diagnostics: contents.diagnostics)) { break }
            }
            return PressReport(diagnostics: contents.diagnostics)
        }
        let theme = try self.theme(of: contents, round: round)
        var report = PressReport(
            title: round.round.title,
            council: round.council.name,
            directorates: DirectorateState.all(in: round, diagnostics: contents.diagnostics)
        )
        var diagnostics = contents.diagnostics
        let errors = contents.diagnostics.filter { $0.severity == .error }
        for file in Set(round.papers.map(\.file)) {
            papersOfFile[file] = round.papers.filter { $0.file == file }.map(\.id)
        }
        // A file that could not be read as a paper at all.
        for file in errors.compactMap(\.paperFile).unique where !round.papers.contains(where: { $0.file == file }) {
            for id in papersOfFile[file] ?? [file] {
                let own = errors.filter { $0.paperFile == file }
                if !done(PressedPaper(id: id, outcome: .failed, diagnostics: own)) { return report }
            }
        }
        for job in jobs(of: round, layouts: contents.layouts) {
            let made = try press(job, of: round, errors: errors, contents: contents, theme: theme)
            guard let made else { continue }
            diagnostics += made.diagnostics
            if !done(made) {
                report.isWhole = false
                break
            }
        }
        report.diagnostics = contents.texts.excerpting(diagnostics.inReadingOrder)
        if let shaper, shaper.wordCount > Self.mostWords { self.shaper = nil }
        return report
    }

    private func jobs(of round: MonitoringRound, layouts: LayoutSet) -> [Job] {
        round.papers.enumerated().map { index, source in
            Job(id: source.id, file: source.file) { round, diagnostics in
                Composition.compose(round.papers[index], in: round, layouts: layouts, diagnostics: &diagnostics)
            }
        }
    }

    private func press(
        _ job: Job,
        of round: MonitoringRound,
        errors: [Diagnostic],
        contents: WorkspaceContents,
        theme: Theme?
    ) throws(PublicationError) -> PressedPaper? {
        var found: [Diagnostic] = []
        guard let tree = job.compose(round, &found) else { return nil }
        let id = tree.properties.id
        let file = "\(id).pdf"
        found += errors.filter { concerns($0, job, round) }
        func outcome(_ outcome: PressedPaper.Outcome) -> PressedPaper {
            PressedPaper(id: id, outcome: outcome, diagnostics: contents.texts.excerpting(found.inReadingOrder))
        }
        guard !found.holdsErrors, let theme else { return outcome(.failed) }
        var hasher = Hasher()
        hasher.combine(tree)
        hasher.combine(theme)
        let fingerprint = hasher.finalize()
        if let before = good[file], before.fingerprint == fingerprint {
            found += before.diagnostics
            return outcome(.unchanged(pages: before.pages))
        }
        let set: TypesetPaper
        let shaper: TextShaper
        var timer = StageTimer()
        do {
            shaper = try readyShaper()
            set = try typeset(tree, theme: theme, shaper: shaper, timer: &timer)
        } catch {
            found.append(.error("\(error)", at: SourceLocation(file: "layouts/themes/\(theme.id).yaml")))
            return outcome(.failed)
        }
        // Running lines repeat words that are told where they were written.
        let told = Set(set.diagnostics.filter { $0.location != nil }.map(\.message))
        var own = set.diagnostics.filter { $0.location != nil || !told.contains($0.message) }
        own += KnownFonts(list: program.fontDigests).changed(among: shaper.fontFiles)
        found += own
        if found.holdsErrors { return outcome(.failed) }
        do {
            let bytes = try exportPDF(
                set,
                of: tree,
                date: madeAt.flatMap(DocumentDate.init(secondsSince1970:)),
                shaper: shaper,
                timer: &timer
            )
            good[file] = GoodRun(fingerprint: fingerprint, pages: set.pages.count, diagnostics: own)
            return outcome(.made(.init(name: file, bytes: bytes, pages: set.pages.count)))
        } catch {
            // A fault of ours in one paper is no reason to stop making the others.
            found.append(.error("internal error: \(error)", at: nil, hint: "tell whoever looks after the program"))
            return outcome(.failed)
        }
    }

    /// Whether an error of the intake makes a paper wrong.
    private func concerns(_ error: Diagnostic, _ job: Job, _ round: MonitoringRound) -> Bool {
        if let file = error.paperFile { return job.file == file }
        guard let directorate = error.directorate, round.council.directorate(directorate) != nil else { return true }
        var unused: [Diagnostic] = []
        var without = round
        without.returns.removeAll { $0.directorate == directorate }
        var with = without
        let own = round.directorateReturn(directorate)
        let stand =
            own
            ?? DirectorateReturn(
                directorate: directorate,
                declares: [],
                signatory: "",
                location: SourceLocation(file: "")
            )
        let order = round.council.directorates.map(\.id)
        let place = order.firstIndex(of: directorate) ?? 0
        with.returns.insert(stand, at: without.returns.count { order.firstIndex(of: $0.directorate) ?? 0 < place })
        return job.compose(with, &unused) != job.compose(without, &unused)
    }

    private func theme(of contents: WorkspaceContents, round: MonitoringRound) throws(PublicationError) -> Theme? {
        let name = theme ?? round.council.houseStyle.theme
        if let theme = contents.layouts.themes[name] { return theme }
        // A council's own theme that is not there is a problem of its workspace, which the intake has told.
        if theme == nil { return nil }
        let hint = NearestName.hint(for: name, among: contents.layouts.themes.keys.sorted()).map { "; \($0)" } ?? ""
        throw PublicationError(.usage, "there is no theme `\(name)`\(hint)")
    }

    private func readyShaper() throws(FontError) -> TextShaper {
        if let shaper { return shaper }
        let made = try TextShaper(
            configurationFile: program.fontConfiguration,
            folders: [workspace + "/fonts"].filter { FileManager.default.fileExists(atPath: $0) }
        )
        shaper = made
        return made
    }
}

extension Diagnostic {
    /// The file in `papers/` that it is about, without its ending.
    fileprivate var paperFile: String? {
        guard let file = location?.file, file.hasPrefix("papers/"), file.hasSuffix(".md") else { return nil }
        return String(file.dropFirst(7).dropLast(3))
    }

    /// The directorate in whose return it is.
    var directorate: String? {
        guard let parts = location?.file.split(separator: "/"), parts.count > 1, parts[0] == "returns" else {
            return nil
        }
        return String(parts[1])
    }
}

extension [String] {
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
