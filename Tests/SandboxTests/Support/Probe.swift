// SPDX-License-Identifier: Apache-2.0

import Foundation
import Sandbox
import TestSupport

/// What a confined process says of what it tried.
enum Answer: Equatable {
    case done
    case failed(Int32)
    /// The confinement itself failed, for a reason.
    case refused(Int32, String)
    /// It said something else, or ended otherwise.
    case other(String)
}

/// A workspace, a folder beside it, and a process that is confined to the workspace and tries things.
struct Probe {
    let folder: TemporaryFolder
    var profile = "worker"
    var readable: [String]
    var writable: [String]
    var executable: [String] = []
    var options: [String] = []

    static let program = Repository.folder + "/.build/debug/sandbox-probe"

    var workspace: String { folder.path + "/workspace" }
    var outside: String { folder.path + "/outside" }

    /// May read `workspace/` and write in `workspace/.cleardays/`; `outside/` it may not.
    init(_ profile: String = "worker") throws {
        folder = try TemporaryFolder([
            "workspace/council.yaml": "name: Wealdshire\n", "workspace/.cleardays/lock": "",
            "outside/secret": "exempt\n",
        ])
        self.profile = profile
        readable = [folder.path + "/workspace"] + SystemPaths.ofRendering()
        writable = [folder.path + "/workspace/.cleardays"]
    }

    /// Tries something.
    func attempt(_ name: String, _ arguments: String..., environment: [String: String] = [:]) throws -> Answer {
        try Self.answer(outcome(name, arguments, environment: environment))
    }

    /// The lines that it says, the answer last.
    func lines(_ name: String, _ arguments: String..., environment: [String: String] = [:]) throws -> [String] {
        try outcome(name, arguments, environment: environment).output.split(separator: "\n").map(String.init)
    }

    func outcome(
        _ name: String,
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) throws -> Command.Outcome {
        let lists = [("--read", readable), ("--write", writable), ("--execute", executable)]
        let words = lists.flatMap { option, paths in paths.flatMap { [option, $0] } }
        return try Command.run(
            Self.program,
            ["--profile", profile] + words + options + ["--", name] + arguments,
            environment: environment
        )
    }

    private static func answer(_ outcome: Command.Outcome) -> Answer {
        let line = outcome.output.split(separator: "\n").last.map(String.init) ?? ""
        let words = line.split(separator: " ", maxSplits: 2).map(String.init)
        switch (outcome.status, words.first, words.count) {
        case (0, "done", 1): return .done
        case (0, "failed", 2): return .failed(Int32(words[1]) ?? -1)
        case (0, "refused", 3): return .refused(Int32(words[1]) ?? -1, words[2])
        default: return .other("status \(outcome.status): \(outcome.output)\(outcome.errors)")
        }
    }
}

/// What the kernel of this machine can do.
enum Kernel {
    /// The version of Landlock, 0 for none.
    static let landlock = (try? FileAccess.kernelABI()).flatMap(\.self) ?? 0
    static let hasLandlock = landlock > 0
}
