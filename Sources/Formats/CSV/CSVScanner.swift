// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import WorkspaceFiles

/// Splits the bytes of a CSV file into records and fields (RFC 4180), with the position of each.
///
/// Lines end with LF, CRLF or CR; an empty line is passed over. A quote inside an unquoted field is itself.
struct CSVScanner {
    private(set) var fields: [CSVField] = []
    /// Each record, as a range of fields.
    private(set) var records: [Range<Int>] = []
    let separator: UInt8

    private let file: SourceFile
    private let bytes: [UInt8]
    private let findings: DiagnosticCollector
    private var index = 0
    private var line = 1
    private var lineStart = 0
    /// Bytes of the line so far that begin no character.
    private var continuations = 0

    init(_ text: SourceText, findings: DiagnosticCollector) {
        file = text.sourceFile
        bytes = text.bytes
        let stated = Self.statedSeparator(of: text.bytes)
        separator = stated?.separator ?? Self.separator(of: text.bytes)
        self.findings = findings
        fields.reserveCapacity(bytes.count / 12)
        records.reserveCapacity(bytes.count / 80)
        WorkMeter.count(bytes.count)
        if let stated {
            index = stated.lineLength
            if index < bytes.count { endLine() }
        }
        while index < bytes.count {
            if fields.count > Limits.mostFields {
                // Nobody reads what the records from here on say of themselves.
                findings.keepTogether(file.subject)
                findings.report(.tooManyFields, at: SourceLocation(file: file, line: line))
                break
            }
            scanRecord()
        }
    }

    /// The bytes of a line that states the separator, and a separator for each column that a file may have.
    private static let longestStatement = 2 * Limits.mostColumns

    /// The separator in a first line `sep=;`, which tells Excel how the file is divided and is no row of it.
    private static func statedSeparator(of bytes: [UInt8]) -> (separator: UInt8, lineLength: Int)? {
        // Programs that save the file again add a separator for each column.
        let line = bytes.prefix(longestStatement).prefix { $0 != lineFeed && $0 != carriageReturn }
        if line.count == longestStatement { return nil }
        var content = line[...]
        if content.first == quote, content.last == quote { content = content.dropFirst().dropLast() }
        guard content.prefix(4).map({ $0 | 0x20 }) == "sep=".utf8.map({ $0 | 0x20 }),
            let separator = content.dropFirst(4).first,
            content.dropFirst(5).allSatisfy({ $0 == separator || $0 == 0x20 })
        else { return nil }
        return (separator, line.count)
    }

    /// How many lines are looked at for the separator.
    private static let linesCompared = 10

    /// The separator of a file: Excel in some countries separates with semicolons or tabs.
    ///
    /// Of the three it is the one that most of the first lines have equally many of. Prose has commas too, and a title may stand above the
    /// names of the columns, but only the separator is in each line as often as in the others.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        var counts = [0, 0, 0]
        var lines: [[Int]] = []
        var isQuoted = false
        func endLine() {
            if counts != [0, 0, 0] { lines.append(counts) }
            counts = [0, 0, 0]
        }
        for byte in bytes {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
            if byte == lineFeed || byte == carriageReturn {
                endLine()
                if lines.count == linesCompared { break }
            }
        }
        endLine()
        /// How many lines have the same number of a candidate, and what that number is.
        func agreement(_ candidate: Int) -> (lines: Int, count: Int) {
            var best = (lines: 0, count: 0)
            for count in Set(lines.map { $0[candidate] }) where count > 0 {
                let lines = lines.count { $0[candidate] == count }
                if (lines, count) > best { best = (lines, count) }
            }
            return best
        }
        var chosen = 0
        for candidate in candidates.indices.dropFirst() where agreement(candidate) > agreement(chosen) {
            chosen = candidate
        }
        return candidates[chosen]
    }

    private static let quote = UInt8(ascii: "\"")
    private static let underscore = UInt8(ascii: "_")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private mutating func scanRecord() {
        let first = fields.count
        while true {
            guard scanField() else {
                // The quote was never closed: what follows it is no record.
                fields.removeSubrange(first...)
                return
            }
            guard index < bytes.count, bytes[index] == separator else { break }
            index += 1
            // A separator at the very end opens one last, empty field.
            if index == bytes.count { fields.append(emptyField()) }
            if index == bytes.count { break }
        }
        if index < bytes.count { endLine() }
        let isBlank = fields.count == first + 1 && fields[first].start == fields[first].end && !fields[first].isQuoted
        if isBlank { fields.removeLast() } else { records.append(first..<fields.count) }
    }

    /// Takes one field; false where its quote is never closed.
    private mutating func scanField() -> Bool {
        var field = emptyField()
        guard index < bytes.count, bytes[index] == Self.quote else {
            field.isEscaped = skipText()
            field.end = Int32(truncatingIfNeeded: index)
            fields.append(field)
            return true
        }
        field.isQuoted = true
        index += 1
        field.start = Int32(truncatingIfNeeded: index)
        while index < bytes.count {
            let byte = bytes[index]
            if byte == Self.quote {
                guard index + 1 < bytes.count, bytes[index + 1] == Self.quote else { break }
                field.isEscaped = true
                index += 2
            } else if byte == Self.lineFeed || byte == Self.carriageReturn {
                endLine()
            } else {
                if byte & 0xC0 == 0x80 { continuations += 1 }
                if byte == Self.underscore, SpreadsheetEscape.begins(at: index, of: bytes) { field.isEscaped = true }
                index += 1
            }
        }
        guard index < bytes.count else {
            findings.keepTogether(file.subject)
            findings.report(
                .unclosedQuote,
                at: SourceLocation(file: file, line: Int(field.line), column: Int(field.column))
            )
            return false
        }
        field.end = Int32(truncatingIfNeeded: index)
        index += 1
        reportTextAfterQuote()
        fields.append(field)
        return true
    }

    /// Reports text between a closing quote and the separator, which belongs to no field.
    private mutating func reportTextAfterQuote() {
        let place = SourceLocation(file: file, line: line, column: column)
        let start = index
        skipText()
        guard bytes[start..<index].contains(where: { $0 != UInt8(ascii: " ") }) else { return }
        findings.keepTogether(file.subject)
        findings.report(.textAfterQuote, at: place)
    }

    /// Goes to the end of a field, and says whether its text holds escapes.
    @discardableResult
    private mutating func skipText() -> Bool {
        var holdsEscapes = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            if byte & 0xC0 == 0x80 { continuations += 1 }
            if byte == Self.underscore, SpreadsheetEscape.begins(at: index, of: bytes) { holdsEscapes = true }
            index += 1
        }
        return holdsEscapes
    }

    private mutating func endLine() {
        let isPair = bytes[index] == Self.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed
        index += isPair ? 2 : 1
        line += 1
        lineStart = index
        continuations = 0
    }

    private var column: Int { index - lineStart - continuations + 1 }

    private func emptyField() -> CSVField {
        CSVField(
            start: Int32(truncatingIfNeeded: index),
            end: Int32(truncatingIfNeeded: index),
            line: Int32(truncatingIfNeeded: line),
            column: Int32(truncatingIfNeeded: column)
        )
    }
}

extension Diagnostic.Message {
    fileprivate static var tooManyFields: Self {
        Self(
            .tooManyRows,
            "the file has more than \(Limits.mostFields) fields",
            hint: "it is read no further: delete the rows and columns in which nothing stands"
        )
    }

    fileprivate static var unclosedQuote: Self {
        Self(
            .unclosedQuote,
            "a quote is opened and not closed",
            hint: "close it with `\"`; a quote inside a quoted field is written twice: `\"\"`"
        )
    }

    fileprivate static var textAfterQuote: Self {
        Self(
            .textAfterQuote,
            "text stands after the closing quote of a field",
            hint: "a quote inside a quoted field is written twice: `\"\"`"
        )
    }
}
