// SPDX-License-Identifier: Apache-2.0

import Glibc
import Sandbox

/// Confines itself, tries one thing, and says how that went: `done`, `failed` with an `errno`, or `refused` with a reason where the
/// confinement itself fails. A process of the tests must not confine itself; it starts this one.
///
///     sandbox-probe --profile worker --read FOLDER --write FOLDER -- read FOLDER/file
@main
enum Probe {
    static func main() {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            guard let attempt = Attempt.all[options.attempt] else { throw Misuse(reason: "\(options.attempt)?") }
            // What is prepared while nothing is forbidden yet.
            let prepared = attempt.prepare(options.arguments)
            do {
                try options.confine()
            } catch {
                say("refused \(error.code) \(error.operation)")
                exit(0)
            }
            errno = 0
            say(attempt.run(options.arguments, prepared) < 0 ? "failed \(errno)" : "done")
        } catch {
            say("misused: \(error)")
            exit(EX_USAGE)
        }
    }
}

/// A command line that makes no sense.
struct Misuse: Error {
    var reason: String
}

/// What the command line asks for.
struct Options {
    var profile = ""
    var readable: [String] = []
    var writable: [String] = []
    var executable: [String] = []
    var parent: Int32?
    var openFiles: Int?
    var fileSize: Int?
    var processes: Int?
    var attempt = ""
    var arguments: [String] = []

    init(_ words: [String]) throws(Misuse) {
        var words = words[...]
        while let word = words.popFirst(), word != "--" {
            guard let value = words.popFirst() else { throw Misuse(reason: word) }
            switch word {
            case "--profile": profile = value
            case "--read": readable.append(value)
            case "--write": writable.append(value)
            case "--execute": executable.append(value)
            case "--parent": parent = Int32(value)
            case "--open-files": openFiles = Int(value)
            case "--file-size": fileSize = Int(value)
            case "--processes": processes = Int(value)
            default: throw Misuse(reason: word)
            }
        }
        attempt = words.popFirst() ?? ""
        arguments = Array(words)
    }

    /// Confines this process by the profile; a line on standard error says what became of it.
    func confine() throws(SandboxError) {
        var limits = ProcessLimits(
            openFiles: openFiles,
            processes: processes,
            fileSize: fileSize,
            parent: parent
        )
        switch profile {
        case "none": break
        case "limits": try limits.apply()
        case "files":
            try limits.apply()
            _ = try FileAccess(readable: readable, writable: writable, executable: executable).apply()
        case "calls":
            limits.isDumpable = true
            try limits.apply()
            _ = try SystemCallFilter.rendering.apply()
        case "supervisor":
            let supervisor = Confinement.supervisor(
                readable: readable,
                writable: writable,
                executable: executable
            )
            report(try supervisor.apply())
        case "worker":
            var worker = Confinement.worker(readable: readable, writable: writable, parent: parent)
            if let openFiles { worker.limits.openFiles = openFiles }
            report(try worker.apply())
        default: throw SandboxError(operation: "there is no profile \(profile)", code: 0)
        }
    }

    private func report(_ report: ConfinementReport) {
        let abi = report.files.abi.map(String.init) ?? "none"
        let filter = report.isFiltered.map(String.init) ?? "none"
        say("landlock \(abi) missing \(report.files.missing) filter \(filter) \(report.shortfalls)", to: STDERR_FILENO)
    }
}

/// Something to be tried.
struct Attempt {
    /// What is done before the process is confined; the result is given to the attempt.
    var prepare: ([String]) -> Int32
    /// Negative if it failed, with `errno` set, as system calls do.
    var run: ([String], Int32) -> Int

    init(prepare: @escaping ([String]) -> Int32 = { _ in 0 }, _ run: @escaping ([String], Int32) -> Int) {
        self.prepare = prepare
        self.run = run
    }

    static var all: [String: Attempt] {
        files.merging(processes) { first, _ in first }.merging(work) { first, _ in first }
    }
}

/// Writes a line at once: another process may wait for it.
func say(_ line: String, to output: Int32 = STDOUT_FILENO) {
    let bytes = Array((line + "\n").utf8)
    _ = write(output, bytes, bytes.count)
}

/// Calls the kernel past glibc, which has no wrapper that Swift imports.
///
/// syscall(2) is variadic and takes its arguments where a function of seven numbers does, on x86-64 and on AArch64.
func systemCall(
    _ number: Int32,
    _ first: Int = 0,
    _ second: Int = 0,
    _ third: Int = 0,
    _ fourth: Int = 0,
    _ fifth: Int = 0,
    _ sixth: Int = 0
) -> Int {
    typealias Function = @convention(c) (Int, Int, Int, Int, Int, Int, Int) -> Int
    guard let address = dlsym(nil, "syscall") else {
        errno = ENOSYS
        return -1
    }
    return unsafeBitCast(address, to: Function.self)(Int(number), first, second, third, fourth, fifth, sixth)
}
