// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits

/// Collects what is found wrong while one workspace is read, and the texts it was found in.
final class Findings {
    private(set) var texts = SourceTexts()
    private var diagnostics = DiagnosticList()
    /// Of the texts in which places were looked for.
    private var lines: [String: LineIndex] = [:]
    /// Bytes of the files that have been read.
    private var bytesRead = 0

    /// Counts a file among those that are read, unless it is too much for one workspace.
    func hasRoom(for bytes: Int) -> Bool {
        bytesRead += bytes
        return bytesRead <= Limits.largestWorkspace
    }

    /// Rows of the returns that have been read.
    private var rowsRead = 0

    /// Counts a row among those that are read, unless it is too much for one round.
    func hasRoomForRow() -> Bool {
        rowsRead += 1
        return rowsRead <= Limits.mostRows
    }

    /// Keeps a text, so that excerpts can be taken from it.
    func remember(_ text: SourceText) { texts.insert(text) }

    /// How much has been found.
    var count: Int { diagnostics.count }

    /// Whether no more is told of a file.
    func isFull(_ file: String) -> Bool { diagnostics.isFull(file) }

    /// Lets no report quote what stands in some lines: they are not for publication, and reports go into logs.
    func hide(_ lines: FileLines) { texts.hide(lines) }

    /// A search for words from a place on; nothing where the text is not known.
    func search(from start: SourceLocation, length: Int) -> TextSearch? {
        guard let text = texts[start.file] else { return nil }
        let index = lines[start.file] ?? LineIndex(text.bytes)
        lines[start.file] = index
        return TextSearch(text, lines: index, from: start, length: length)
    }

    func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    /// Adds an error; message and hint are only made where it is kept.
    func error(
        _ message: @autoclosure () -> String,
        at location: SourceLocation,
        hint: @autoclosure () -> String? = nil
    ) {
        diagnostics.append(.error, at: location) { .error(message(), at: location, hint: hint()) }
    }

    /// Adds a warning; message and hint are only made where it is kept.
    func warning(
        _ message: @autoclosure () -> String,
        at location: SourceLocation,
        hint: @autoclosure () -> String? = nil
    ) {
        diagnostics.append(.warning, at: location) { .warning(message(), at: location, hint: hint()) }
    }

    /// Everything found, each once, in the order in which one reads, with excerpts.
    func report() -> [Diagnostic] { texts.excerpting(diagnostics.all.inReadingOrder) }
}
