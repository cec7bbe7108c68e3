// SPDX-License-Identifier: Apache-2.0

import Glibc
package import Publishing

/// What the watch folder is asked to do.
package struct WatchConfiguration: Sendable, Hashable {
    /// The folder that is watched: the one with `council.yaml`.
    package var workspace: String
    /// The folders to which papers are written.
    package var out: OutputFolders
    /// In place of the council's own theme.
    package var theme: String?
    /// What is made of each paper; one of them is PDF.
    package var formats: Set<PublicationRequest.Format>
    /// When PDFs say that they were made, in seconds since 1970, in place of the day of each paper.
    package var madeAt: Int?
    /// Where returns are dropped.
    package var inbox: String?
    /// The name that log lines and metrics have, of one council among several.
    package var council: String?
    /// Where a service monitor reads whether this one is well.
    package var healthFile: String?
    /// Where node_exporter finds the metrics of the service.
    package var metricsFile: String?
    /// Whether to look now and then rather than to be woken.
    package var polls: Bool
    /// For how long a file must stay as it is before it is read; by default longer on a network.
    package var settle: Duration
    package var pollInterval: Duration
    /// How often everything is looked at though nothing stirs.
    package var rescanInterval: Duration
    /// How long to wait before what could not be written is tried again.
    package var retryInterval: Duration
    /// How long a paper that is being made may hold up the end.
    package var longestStop: Duration
    /// Whether to end after the first round.
    package var endsAfterOneRound: Bool
    /// What a worker may use for one paper or drop.
    package var workerLimits: WorkerLimits
    /// How long a worker stays that has nothing to do.
    package var workerIdle: Duration
    /// The executable that workers are processes of, and its arguments.
    package var workerCommand: [String]
    /// Whether the service and its workers confine themselves to what they need.
    package var isConfined: Bool

    package init(
        workspace: String,
        out: OutputFolders,
        theme: String? = nil,
        formats: Set<PublicationRequest.Format> = [.pdf],
        madeAt: Int? = nil,
        inbox: String? = nil,
        council: String? = nil,
        healthFile: String? = nil,
        metricsFile: String? = nil,
        polls: Bool = false,
        settle: Duration? = nil,
        pollInterval: Duration = .seconds(2),
        rescanInterval: Duration = .seconds(60),
        retryInterval: Duration = .seconds(5),
        longestStop: Duration = .seconds(10),
        endsAfterOneRound: Bool = false,
        workerLimits: WorkerLimits = WorkerLimits(),
        workerIdle: Duration = .seconds(300),
        workerCommand: [String] = ["/proc/self/exe", "worker"],
        isConfined: Bool = true
    ) {
        self.workspace = workspace
        self.out = out
        self.theme = theme
        self.formats = formats
        self.madeAt = madeAt
        self.inbox = inbox
        self.council = council
        self.healthFile = healthFile
        self.metricsFile = metricsFile
        self.polls = polls
        self.pollInterval = pollInterval
        self.rescanInterval = rescanInterval
        self.retryInterval = retryInterval
        self.longestStop = longestStop
        self.endsAfterOneRound = endsAfterOneRound
        self.workerLimits = workerLimits
        self.workerIdle = workerIdle
        self.workerCommand = workerCommand
        self.isConfined = isConfined
        self.settle = settle ?? (FileSystem.of(workspace) == .local ? .milliseconds(200) : .seconds(2))
    }

    /// A file that has vanished counts as removed after so long.
    package var absence: Duration { max(.seconds(2), settle * 2) }
    /// A settled file waits for others at most so long.
    package var maximumWait: Duration { max(.seconds(2), settle * 10) }

    /// The folders that the program itself writes to, by inode: they may be inside the workspace, and are not watched.
    var ownFolders: Set<UInt64> { Set([out.open, out.restricted, inbox].compactMap { $0.flatMap(Self.inode) }) }

    /// The folders that workers may read by a rule of the kernel, as they are now.
    var foldersOfWorkers: [Inode?] { [workspace, out.restricted].map { Inode(of: $0) } }

    private static func inode(of path: String) -> UInt64? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }
}
