// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport
import Testing

@testable import Sandbox

struct FileAccessTests {
    private let access = FileAccess(
        readable: ["/workspace", "/fonts"],
        writable: ["/workspace/.cleardays", "/fonts"],
        executable: ["/bin/cleardays"]
    )

    @Test func `the rules for Debian 12, which has ABI 2, are these`() {
        let rules = access.rules(abi: 2)
        #expect(rules.handled.rawValue == 0x3fff)
        #expect(rules.network.rawValue == 0)
        #expect(rules.scoped.rawValue == 0)
        #expect(rules.paths.map(\.path) == ["/workspace", "/fonts", "/workspace/.cleardays", "/bin/cleardays"])
        #expect(rules.paths.map(\.allowed.rawValue) == [0x000c, 0x21be, 0x21be, 0x000d])
    }

    @Test(
        arguments: [
            (0, 0, 0, 0, 0), (1, 0x1fff, 0x01be, 0, 0), (2, 0x3fff, 0x21be, 0, 0), (3, 0x7fff, 0x61be, 0, 0),
            (4, 0x7fff, 0x61be, 3, 0), (5, 0xffff, 0x61be, 3, 0), (6, 0xffff, 0x61be, 3, 3), (7, 0xffff, 0x61be, 3, 3),
        ] as [(Int, UInt64, UInt64, UInt64, UInt64)]
    )
    func `each version of Landlock forbids all that it can`(
        abi: Int,
        handled: UInt64,
        writable: UInt64,
        network: UInt64,
        scoped: UInt64
    ) {
        let rules = access.rules(abi: abi)
        #expect(rules.handled.rawValue == handled)
        #expect(rules.paths[1].allowed.rawValue == writable)
        #expect(rules.network.rawValue == network)
        #expect(rules.scoped.rawValue == scoped)
    }

    @Test func `sockets and signals are left alone where that is asked`() {
        let access = FileAccess(readable: [], deniesTCP: false, scopes: [.signals])
        #expect(access.rules(abi: 6).network.rawValue == 0)
        #expect(access.rules(abi: 6).scoped.rawValue == 2)
    }

    @Test func `what is readable by name is not listed`() {
        let access = FileAccess(readable: ["/proc/self"], readableByName: ["/proc"])
        #expect(access.rules(abi: 2).paths.map(\.allowed.rawValue) == [0x000c, 0x0004])
    }

    @Test func `a rule about a file gives no rights of folders`() {
        #expect(FileRights.writing.intersection(.ofFiles).rawValue == 0x4006)
        #expect(FileRights.executing.intersection(.ofFiles).rawValue == 0x0005)
    }
}

/// What Landlock forbids, without a filter of system calls.
@Suite(.enabled(if: Kernel.hasLandlock, "the kernel has NO LANDLOCK: nothing of file access is tested"))
struct FileConfinementTests {
    private let probe: Probe

    init() throws { probe = try Probe("files") }

    @Test func `what is readable is read, and all else is not`() throws {
        #expect(try probe.attempt("read", probe.workspace + "/council.yaml") == .done)
        #expect(try probe.attempt("list", probe.workspace) == .done)
        #expect(try probe.attempt("read", probe.outside + "/secret") == .failed(EACCES))
        #expect(try probe.attempt("list", probe.outside) == .failed(EACCES))
        #expect(try probe.attempt("list", probe.folder.path) == .failed(EACCES))
        #expect(try probe.attempt("read", "/etc/passwd") == .failed(EACCES))
        #expect(try probe.attempt("read", "/proc/1/status") == .failed(EACCES))
        #expect(try probe.attempt("read", "/proc/self/statm") == .done)
    }

    @Test func `a link out of the workspace leads nowhere`() throws {
        #expect(symlink(probe.outside + "/secret", probe.workspace + "/link") == 0)
        #expect(try probe.attempt("read", probe.workspace + "/link") == .failed(EACCES))
        #expect(symlink(probe.outside, probe.workspace + "/.cleardays/folder") == 0)
        #expect(try probe.attempt("write", probe.workspace + "/.cleardays/folder/new") == .failed(EACCES))
        #expect(try probe.folder.names(in: "outside") == ["secret"])
    }

    @Test func `only what is writable is written`() throws {
        #expect(try probe.attempt("write", probe.workspace + "/.cleardays/new") == .done)
        #expect(try probe.attempt("write", probe.workspace + "/new") == .failed(EACCES))
        #expect(try probe.attempt("write", probe.workspace + "/council.yaml") == .failed(EACCES))
        #expect(try probe.attempt("write", probe.outside + "/new") == .failed(EACCES))
        #expect(try probe.attempt("write", probe.outside + "/secret") == .failed(EACCES))
        #expect(try probe.attempt("make a folder", probe.workspace + "/folder") == .failed(EACCES))
        #expect(try probe.attempt("remove", probe.workspace + "/council.yaml") == .failed(EACCES))
        #expect(try probe.folder.text(of: "workspace/council.yaml") == "name: Wealdshire\n")
        #expect(try probe.folder.text(of: "workspace/.cleardays/new") == "words")
        #expect(try probe.folder.names(in: "workspace") == [".cleardays", "council.yaml"])
    }

    @Test(.enabled(if: Kernel.landlock >= 2, "Landlock of this kernel cannot allow renaming between folders"))
    func `a ledger is kept in the writable folder`() throws {
        let ledger = probe.workspace + "/.cleardays"
        #expect(unlink(ledger + "/lock") == 0)
        #expect(try probe.attempt("keep a ledger", ledger) == .done)
        #expect(try probe.folder.names(in: "workspace/.cleardays") == ["b"])
    }

    @Test func `nothing is moved or linked out of the writable folder, or into it`() throws {
        let ledger = probe.workspace + "/.cleardays/ledger"
        try probe.folder.write("ledger", to: "workspace/.cleardays/ledger")
        for call in ["rename", "link"] {
            #expect(try probe.attempt(call, ledger, probe.outside + "/new") == .failed(EACCES))
            #expect(try probe.attempt(call, ledger, probe.workspace + "/new") == .failed(EACCES))
        }
        // A link would give the file the rights of its new folder (`EXDEV`).
        let taken = probe.workspace + "/.cleardays/taken"
        #expect(try probe.attempt("link", probe.outside + "/secret", taken) == .failed(EXDEV))
        #expect(try probe.attempt("rename", probe.outside + "/secret", taken) == .failed(EACCES))
        #expect(try probe.folder.names(in: "outside") == ["secret"])
        #expect(try probe.folder.names(in: "workspace/.cleardays") == ["ledger", "lock"])
    }

    @Test func `no pipe, device or symbolic link is made`() throws {
        let path = probe.workspace + "/.cleardays/new"
        #expect(try probe.attempt("make a pipe", path) == .failed(EACCES))
        #expect(try probe.attempt("make a device", path) == .failed(geteuid() == 0 ? EACCES : EPERM))
        #expect(try probe.attempt("link symbolically", "/etc/passwd", path) == .failed(EACCES))
    }

    @Test func `a thread that is started later is confined, and one that runs already is an error`() throws {
        #expect(try probe.attempt("read in a new thread", probe.outside + "/secret") == .failed(EACCES))
        #expect(try probe.attempt("read in a new thread", probe.workspace + "/council.yaml") == .done)
        #expect(
            try probe.attempt("make a socket in an earlier thread")
                == .refused(0, "2 threads run already: file access must be confined first")
        )
    }

    @Test func `a program is executed only where that is allowed`() throws {
        var probe = probe
        #expect(try probe.attempt("execute", "/bin/echo") == .failed(EACCES))
        probe.readable += ["/bin", "/usr/bin"]
        #expect(try probe.attempt("execute", "/bin/echo") == .failed(EACCES))
        probe.executable = ["/bin/echo"] + SystemPaths.ofPrograms
        #expect(try probe.attempt("execute", "/bin/echo") == .done)
        #expect(try probe.attempt("execute", "/bin/cat") == .failed(EACCES))
    }

    @Test(.enabled(if: geteuid() == 0, "only root drops the caches of the kernel"))
    func `what is in proc stays readable when the kernel forgets its names`() throws {
        var probe = probe
        probe.writable.append("/proc/sys/vm/drop_caches")
        #expect(try probe.attempt("read after caches are dropped", "/proc/self/statm") == .done)
    }

    @Test(.enabled(if: Kernel.landlock >= 4, "Landlock of this kernel does not know TCP"))
    func `no TCP port is connected to`() throws {
        #expect(try probe.attempt("connect") == .failed(EACCES))
        #expect(try Probe("none").attempt("connect") == .failed(ECONNREFUSED))
    }

    @Test(.enabled(if: Kernel.landlock >= 6, "Landlock of this kernel knows no scopes"))
    func `signals and abstract sockets stay within a worker and not within a supervisor`() throws {
        let name = "cleardays-test-\(getpid())"
        #expect(try probe.attempt("signal the parent") == .failed(EPERM))
        #expect(try probe.attempt("connect to an abstract socket", name) == .failed(EPERM))
        let supervisor = try Probe("supervisor")
        #expect(try supervisor.attempt("signal the parent") == .done)
        #expect(try supervisor.attempt("connect to an abstract socket", name) == .done)
    }
}
