// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Distribution
import Glibc
import Logging
import Parallelism
import Publishing
import WatchFolder

/// `cleardays-worker run`.
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Takes papers from the queues, makes them, and keeps them in the store, until it is told to stop.",
        discussion: """
            Each paper is made in a confined process that sees the files of one workspace, and no network. Without \
            --restricted-store, workspaces that have something exempt are left to other workers. SIGTERM stops it: \
            papers that are being made are finished, others go to other workers.

            Exit status: 0 stopped, 64 wrong use, 74 a store or a folder cannot be used.
            """
    )

    @OptionGroup var connection: ConnectionOptions

    @Option(help: "How many papers to make at a time, each on a core.")
    var jobs = 1

    @Option(
        name: .customLong("queue"),
        help: "The queues to take from, due or batch; both where none is given. What is due comes first."
    )
    var queues: [JobQueue.Urgency] = []

    @Option(help: "The folder for snapshots that are being worked on.", completion: .directory)
    var cache = "/var/cache/cleardays-worker"

    @Option(help: "The processor time that one paper may take, in seconds.")
    var timeLimit = 60

    @Option(help: "The memory that one paper may take, in MB.")
    var memoryLimit = 1024

    @Option(help: "How long papers that are being made may hold up the end, in seconds.")
    var stopTimeout = 30

    @Option(help: "How log lines are written: text or json.")
    var logFormat = LineLogHandler.Format.text

    @Flag(help: "Do not confine the processes that make papers, on a kernel that cannot.")
    var noSandbox = false

    func validate() throws {
        guard (1...256).contains(jobs) else { throw ValidationError("--jobs must be from 1 to 256") }
        // The broker takes a message back that was given out half an hour ago, and eight may wait for one another.
        guard (1...200).contains(timeLimit) else {
            throw ValidationError("--time-limit must be from 1 to 200 seconds")
        }
        guard (64...1_048_576).contains(memoryLimit) else {
            throw ValidationError("--memory-limit must be from 64 to 1048576 MB")
        }
        guard (0...3600).contains(stopTimeout) else {
            throw ValidationError("--stop-timeout must be from 0 to 3600 seconds")
        }
    }

    func run() throws {
        // Before any other thread runs: all of them leave these signals to the one that reads them.
        guard let signals = SignalQueue(of: [SIGTERM, SIGINT]), let wake = Wake() else {
            throw failure(PublicationError(.fault, "the system has no descriptor left"))
        }
        let format = logFormat
        let log = Logger(label: "cleardays") { _ in LineLogHandler(format: format) }
        do throws(PublicationError) {
            let configuration = WorkerConfiguration(
                broker: try connection.access(),
                store: try connection.openStore(),
                restrictedStore: try connection.openRestrictedStore(),
                urgencies: queues.isEmpty ? JobQueue.Urgency.allCases : queues,
                jobs: jobs,
                limits: WorkerLimits(time: .seconds(timeLimit), memory: memoryLimit << 20),
                cacheFolder: cache,
                longestStop: .seconds(stopTimeout),
                isConfined: !noSandbox
            )
            Credentials.clearEnvironment()
            let number = signals.number
            let listener = JobThread {
                var waited = [pollfd(fd: number, events: Int16(POLLIN), revents: 0)]
                while poll(&waited, 1, -1) <= 0 {}
                log.info("stops")
                wake.stop()
            }
            if listener == nil { throw PublicationError(.fault, "the system has no thread left") }
            try takeJobs(configuration, with: try ProgramFiles.find(), wake: wake, log: log)
        } catch {
            throw failure(error)
        }
        _ = signals.number
    }
}

extension LineLogHandler.Format: ExpressibleByArgument {}
