// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc

/// Why the program of `--notify` has not done its work.
enum HookFailure: Error, Codable, Hashable, Sendable {
    case exited(status: Int32)
    case signalled(Int32)
    /// It was killed, for it took longer than ``HookRun/longest``.
    case overran
    /// The system does not start it, with its error number.
    case unstartable(Int32)

    var words: String {
        switch self {
        case .exited(let status): "exit status \(status)"
        case .signalled(let signal): "ended by signal \(signal)"
        case .overran: "killed after \(HookRun.longest.components.seconds) seconds"
        case .unstartable(let code): "cannot be started: \(String(cString: strerror(code)))"
        }
    }
}

/// The program of `--notify` at work on one event, in a process group of its own.
struct HookRun {
    static let longest = Duration.seconds(10)

    private let number: pid_t
    private let end: ContinuousClock.Instant
    private var isKilled = false

    /// Starts the program without arguments, with the event as its standard input, in the root of the file system.
    ///
    /// It has no other file of ours open, its output is discarded, and of the environment it has `PATH` and `LANG`.
    init(_ program: String, event: PaperEvent, lasting longest: Duration = longest) throws(HookFailure) {
        // A file in memory, where a pipe would have to be written to while the program reads.
        guard let input = Descriptor(memfd_create("event", UInt32(CLEARDAYS_MEMORY_FILE_FLAGS))) else {
            throw .unstartable(errno)
        }
        let bytes = Array(event.line.utf8)
        guard write(input.number, bytes, bytes.count) == bytes.count, lseek(input.number, 0, SEEK_SET) == 0 else {
            throw .unstartable(EIO)
        }
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input.number, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
        posix_spawn_file_actions_addchdir_np(&actions, "/")
        // Signals as at the start of a program: this process ignores SIGPIPE.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        let language = getenv("LANG").map { String(cString: $0) } ?? "C.UTF-8"
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), nil]
        let variables: [String] = ["PATH=" + HookProgram.environmentPath, "LANG=" + language]
        var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var number = pid_t()
        let code = posix_spawn(&number, program, &actions, &attributes, &arguments, &environment)
        if code != 0 { throw .unstartable(code) }
        self.number = number
        end = .now + longest
    }

    /// Looks whether it has ended, and kills it with all of its group where it has taken too long.
    ///
    /// - Returns: how it went, or `nil` while it runs.
    mutating func look() -> Result<Void, HookFailure>? {
        if !isKilled, .now >= end { kill() }
        // What it has started ends with it; the number is the group's until it is waited for.
        var information = siginfo_t()
        guard waitid(P_PID, id_t(number), &information, WEXITED | WNOHANG | WNOWAIT) == 0,
            information.si_signo == SIGCHLD
        else { return nil }
        Glibc.kill(-number, SIGKILL)
        var status: Int32 = 0
        while waitpid(number, &status, 0) < 0, errno == EINTR {}
        if isKilled { return .failure(.overran) }
        // wait(2): the low 7 bits are the signal, the next byte the status.
        let signal = status & 0x7F
        if signal != 0 { return .failure(.signalled(signal)) }
        let code = (status >> 8) & 0xFF
        return code == 0 ? .success(()) : .failure(.exited(status: code))
    }

    /// Kills it with all of its group; how it went is seen later.
    mutating func kill() {
        isKilled = true
        Glibc.kill(-number, SIGKILL)
    }
}
