// SPDX-License-Identifier: Apache-2.0

import Composition
import Diagnostics
import Intake
import Layouts
import Monitoring
import PaperTree
import Parallelism
import ResourceLimits
import Synchronization
import WorkspaceFiles

/// The threads that make the papers of one run, each with a pipeline of its own: a shaper, its fonts and what it has shaped must stay on one
/// thread.
///
/// They share the rules of the council, the files of fonts, and nothing that changes. Which thread makes a paper decides nothing: what is made and
/// found is in the order of the papers.
struct PipelinePool: Sendable {
    let program: ProgramFiles
    let workspace: String
    let madeAt: Int?
    let rules: RuleSettings
    let fonts: FontFiles
    let jobs: Jobs
    let progress: @Sendable (Activity) -> Void

    /// The pool that a pipeline is one of, once it has read the workspace.
    init(of pipeline: Pipeline, progress: @escaping @Sendable (Activity) -> Void) {
        program = pipeline.program
        workspace = pipeline.workspace
        madeAt = pipeline.madeAt
        rules = pipeline.rules
        fonts = pipeline.fonts.files
        jobs = pipeline.jobs
        self.progress = progress
    }

    // MARK: - Composing

    /// A paper in each of its editions, and what was found in it.
    struct ComposedJob: Sendable {
        var papers: [ComposedPaper]
        var diagnostics: [Diagnostic]
        fileprivate var timer: StageTimer
    }

    /// Composes papers in each of their editions.
    ///
    /// - Parameters:
    ///   - files: the workspace, for the drafts in it.
    ///   - pipeline: that of the calling thread.
    /// - Returns: `nil` for papers after those that come to more than a run may hold.
    func compose(
        _ papers: [PaperJob],
        of round: MonitoringRound,
        layouts: LayoutSet,
        files: any FileSource,
        with pipeline: Pipeline
    ) -> [ComposedJob?] {
        let nodes = Counter()
        let composed = jobs.map(
            Array(papers.indices),
            with: Composer(pipeline, of: round, layouts: layouts, files: files),
            others: { [self] in Composer(Pipeline(of: self), of: round, layouts: layouts, files: files) },
            { composer, index -> ComposedJob? in
                // Papers are begun in their order: those before this one are counted, or will be.
                if nodes.value > Limits.mostNodesInRun { return nil }
                let job = composer.compose(papers[index])
                nodes.add(job.papers.reduce(0) { $0 + $1.paper.nodeCount })
                return job
            }
        )
        for case let job? in composed { pipeline.timer.add(job.timer) }
        return composed
    }

    /// What one thread composes with.
    private struct Composer {
        let pipeline: Pipeline
        var composition: PaperComposition

        init(_ pipeline: Pipeline, of round: MonitoringRound, layouts: LayoutSet, files: any FileSource) {
            self.pipeline = pipeline
            composition = pipeline.composition(of: round, layouts: layouts, files: files)
        }

        mutating func compose(_ job: PaperJob) -> ComposedJob {
            let (made, timer) = pipeline.timed { pipeline.compose(job, in: &composition) }
            return ComposedJob(papers: made.papers, diagnostics: made.diagnostics, timer: timer)
        }
    }

    // MARK: - Setting and writing

    /// What has become of a paper: its files, none if something holds papers up, or why it cannot be written.
    struct MadePaper: Sendable {
        var files: Result<[Publication.File], PublicationError>
        /// What was found while it was set.
        var diagnostics: [Diagnostic]
        fileprivate var timer: StageTimer
    }

    /// Sets papers, and writes those that nothing holds up, each as soon as it is set: no more pages are kept than there are threads.
    ///
    /// In a ``PaperOrder``: long papers are made one after another, each on all threads.
    ///
    /// - Parameters:
    ///   - pipeline: that of the calling thread.
    ///   - make: prepares one paper.
    func make(
        _ papers: [(paper: Paper, job: PaperJob)],
        with pipeline: Pipeline,
        _ prepare: @escaping @Sendable (Pipeline, Paper, PaperJob) -> (paper: PreparedPaper?, diagnostics: [Diagnostic])
    ) -> [MadePaper] {
        let problems = Counter()
        let order = PaperOrder(ofSizes: papers.map(\.paper.nodeCount), threads: jobs.available)
        let make = { @Sendable (pipeline: Pipeline, index: Int) in
            let (made, timer) = pipeline.timed {
                let prepared = prepare(pipeline, papers[index].paper, papers[index].job)
                if prepared.diagnostics.holdsErrors { problems.add(1) }
                let files = Result { () throws(PublicationError) in
                    guard problems.value == 0, let paper = prepared.paper else { return [Publication.File]() }
                    return try pipeline.export(paper)
                }
                return (files: files, diagnostics: prepared.diagnostics)
            }
            return MadePaper(files: made.files, diagnostics: made.diagnostics, timer: timer)
        }
        var byIndex: [Int: MadePaper] = [:]
        for index in order.alone { byIndex[index] = make(pipeline, index) }
        let others = jobs.map(
            Array(order.together.indices),
            with: pipeline,
            others: { [self] in Pipeline(of: self) },
            { pipeline, place in make(pipeline, order.together[place]) }
        )
        for (index, paper) in zip(order.together, others) { byIndex[index] = paper }
        let made = papers.indices.compactMap { byIndex[$0] }
        for paper in made { pipeline.timer.add(paper.timer) }
        return made
    }
}

/// A number that threads add to.
private final class Counter: Sendable {
    private let number = Atomic(0)

    var value: Int { number.load(ordering: .relaxed) }

    func add(_ more: Int) { number.add(more, ordering: .relaxed) }
}
