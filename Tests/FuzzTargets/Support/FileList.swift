// SPDX-License-Identifier: Apache-2.0

import WorkspaceFiles

/// Files as one text: a line `=== path` before each, in the way of a shell archive, so that a fuzzer can move lines between files.
enum FileList {
    /// The files of a list by their paths; what comes before the first path is left out.
    static func files(of bytes: [UInt8]) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.starts(with: "=== ".utf8) {
                files.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
            } else if !files.isEmpty {
                files[files.count - 1].bytes += line + [UInt8(ascii: "\n")]
            }
        }
        return files
    }

    /// The list of some files.
    static func bytes(of files: [(path: String, bytes: [UInt8])]) -> [UInt8] {
        files.flatMap { Array("=== \($0.path)\n".utf8) + $0.bytes + ($0.bytes.last == 0x0A ? [] : [0x0A]) }
    }
}
