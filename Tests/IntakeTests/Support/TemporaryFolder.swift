// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A folder with files in it that is there as long as the test holds on to it.
final class TemporaryFolder {
    let path: String

    init(_ files: [String: [UInt8]]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cleardays-\(UUID().uuidString)")
        path = folder.path
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, bytes) in files {
            let file = folder.appending(path: name)
            let parent = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    convenience init(_ files: [String: String]) throws { try self.init(files.mapValues { Array($0.utf8) }) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
