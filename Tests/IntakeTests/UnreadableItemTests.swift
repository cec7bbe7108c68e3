// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

@testable import Intake

/// An item of the wrong kind, or a link out of the workspace, is reported at its path.
struct UnreadableItemTests {
    private func errors(_ name: String, _ put: (String) throws -> Void) throws -> [String] {
        let folder = try TemporaryFolder(copying: Repository.folder + "/starter", to: "ws")
        let path = folder.path + "/ws/" + name
        try? FileManager.default.removeItem(atPath: path)
        try put(path)
        return try readWorkspace(at: folder.path + "/ws", programLayouts: Repository.folder + "/layouts")
            .diagnostics.filter { $0.severity == .error }.map(\.line)
    }

    @Test(arguments: ["layouts", "papers", "returns"])
    func `a file in the place of a folder is an error`(name: String) throws {
        let lines = try errors(name) { try Data().write(to: URL(filePath: $0)) }
        #expect(lines.contains("error \(name): `\(name)` is a file, not a folder"), "\(lines)")
    }

    @Test(arguments: ["layouts", "papers", "returns"])
    func `a pipe in the place of a folder is an error`(name: String) throws {
        let lines = try errors(name) { #expect(mkfifo($0, 0o600) == 0) }
        #expect(lines.contains("error \(name): cannot read the file: it is a pipe, not a file"), "\(lines)")
    }

    @Test(arguments: [
        ("council.yaml", "council.yaml"), ("round.yaml", "round.yaml"), ("papers/cabinet.md", "papers/cabinet.md"),
        ("returns/community-services/return.yaml", "returns/community-services/return.yaml"),
        ("returns/community-services/statement.md", "returns/community-services/statement.md"),
        ("returns/community-services/actions.csv", "returns/community-services/actions.csv"),
        ("returns/sport", "returns/sport"), ("layouts/words.yaml", "layouts/words.yaml"),
    ])
    func `a pipe in the place of a file is an error there`(path: String, place: String) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let full = folder.path + "/ws/" + path
        try? FileManager.default.removeItem(atPath: full)
        let parent = full.split(separator: "/").dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: "/" + parent, withIntermediateDirectories: true)
        #expect(mkfifo(full, 0o644) == 0)
        let found = try readWorkspace(at: folder.path + "/ws", programLayouts: Repository.program.layouts).diagnostics
        let pipes = found.filter { $0.severity == .error && $0.location?.file == place }
        #expect(pipes.map(\.message) == ["cannot read the file: it is a pipe, not a file"])
    }

    private func link(_ folder: TemporaryFolder, _ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/" + name,
            withDestinationPath: target.replacing("ROOT", with: folder.path)
        )
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
