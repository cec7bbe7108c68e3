// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Intake

/// The lines of a text file in which words are replaced.
struct RepairedText {
    private let path: String
    private let lines: [[Unicode.Scalar]]

    /// Nothing if the bytes are no UTF-8: the file's other letters would be lost.
    /// So they are where a line ends with a carriage return alone, as on old machines.
    init?(_ bytes: [UInt8], path: String) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let scalars = Array(text.unicodeScalars)
        guard !scalars.indices.contains(where: { scalars[$0] == "\r" && scalars.dropFirst($0 + 1).first != "\n" })
        else {
            return nil
        }
        self.path = path
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    }

    /// The bytes with the words of diagnostics replaced, and the diagnostics of which that could be done.
    ///
    /// Words are replaced only where they are where they are said to be, and where of all that the file says nothing but they becomes another: an
    /// answer with a comma would divide a list in brackets, or a row without quotation marks.
    func replacing(in diagnostics: [Diagnostic]) -> (bytes: [UInt8], made: [Diagnostic]) {
        var lines = lines
        var made: [Diagnostic] = []
        var values = TextFileValues(Self.bytes(of: lines), path: path)
        // From the end, so that places before keep their columns.
        for diagnostic in diagnostics.reversed() {
            guard let replacement = diagnostic.replacement, let place = place(of: diagnostic, in: lines) else {
                continue
            }
            let line = lines[place.line]
            lines[place.line].replaceSubrange(place.columns, with: replacement.right.unicodeScalars)
            let changed = TextFileValues(Self.bytes(of: lines), path: path)
            guard let before = values, let changed, changed.differ(from: before, by: replacement) else {
                lines[place.line] = line
                continue
            }
            values = changed
            made.append(diagnostic)
        }
        return (Self.bytes(of: lines), made.reversed())
    }

    /// Where the words are that a diagnostic replaces, or `nil` if they are not there or may not be shown.
    private func place(of diagnostic: Diagnostic, in lines: [[Unicode.Scalar]]) -> (line: Int, columns: Range<Int>)? {
        guard let location = diagnostic.location, let replacement = diagnostic.replacement,
            diagnostic.excerpt != nil, lines.indices.contains(location.line - 1), location.column > 0
        else { return nil }
        let line = lines[location.line - 1]
        let written = Array(replacement.written.unicodeScalars)
        // A byte order mark is no column.
        var start = location.column - (location.line == 1 && line.first == "\u{FEFF}" ? 0 : 1)
        // A cell or a value in quotation marks begins with them.
        if start < line.count, line[start] == "\"" || line[start] == "'", written.first != line[start] { start += 1 }
        guard start <= line.count, line[start...].starts(with: written) else { return nil }
        return (location.line - 1, start..<(start + written.count))
    }

    private static func bytes(of lines: [[Unicode.Scalar]]) -> [UInt8] {
        var text = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0 { text.append("\n") }
            text.append(contentsOf: line)
        }
        return Array(String(text).utf8)
    }
}
