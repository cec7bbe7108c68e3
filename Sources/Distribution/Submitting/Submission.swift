// SPDX-License-Identifier: Apache-2.0

import Intake
import Diagnostics
import PaperTree
package import Publishing

/// What is submitted: workspaces, how their papers are made, and where everything goes.
package struct SubmissionRequest: Sendable {
    var broker: BrokerAccess
    var store: any ObjectStore
    var restrictedStore: (any ObjectStore)?
    var urgency: JobQueue.Urgency
    var formats: Set<PublicationRequest.Format>
    var theme: String?
    var madeAt: Int?
    /// The name that the council has in the store, in place of one made of its name.
    var council: String?
    /// Whether to wait until every paper is made or given up.
    var waits: Bool
    /// Where the files of papers are written when they are made, in a folder for each council, or `nil` to leave them in the stores.
    var out: OutputFolders?

    package init(
        broker: BrokerAccess,
        store: any ObjectStore,
        restrictedStore: (any ObjectStore)?,
        urgency: JobQueue.Urgency,
        formats: Set<PublicationRequest.Format>,
        theme: String?,
        madeAt: Int?,
        council: String?,
        waits: Bool,
        out: OutputFolders? = nil
    ) {
        self.broker = broker
        self.store = store
        self.restrictedStore = restrictedStore
        self.urgency = urgency
        self.formats = formats
        self.theme = theme
        self.madeAt = madeAt
        self.council = council
        self.waits = waits
        self.out = out
    }
}

/// Puts workspaces into a store and their papers on a queue.
package final class Submission {
    /// What became of a workspace.
    package enum Outcome {
        /// So many papers are on the queue of this name.
        case submitted(papers: Int, council: String, queue: String)
        /// Errors hold it up; nothing of it is submitted.
        case held(DiagnosticSelection)
    }

    private let request: SubmissionRequest
    private let program: ProgramFiles
    private let fingerprint = ProgramVersion.fingerprint()
    private let readingCache = ReadingCache()
    private let batch: String
    private let submitted: Int
    private var sender: JobSender
    /// The jobs that were submitted, by what their reports say of them.
    private var jobs: [JobReport.Subject: RenderJob] = [:]
    /// The workspaces that were submitted, by the names of their councils in the store.
    private var workspaces: [String: String] = [:]
    /// The digests of the files that were written to the restricted store (`true`) and to the other one.
    private var writtenFiles: [Bool: Set<String>] = [:]

    /// Connects to a broker.
    ///
    /// - Throws: a ``PublicationError`` if there is none for two minutes.
    package init(_ request: SubmissionRequest, with program: ProgramFiles) throws(PublicationError) {
        self.request = request
        self.program = program
        submitted = WallClock.milliseconds
        batch = String(submitted, radix: 36) + "-" + String(UInt64.random(in: 0 ... .max), radix: 36)
        sender = try JobSender(request.broker, reply: request.waits ? batch : nil)
    }

    /// Sees that a council can have a name in a store.
    ///
    /// - Throws: a ``PublicationError`` if it cannot.
    package static func check(council: String) throws(PublicationError) {
        if ObjectName.isPlain(council) { return }
        throw PublicationError(
            .usage,
            "--council \(council): the name of a council in a store has letters from A to Z, digits and the signs - _ . alone"
        )
    }

    /// Submits a workspace: every paper in every edition, or nothing.
    ///
    /// - Parameter workspace: the folder that holds `council.yaml`.
    /// - Throws: a ``PublicationError`` if it cannot be read, has something exempt and there is no store for that, or the store or the broker fails.
    package func submit(_ workspace: String) throws(PublicationError) -> Outcome {
        var snapshot = try WorkspaceSnapshot(of: workspace)
        let plan = try plan(
            PublicationRequest(
                workspace: workspace,
                theme: request.theme,
                formats: request.formats,
                restrictedFolder: request.out?.restricted
            ),
            from: snapshot.files,
            with: program,
            readingCache: readingCache
        )
        if plan.diagnostics.holdsErrors { return .held(plan.selection) }
        try snapshot.addLedger(ofWorkspace: workspace)
        let isRestricted = plan.holdsExemptInformation || snapshot.isRestricted
        let council = request.council ?? ObjectName.plain(plan.council ?? "")
        guard !council.isEmpty else {
            throw PublicationError(
                .usage,
                "\(workspace): the council's name has no letter from A to Z: name it with --council"
            )
        }
        // A council has one view of a paper: of two rounds with a paper of one name, one would be lost.
        if let other = workspaces[council] {
            throw PublicationError(
                .usage,
                "\(workspace): \(other) is of \(council) too: submit them one after the other, each with a --council of its own"
            )
        }
        workspaces[council] = workspace
        guard let store = isRestricted ? request.restrictedStore : request.store else {
            throw PublicationError(
                .usage,
                "\(workspace) has something exempt, or had: its files go to no store but that of --restricted-store"
            )
        }
        let digest: String
        let lost: String?
        do throws(StoreError) {
            lost = isRestricted ? nil : try restrictedView(of: plan.papers, council: council)
            digest = lost == nil ? try snapshot.put(in: store, written: &writtenFiles[isRestricted, default: []]) : ""
        } catch {
            throw PublicationError(.inputOutput, error.description)
        }
        if let lost {
            throw PublicationError(
                .usage,
                "\(workspace) has nothing exempt, and \(lost) is in the restricted store: restore its folder .cleardays, or name another --council"
            )
        }
        let made = plan.papers.map { key in
            RenderJob(
                program: fingerprint,
                batch: batch,
                submitted: submitted,
                snapshot: digest,
                isRestricted: isRestricted,
                council: council,
                key: key,
                formats: request.formats,
                theme: request.theme,
                madeAt: request.madeAt,
                reply: request.waits ? JobQueue.replyName(of: batch) : nil
            )
        }
        let queue = JobQueue(urgency: request.urgency, isRestricted: isRestricted)
        try sender.send(made, to: queue)
        for job in made { jobs[JobReport(job, failure: nil).subject] = job }
        return .submitted(papers: made.count, council: council, queue: queue.name)
    }

    /// The name of a restricted edition that the council has in the store: a workspace that has nothing exempt any more, and no ledger that says so,
    /// may have lost its marks with it.
    private func restrictedView(of papers: [PaperKey], council: String) throws(StoreError) -> String? {
        guard let store = request.restrictedStore else { return nil }
        for paper in papers {
            let stem = PaperKey(id: paper.id, audience: .restricted).stem
            if try store.view(ofCouncil: council, stem: stem) != nil { return stem }
        }
        return nil
    }

    /// A paper that is made, or given up.
    package struct Progress {
        /// The name of the council in the store.
        package var council: String
        /// The name of the paper's files without their extensions.
        package var stem: String
        /// `nil` if the paper is made.
        package var failure: JobFailure?
        /// How many papers are not made yet.
        package var left: Int
        /// The paths of its files, where they were written.
        package var files: [String]
    }

    /// Waits until every paper is made or given up, and writes the files of those that are made.
    ///
    /// - Parameter told: is called with each.
    /// - Throws: a ``PublicationError`` if no broker answers any more, or a file cannot be read or written.
    package func wait(_ told: (Progress) -> Void) throws(PublicationError) {
        var left = jobs
        while !left.isEmpty {
            for report in try sender.reports() {
                // A report may come twice.
                guard let job = left.removeValue(forKey: report.subject) else { continue }
                told(
                    Progress(
                        council: job.council,
                        stem: report.stem,
                        failure: report.failure,
                        left: left.count,
                        files: report.failure == nil ? try write(job) : []
                    )
                )
            }
        }
    }

    /// Writes the files that the council has of a paper now.
    private func write(_ job: RenderJob) throws(PublicationError) -> [String] {
        let isRestricted = job.audience == .restricted
        guard let out = request.out, let store = isRestricted ? request.restrictedStore : request.store else {
            return []
        }
        let files: [Publication.File]
        do throws(StoreError) {
            files = try store.files(ofCouncil: job.council, job.key)
        } catch {
            throw PublicationError(.inputOutput, error.description)
        }
        let folders = try OutputFolders(
            open: "\(out.open)/\(job.council)",
            restricted: "\(out.restricted)/\(job.council)"
        )
        var paths: [String] = []
        for file in files { paths.append(try folders.write(file)) }
        return paths
    }
}

extension JobReport {
    /// Which job of a submission it is about.
    struct Subject: Hashable {
        var snapshot: String
        var stem: String
    }

    var subject: Subject { Subject(snapshot: snapshot, stem: stem) }
}
