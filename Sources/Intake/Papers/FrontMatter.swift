// SPDX-License-Identifier: Apache-2.0

import UnicodeText
import WorkspaceFiles

/// The two parts of a paper's file: its header between lines of `---`, and its body.
struct FrontMatter {
    var header: String
    var body: String
    /// The line of the file at which the body begins.
    var bodyLine: Int

    /// Why a file cannot be parted.
    enum Problem: Error {
        case hasNoHeader
        case headerIsNotClosed
    }

    init(_ bytes: [UInt8]) throws(Problem) {
        let index = LineIndex(bytes)
        func isRule(_ line: Int) -> Bool { index.line(line, of: bytes)?.trimmed == "---" }
        guard isRule(1), let first = index.range(1) else { throw .hasNoHeader }
        var line = 2
        while let range = index.range(line) {
            if isRule(line) {
                header = String(decoding: bytes[first.upperBound..<range.lowerBound], as: UTF8.self)
                body = String(decoding: bytes[range.upperBound...], as: UTF8.self)
                bodyLine = line + 1
                return
            }
            line += 1
        }
        throw .headerIsNotClosed
    }
}
