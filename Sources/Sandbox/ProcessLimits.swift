// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// Bounds on what a process may take from the system, and on what others may take from it.
///
/// Core files are always off. There is no bound on address space (`RLIMIT_AS`): GLib ends the process where it cannot start a thread.
/// Memory is bounded from outside, by the supervisor or by a control group.
package struct ProcessLimits: Sendable, Hashable {
    /// The number of files that may be open at once (`RLIMIT_NOFILE`), or `nil` to leave it as it is.
    package var openFiles: Int?
    /// The number of processes and threads that the *user* of this process may have, or `nil` to leave it as it is.
    ///
    /// `RLIMIT_NPROC` counts all that run under one user identifier, other services too, and does not bind root: a service that has a user
    /// of its own sets it well above its count of threads.
    package var processes: Int?
    /// The greatest size of a file that is written, in bytes, or `nil` to leave it as it is.
    ///
    /// A write beyond it ends the process with `SIGXFSZ`, or fails with `EFBIG` where that is ignored. Files in memory count too.
    package var fileSize: Int?
    /// Whether other processes of the same user may trace this one or read its memory, and a crash may leave a core with its contents.
    ///
    /// Where `/proc/sys/kernel/core_pattern` names a program, the limit on core files does not bind; this does (core(5)). A process that
    /// is not dumpable is not to be seen by its own user in a `/proc` that hides processes (`ProtectProc=invisible` of systemd): there
    /// its supervisor cannot read its `statm`, and the process has to send its own size.
    package var isDumpable: Bool
    /// The process with which this one is killed, or `nil` to outlive all.
    ///
    /// `PR_SET_PDEATHSIG` watches the *thread* that started this process: a supervisor starts children from a thread that lives as long
    /// as it does, and not from a thread of a pool, which ends when it is idle.
    package var parent: Int32?

    package init(
        openFiles: Int? = nil,
        processes: Int? = nil,
        fileSize: Int? = nil,
        isDumpable: Bool = false,
        parent: Int32? = nil
    ) {
        self.openFiles = openFiles
        self.processes = processes
        self.fileSize = fileSize
        self.isDumpable = isDumpable
        self.parent = parent
    }

    /// Binds the calling process, all its threads and its later children to these limits; a limit is never raised.
    ///
    /// No later `execve` gives the calling thread more rights (`PR_SET_NO_NEW_PRIVS`), which Landlock and filters ask for; threads that
    /// it starts later inherit that. `parent` and `isDumpable` do not pass on to children.
    ///
    /// - Throws: a ``SandboxError`` if the system refuses one, or with code `ESRCH` if the parent is another already.
    package func apply() throws(SandboxError) {
        // First: a parent that ends while the rest is done still takes this process with it.
        if let parent {
            try Self.control(PR_SET_PDEATHSIG, UInt(SIGKILL), "the process cannot be tied to its parent")
            // It may have ended before it was watched.
            guard getppid() == parent else {
                throw SandboxError(operation: "process \(parent) is not the parent of this one", code: ESRCH)
            }
        }
        try Self.control(PR_SET_NO_NEW_PRIVS, 1, "new privileges cannot be given up")
        try Self.control(PR_SET_DUMPABLE, isDumpable ? 1 : 0, "whether the process may be traced cannot be set")
        try Self.lower(RLIMIT_CORE, to: 0, "core files")
        if let openFiles { try Self.lower(RLIMIT_NOFILE, to: openFiles, "open files") }
        if let processes { try Self.lower(__RLIMIT_NPROC, to: processes, "processes") }
        if let fileSize { try Self.lower(RLIMIT_FSIZE, to: fileSize, "the size of files") }
    }

    private static func control(_ operation: Int32, _ argument: UInt, _ failure: String) throws(SandboxError) {
        guard cleardays_prctl(operation, argument) == 0 else { throw .current(failure) }
    }

    private static func lower(_ resource: __rlimit_resource, to value: Int, _ name: String) throws(SandboxError) {
        let resource = __rlimit_resource_t(resource.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { throw .current("the limit on \(name) cannot be read") }
        let value = min(rlim_t(max(0, value)), limit.rlim_max)
        limit = rlimit(rlim_cur: value, rlim_max: value)
        guard setrlimit(resource, &limit) == 0 else { throw .current("the limit on \(name) cannot be set") }
    }
}
