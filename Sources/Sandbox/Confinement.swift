// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What a process is confined to: bounds, files, and system calls.
///
/// ```swift
/// let confinement = Confinement.worker(
///     readable: [workspace, layouts, fonts] + SystemPaths.ofRendering(),
///     writable: [workspace + "/.cleardays"],
///     parent: getppid()
/// )
/// let report = try confinement.apply()
/// for shortfall in report.shortfalls { log(shortfall) }
/// ```
package struct Confinement: Sendable, Hashable {
    /// Bounds on what it takes.
    package var limits: ProcessLimits
    /// The files that it may use.
    package var files: FileAccess
    /// The system calls that it may make, or `nil` for all.
    package var systemCalls: SystemCallFilter?

    package init(limits: ProcessLimits, files: FileAccess, systemCalls: SystemCallFilter?) {
        self.limits = limits
        self.files = files
        self.systemCalls = systemCalls
    }

    /// A process that renders or checks a workspace: it reads some files, writes in few folders, keeps to itself, and ends with its parent.
    ///
    /// - Parameter readable: the workspace, the program's layouts and fonts, and ``SystemPaths/ofRendering(environment:)``.
    /// - Parameter writable: the folder of the ledger, which must be there.
    /// - Parameter parent: the process that started it, from a thread that lives as long (see ``ProcessLimits/parent``), or `nil` to
    ///   outlive it. The supervisor gives its own identifier; what `getppid` says in the child may be another by then.
    package static func worker(readable: [String], writable: [String], parent: Int32?) -> Confinement {
        Confinement(
            // Fonts of the workspace take a descriptor each, 64 and upwards, no number twice while there are others.
            limits: ProcessLimits(openFiles: 4096, fileSize: 1 << 30, parent: parent),
            files: FileAccess(readable: readable, readableByName: SystemPaths.ofThreads, writable: writable),
            systemCalls: .rendering
        )
    }

    /// The process that watches a workspace, writes papers, and starts workers.
    ///
    /// Its files are confined, so that what a worker may use it may use too: workers inherit these rules and add theirs. It may make all
    /// system calls, since it starts programs; it may send signals, and speak to systemd, whose socket may be abstract.
    ///
    /// - Parameter writable: the workspace and the folders *above* those of papers: a folder that is made again is another one.
    /// - Parameter executable: the program itself and its loader (``SystemPaths/ofPrograms``).
    package static func supervisor(readable: [String], writable: [String], executable: [String]) -> Confinement {
        Confinement(
            limits: ProcessLimits(),
            files: FileAccess(
                readable: readable,
                readableByName: SystemPaths.ofThreads,
                writable: writable,
                executable: executable,
                scopes: [],
                // Drops are moved out of the inbox.
                movesFiles: true
            ),
            systemCalls: nil
        )
    }

    /// Confines this process, all that it starts, and all that it will do: once and for good.
    ///
    /// To be called before any other thread runs. Rules of files bind threads that are started later, the filter binds all.
    ///
    /// - Returns: what could not be had in this kernel; it is for the caller to say so, or to refuse to go on.
    /// - Throws: a ``SandboxError`` if the kernel has something and refuses it. The process may be confined in part by then, and must end.
    package consuming func apply() throws(SandboxError) -> ConfinementReport {
        // Landlock and filters ask for PR_SET_NO_NEW_PRIVS, which is among the limits.
        try limits.apply()
        let files = try files.apply()
        // Last: the filter refuses all of the calls above.
        let isFiltered = try systemCalls?.apply()
        return ConfinementReport(files: files, isFiltered: isFiltered)
    }
}

/// What became of a confinement in this kernel.
package struct ConfinementReport: Sendable, Hashable {
    /// What became of the files.
    package var files: FileAccess.Outcome
    /// Whether system calls are filtered; `nil` if that was not asked for.
    package var isFiltered: Bool?

    package init(files: FileAccess.Outcome, isFiltered: Bool?) {
        self.files = files
        self.isFiltered = isFiltered
    }

    /// What was asked for and could not be had, a sentence of a log each.
    ///
    /// Missing paths are no shortfall: nothing can be read where nothing is.
    package var shortfalls: [String] {
        var shortfalls: [String] = []
        if files.abi == nil {
            shortfalls.append(
                "file access is not confined: the kernel has no Landlock, or only the first version of it"
            )
        }
        if isFiltered == false { shortfalls.append("system calls are not confined: the kernel has no seccomp filters") }
        return shortfalls
    }
}
