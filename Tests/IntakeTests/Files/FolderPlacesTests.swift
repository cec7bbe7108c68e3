// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Intake

/// What stands in the place of a folder of the workspace is told, whether or not the workspace needs the folder.
struct FolderPlacesTests {
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
}
