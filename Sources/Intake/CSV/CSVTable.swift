// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// The rows of a CSV file under the columns that they are known to have.
struct CSVTable {
    let file: String
    /// The rows that have a field for every column.
    private(set) var rows: [Range<Int>] = []
    /// Fields of the rows that do not, as far as they go.
    private(set) var brokenRows: [Range<Int>] = []
    /// The names of the columns that were accepted without being declared.
    private(set) var otherColumns: [String] = []

    private let bytes: [UInt8]
    private let fields: [CSVField]
    private var indices: [String: Int] = [:]
    private var names: [String] = []

    /// Reads the header and checks every row against it. `accepts` tells whether a column that is not declared is
    /// known all the same; `alsoKnown` are examples of such names, for hints.
    init?(
        _ text: SourceText,
        columns: [CSVColumn],
        alsoKnown: [String] = [],
        findings: Findings,
        accepts: (String) -> Bool = { _ in false }
    ) {
        let scanner = CSVScanner(text, findings: findings)
        file = text.file
        bytes = text.bytes
        fields = scanner.fields
        guard let header = scanner.records.first else {
            if text.bytes.isEmpty {
                findings.report(.emptyFile(columns: columns), at: SourceLocation(file: text.file))
            }
            return nil
        }
        guard header.count <= Limits.mostColumns else {
            findings.report(.tooManyColumns(header.count), at: SourceLocation(file: text.file, line: 1))
            return nil
        }
        readHeader(header, columns: columns, alsoKnown: alsoKnown, findings: findings, accepts: accepts)
        for record in scanner.records.dropFirst() {
            guard findings.budget.takeRow() else {
                findings.report(.tooManyRows, at: location(record.lowerBound, name: nil))
                break
            }
            readRow(record, findings: findings)
        }
        reportTextWithoutColumn(in: scanner.records.dropFirst(), columns: columns, findings: findings)
    }

    private mutating func readHeader(
        _ header: Range<Int>,
        columns: [CSVColumn],
        alsoKnown: [String],
        findings: Findings,
        accepts: (String) -> Bool
    ) {
        // A column that is misspelt is not missing too.
        var misspelt: Set<String> = []
        for (index, field) in header.enumerated() {
            let written = string(field).trimmed
            let name = written.isBlank ? "" : written
            let known = columns.first { $0.name == name.lowercased() }?.name ?? name
            let place = location(field, name: nil)
            if names.contains(known), !known.isEmpty {
                findings.report(.repeatedColumn(known), at: place)
            } else if columns.contains(where: { $0.name == known }) {
                indices[known] = index
            } else if accepts(known) {
                otherColumns.append(known)
                indices[known] = index
            } else if !known.isEmpty {
                // Nobody knows what it holds: it may say what is not for publication.
                findings.hide(file)
                let expected = columns.map(\.name) + alsoKnown
                let nearest = NearestName.of(known, among: expected)
                if let nearest { misspelt.insert(nearest) }
                let meansExempt = nearest == nil && findings.screen?.resemblesMark(known, in: file) == true
                findings.report(.unknownColumn(known, among: expected, meansExempt: meansExempt), at: place)
            }
            names.append(known)
        }
        let missing = columns.filter { $0.isRequired && indices[$0.name] == nil && !misspelt.contains($0.name) }
        for column in missing {
            findings.report(.missingColumn(column, of: columns), at: SourceLocation(file: file, line: 1))
        }
    }

    private mutating func readRow(_ record: Range<Int>, findings: Findings) {
        let isEmpty = record.allSatisfy { fields[$0].start == fields[$0].end || string($0).isBlank }
        if isEmpty { return }
        if record.count == names.count {
            rows.append(record)
        } else if record.count > names.count {
            // A field too many may be the paragraph under which the row is exempt.
            if !record.dropFirst(names.count).allSatisfy({ string($0).isBlank }) { findings.hide(file) }
            findings.report(
                .tooManyFields(record.count, columns: names.count),
                at: location(record.lowerBound + names.count, name: nil)
            )
            brokenRows.append(record)
        } else {
            let missing = names.dropFirst(record.count).filter { indices[$0] != nil }
            findings.report(
                .tooFewFields(record.count, columns: names.count, missing: missing),
                at: SourceLocation(file: file, line: Int(fields[record.lowerBound].line))
            )
            brokenRows.append(record)
        }
    }

    /// Text under a blank heading belongs to no column, and may be the paragraphs of a column `exempt` whose heading was lost: in a merged
    /// cell, in a second line of headings, or deleted.
    private func reportTextWithoutColumn(
        in records: some Sequence<Range<Int>>,
        columns: [CSVColumn],
        findings: Findings
    ) {
        let unnamed = names.indices.filter { names[$0].isEmpty }
        if unnamed.isEmpty { return }
        let texts = records.compactMap { record in
            unnamed.first { $0 < record.count && !string(record.lowerBound + $0).isBlank }.map {
                record.lowerBound + $0
            }
        }
        guard let first = texts.first else { return }
        findings.hide(file)
        findings.report(.textWithoutColumn(rows: texts.count, known: columns), at: location(first, name: nil))
    }

    /// Where a declared column stands; nothing where the file does not have it.
    func index(of column: CSVColumn) -> Int? { indices[column.name] }

    /// What a field holds, as it was written.
    func string(_ field: Int) -> String {
        let place = fields[field]
        let slice = bytes[Int(place.start)..<Int(place.end)]
        guard place.holdsDoubledQuotes else { return String(decoding: slice, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(slice.count)
        var wasQuote = false
        for byte in slice {
            if byte == UInt8(ascii: "\""), wasQuote {
                wasQuote = false
                continue
            }
            wasQuote = byte == UInt8(ascii: "\"")
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What a field holds, in bytes; nothing where quotes in it are doubled.
    func utf8(_ field: Int) -> ArraySlice<UInt8>? {
        let place = fields[field]
        return place.holdsDoubledQuotes ? nil : bytes[Int(place.start)..<Int(place.end)]
    }

    func isQuoted(_ field: Int) -> Bool { fields[field].isQuoted }

    /// The place of a field's first character.
    func location(_ field: Int, name: String?) -> SourceLocation {
        SourceLocation(file: file, line: Int(fields[field].line), column: Int(fields[field].column), field: name)
    }
}

extension Diagnostic.Message {
    fileprivate static func emptyFile(columns: [CSVColumn]) -> Self {
        Self(
            .emptyFile,
            "the file is empty",
            hint: "its first line names the columns: \(own: columns.map(\.name).joined(separator: ","))"
        )
    }

    fileprivate static func tooManyColumns(_ count: Int) -> Self {
        Self(.tooManyColumns, "the file has \(count) columns")
    }

    fileprivate static var tooManyRows: Self {
        Self(
            .tooManyRows,
            "the returns have more than \(Limits.mostRows) rows in all",
            hint: "this row and those after it are not read"
        )
    }

    fileprivate static func repeatedColumn(_ name: String) -> Self {
        Self(.repeatedColumn, "the column `\(name)` stands twice", hint: "keep one of the two")
    }

    fileprivate static func unknownColumn(_ name: String, among expected: [String], meansExempt: Bool) -> Self {
        Self(
            .unknownColumn,
            "unknown column `\(name.shortened)`",
            hint: meansExempt
                ? "the column that says what is not for publication is called `exempt`"
                : NearestName.hint(for: name, among: expected, from: .program)
        )
    }

    fileprivate static func missingColumn(_ column: CSVColumn, of columns: [CSVColumn]) -> Self {
        Self(
            .missingColumn,
            "the column `\(own: column.name)` is missing",
            hint: """
                it holds \(own: column.meaning); required: \(own: columns.filter(\.isRequired).map(\.name).inBackticks)
                """
        )
    }

    fileprivate static func tooManyFields(_ count: Int, columns: Int) -> Self {
        Self(
            .wrongFieldCount,
            "the row has \(count) fields for \(columns) columns",
            hint: "a text that holds a comma is put in quotes: `\"one, two\"`"
        )
    }

    fileprivate static func tooFewFields(_ count: Int, columns: Int, missing: [String]) -> Self {
        Self(
            .wrongFieldCount,
            """
            the row has \(count) field\(own: count == 1 ? "" : "s") for \(columns) columns\
            \(own: missing.isEmpty ? "" : ": none for " + missing.inBackticks)
            """,
            hint: "a column that is empty in a row still has its comma"
        )
    }

    fileprivate static func textWithoutColumn(rows count: Int, known columns: [CSVColumn]) -> Self {
        Self(
            .textWithoutColumn,
            "text stands under a column without a name: \(count) row\(own: count == 1 ? "" : "s") from this one on",
            hint: """
                give the column its name in the first line, or delete what stands under it; \
                known: \(own: columns.map(\.name).inBackticks)
                """
        )
    }
}
