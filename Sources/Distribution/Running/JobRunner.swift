// SPDX-License-Identifier: Apache-2.0

import Glibc
import Logging
import PaperTree
import Publishing
import Synchronization
import WatchFolder

/// Makes papers one after another, on a thread of its own: each in a process that sees the snapshot of its workspace and nothing of another.
///
/// The process is kept for the next paper of the same snapshot.
final class JobRunner {
    private let configuration: WorkerConfiguration
    private let program: ProgramFiles
    private let fingerprint: String
    private let cache: SnapshotCache
    private let isStopping: @Sendable () -> Bool
    private let log: Logger
    private var open: (snapshot: OpenSnapshot, process: PublishingProcess)?

    /// The snapshot that its process has, and how its papers are made: what a process is started with.
    private struct OpenSnapshot: Equatable {
        var digest: String
        var isRestricted: Bool
        var formats: [PublicationRequest.Format]
        var theme: String?
        var madeAt: Int?

        init(_ job: RenderJob) {
            digest = job.snapshot
            isRestricted = job.isRestricted
            formats = job.formats
            theme = job.theme
            madeAt = job.madeAt
        }
    }

    init(
        _ configuration: WorkerConfiguration,
        program: ProgramFiles,
        fingerprint: String,
        cache: SnapshotCache,
        log: Logger,
        isStopping: @escaping @Sendable () -> Bool
    ) {
        self.configuration = configuration
        self.program = program
        self.fingerprint = fingerprint
        self.cache = cache
        self.log = log
        self.isStopping = isStopping
    }

    /// Takes jobs until there are no more.
    func run(_ board: JobBoard) {
        while let taken = board.take(preferring: open?.snapshot.digest) {
            do throws(JobFailure) {
                try make(taken.job)
                board.finish(taken, nil)
            } catch {
                board.finish(taken, error)
            }
        }
        close()
    }

    /// Makes a paper, keeps it, and has the council's view name it.
    private func make(_ job: RenderJob) throws(JobFailure) {
        try job.check(program: fingerprint, now: WallClock.milliseconds)
        let output = job.audience == .restricted ? configuration.restrictedStore : configuration.store
        guard let output else {
            throw JobFailure(.fault, "the worker has no restricted store, and took a job that needs one")
        }
        do throws(StoreError) {
            // It was done by a worker that ended before it could say so.
            let view = try output.view(ofCouncil: job.council, stem: job.key.stem)
            if view?.holds(job) == true { return }
        } catch {
            throw JobFailure(.store, error.description)
        }
        let files = try publish(job)
        do throws(StoreError) {
            try output.put(files, of: job)
        } catch {
            throw JobFailure(.store, error.description)
        }
    }

    private func publish(_ job: RenderJob) throws(JobFailure) -> [Publication.File] {
        let process = try process(for: job)
        do throws(PublishingProcess.Failure) {
            return try process.publish(job.key, edition: job.audience == .restricted ? .restricted : .whole)
        } catch {
            // After any other failure the process has ended.
            switch error {
            case .problems, .refused: break
            case .breach, .ended, .stopped: close()
            }
            throw JobFailure(error)
        }
    }

    /// The process for a job: that of the job before, if that was of the same snapshot.
    private func process(for job: RenderJob) throws(JobFailure) -> PublishingProcess {
        let snapshot = OpenSnapshot(job)
        if let open, open.snapshot == snapshot { return open.process }
        close()
        guard let store = job.isRestricted ? configuration.restrictedStore : configuration.store else {
            throw JobFailure(.fault, "the worker has no restricted store, and took a job that needs one")
        }
        let folder = try cache.take(job.snapshot, from: store)
        do throws(PublishingProcess.Failure) {
            let process = try PublishingProcess(
                PublicationRequest(
                    workspace: folder,
                    theme: job.theme,
                    formats: Set(job.formats),
                    madeAt: job.madeAt
                ),
                with: program,
                limits: configuration.limits,
                isConfined: configuration.isConfined,
                isStopping: isStopping
            )
            open = (snapshot, process)
            return process
        } catch {
            cache.release(job.snapshot)
            // It has read nothing yet: what keeps it from its start is this machine, and another may do better.
            if case .refused(let reason) = error {
                log.error("no process can be started: \(reason)")
                throw JobFailure(.crash, "the worker cannot start a process: its log says why")
            }
            throw JobFailure(error)
        }
    }

    private func close() {
        guard let open else { return }
        self.open = nil
        cache.release(open.snapshot.digest)
    }
}

extension JobFailure {
    /// What is said of a paper that a process has not made.
    init(_ failure: PublishingProcess.Failure) {
        switch failure {
        case .problems(let count):
            let errors = count == 1 ? "an error holds" : "\(count) errors hold"
            self.init(.problems, "\(errors) the paper up: `cleardays check --layout` shows what")
        // The process has read the workspace: its own words may hold some of it, and go nowhere.
        case .refused:
            self.init(.fault, "the program cannot make the paper: `cleardays render` on its workspace says why")
        case .breach(let words): self.init(.limit, words)
        case .ended(let words): self.init(.crash, words)
        case .stopped: self.init(.crash, "the worker was told to stop")
        }
    }
}
