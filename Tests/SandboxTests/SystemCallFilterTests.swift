// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport
import Testing

@testable import Sandbox

/// What the filter refuses by itself, without rules of files.
struct SystemCallFilterTests {
    private let probe: Probe

    init() throws { probe = try Probe("calls") }

    @Test(arguments: [
        "make a TCP socket", "make a UDP socket", "make a Unix socket", "make a netlink socket",
        "make a pair of sockets",
        "connect", "fork", "enter another namespace", "trace the parent", "read memory of the parent",
        "signal the parent",
        "signal a thread of the parent", "signal the parent through a pipe", "set limits of the parent",
        "outlive the parent", "mount", "load BPF", "use keys", "use io_uring", "use userfaultfd", "count performance",
        "type into the terminal", "make memory executable", "map memory to write and execute", "open by handle",
    ])
    func `this is not permitted`(attempt: String) throws {
        #expect(try probe.attempt(attempt) == .failed(EPERM))
    }

    /// That the attempts above are refused by the filter, and do not fail by themselves.
    @Test(arguments: [
        "make a TCP socket", "make a UDP socket", "make a Unix socket", "make a netlink socket",
        "make a pair of sockets",
        "fork", "signal the parent", "signal a thread of the parent", "signal the parent through a pipe",
        "set limits of the parent", "outlive the parent", "make memory executable", "map memory to write and execute",
    ])
    func `without the filter this is permitted`(attempt: String) throws {
        #expect(try Probe("none").attempt(attempt) == .done)
    }

    @Test func `no program is executed, by its path or from memory`() throws {
        #expect(try probe.attempt("execute", "/bin/echo") == .failed(EPERM))
        #expect(try probe.attempt("execute from memory", "/bin/echo") == .failed(EPERM))
        #expect(try probe.attempt("spawn", "/bin/true") == .failed(EPERM))
        let free = try Probe("none")
        #expect(try free.attempt("execute", "/bin/echo") == .done)
        #expect(try free.attempt("spawn", "/bin/true") == .done)
    }

    @Test func `what Landlock does not confine is not permitted`() throws {
        let council = probe.workspace + "/council.yaml"
        #expect(try probe.attempt("truncate", council) == .failed(EPERM))
        #expect(try probe.attempt("empty while reading", council) == .failed(EPERM))
        #expect(try probe.attempt("change the mode", council) == .failed(EPERM))
        #expect(try probe.attempt("set times", council) == .failed(EPERM))
        #expect(try probe.folder.text(of: "workspace/council.yaml") == "name: Wealdshire\n")
        let free = try Probe("none")
        for attempt in ["change the mode", "set times", "empty while reading"] {
            #expect(try free.attempt(attempt, free.workspace + "/council.yaml") == .done)
        }
        #expect(try free.folder.text(of: "workspace/council.yaml") == "")
    }

    @Test func `no pipe, device or symbolic link is made`() throws {
        let path = probe.workspace + "/new"
        #expect(try probe.attempt("make a pipe", path) == .failed(EPERM))
        #expect(try probe.attempt("make a device", path) == .failed(EPERM))
        #expect(try probe.attempt("link symbolically", "/etc/passwd", path) == .failed(EPERM))
    }

    @Test func `calls that a library may do without are not implemented`() throws {
        #expect(try probe.attempt("start a process with clone3") == .failed(ENOSYS))
        #expect(try probe.attempt("call the number", "452") == .failed(ENOSYS))
        #expect(try probe.attempt("call the number", "511") == .failed(ENOSYS))
    }

    @Test func `threads that run already are filtered`() throws {
        #expect(try probe.attempt("make a socket in an earlier thread") == .failed(EPERM))
        #expect(try Probe("none").attempt("make a socket in an earlier thread") == .done)
    }

    @Test(arguments: ["use a pool of GLib", "use Dispatch", "use tasks", "signal itself", "read a file in memory"])
    func `the work of a worker is permitted`(attempt: String) throws {
        #expect(try probe.attempt(attempt) == .done)
    }

    @Test func `files are read and a ledger is kept`() throws {
        #expect(try probe.attempt("use Foundation", probe.workspace + "/council.yaml", probe.workspace) == .done)
        #expect(unlink(probe.workspace + "/.cleardays/lock") == 0)
        #expect(try probe.attempt("keep a ledger", probe.workspace + "/.cleardays") == .done)
    }

    /// A name that is misspelt would be skipped.
    @Test func `every name of the list is that of a system call`() {
        let filter = SystemCallFilter.rendering
        let names = filter.allowed.flatMap(\.calls) + filter.unimplemented
        #expect(names.filter { !FilterContext.knows($0) } == [])
        #expect(!FilterContext.knows("opeanat"))
        #expect(names.count > 120)
    }

    @Test func `nothing that leads out of the process is in the list`() {
        let names = Set(SystemCallFilter.rendering.allowed.flatMap(\.calls))
        let forbidden = [
            "socket", "socketpair", "connect", "bind", "accept", "sendto", "sendmsg", "recvmsg", "execve", "execveat",
            "fork", "vfork", "clone3", "ptrace", "process_vm_readv", "process_vm_writev", "kill", "tkill",
            "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open", "pidfd_getfd", "pidfd_send_signal", "setns",
            "unshare",
            "mount", "umount2", "pivot_root", "chroot", "bpf", "keyctl", "add_key", "request_key", "io_uring_setup",
            "io_uring_enter", "userfaultfd", "perf_event_open", "open_by_handle_at", "truncate", "chmod", "fchmod",
            "chown", "setxattr", "utimensat", "mknod", "mknodat", "symlink", "symlinkat", "setrlimit", "setuid",
            "capset",
            "personality", "seccomp", "inotify_init1", "fanotify_init", "name_to_handle_at", "shmget", "msgget",
            "semget",
            "sched_setattr", "sched_setscheduler", "sched_setaffinity", "ioprio_set", "kcmp", "quotactl", "swapon",
        ]
        #expect(names.intersection(forbidden) == [])
    }
}
