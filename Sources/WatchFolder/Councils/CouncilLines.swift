// SPDX-License-Identifier: Apache-2.0

import Logging

/// The log of a council's process on its way to the log of the service: each line has the council's name.
///
/// A process writes its own lines so. What the runtime or a library writes is made a log line.
final class CouncilLines {
    /// The longest line that is waited for.
    private static let longest = 64 << 10

    private let council: String
    private let log: Logger
    private let standardError: StandardError
    private var rest: [UInt8] = []

    init(of council: String, log: Logger, standardError: StandardError = .shared) {
        self.council = council
        self.log = log
        self.standardError = standardError
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
        if LineLogHandler.isLine(text, of: council) {
            if standardError.write(line + [0x0A]), standardError.lost > 0 {
                log.warning("lines of the log could not be written")
            }
        } else if !text.isEmpty {
            log.error("\(text)", metadata: ["council": "\(council)"])
        }
    }
}
