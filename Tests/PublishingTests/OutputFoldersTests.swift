// SPDX-License-Identifier: Apache-2.0

import Foundation
import PaperTree
import Publishing
import TestSupport
import Testing

/// The folders for the two editions of papers.
struct OutputFoldersTests {
    @Test(arguments: [
        ("out", "out-restricted"), ("a/out/", "a/out-restricted"), ("/srv/papers", "/srv/papers-restricted"),
    ])
    func `without a name the restricted folder stands beside the other`(open: String, restricted: String) throws {
        let folders = try OutputFolders(open: open)
        #expect(folders.folder(for: .whole) == open)
        #expect(folders.folder(for: .open) == open)
        #expect(folders.folder(for: .restricted) == restricted)
    }

    @Test func `the current folder has a name too`() throws {
        let folders = try OutputFolders(open: ".")
        let here = FileManager.default.currentDirectoryPath
        #expect(folders.restricted == here + "-restricted")
    }

    @Test(arguments: [
        ("out", "out"), ("out", "./out/"), ("out", "out/secret"), ("out/public", "out"), ("out", "other/../out"),
        ("/", "/srv"),
        ("linked", "real"), ("linked/deep/er", "real/deep"), ("out", ""),
    ])
    func `neither folder is the other or is in it`(open: String, restricted: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/real", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/linked", withDestinationPath: "real")
        func placed(_ name: String) -> String { name.isEmpty || name.hasPrefix("/") ? name : folder.path + "/" + name }
        let refusal =
            restricted.isEmpty
            ? "the name of the folder is empty"
            : "papers that are not for publication cannot go to \(placed(restricted)): it is in the same place as \(placed(open)), or one is in the other"
        #expect(throws: PublicationError(.usage, refusal)) {
            try OutputFolders(open: placed(open), restricted: placed(restricted))
        }
    }

    @Test(arguments: [
        ("out", "out"), ("out-restricted", "out-restricted"), ("out/in", "out"), ("ws/../out", "out"),
        ("ws/returns", "ws/returns"), ("ws/papers/in", "ws/papers"), ("ws", "ws/returns"), (".", "out"),
    ])
    func `an inbox is apart from the papers and what they are made of`(inbox: String, other: String) throws {
        let folder = try TemporaryFolder()
        let folders = try OutputFolders(open: folder.path + "/out")
        let place = folder.path + "/" + inbox
        let refusal = "\(place) cannot be the inbox: it and \(folder.path)/\(other) are in one another"
        #expect(throws: PublicationError(.usage, refusal)) {
            try folders.check(inbox: place, workspace: folder.path + "/ws")
        }
        try folders.check(inbox: folder.path + "/inbox", workspace: folder.path + "/ws")
        try folders.check(inbox: folder.path + "/ws/inbox", workspace: folder.path + "/ws")
    }

    /// The system's table of mounts comes in pieces of a page of memory: it is read to its end.
    @Test(arguments: ["out", "out/inner"], [0, 150])
    func `a folder that is mounted in two places is one folder`(mounted: String, otherMounts: Int) throws {
        let folder = try ExemptWorkspace.make()
        for name in ["out/inner", "elsewhere"] {
            try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
        let render = "\(Repository.folder)/.build/debug/cleardays render round --restricted-out elsewhere"
        let outcome = try Command.run(
            "/usr/bin/unshare",
            [
                "--user", "--map-root-user", "--mount", "/bin/sh", "-c",
                """
                for other in $(seq \(otherMounts)); do mount --bind round round || exit; done
                mount --bind \(mounted) elsewhere && exec \(render)
                """,
            ],
            in: folder.path
        )
        #expect(outcome.status == 64)
        #expect(
            outcome.errors
                == "error: papers that are not for publication cannot go to elsewhere: it is in the same place as out, or one is in the other\n"
        )
        #expect(try folder.names(in: "out") == ["inner"])
        #expect(try folder.names(in: "elsewhere") == [])
    }

    @Test func `folders that are mounted apart are two`() throws {
        let folder = try ExemptWorkspace.make()
        for name in ["out", "elsewhere", "store/a", "store/b"] {
            try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        }
        let render = "\(Repository.folder)/.build/debug/cleardays render round --restricted-out elsewhere"
        let mounts = "mount --bind store/a out && mount --bind store/b elsewhere"
        let outcome = try Command.run(
            "/usr/bin/unshare",
            ["--user", "--map-root-user", "--mount", "/bin/sh", "-c", "\(mounts) && exec \(render)"],
            in: folder.path
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.names(in: "store/b").count == 2)
    }

    @Test func `folders whose names begin alike are two`() throws {
        let folders = try OutputFolders(open: "papers", restricted: "papers2")
        #expect(folders.restricted == "papers2")
    }
}
