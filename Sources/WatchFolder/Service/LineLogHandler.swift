// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import Logging

/// Writes log lines to the standard error stream, for a person or for a program that collects them.
package struct LineLogHandler: LogHandler {
    /// How a line is written.
    package enum Format: String, Sendable, CaseIterable {
        case text, json
    }

    /// The least level that is written.
    package var logLevel: Logger.Level = .info
    /// Values that are written with every line of the logger.
    package var metadata: Logger.Metadata = [:]
    let format: Format

    package init(format: Format) { self.format = format }

    /// Whether a line is one of a logger whose metadata name a council, in either format.
    static func isLine(_ line: String, of council: String) -> Bool {
        if line.hasPrefix("{") { return line.hasSuffix("}") && line.contains("\"council\":\"\(council)\"") }
        // It begins with the year.
        return line.first?.isWholeNumber == true && (line + " ").contains(" council=\(council) ")
    }

    /// One of the values that are written with every line.
    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes an event as one line to standard error.
    package func log(event: LogEvent) {
        StandardError.shared.write { lost in Array(line(event, lost: lost).utf8) }
    }

    /// The line of an event, with its end.
    ///
    /// - Parameter lost: how many lines before it could not be written.
    func line(_ event: LogEvent, lost: Int) -> String {
        var metadata = metadata.merging(event.metadata ?? [:]) { _, own in own }
        if lost > 0 { metadata["lost-lines"] = "\(lost)" }
        let all = metadata.sorted { $0.key < $1.key }
        let time = WallTime.now.stamp
        let line =
            switch format {
            case .text:
                ([time, event.level.rawValue + ":", event.message.description]
                    + all.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
            case .json:
                JSONText(
                    all.reduce(
                        into: ["time": time, "level": event.level.rawValue, "message": event.message.description]
                    ) { members, own in members[own.key] = "\(own.value)" }
                ).description
            }
        return line.onOneLine + "\n"
    }
}

extension String {
    /// A name of a file may hold anything; a log line is one line.
    fileprivate var onOneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
    }
}
