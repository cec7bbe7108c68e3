// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Collects what is found wrong while one workspace is read, and the texts it was found in.
final class Findings {
    private var diagnostics: [Diagnostic] = []
    private var texts: [String: SourceText] = [:]

    /// Keeps a text, so that excerpts can be taken from it.
    func remember(_ text: SourceText) { texts[text.file] = text }

    func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    func error(_ message: String, at location: SourceLocation, hint: String? = nil) {
        add(.error(message, at: location, hint: hint))
    }

    func warning(_ message: String, at location: SourceLocation, hint: String? = nil) {
        add(.warning(message, at: location, hint: hint))
    }

    /// Everything found, each once, in the order in which one reads, with excerpts.
    func report() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        var lines: [String: LineIndex] = [:]
        return diagnostics.filter { seen.insert($0).inserted }.enumerated().sorted { first, second in
            guard let left = first.element.location, let right = second.element.location, left != right else {
                if (first.element.location == nil) != (second.element.location == nil) {
                    return second.element.location == nil
                }
                return first.offset < second.offset
            }
            if left < right { return true }
            if right < left { return false }
            return first.offset < second.offset
        }.map { _, diagnostic in
            guard let location = diagnostic.location, location.line > 0, let text = texts[location.file] else {
                return diagnostic
            }
            let index = lines[location.file] ?? LineIndex(text.bytes)
            lines[location.file] = index
            guard let line = index.line(location.line, of: text.bytes) else { return diagnostic }
            return diagnostic.excerpting(line)
        }
    }
}
