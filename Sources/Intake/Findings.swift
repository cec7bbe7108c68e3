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
    /// How many were not kept, by file, and whether there is an error among them.
    private var dropped: [String: (count: Int, holdsErrors: Bool)] = [:]

    /// Bytes of the files that have been read.
    private var bytesRead = 0

    /// Counts a file among those that are read, unless it is too much for one workspace.
    func hasRoom(for bytes: Int) -> Bool {
        bytesRead += bytes
        return bytesRead <= Limits.largestWorkspace
    }

    /// Keeps a text, so that excerpts can be taken from it.
    func remember(_ text: SourceText) { texts.insert(text) }

    /// How much has been found.
    var count: Int { counts.values.reduce(0, +) }

    /// Lets no report quote what stands in some lines: they are not for publication, and reports go into logs.
    func hide(_ lines: FileLines) { texts.hide(lines) }

    /// A search for words from a place on; nothing where the text is not known.
    func search(from start: SourceLocation, length: Int) -> TextSearch? {
        guard let text = texts[start.file] else { return nil }
        let index = lines[start.file] ?? LineIndex(text.bytes)
        lines[start.file] = index
        return TextSearch(text, lines: index, from: start, length: length)
    }

    func add(_ diagnostic: Diagnostic) {
        let file = diagnostic.location?.file ?? ""
        let count = counts[file, default: 0]
        if count < Limits.mostProblemsPerFile {
            counts[file] = count + 1
            diagnostics.append(diagnostic)
        } else {
            let before = dropped[file] ?? (0, false)
            dropped[file] = (before.count + 1, before.holdsErrors || diagnostic.severity == .error)
        }
    }

    func error(_ message: String, at location: SourceLocation, hint: String? = nil) {
        add(.error(message, at: location, hint: hint))
    }

    func warning(_ message: String, at location: SourceLocation, hint: String? = nil) {
        add(.warning(message, at: location, hint: hint))
    }

    /// Everything found, each once, in the order in which one reads, with excerpts.
    func report() -> [Diagnostic] {
        texts.excerpting((diagnostics + remainders).inReadingOrder)
    }

    /// A diagnostic for each file that says how many more there are; it stands first, having no line.
    private var remainders: [Diagnostic] {
        dropped.sorted { $0.key < $1.key }.map { file, dropped in
            Diagnostic(
                dropped.holdsErrors ? .error : .warning,
                "\(dropped.count) more problems are not told: the first \(Limits.mostProblemsPerFile) are",
                at: SourceLocation(file: file)
            )
        }
    }
}
