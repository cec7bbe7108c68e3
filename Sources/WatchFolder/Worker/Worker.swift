// SPDX-License-Identifier: Apache-2.0

import CLinux
import CrashReporting
import Glibc
import Publishing
import Sandbox

/// Answers the requests of a supervisor on the standard input until there are no more: the whole of a worker's process.
///
/// Papers are made, and drops are checked, in a process of their own, so that one that ends it or fills the memory ends no service.
/// It is to be called before any other thread runs: what it gives up of its rights, only threads begun later give up too.
///
/// - Returns: the status with which the process ends.
package func runWorker() -> Int32 {
    // As lists of processes show it, which was started by another path.
    pthread_setname_np(pthread_self(), "cleardays")
    guard let socket = Descriptor(STDIN_FILENO) else { return EX_USAGE }
    let channel = MessageChannel(socket)
    do {
        guard case .open(let settings) = try channel.receive(WorkerRequest.self).message else { return EX_USAGE }
        var warnings: [String] = []
        if !settings.isConfined {
            // It still ends with its supervisor.
            try? ProcessLimits(isDumpable: true, parent: settings.supervisor).apply()
        } else {
            do throws(SandboxError) {
                warnings = try settings.confinement.apply().shortfalls
            } catch {
                try channel.send(WorkerReply.failed(PublicationError(.fault, "a worker cannot be confined: \(error)")))
                return EX_OSERR
            }
        }
        try channel.send(WorkerReply.opened(warnings: warnings))
        switch settings.role {
        case .rendering, .checking: try Worker(settings: settings, channel: channel).run()
        case .publishing: try PublishingWorker(settings: settings, channel: channel).run()
        }
    } catch MessageChannel.Failure.closed {
        return EX_OK
    } catch {
        return EX_PROTOCOL
    }
}

/// A worker: what it has read, and what it has made of it.
private final class Worker {
    private let settings: WorkerSettings
    private let channel: MessageChannel
    private let program: ProgramFiles
    private var store: WorkspaceStore
    private let publisher: IncrementalPublisher

    init(settings: WorkerSettings, channel: MessageChannel) {
        self.settings = settings
        self.channel = channel
        program = ProgramFiles(folder: settings.program)
        store = WorkspaceStore(workspace: settings.workspace)
        publisher = IncrementalPublisher(
            program: program,
            workspace: settings.workspace,
            theme: settings.theme,
            formats: settings.formats,
            madeAt: settings.madeAt,
            restrictedFolder: settings.restrictedFolder,
            progress: { try? channel.send(WorkerReply.began($0)) }
        )
    }

    func run() throws(MessageChannel.Failure) -> Never {
        CrashReporter.begin(Activity.watching(settings.workspace).description)
        while true {
            switch try channel.receive(WorkerRequest.self).message {
            case .read(let items): try read(items)
            case .build(let request): try build(request)
            case .check(let request): try check(request)
            case .open, .proceed, .publish: throw .garbled
            }
        }
    }

    private func read(_ items: [SettledItem]) throws(MessageChannel.Failure) {
        var outcomes: [WorkspaceStore.Outcome] = []
        for item in items {
            let outcome = store.take(item.path, item.entry)
            if outcome == .changed, WorkspaceStore.isFont(item.path) { publisher.forgetAll() }
            outcomes.append(outcome)
        }
        try channel.send(WorkerReply.read(outcomes))
    }

    private func build(_ request: BuildRequest) throws(MessageChannel.Failure) {
        if request.forgetsAll { publisher.forgetAll() }
        for key in request.forgotten { publisher.forget(key) }
        var failure: MessageChannel.Failure?
        let reply: WorkerReply
        do {
            let report = try publisher.run(store.files, order: request.order) { paper in
                do throws(MessageChannel.Failure) {
                    return try tell(of: paper)
                } catch {
                    failure = error
                    return false
                }
            }
            reply = .finished(report)
        } catch {
            reply = .failed(error)
        }
        if let failure { throw failure }
        try channel.send(reply)
    }

    /// Sends a paper.
    ///
    /// - Returns: whether to go on.
    private func tell(of paper: PaperBuild) throws(MessageChannel.Failure) -> Bool {
        var bytes: [UInt8] = []
        if case .made(let files) = paper.outcome { bytes = files.flatMap(\.bytes) }
        try channel.send(WorkerReply.built(BuiltPaper(paper)), bytes: bytes)
        guard case .proceed(let goesOn) = try channel.receive(WorkerRequest.self).message else { throw .garbled }
        return goesOn
    }

    private func check(_ request: DropRequest) throws(MessageChannel.Failure) {
        let check = DropCheck(
            workspace: settings.workspace,
            program: program,
            files: store.files,
            skippedPapers: request.skippedPapers,
            formats: settings.formats
        ) { [channel] in
            try? channel.send(WorkerReply.began($0))
        }
        let (verdict, drop) = check.verdict(on: request.name, at: request.path)
        let files = (drop?.files ?? [:]).sorted { $0.key < $1.key }
        try channel.send(WorkerReply.checked(verdict), bytes: files.flatMap(\.value))
    }
}
