// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import WorkspaceFiles

/// A CSV file as rows of cells (RFC 4180).
package struct CSVFile: RowSource {
    /// The file, for diagnostics.
    package let sourceFile: SourceFile
    /// The fields of each record; a blank line is no record.
    package let rows: [Range<Int>]
    private let bytes: [UInt8]
    private let fields: [CSVField]
    /// Whether a comma may be the decimal point: where it does not separate fields.
    package let hasDecimalCommas: Bool

    /// Splits a file into records and fields; what is malformed is reported.
    package init(_ text: SourceText, findings: DiagnosticCollector) {
        let scanner = CSVScanner(text, findings: findings)
        sourceFile = text.sourceFile
        bytes = text.bytes
        fields = scanner.fields
        rows = scanner.records
        hasDecimalCommas = scanner.separator != UInt8(ascii: ",")
        findings.divide(sourceFile, at: rows.map { Int(scanner.fields[$0.lowerBound].line) })
    }

    /// Whether the file has no bytes.
    package var isEmpty: Bool { bytes.isEmpty }

    package func string(_ cell: Int) -> String {
        let field = fields[cell]
        let slice = bytes[Int(field.start)..<Int(field.end)]
        guard field.isEscaped else { return String(decoding: slice, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(slice.count)
        var wasQuote = false
        for byte in slice {
            if byte == UInt8(ascii: "\""), wasQuote, field.isQuoted {
                wasQuote = false
                continue
            }
            wasQuote = byte == UInt8(ascii: "\"")
            text.append(byte)
        }
        return SpreadsheetEscape.decoded(String(decoding: text, as: UTF8.self))
    }

    package func utf8(_ cell: Int) -> ArraySlice<UInt8>? {
        let field = fields[cell]
        return field.isEscaped ? nil : bytes[Int(field.start)..<Int(field.end)]
    }

    /// The location of the cell's first character, the quote if it has one.
    package func location(_ cell: Int, column: String?) -> SourceLocation {
        SourceLocation(file: sourceFile, line: Int(fields[cell].line), column: Int(fields[cell].column), field: column)
    }

    package func origin(_ cell: Int, column: String?) -> TextOrigin {
        let start = location(cell, column: column)
        return TextOrigin(start: fields[cell].isQuoted ? start.at(line: start.line, column: start.column + 1) : start)
    }

    package func location(ofRow row: Range<Int>) -> SourceLocation {
        SourceLocation(in: sourceFile, .line(Int(fields[row.lowerBound].line)))
    }

    /// The first line.
    package var headerLocation: SourceLocation { SourceLocation(in: sourceFile, .line(1)) }

    /// An unquoted comma is the usual cause.
    package var hintForExtraCells: DiagnosticText { "a text that holds a comma is put in quotes: `\"one, two\"`" }

    /// A missing comma is the usual cause.
    package var hintForMissingCells: DiagnosticText { "a column that is empty in a row still has its comma" }
}
