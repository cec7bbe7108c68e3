// SPDX-License-Identifier: Apache-2.0

import Composition
import CrashReporting
import Diagnostics
import Intake
import Layouts
import Monitoring
import PaperTree
import Parallelism
import Review
import TextShaping
import Typesetting
import WorkspaceFiles

/// The stages in their order, the only code that calls them: read, compose, typeset, export.
///
/// Each stage takes the value of the one before; the time that it takes is measured here. `render`, `check`, `circulate` and `diff` go
/// through a pipeline once; ``IncrementalPublisher`` keeps one, and what it made, between runs. A pipeline stays on one thread: a ``PipelinePool`` makes
/// one for each.
final class Pipeline {
    let program: ProgramFiles
    /// The workspace's folder on disk, for its fonts and its ledger.
    let workspace: String
    let madeAt: Int?
    let exemptGuard: ExemptGuard
    let fonts: FontStore
    /// The threads that its stages may work on.
    let jobs: Jobs
    private let readingCache: ReadingCache
    var timer = StageTimer()
    /// What the council has set of the rules, as it was read last. Every stage reports as it says.
    private(set) var rules = RuleSettings()
    private let progress: (Activity) -> Void

    /// - Parameters:
    ///   - madeAt: the creation date of PDFs in seconds since 1970, or `nil` for the day of each paper.
    ///   - restrictedFolder: where restricted editions are written, if that is known.
    ///   - readingCache: what earlier pipelines have read of the program's own files.
    ///   - jobs: the threads that its stages may work on.
    ///   - progress: is called with each activity as it begins.
    init(
        program: ProgramFiles,
        workspace: String,
        madeAt: Int? = nil,
        restrictedFolder: String? = nil,
        readingCache: ReadingCache = ReadingCache(),
        jobs: Jobs = Jobs(),
        progress: @escaping (Activity) -> Void = { _ in }
    ) {
        self.program = program
        self.workspace = workspace
        self.madeAt = madeAt
        self.readingCache = readingCache
        self.jobs = jobs
        self.progress = progress
        exemptGuard = ExemptGuard(workspace: workspace, restrictedFolder: restrictedFolder)
        fonts = FontStore(program: program, workspace: workspace)
    }

    /// One thread's pipeline of a pool, for the stages after reading.
    init(of pool: PipelinePool) {
        program = pool.program
        workspace = pool.workspace
        madeAt = pool.madeAt
        readingCache = ReadingCache()
        jobs = pool.jobs
        rules = pool.rules
        progress = pool.progress
        exemptGuard = ExemptGuard(workspace: pool.workspace)
        fonts = FontStore(program: pool.program, workspace: pool.workspace, files: pool.fonts)
    }

    /// The value of a piece of work, and how long each stage of it took, which is not added to ``timer``.
    func timed<Value>(_ work: () -> Value) -> (value: Value, timer: StageTimer) {
        let before = timer
        timer = StageTimer()
        defer { timer = before }
        let value = work()
        return (value, timer)
    }

    /// Announces an activity, to whoever watches the progress and to a report of a crash.
    func begin(_ activity: Activity) {
        progress(activity)
        CrashReporter.begin(activity.description)
    }

    /// Notes, for a report of a crash, that the workspace is being watched and no stage is under way.
    func idle() { begin(.watching(workspace)) }

    /// How much a run wants to know of what the texts and tables of a round say.
    enum ReviewExtent {
        /// What holds papers up, since the council has made errors of it.
        case errors
        /// All that there is to find; of the rules that depend on the day, what is so on a day, or nothing without one.
        case everything(on: CalendarDate?)
    }

    /// Reads the workspace, holds it against the ledger of exempt information, and reviews it.
    ///
    /// - Throws: a ``PublicationError`` if the folder cannot be read.
    func read(
        _ files: any FileSource,
        reviewing extent: ReviewExtent = .errors
    ) throws(PublicationError) -> WorkspaceContents {
        var contents = try readUnreviewed(files)
        rules = contents.rules
        guard let round = contents.round else { return contents }
        switch extent {
        case .errors where !rules.holdUpMore: break
        case .errors: contents.add(review(round, contents, on: nil).filter { $0.severity == .error })
        case .everything(let today): contents.add(review(round, contents, on: today))
        }
        return contents
    }

    private func review(
        _ round: MonitoringRound,
        _ contents: WorkspaceContents,
        on today: CalendarDate?
    ) -> [Diagnostic] {
        var finder = contents.texts.wordFinder
        let found = Review.review(round, on: today, spelling: { RoundDictionary.english }) { start, length, words in
            finder.location(of: words, from: start, length: length)
        }
        return rules.applied(to: found + contents.straySpaces())
    }

    private func readUnreviewed(_ files: any FileSource) throws(PublicationError) -> WorkspaceContents {
        begin(.reading(workspace))
        do {
            return try timer.measure(.intake) { () throws(FileError) in
                var contents = try readWorkspace(
                    from: files,
                    programLayouts: program.layouts,
                    cache: readingCache,
                    isUnquoted: exemptGuard.unquotedFiles
                )
                if let round = contents.round { contents.hold(exemptGuard.findings(in: round)) }
                return contents
            }
        } catch {
            throw PublicationError(.inputOutput, "\(error)")
        }
    }

    /// Prepares the composition of the papers of a round.
    ///
    /// - Parameter files: the workspace, for the drafts in it.
    func composition(of round: MonitoringRound, layouts: LayoutSet, files: any FileSource) -> PaperComposition {
        timer.measure(.composition) {
            PaperComposition(of: round, layouts: layouts, drafts: CirculatedDrafts(in: files, program: program))
        }
    }

    /// Composes a paper in each of its editions.
    func compose(
        _ job: PaperJob,
        in composition: inout PaperComposition,
        comparingWith circulation: Circulation? = nil
    ) -> (papers: [ComposedPaper], diagnostics: [Diagnostic]) {
        begin(.composing(job.id))
        var composed = timer.measure(.composition) { composition.compose(job, comparingWith: circulation) }
        composed.diagnostics = rules.applied(to: composed.diagnostics)
        return composed
    }

    /// The characters of a paper that no font has; nothing is typeset, so that fonts with other metrics make no difference.
    ///
    /// - Parameter coverage: that of the papers before in the same theme; it is made for the first.
    func uncoveredCharacters(
        of paper: Paper,
        theme: Theme,
        coverage: inout CharacterCoverage?
    ) -> [Diagnostic] {
        do {
            let shaper = try fonts.shaper()
            if fonts.problems.holdsErrors { return fonts.problems }
            if coverage == nil {
                coverage = try CharacterCoverage(theme: theme, language: paper.properties.language, shaper: shaper)
            }
            let problems = coverage?.problems(of: paper) ?? []
            return rules.applied(to: fonts.problems + problems)
        } catch {
            return [Diagnostic(.unusableFont(error), at: theme.location)]
        }
    }

    /// Typesets a paper.
    ///
    /// - Parameter cache: the paragraphs of an earlier run.
    /// - Returns: no pages if the workspace's fonts have errors, or the theme asks for a font that is missing.
    func typeset(
        _ paper: Paper,
        theme: Theme,
        cache: PaperCache = PaperCache()
    ) -> (pages: TypesetPaper?, diagnostics: [Diagnostic]) {
        begin(.typesetting(paper.properties.id))
        do {
            let shaper = try fonts.shaper()
            var diagnostics = fonts.problems
            if diagnostics.holdsErrors { return (nil, diagnostics) }
            let shaped = try timer.measure(.shaping) { () throws(FontError) in
                try shape(paper, theme: theme, shaper: shaper, cache: cache.paragraphs)
            }
            let pages = try timer.measure(.pagination) { () throws(FontError) in try paginate(shaped) }
            diagnostics += pages.diagnostics + fonts.unfamiliarFonts
            return (pages, rules.applied(to: diagnostics))
        } catch {
            return (nil, [Diagnostic(.unusableFont(error), at: theme.location)])
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unusableFont(_ error: FontError) -> Self {
        Self(.unusableFont, "\(own: error)")
    }
}

extension Theme {
    /// The file that it is read from.
    fileprivate var location: SourceLocation {
        SourceLocation(in: SourceFile("layouts/themes/\(id).yaml", subject: .layouts))
    }
}
