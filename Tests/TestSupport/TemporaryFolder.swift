// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A folder that is there as long as the value is.
package final class TemporaryFolder {
    package let path: String

    package init() throws {
        path = NSTemporaryDirectory() + "cleardays-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Makes it with a copy of another folder in it.
    package convenience init(copying source: String, to name: String) throws {
        try self.init()
        try FileManager.default.copyItem(atPath: source, toPath: path + "/" + name)
    }

    /// Makes it with files in it.
    package convenience init(_ files: [String: [UInt8]]) throws {
        try self.init()
        for (name, bytes) in files { try write(bytes, to: name) }
    }

    /// Makes it with files of text in it.
    package convenience init(_ files: [String: String]) throws { try self.init(files.mapValues { Array($0.utf8) }) }

    package func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    package func write(_ bytes: [UInt8], to name: String) throws {
        let file = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: file)
    }

    package func text(of name: String) throws -> String {
        try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }

    package func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path + "/" + name)))
    }

    /// Everything in a folder of it, hidden files too, in order.
    package func names(in folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()
    }

    /// Replaces one stretch of a file by another.
    package func edit(_ name: String, _ old: String, _ new: String) throws {
        let before = try text(of: name)
        guard before.contains(old) else { throw MissingText(text: old, file: name) }
        try write(before.replacing(old, with: new, maxReplacements: 1), to: name)
    }

    /// What was to be replaced is not there.
    package struct MissingText: Error {
        package var text: String
        package var file: String
    }
}
