// SPDX-License-Identifier: Apache-2.0

import Glibc
import Logging

/// The log of a council's process on its way to the log of the service: each line has the council's name.
///
/// A process writes its own lines so. What the runtime or a library writes is made a log line.
final class CouncilLines {
    /// The longest line that is waited for.
    private static let longest = 64 << 10

    private let council: String
    private let marks: [String]
    private let log: Logger
    private let write: ([UInt8]) -> Void
    private var rest: [UInt8] = []

    init(
        of council: String,
        log: Logger,
        write: @escaping ([UInt8]) -> Void = { bytes in _ = Glibc.write(STDERR_FILENO, bytes, bytes.count) }
    ) {
        self.council = council
        self.log = log
        self.write = write
        marks = LineLogHandler.marks(of: council)
    }

    func add(_ bytes: ArraySlice<UInt8>) {
        rest += bytes
        while let end = rest.firstIndex(of: 0x0A) {
            pass(rest[..<end])
            rest.removeSubrange(...end)
        }
        if rest.count > Self.longest { finish() }
    }

    /// Passes on what has no end of line.
    func finish() {
        if !rest.isEmpty { pass(rest[...]) }
        rest = []
    }

    private func pass(_ line: ArraySlice<UInt8>) {
        let text = String(decoding: line, as: UTF8.self)
        if marks.contains(where: text.contains) {
            // One write, so that lines of several councils do not mix.
            write(line + [0x0A])
        } else if !text.isEmpty {
            log.error("\(text)", metadata: ["council": "\(council)"])
        }
    }
}
