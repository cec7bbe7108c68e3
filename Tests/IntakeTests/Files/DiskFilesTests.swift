// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publication
import TestSupport
import Testing

@testable import Intake

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
        let error = #expect(throws: IntakeError.self) { try files.bytes(of: "link.md") }
        #expect(error?.reason == "it is a link that leads out of the workspace")
        #expect(throws: IntakeError.self) { try files.kind(of: "link.md") }
    }

    @Test(arguments: ["../beside/secret.md", "returns/../../beside/secret.md", "returns/one/../../../beside/secret.md"])
    func `a path that leads out is not read`(path: String) throws {
        let folder = try folder()
        let files = DiskFiles(root: folder.path + "/ws")
        #expect(throws: IntakeError.self) { try files.bytes(of: path) }
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
        let error = #expect(throws: IntakeError.self) { try files.bytes(of: "a") }
        #expect(error?.reason == "its links lead in a circle")
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

    @Test func `what is neither file nor folder is refused`() throws {
        let folder = try folder()
        mkfifo(folder.path + "/ws/pipe.md", 0o644)
        let files = DiskFiles(root: folder.path + "/ws")
        let error = #expect(throws: IntakeError.self) { try files.bytes(of: "pipe.md") }
        #expect(error?.reason == "it is not a file")
    }

    @Test func `a link that leads out is a problem of the workspace`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        try FileManager.default.moveItem(
            atPath: folder.path + "/ws/returns/community-services/statement.md",
            toPath: folder.path + "/statement.md"
        )
        try link(folder, "ws/returns/community-services/statement.md", to: "../../../statement.md")
        let found = try readWorkspace(at: folder.path + "/ws", programLayouts: Repository.program.layouts).diagnostics
        let messages = found.filter { $0.severity == .error }.map(\.message)
        #expect(messages == ["cannot open the file: it is a link that leads out of the workspace"])
        let place = found.first?.location?.description
        #expect(place == "returns/community-services/statement.md")
    }

    @Test func `a folder that is a link out is a problem of the workspace`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        try FileManager.default.moveItem(
            atPath: folder.path + "/ws/returns/community-services",
            toPath: folder.path + "/community-services"
        )
        try link(folder, "ws/returns/community-services", to: "ROOT/community-services")
        let found = try readWorkspace(at: folder.path + "/ws", programLayouts: Repository.program.layouts).diagnostics
        let messages = found.filter { $0.severity == .error }.map(\.message)
        #expect(messages.contains("cannot open it: it is a link that leads out of the workspace"))
    }
}
