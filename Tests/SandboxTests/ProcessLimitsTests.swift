// SPDX-License-Identifier: Apache-2.0

import Glibc
import TestSupport
import Testing

@testable import Sandbox

struct ProcessLimitsTests {
    @Test func `limits are set, and a process is not to be traced and gains no privileges`() throws {
        var probe = try Probe("limits")
        probe.options = ["--open-files", "200", "--file-size", "4096", "--processes", "500"]
        #expect(
            try probe.lines("say the limits") == [
                "core 0 0", "files 200 200", "processes 500 500", "size 4096 4096", "dumpable 0",
                "new privileges false",
                "done",
            ]
        )
    }

    @Test func `a limit is never raised`() throws {
        var before = rlimit()
        #expect(getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &before) == 0)
        var probe = try Probe("limits")
        probe.options = ["--open-files", "\(Int.max)"]
        #expect(try probe.lines("say the limits")[1] == "files \(before.rlim_max) \(before.rlim_max)")
    }

    @Test func `no more files are opened, and none grows beyond its bound`() throws {
        var probe = try Probe("limits")
        let council = probe.workspace + "/council.yaml"
        #expect(try probe.attempt("open many files", council) == .done)
        probe.options = ["--open-files", "64"]
        #expect(try probe.attempt("open many files", council) == .failed(EMFILE))
        #expect(try probe.attempt("write a big file", probe.workspace + "/big") == .done)
        probe.options = ["--file-size", "4096"]
        #expect(try probe.attempt("write a big file", probe.workspace + "/bigger") == .failed(EFBIG))
    }

    @Test func `a process that may not be traced reads what proc says of itself`() throws {
        let probe = try Probe("limits")
        for file in ["statm", "maps", "fd/0"] {
            #expect(try probe.attempt("read", "/proc/self/" + file) == .done)
        }
    }

    @Test func `a process whose parent is another already is not started`() throws {
        var probe = try Probe("limits")
        probe.options = ["--parent", "\(getpid())"]
        #expect(try probe.attempt("nothing") == .done)
        probe.options = ["--parent", "1"]
        #expect(try probe.attempt("nothing") == .refused(ESRCH, "process 1 is not the parent of this one"))
    }

    @Test(arguments: ["none", "supervisor"])
    func `a worker ends with its parent, and its supervisor may be confined`(profile: String) async throws {
        var probe = try Probe(profile)
        probe.readable.append("/")
        probe.executable = [Probe.program] + SystemPaths.ofPrograms
        let lines = try probe.lines("leave a worker behind", Probe.program, probe.workspace)
        #expect([lines.first, lines.last] == ["waiting", "done"])
        let worker = try #require(lines.dropFirst().first.flatMap { Int32($0) })
        for _ in 0..<500 where Self.runs(worker) { try await Task.sleep(for: .milliseconds(10)) }
        #expect(!Self.runs(worker))
    }

    /// Whether a process is there and has not ended.
    private static func runs(_ process: Int32) -> Bool {
        guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, 256, file) != nil else { return false }
        let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        return !words.contains(") Z ") && !words.contains(") X ")
    }
}
