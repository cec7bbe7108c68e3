// SPDX-License-Identifier: Apache-2.0

import CLinux
import Glibc
import Publishing

/// A process of the program's own executable, with a socket as its standard input. It ends with its owner.
///
/// What it writes to its standard error is kept, as much as a pipe holds, for whoever wants to know why it ended.
final class ChildProcess {
    /// How a process ended.
    enum End: Hashable, Sendable {
        case exited(status: Int32)
        case signalled(Int32)
    }

    let number: pid_t
    private let errors: Descriptor
    private var end: End?
    private var isLeft = false

    /// Starts a process with which messages are exchanged.
    ///
    /// - Parameter command: the path of the executable and its arguments.
    /// - Returns: the process, and the other end of its socket.
    /// - Throws: a ``PublicationError`` with the system's reason.
    static func start(_ command: [String]) throws(PublicationError) -> (process: ChildProcess, channel: MessageChannel)
    {
        let (process, number) = try launch(command)
        guard let socket = Descriptor(number) else { throw failure(EBADF) }
        return (process, MessageChannel(socket))
    }

    /// Starts a process.
    ///
    /// - Parameter command: the path of the executable and its arguments.
    /// - Returns: the process, and the other end of its socket, which the caller closes.
    /// - Throws: a ``PublicationError`` with the system's reason.
    static func launch(_ command: [String]) throws(PublicationError) -> (process: ChildProcess, socket: Int32) {
        var sockets: [Int32] = [-1, -1]
        var pipes: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &sockets) == 0,
            let others = Descriptor(sockets[1])
        else { throw failure(errno) }
        guard pipe2(&pipes, O_CLOEXEC | O_NONBLOCK) == 0, let errors = Descriptor(pipes[0]),
            let errorEnd = Descriptor(pipes[1])
        else {
            close(sockets[0])
            throw failure(errno)
        }
        do throws(PublicationError) {
            let number = try spawn(command, input: others.number, errors: errorEnd.number)
            return (ChildProcess(number: number, errors: errors), sockets[0])
        } catch {
            close(sockets[0])
            throw error
        }
    }

    private init(number: pid_t, errors: consuming Descriptor) {
        self.number = number
        self.errors = errors
    }

    deinit {
        if !isLeft { kill() }
    }

    /// What it writes to its standard error, to be read without waiting.
    var errorNumber: Int32 { errors.number }

    /// Lets it live on without its owner, to end by itself.
    func leave() { isLeft = true }

    private static func spawn(_ command: [String], input: Int32, errors: Int32) throws(PublicationError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
        // Libraries open sockets without FD_CLOEXEC, and other threads may be at it.
        posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1)
        // Signals as at the start of a program, and a group of its own: Ctrl-C at a terminal is the supervisor's.
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP
        posix_spawnattr_setflags(&attributes, Int16(flags))
        // By the name of the program, whatever path it is started by.
        let names = ["cleardays"] + command.dropFirst()
        var arguments: [UnsafeMutablePointer<CChar>?] = names.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var number = pid_t()
        let error = posix_spawn(&number, command[0], &actions, &attributes, &arguments, environ)
        if error != 0 { throw failure(error) }
        return number
    }

    private static func failure(_ code: Int32) -> PublicationError {
        PublicationError(.inputOutput, "the system starts no process for us: \(String(cString: strerror(code)))")
    }

    /// Ends it at once, and waits until it has ended; but not for long where the system holds it, as a network share that does not answer
    /// does.
    @discardableResult
    func kill() -> End {
        if let end { return end }
        Glibc.kill(number, SIGKILL)
        return wait(atMost: .seconds(10)) ?? .signalled(SIGKILL)
    }

    /// Waits for it to end by itself.
    ///
    /// - Returns: how it ended, or `nil` if it still runs.
    func wait(atMost duration: Duration) -> End? {
        let last = ContinuousClock.now + duration
        repeat {
            if let end = endIfEnded() { return end }
            usleep(1000)
        } while .now < last
        return nil
    }

    /// How it has ended, or `nil` if it still runs.
    func endIfEnded() -> End? {
        if let end { return end }
        var status: Int32 = 0
        var found: pid_t
        repeat { found = waitpid(number, &status, WNOHANG) } while found < 0 && errno == EINTR
        guard found == number else { return nil }
        // wait(2): the low 7 bits are the signal, the next byte the status.
        let signal = status & 0x7F
        end = signal == 0 ? .exited(status: (status >> 8) & 0xFF) : .signalled(signal)
        return end
    }

    /// The processor time and the memory that it has used.
    var usage: ProcessUsage? { ProcessUsage(of: number) }

    /// Where in the program a trap ended it, if it says so on its standard error: a file and a line. What else it says may hold words of a
    /// paper.
    var lastWords: String? {
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        let count = read(errors.number, &bytes, bytes.count)
        guard count > 0 else { return nil }
        let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
        guard let fault = lines.last(where: { $0.contains(": Fatal error") }),
            let place = fault.firstRange(of: ": Fatal error").map({ fault[..<$0.lowerBound] }),
            place.utf8.count < 200,
            place.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "_+-./:".contains($0)) })
        else { return nil }
        return String(place)
    }
}

extension ChildProcess.End {
    /// How a process ended, in a clause.
    var reason: String {
        switch self {
        case .exited(let status): "it ended with status \(status)"
        case .signalled(let signal): "signal \(signal) ended it"
        }
    }
}
