// SPDX-License-Identifier: Apache-2.0

import CGLib
import CLinux
import Diagnostics
import Dispatch
import Foundation
import Glibc
import Publishing
import Synchronization

extension Attempt {
    /// The work of a worker, and its threads.
    static var work: [String: Attempt] {
        [
            "nothing": Attempt { _, _ in 0 },
            // Says that it is there, and waits to be killed.
            "wait": Attempt { _, _ in
                say("waiting")
                while true { sleep(60) }
            },
            // Starts itself as a worker that waits, says its number, and ends.
            "leave a worker behind": Attempt { paths, _ in leaveWorker(paths[0], readable: paths[1]) },
            "read in a new thread": Attempt { paths, _ in
                inThread { open(paths[0], O_RDONLY) }
            },
            "make a socket in an earlier thread": Attempt(prepare: { _ in EarlierThread.shared.start() }) { _, _ in
                EarlierThread.shared.run()
            },
            "use a pool of GLib": Attempt { _, _ in usePool() },
            "use Dispatch": Attempt { _, _ in
                let count = Atomic(0)
                DispatchQueue.concurrentPerform(iterations: 64) { _ in count.add(1, ordering: .relaxed) }
                let done = DispatchSemaphore(value: 0)
                DispatchQueue.global().asyncAfter(deadline: .now() + 0.01) { done.signal() }
                done.wait()
                return count.load(ordering: .relaxed) == 64 ? 0 : -1
            },
            // It looks at them once a second.
            "let Dispatch watch its threads": Attempt { _, _ in
                let done = DispatchSemaphore(value: 0)
                DispatchQueue.global().async {
                    usleep(1_300_000)
                    done.signal()
                }
                done.wait()
                return 0
            },
            "use tasks": Attempt { _, _ in
                let done = DispatchSemaphore(value: 0)
                let sum = Atomic(0)
                Task {
                    let found = await withTaskGroup(of: Int.self) { group in
                        for number in 1...64 { group.addTask { number } }
                        return await group.reduce(0, +)
                    }
                    try? await Task.sleep(for: .milliseconds(5))
                    sum.store(found, ordering: .relaxed)
                    done.signal()
                }
                done.wait()
                return sum.load(ordering: .relaxed) == 2080 ? 0 : -1
            },
            "use Foundation": Attempt { paths, _ in
                let json = try? JSONEncoder().encode(["date": Date(timeIntervalSince1970: 0)])
                let calendar = Calendar.current.component(.year, from: Date())
                let words = try? String(contentsOfFile: paths[0], encoding: .utf8)
                let names = try? FileManager.default.contentsOfDirectory(atPath: paths[1])
                let isRight = json != nil && calendar > 2000 && words != nil && names != nil
                return isRight && ProcessInfo.processInfo.activeProcessorCount > 0 && UUID() != UUID() ? 0 : -1
            },
            "open many files": Attempt { paths, _ in
                for _ in 0..<100 where open(paths[0], O_RDONLY) < 0 { return -1 }
                return 0
            },
            "write a big file": Attempt { paths, _ in
                signal(SIGXFSZ, SIG_IGN)
                let file = open(paths[0], O_WRONLY | O_CREAT, 0o600)
                return file < 0 ? -1 : Int(ftruncate(file, 1 << 20))
            },
            "say the limits": Attempt { _, _ in
                for (name, resource) in [
                    ("core", RLIMIT_CORE), ("files", RLIMIT_NOFILE), ("processes", __RLIMIT_NPROC),
                    ("size", RLIMIT_FSIZE),
                ] {
                    var limit = rlimit()
                    getrlimit(__rlimit_resource_t(resource.rawValue), &limit)
                    let words = [limit.rlim_cur, limit.rlim_max].map { $0 == .max ? "none" : "\($0)" }
                    say("\(name) \(words.joined(separator: " "))")
                }
                say("dumpable \(cleardays_prctl(PR_GET_DUMPABLE, 0))")
                say("new privileges \(cleardays_prctl(PR_GET_NO_NEW_PRIVS, 0) == 0)")
                return 0
            },
            // What the files of a workspace's papers are, by name and digest.
            "render": Attempt { paths, _ in render(paths[0], program: paths[1]) },
        ]
    }

    /// Runs in a thread of its own; its `errno` becomes that of the caller.
    private static func inThread(_ body: @escaping @Sendable () -> Int32) -> Int {
        let result = Mutex((value: Int32(-1), code: Int32(0)))
        let done = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let value = body()
            let code = errno
            result.withLock { $0 = (value, code) }
            done.signal()
        }
        done.wait()
        let (value, code) = result.withLock { $0 }
        errno = code
        return Int(value)
    }

    /// A pool of GLib that is shared, whose threads are asked how they are scheduled, and a regular expression.
    private static func usePool() -> Int {
        let isMatch = g_regex_match_simple("^w(o)r[dk]s$", "works", G_REGEX_OPTIMIZE, GRegexMatchFlags(rawValue: 0))
        guard isMatch != 0 else { return -1 }
        let pool = g_thread_pool_new({ _, _ in usleep(1000) }, nil, 4, 0, nil)
        for number in 1...32 { g_thread_pool_push(pool, UnsafeMutableRawPointer(bitPattern: number), nil) }
        g_thread_pool_free(pool, 0, 1)
        return 0
    }

    private static func leaveWorker(_ probe: String, readable: String) -> Int {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return -1 }
        let words = [
            probe, "--profile", "worker", "--read", readable, "--parent", "\(getpid())", "--", "wait",
        ]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        var child: pid_t = 0
        errno = posix_spawn(&child, probe, &actions, nil, &arguments, environ)
        guard errno == 0 else { return -1 }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(ends[0], &bytes, bytes.count)
        say("\(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self))\(child)")
        return 0
    }

    private static func render(_ workspace: String, program: String) -> Int {
        do {
            let publication = try publish(
                PublicationRequest(workspace: workspace),
                with: ProgramFiles(folder: program)
            )
            for problem in publication.diagnostics where problem.severity == .error { say("\(problem.message)") }
            for file in publication.files {
                // FNV-1a, 64 bits.
                let digest = file.bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
                say("\(file.name) \(file.bytes.count) \(String(digest, radix: 16))")
            }
            return publication.files.isEmpty ? -1 : 0
        } catch {
            say("\(error)")
            return -1
        }
    }
}

/// A thread that runs before the process is confined, and tries something when it is told to.
final class EarlierThread: Sendable {
    static let shared = EarlierThread()

    private let go = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)
    private let result = Mutex((value: Int32(-1), code: Int32(0)))

    func start() -> Int32 {
        Thread.detachNewThread {
            self.go.wait()
            let value = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            let code = errno
            self.result.withLock { $0 = (value, code) }
            self.done.signal()
        }
        return 0
    }

    func run() -> Int {
        go.signal()
        done.wait()
        let (value, code) = result.withLock { $0 }
        errno = code
        return Int(value)
    }
}
