// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits

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
        let before = findings.count
        let scanner = CSVScanner(text, findings: findings)
        file = text.file
        bytes = text.bytes
        fields = scanner.fields
        guard let header = scanner.records.first else {
            if text.bytes.isEmpty {
                findings.error(
                    "the file is empty",
                    at: SourceLocation(file: text.file),
                    hint: "its first line names the columns: " + columns.map(\.name).joined(separator: ",")
                )
            }
            return nil
        }
        guard header.count <= Limits.mostColumns else {
            findings.error("the file has \(header.count) columns", at: SourceLocation(file: text.file, line: 1))
            return nil
        }
        if findings.count > before, header.contains(where: { string($0).trimmed.lowercased() == "exempt" }) {
            // Nobody knows where its rows begin and end, nor so which of them are exempt.
            findings.hide(FileLines(file: text.file, lines: 1...Int.max))
        }
        readHeader(header, columns: columns, alsoKnown: alsoKnown, findings: findings, accepts: accepts)
        for record in scanner.records.dropFirst() where !isEmpty(record) {
            guard findings.hasRoomForRow() else {
                findings.error(
                    "the returns have more than \(Limits.mostRows) rows in all",
                    at: location(record.lowerBound, name: nil),
                    hint: "this row and those after it are not read"
                )
                break
            }
            readRow(record, findings: findings)
        }
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
            let name = string(field).trimmed
            let known = columns.first { $0.name == name.lowercased() }?.name ?? name
            let place = location(field, name: nil)
            if names.contains(known), !known.isEmpty {
                findings.error("the column `\(known)` stands twice", at: place, hint: "keep one of the two")
            } else if columns.contains(where: { $0.name == known }) {
                indices[known] = index
            } else if accepts(known) {
                otherColumns.append(known)
                indices[known] = index
            } else if !known.isEmpty {
                let expected = columns.map(\.name) + alsoKnown
                if let nearest = NearestName.of(known, among: expected) {
                    misspelt.insert(nearest)
                    if nearest == "exempt" { findings.hide(FileLines(file: file, lines: 1...Int.max)) }
                }
                findings.error(
                    "unknown column `\(known.shortened)`",
                    at: place,
                    hint: NearestName.hint(for: known, among: expected)
                )
            }
            names.append(known)
        }
        let missing = columns.filter { $0.isRequired && indices[$0.name] == nil && !misspelt.contains($0.name) }
        for column in missing {
            findings.error(
                "the column `\(column.name)` is missing",
                at: SourceLocation(file: file, line: 1),
                hint: "it holds \(column.meaning); required: "
                    + columns.filter(\.isRequired).map { "`\($0.name)`" }.joined(separator: ", ")
            )
        }
    }

    private func isEmpty(_ record: Range<Int>) -> Bool { record.allSatisfy { fields[$0].start == fields[$0].end } }

    private mutating func readRow(_ record: Range<Int>, findings: Findings) {
        if record.count == names.count {
            rows.append(record)
        } else if record.count > names.count {
            findings.error(
                "the row has \(record.count) fields for \(names.count) columns",
                at: location(record.lowerBound + names.count, name: nil),
                hint: "a text that holds a comma is put in quotes: `\"one, two\"`"
            )
            brokenRows.append(record)
        } else {
            let missing = names.dropFirst(record.count).map { "`\($0)`" }
            findings.error(
                "the row has \(record.count) field\(record.count == 1 ? "" : "s") for \(names.count) columns: "
                    + "none for \(missing.joined(separator: ", "))",
                at: SourceLocation(file: file, line: Int(fields[record.lowerBound].line)),
                hint: "a column that is empty in a row still has its comma"
            )
            brokenRows.append(record)
        }
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
