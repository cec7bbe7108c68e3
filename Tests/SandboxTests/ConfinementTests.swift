// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import TestSupport
import Testing

@testable import Sandbox

struct ConfinementTests {
    @Test func `a worker has files, calls and limits, and a supervisor files alone`() {
        let worker = Confinement.worker(readable: ["/a"], writable: ["/a/b"], parent: 7)
        #expect(worker.files == FileAccess(readable: ["/a"], readableByName: ["/proc"], writable: ["/a/b"]))
        #expect(worker.files.scopes == [.abstractSockets, .signals])
        #expect(worker.systemCalls == .rendering)
        #expect(worker.limits.parent == 7)
        #expect(!worker.limits.isDumpable)
        let supervisor = Confinement.supervisor(readable: ["/a"], writable: ["/b"], executable: ["/c"])
        #expect(supervisor.files.scopes == [])
        #expect(supervisor.files.executable == ["/c"])
        #expect(supervisor.systemCalls == nil)
    }

    @Test func `whoever moves files does without the first version of Landlock, which would forbid it`() {
        let supervisor = Confinement.supervisor(readable: [], writable: [], executable: []).files
        let worker = Confinement.worker(readable: [], writable: [], parent: nil).files
        #expect([0, 1, 2].map(supervisor.canUse) == [false, false, true])
        #expect([0, 1, 2].map(worker.canUse) == [false, true, true])
    }

    @Test func `what cannot be had is said`() {
        let nothing = ConfinementReport(files: FileAccess.Outcome(abi: nil, missing: []), isFiltered: false)
        #expect(
            nothing.shortfalls == [
                "file access is not confined: the kernel has no Landlock, or only the first version of it",
                "system calls are not confined: the kernel has no seccomp filters",
            ]
        )
        let old = ConfinementReport(files: FileAccess.Outcome(abi: 1, missing: ["/a"]), isFiltered: true)
        #expect(old.shortfalls == [])
        #expect(ConfinementReport(files: FileAccess.Outcome(abi: 2, missing: []), isFiltered: nil).shortfalls == [])
    }

    @Test(.enabled(if: Kernel.hasLandlock, "the kernel has NO LANDLOCK"))
    func `what was applied is reported, with the paths where there is nothing`() throws {
        var probe = try Probe()
        probe.readable = ["/nowhere", probe.workspace]
        let report = try probe.outcome("nothing").errors
        #expect(report == "landlock \(Kernel.landlock) missing [\"/nowhere\"] filter true []\n")
    }

    @Test(.enabled(if: Kernel.hasLandlock, "the kernel has NO LANDLOCK"), arguments: ["worker", "supervisor"])
    func `libdispatch watches its threads`(profile: String) throws {
        let probe = try Probe(profile)
        #expect(try probe.attempt("let Dispatch watch its threads") == .done)
        #expect(try probe.attempt("use tasks") == .done)
    }

    @Test(.enabled(if: Kernel.hasLandlock, "the kernel has NO LANDLOCK"))
    func `of other processes nothing is read that only a tracer may see, and they are not listed`() throws {
        let probe = try Probe()
        // Since Linux 6.14, who may count performance (`CAP_PERFMON`, of which root has all) reads the first two.
        for file in geteuid() == 0 ? ["mem", "io"] : ["environ", "maps", "mem", "io"] {
            #expect(try probe.attempt("read", "/proc/\(getpid())/" + file) == .failed(EACCES))
        }
        #expect(try probe.attempt("list", "/proc/\(getpid())/fd") == .failed(EACCES))
        #expect(try probe.attempt("list", "/proc") == .failed(EACCES))
        #expect(try probe.attempt("read", "/proc/\(getpid())/root/etc/passwd") == .failed(EACCES))
        #expect(try probe.attempt("list", "/proc/self") == .done)
    }

    @Test func `the cache of fonts is where XDG says`() {
        func caches(_ variables: [String: String]) -> [String] {
            SystemPaths.ofRendering { variables[$0] }.filter { $0.contains("fontconfig") }
        }
        #expect(caches(["HOME": "/home/a", "XDG_CACHE_HOME": "/c"]) == ["/c/cleardays/fontconfig"])
        #expect(caches(["HOME": "/home/a", "XDG_CACHE_HOME": ""]) == ["/home/a/.cache/cleardays/fontconfig"])
        #expect(caches([:]) == [])
    }
}

/// That a worker can do all that papers take.
@Suite(.enabled(if: Kernel.hasLandlock, "the kernel has NO LANDLOCK: rendering is not tested as it is confined"))
struct ConfinedRenderingTests {
    /// The papers of a workspace, made without and within the confinement of a worker.
    private func papers(of workspace: String, environment: [String: String] = [:]) throws -> (
        free: [String], confined: [String]
    ) {
        var probe = try Probe("none")
        let free = try probe.lines("render", workspace, Repository.folder)
        try? FileManager.default.removeItem(atPath: workspace + "/.cleardays")
        // The supervisor makes the folder. Without its lock, the ledger would count as lost.
        try FileManager.default.createDirectory(atPath: workspace + "/.cleardays", withIntermediateDirectories: true)
        try Data().write(to: URL(filePath: workspace + "/.cleardays/lock"))
        probe.profile = "worker"
        probe.readable =
            [workspace, Repository.folder + "/layouts", Repository.folder + "/fonts"] + SystemPaths.ofRendering()
        probe.writable = [workspace + "/.cleardays"]
        let confined = try probe.lines("render", workspace, Repository.folder, environment: environment)
        return (free, confined)
    }

    @Test func `the papers of the sample are the same`() throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "workspace")
        let (free, confined) = try papers(of: folder.path + "/workspace")
        #expect(free.count == 13)
        #expect(free.last == "done")
        #expect(confined == free)
    }

    @Test func `papers with exempt parts and fonts of a council are the same, and the ledger is written`() throws {
        let folder = try ExemptWorkspace.make()
        let font = try Data(contentsOf: URL(filePath: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
        try folder.write(Array(font), to: "round/fonts/council.ttf")
        let (free, confined) = try papers(of: folder.path + "/round")
        #expect(free.last == "done")
        #expect(confined == free)
        #expect(try folder.names(in: "round/.cleardays").contains("exempt-ledger"))
    }

    @Test func `papers are the same without a cache of fonts that could be read or written`() throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "workspace")
        let cache = try TemporaryFolder()
        let (free, confined) = try papers(
            of: folder.path + "/workspace",
            environment: ["XDG_CACHE_HOME": cache.path]
        )
        #expect(free.last == "done")
        #expect(confined == free)
        #expect(try cache.names() == [])
    }
}
