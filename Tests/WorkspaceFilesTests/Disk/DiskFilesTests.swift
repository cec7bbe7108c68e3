// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import WorkspaceFiles

struct DiskFilesTests {
    /// A folder with a workspace in it and something beside it that is nobody's business.
    private func folder() throws -> TemporaryFolder {
        try TemporaryFolder([
            "ws/council.yaml": "name: Test\n", "ws/returns/one/statement.md": "One.\n", "beside/secret.md": "Secret.\n",
        ])
    }

    private func link(_ folder: TemporaryFolder, _ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/" + name,
            withDestinationPath: target.replacing("ROOT", with: folder.path)
        )
    }

    @Test func `files and folders are read by their paths`() throws {
        let folder = try folder()
        let files = DiskFiles(root: folder.path + "/ws")
        let names = try files.names(in: "")
        #expect(names == ["council.yaml", "returns"])
        let bytes = try files.bytes(of: "returns/one/statement.md")
        #expect(bytes == Array("One.\n".utf8))
        let kinds = try ["", "returns", "council.yaml", "nothing", "council.yaml/x"].map { try files.kind(of: $0) }
        #expect(kinds == [.folder, .folder, .file, nil, nil])
        let nothing = try files.bytes(of: "nothing.md")
        #expect(nothing == nil)
    }

    @Test(arguments: [
        "../beside/secret.md", "ROOT/beside/secret.md", "returns/../../beside/secret.md", "inner", "/etc/hostname",
        "returns/one/up/beside/secret.md",
    ])
    func `a link that leads out is not read`(target: String) throws {
        let folder = try folder()
        try link(folder, "ws/inner", to: "../beside/secret.md")
        try link(folder, "ws/returns/one/up", to: "../../..")
        try link(folder, "ws/link.md", to: target)
        let files = DiskFiles(root: folder.path + "/ws")
        let error = #expect(throws: FileError.self) { try files.bytes(of: "link.md") }
        #expect(error?.description == "cannot open the file `link.md`: it is a link that leads out of the workspace")
        let ofKind = #expect(throws: FileError.self) { try files.kind(of: "link.md") }
        #expect(ofKind?.path == "link.md")
        #expect(ofKind?.reason == error?.reason)
    }

    @Test(arguments: ["../beside/secret.md", "returns/../../beside/secret.md", "returns/one/../../../beside/secret.md"])
    func `a path that leads out is not read`(path: String) throws {
        let folder = try folder()
        let files = DiskFiles(root: folder.path + "/ws")
        let error = #expect(throws: FileError.self) { try files.bytes(of: path) }
        #expect(error?.description == "cannot open the file `\(path)`: it is a link that leads out of the workspace")
    }

    @Test(arguments: [
        "returns/one/statement.md", "ROOT/ws/returns/one/statement.md", "returns/../returns/one/statement.md",
    ])
    func `a link that stays inside is read`(target: String) throws {
        let folder = try folder()
        try link(folder, "ws/link.md", to: target)
        let bytes = try DiskFiles(root: folder.path + "/ws").bytes(of: "link.md")
        #expect(bytes == Array("One.\n".utf8))
    }

    @Test func `links in a circle are refused, and are no endless way`() throws {
        let folder = try folder()
        try link(folder, "ws/a", to: "b")
        try link(folder, "ws/b", to: "a")
        try link(folder, "ws/returns/again", to: "../returns")
        let files = DiskFiles(root: folder.path + "/ws")
        let error = #expect(throws: FileError.self) { try files.bytes(of: "a") }
        #expect(error?.description == "cannot open the file `a`: its links lead in a circle")
        let paths = try files.tree().keys.sorted()
        #expect(paths == ["a", "b", "council.yaml", "returns", "returns/one", "returns/one/statement.md"])
    }

    @Test func `the tree holds what is inside, and a link that leads out as a file`() throws {
        let folder = try folder()
        try link(folder, "ws/returns/two", to: "../../beside")
        try link(folder, "ws/returns/three", to: "one")
        try folder.write("", to: "ws/~$council.yaml")
        let tree = try DiskFiles(root: folder.path + "/ws").tree()
        let folders = tree.filter { $0.value == .folder }.keys.sorted()
        let all = tree.filter { $0.value != .folder }.keys.sorted()
        #expect(folders == ["returns", "returns/one", "returns/three"])
        #expect(all == ["council.yaml", "returns/one/statement.md", "returns/three/statement.md", "returns/two"])
    }

    @Test func `what is no file is refused, and says what it is`() throws {
        let folder = try folder()
        mkfifo(folder.path + "/ws/pipe.md", 0o644)
        try makeSocket(at: folder.path + "/ws/socket.md")
        let files = DiskFiles(root: folder.path + "/ws")
        for (name, thing) in [("pipe.md", "a pipe"), ("socket.md", "a socket"), ("returns", "a folder")] {
            let error = #expect(throws: FileError.self) { try files.bytes(of: name) }
            #expect(error?.description == "cannot read the file `\(name)`: it is \(thing), not a file")
            #expect(error?.hint == "put the file itself in its place")
        }
    }

    @Test func `a device is refused, and is not opened`() throws {
        // A root of its own, in which the machine's devices are.
        let files = DiskFiles(root: "/dev")
        let error = #expect(throws: FileError.self) { try files.bytes(of: "zero") }
        #expect(error?.description == "cannot read the file `zero`: it is a device, not a file")
    }

    @Test(arguments: ["nowhere.md", "other.md/inner", "second.md", "nowhere/inner.md"])
    func `a link that leads nowhere is no missing file`(target: String) throws {
        let folder = try TemporaryFolder(["ws/other.md": "Text."])
        let path = folder.path + "/ws/first.md"
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        if target == "second.md" {
            let second = folder.path + "/ws/second.md"
            try FileManager.default.createSymbolicLink(atPath: second, withDestinationPath: "nowhere.md")
        }
        let files = DiskFiles(root: folder.path + "/ws")
        let error = #expect(throws: FileError.self) { try files.bytes(of: "first.md") }
        #expect(error?.description == "cannot open the file `first.md`: it is a link that leads nowhere")
        #expect(try files.bytes(of: "nowhere.md") == nil)
    }

    @Test func `a folder of too many files is refused, and one too deep is not looked into`() throws {
        let folder = try folder()
        let many = folder.path + "/ws/many"
        try FileManager.default.createDirectory(atPath: many, withIntermediateDirectories: true)
        for number in 0...10_000 { close(open("\(many)/\(number).csv", O_CREAT | O_WRONLY, 0o644)) }
        let deep = (0..<40).map { "d\($0)" }.joined(separator: "/")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/ws/deep/" + deep,
            withIntermediateDirectories: true
        )
        let files = DiskFiles(root: folder.path + "/ws")
        let tooMany = #expect(throws: FileError.self) { try files.names(in: "many") }
        #expect(tooMany?.description == "cannot open the folder `many`: it holds more than 10000 files")
        let tree = try files.tree(in: "deep")
        let deepest = try #require(tree.first { $0.value != .folder }?.key)
        #expect(tree.count == 32)
        #expect(deepest.split(separator: "/").count == 33)
        let unread = #expect(throws: FileError.self) { try files.bytes(of: deepest) }
        #expect(unread?.description == "cannot read the file `\(deepest)`: it is a folder, not a file")
    }

    private func makeSocket(at path: String) throws {
        let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        #expect(bound == 0)
    }
}
