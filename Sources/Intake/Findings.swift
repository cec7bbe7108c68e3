// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits

/// Collects what is found wrong while one workspace is read, and the texts it was found in.
final class Findings {
    private(set) var texts = SourceTexts()
    private var diagnostics = DiagnosticList()
    /// Of the texts in which places were looked for.
    private var lines: [String: LineIndex] = [:]
    private var errorCounts: [String: Int] = [:]
    private var notExempt = NotExempt()
    private let isUnquoted: (String) -> Bool
    /// Bytes of the files that have been read.
    private var bytesRead = 0
    /// Rows of the returns that have been read.
    private var rowCount = 0
    /// Bytes of the texts in which Markdown has been looked for.
    private var markdownRead = 0

    /// - Parameter isUnquoted: whether no report quotes a file, whatever its text.
    init(isUnquoted: @escaping (String) -> Bool = { _ in false }) { self.isUnquoted = isUnquoted }

    /// Counts a row among those that are read, unless it is too many for one round.
    func hasRoomForRow() -> Bool {
        rowCount += 1
        return rowCount <= Limits.mostRows
    }

    /// Counts the bytes of a text among those in which Markdown is looked for, unless they are too many for one run.
    func hasRoomForMarkdown(_ bytes: Int) -> Bool {
        markdownRead += bytes
        return markdownRead <= Limits.mostMarkdown
    }

    /// Counts a file among those that are read, unless it is too much for one workspace.
    func hasRoom(for bytes: Int) -> Bool {
        bytesRead += bytes
        return bytesRead <= Limits.largestWorkspace
    }

    /// Keeps a text, so that excerpts can be taken from it.
    func remember(_ text: SourceText) {
        texts.insert(text)
        if isUnquoted(text.file) { texts.hide(text.file) }
    }

    /// How many diagnostics have been kept.
    var count: Int { diagnostics.kept.count }

    /// Whether no more diagnostics of a file are kept.
    func isFull(_ file: String) -> Bool { diagnostics.isFull(file) }

    /// How many errors have been found in a file.
    func errorCount(in file: String) -> Int { errorCounts[file, default: 0] }

    /// Lets no report quote a file: what stands in it may not be for publication, and reports go into logs.
    func hide(_ file: String) { texts.hide(file) }

    func isHidden(_ file: String) -> Bool { texts.isHidden(file) }

    /// Takes note of texts that open as exempt information does and are for everybody.
    ///
    /// - Parameter files: a file's name, or the folder of a return with a stroke behind it.
    func note(notExempt texts: [YAMLText], for files: String) { notExempt.add(texts, for: files) }

    /// Whether an officer has said that a text is for everybody.
    func settle(_ texts: [String], in file: String) -> Bool { notExempt.settles(texts, in: file) }

    /// A search for words from a place on; nothing where the text is not known.
    func search(from start: SourceLocation, length: Int) -> TextSearch? {
        guard let text = texts[start.file] else { return nil }
        let index = lines[start.file] ?? LineIndex(text.bytes)
        lines[start.file] = index
        return TextSearch(text, lines: index, from: start, length: length)
    }

    func add(_ diagnostic: Diagnostic) {
        count(diagnostic.severity, in: diagnostic.location?.file ?? "")
        diagnostics.append(diagnostic)
    }

    private func count(_ severity: Diagnostic.Severity, in file: String) {
        if severity == .error { errorCounts[file, default: 0] += 1 }
    }

    func error(
        _ message: @autoclosure () -> DiagnosticText,
        at location: SourceLocation,
        hint: @autoclosure () -> DiagnosticText? = nil
    ) {
        count(.error, in: location.file)
        diagnostics.append(.error, at: location) { .error(message(), at: location, hint: hint()) }
    }

    /// Reports that words which may be exempt would be printed.
    func exposure(_ message: DiagnosticText, at location: SourceLocation, hint: DiagnosticText? = nil) {
        add(Diagnostic(.error, message, at: location, hint: hint, isExposure: true))
    }

    /// Makes exposures of the errors in the first lines of a file: each may be a mark that was lost.
    func expose(errorsIn file: String, before line: Int) {
        diagnostics.update { diagnostic in
            guard diagnostic.severity == .error, let location = diagnostic.location, location.file == file,
                location.line < line
            else { return }
            diagnostic.isExposure = true
        }
    }

    func warning(
        _ message: @autoclosure () -> DiagnosticText,
        at location: SourceLocation,
        hint: @autoclosure () -> DiagnosticText? = nil
    ) {
        diagnostics.append(.warning, at: location) { .warning(message(), at: location, hint: hint()) }
    }

    /// Everything found, each once, in reading order, with excerpts.
    func report() -> [Diagnostic] {
        texts.excerpting((diagnostics.all(isHidden: isHidden) + notExempt.diagnostics).inReadingOrder)
    }
}
