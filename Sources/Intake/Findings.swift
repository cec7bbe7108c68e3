// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits

/// Collects what is found wrong while one workspace is read, and the texts it was found in.
final class Findings {
    private(set) var texts = SourceTexts()
    private var diagnostics: [Diagnostic] = []
    /// Of the texts in which places were looked for.
    private var lines: [String: LineIndex] = [:]
    private var counts: [String: Int] = [:]
    private var errorCounts: [String: Int] = [:]
    /// How many were not kept, by file, and whether there is an error, or an exposure, among them.
    private var dropped: [String: (count: Int, holdsErrors: Bool, isExposure: Bool)] = [:]
    private var notExempt = NotExempt()

    private let isUnquoted: (String) -> Bool

    /// - Parameter isUnquoted: whether no report quotes a file, whatever stands in it.
    init(isUnquoted: @escaping (String) -> Bool = { _ in false }) { self.isUnquoted = isUnquoted }

    /// Bytes of the files that have been read.
    private var bytesRead = 0

    /// Rows of the returns that have been read.
    private var rowCount = 0
    private var markdownRead = 0

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

    /// How much has been found.
    var count: Int { counts.values.reduce(0, +) }

    /// Whether no more is told of a file.
    func isFull(_ file: String) -> Bool { counts[file, default: 0] >= Limits.mostProblemsPerFile }

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
        add(diagnostic.severity, isExposure: diagnostic.isExposure, in: diagnostic.location?.file ?? "") { diagnostic }
    }

    /// Adds what is only made where it is kept: to find the nearest of thousands of names takes long, and a file may have a name that is
    /// none on every line.
    private func add(
        _ severity: Diagnostic.Severity,
        isExposure: Bool = false,
        in file: String,
        _ make: () -> Diagnostic
    ) {
        if severity == .error { errorCounts[file, default: 0] += 1 }
        guard isFull(file) else {
            counts[file, default: 0] += 1
            diagnostics.append(make())
            return
        }
        let before = dropped[file] ?? (0, false, false)
        dropped[file] = (before.count + 1, before.holdsErrors || severity == .error, before.isExposure || isExposure)
    }

    func error(
        _ message: @autoclosure () -> DiagnosticText,
        at location: SourceLocation,
        hint: @autoclosure () -> DiagnosticText? = nil
    ) {
        add(.error, in: location.file) { .error(message(), at: location, hint: hint()) }
    }

    /// Reports that words which may be exempt would be printed.
    func exposure(_ message: DiagnosticText, at location: SourceLocation, hint: DiagnosticText? = nil) {
        add(Diagnostic(.error, message, at: location, hint: hint, isExposure: true))
    }

    /// Makes exposures of the errors in the first lines of a file: each may be a mark that was lost.
    func expose(errorsIn file: String, before line: Int) {
        for index in diagnostics.indices where diagnostics[index].severity == .error {
            guard let location = diagnostics[index].location, location.file == file, location.line < line else {
                continue
            }
            diagnostics[index].isExposure = true
        }
    }

    func warning(
        _ message: @autoclosure () -> DiagnosticText,
        at location: SourceLocation,
        hint: @autoclosure () -> DiagnosticText? = nil
    ) {
        add(.warning, in: location.file) { .warning(message(), at: location, hint: hint()) }
    }

    /// Everything found, each once, in the order in which one reads, with excerpts.
    func report() -> [Diagnostic] {
        texts.excerpting((diagnostics + notExempt.diagnostics + remainders).inReadingOrder)
    }

    /// A diagnostic for each file that says how many more there are; it stands first, having no line.
    private var remainders: [Diagnostic] {
        dropped.sorted { $0.key < $1.key }.map { file, dropped in
            Diagnostic(
                dropped.holdsErrors ? .error : .warning,
                "\(dropped.count) more problems are not told: the first \(Limits.mostProblemsPerFile) are",
                at: SourceLocation(file: file),
                isExposure: dropped.isExposure || dropped.holdsErrors && isHidden(file)
            )
        }
    }
}
