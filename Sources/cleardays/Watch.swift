// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CommandOptions
import Glibc
import Logging
import Publishing
import WatchFolder

/// `cleardays watch`.
struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Keeps the papers of a workspace current while its files are edited.",
        discussion: """
            A paper that has problems stays as it was made last, and a note beside it says what is wrong; status.html \
            in the output folder says how every paper is. SIGTERM and SIGINT end it, SIGHUP has everything made anew.

            With --config and without a workspace all councils of the configuration are watched, each by a process of its own, \
            and SIGHUP has the configuration read again.

            Exit status: 0 stopped (with --once: every paper is current and every drop was taken), 1 the configuration has \
            mistakes or, with --once, a paper has problems or a drop was not taken, 64 wrong use, 74 a folder cannot be used.
            """
    )

    @Argument(
        help:
            "The folder that holds council.yaml, or the current one; with --config and without a folder, the councils of the configuration are looked after.",
        completion: .directory
    )
    var workspace: String?

    @OptionGroup var configurationOptions: ConfigurationOptions

    @Option(help: .hidden)
    var council: String?

    @OptionGroup var output: OutputOptions

    @Option(help: "A theme in place of the council's own.", completion: .theme)
    var theme: String?

    @Option(
        name: .customLong("format"),
        help: "What to keep current: pdf, or pdf,html for pages of the web beside the PDFs.",
        completion: .list(["pdf", "pdf,html"])
    )
    var formats = [FormatList([.pdf])]

    @Option(
        help: "A folder where returns may be dropped; each is checked before it is moved into the workspace.",
        completion: .directory
    )
    var inbox: String?

    @Flag(help: "Look at the files now and then, rather than wait for the system to tell of changes.")
    var poll = false

    @Option(help: "How often to look where files are polled, in seconds.")
    var pollInterval = 2.0

    @Option(help: "How long a file must stay as it is before it is read, in seconds; 0.2, or 2 on a network.")
    var settle: Double?

    @Option(help: "How often to look at everything though nothing stirs, in seconds.")
    var rescan = 60.0

    @Option(help: "How long a paper that is being made may hold up the end, in seconds.")
    var stopTimeout = 10.0

    @Option(help: "Processor time that one paper, or the check of one drop, may take, in seconds.")
    var timeLimit = 60.0

    @Option(help: "Memory that a worker may take, in MB.")
    var memoryLimit = 1024

    @Option(help: "How long a worker stays that has nothing to do, in seconds.")
    var workerIdle = 300.0

    @Flag(help: "Do not confine the service and its workers, on a kernel that cannot.")
    var noSandbox = false

    @Flag(help: "End as soon as everything has been looked at once.")
    var once = false

    @Option(help: "How log lines are written: text or json.")
    var logFormat: LineLogHandler.Format = .text

    @Option(
        help: "A file that is written every ten seconds, for a program that monitors services.",
        completion: .file()
    )
    var healthFile: String?

    @Option(
        help: "A file for node_exporter's textfile collector, with what Prometheus is to know: its name ends in .prom."
    )
    var metricsFile: String?

    @Option(
        help: ArgumentHelp(
            "A program that is told of papers made, failed or due: a path, or a name in PATH.",
            discussion: "It is run without arguments, with a line of JSON as its standard input.",
            valueName: "program"
        ),
        completion: .file()
    )
    var notify: String?

    func validate() throws {
        let options = [
            ("settle", settle ?? 1), ("poll-interval", pollInterval), ("rescan", rescan), ("stop-timeout", stopTimeout),
            ("time-limit", timeLimit), ("worker-idle", workerIdle),
        ]
        for (name, seconds) in options where !(0.01...86_400).contains(seconds) {
            throw ValidationError("--\(name) must be from 0.01 to 86400 seconds")
        }
        guard formats.formats.contains(.pdf), formats.formats.allSatisfy({ WatchedFormat($0) != nil }) else {
            throw ValidationError("--format must be pdf, or pdf,html")
        }
        guard (64...1_048_576).contains(memoryLimit) else {
            throw ValidationError("--memory-limit must be from 64 to 1048576 MB")
        }
        if let metricsFile, !metricsFile.hasSuffix(".prom") {
            throw ValidationError("--metrics-file must end in .prom, or node_exporter does not read it: \(metricsFile)")
        }
        if let notify, HookProgram.path(of: notify) == nil {
            throw ValidationError(
                "--notify must be a program that can be run, by its path or its name in PATH: \(notify)"
            )
        }
    }

    /// Starts the process that runs the program of `--notify`, which a process that is confined cannot.
    func startNotifier() throws -> Notifier? {
        guard let program = notify.flatMap({ HookProgram.path(of: $0) }) else { return nil }
        return try Terminal.value(of: Result { () throws(PublicationError) in try Notifier(program: program) })
    }

    /// Confines the process to the files that it needs.
    func confine() throws {
        if noSandbox { return }
        let program = try Terminal.programFiles()
        let configuration = try watchConfiguration()
        let shortfalls = try Terminal.value(
            of: Result { () throws(PublicationError) in try configuration.confine(program: program) }
        )
        let log = logger
        for shortfall in shortfalls { log.warning("\(shortfall)") }
    }

    private var logger: Logger {
        let format = logFormat
        var logger = Logger(label: "cleardays") { _ in LineLogHandler(format: format) }
        if let council { logger[metadataKey: "council"] = "\(council)" }
        return logger
    }

    private var folder: String { workspace ?? "." }

    private func watchConfiguration() throws -> WatchConfiguration {
        WatchConfiguration(
            workspace: folder,
            out: try output.folders(),
            theme: theme,
            formats: formats.formats,
            madeAt: try Terminal.value(of: Result { () throws(PublicationError) in try SourceDate.read() }),
            inbox: inbox,
            council: council,
            healthFile: healthFile,
            metricsFile: metricsFile,
            polls: poll,
            settle: settle.map { .seconds($0) },
            pollInterval: .seconds(pollInterval),
            rescanInterval: .seconds(rescan),
            longestStop: .seconds(stopTimeout),
            endsAfterOneRound: once,
            workerLimits: WorkerLimits(time: .seconds(timeLimit), memory: memoryLimit << 20),
            workerIdle: .seconds(workerIdle),
            isConfined: !noSandbox
        )
    }

    func run() async throws { try await run(notifier: nil) }

    /// - Parameter notifier: what was started before this process was confined.
    func run(notifier: Notifier?) async throws {
        let supervisor = council.flatMap { _ in SupervisorLink() }
        // Until somebody listens for it, a request to reread is not a reason to end; nor is a word about a lease.
        signal(SIGHUP, SIG_IGN)
        signal(SIGIO, SIG_IGN)
        let program = try Terminal.programFiles()
        let configuration = try watchConfiguration()
        if let inbox {
            let workspace = folder
            let folders = configuration.out
            try Terminal.value(
                of: Result { () throws(PublicationError) in try folders.check(inbox: inbox, workspace: workspace) }
            )
        }
        for file in [healthFile, metricsFile].compactMap(\.self) {
            let (folders, workspace, inbox) = (configuration.out, folder, inbox)
            try Terminal.value(
                of: Result { () throws(PublicationError) in
                    try folders.check(report: file, workspace: workspace, inbox: inbox)
                }
            )
        }
        let log = logger
        let ended: Result<WatchResult, PublicationError>
        do throws(PublicationError) {
            ended = .success(
                try await watch(configuration, with: program, notifier: notifier, supervisor: supervisor, log: log)
            )
        } catch {
            ended = .failure(error)
        }
        let result = try Terminal.value(of: ended)
        if result.untakenDrops > 0 {
            let drops = result.untakenDrops == 1 ? "a drop was" : "\(result.untakenDrops) drops were"
            Terminal.writeError("error: \(drops) not taken: the log says which, and \(inbox ?? "")/failed why\n")
        }
        if !result.isCurrent || result.untakenDrops > 0 { throw ExitCode(1) }
    }
}

extension LineLogHandler.Format: ExpressibleByArgument {}
