// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits
import UnicodeText
package import WorkspaceFiles

/// The rows of a table under declared columns, whatever format the table was written in.
package struct DataTable {
    /// The names of the columns that were accepted without being declared.
    package private(set) var otherColumns: [String] = []

    let source: any RowSource
    /// The rows that have a cell for every column.
    private var completeRows: [Range<Int>] = []
    /// The rows that have too few cells or too many.
    private var raggedRows: [Range<Int>] = []
    private(set) var positions = ColumnPositions([])
    private(set) var names: [String] = []
    /// The row of column names, an index in the source's rows.
    private var headerRow = 0
    private var file: String { source.sourceFile.path }

    /// Reads the column names and checks every row against them. `nil` if there is no row of names that can be used.
    ///
    /// - Parameters:
    ///   - alsoKnown: examples of names that `accepts` accepts, for hints.
    ///   - given: the same of names that another file gives, which is quoted in hints as that file may be.
    ///   - accepts: whether a column is known although it is not declared.
    package init?(
        _ source: any RowSource,
        columns: [DataColumn],
        alsoKnown: [String] = [],
        given: (names: [String], source: DiagnosticText.Source) = ([], .anywhere),
        findings: DiagnosticCollector,
        accepts: (String) -> Bool = { _ in false }
    ) {
        self.source = source
        guard !source.rows.isEmpty else {
            if source.isEmpty {
                findings.report(.emptyFile(columns: columns), at: SourceLocation(in: source.sourceFile))
            }
            return nil
        }
        headerRow = Self.headerRow(of: source, columns: columns, accepts: accepts)
        var header = source.rows[headerRow]
        // A sheet that was formatted to its last column has thousands of empty ones.
        if header.count > Limits.mostColumns {
            let named = header.dropLastCells { source.string($0).isBlank }
            if !source.string(named.lowerBound).isBlank { header = named }
        }
        guard header.count <= Limits.mostColumns else {
            findings.report(.tooManyColumns(header.count), at: headerLocation)
            return nil
        }
        let known = [(names: columns.map(\.name) + alsoKnown, source: .program), given]
        readHeader(header, columns: columns, known: known, findings: findings, accepts: accepts)
        reportTextAbove(source.rows[..<headerRow], columns: columns, findings: findings)
        let (rows, outside) = withoutOutsideText(source.rows[(headerRow + 1)...], columns: columns, findings: findings)
        raggedRows += outside
        for row in rows {
            guard findings.budget.takeRow() else {
                // Nobody reads what the rows from here on say of themselves.
                findings.keepTogether(source.sourceFile.subject)
                findings.report(.tooManyRows, at: source.location(row.lowerBound, column: nil))
                break
            }
            check(row, findings: findings)
        }
        reportTextWithoutColumn(in: source.rows[(headerRow + 1)...], columns: columns, findings: findings)
    }

    private mutating func readHeader(
        _ header: Range<Int>,
        columns: [DataColumn],
        known expected: [(names: [String], source: DiagnosticText.Source)],
        findings: DiagnosticCollector,
        accepts: (String) -> Bool
    ) {
        // A column that is misspelt is not missing too.
        var misspelt: Set<String> = []
        var found: [(name: String, index: Int)] = []
        defer { positions = ColumnPositions(found) }
        for (index, field) in header.enumerated() {
            let name = source.string(field).columnName
            let known = columns.first { $0.name == name.lowercased() }?.name ?? name
            let place = source.location(field, column: nil)
            if names.contains(known), !known.isEmpty {
                findings.keepTogether(source.sourceFile.subject)
                findings.report(.repeatedColumn(known), at: place)
            } else if columns.contains(where: { $0.name == known }) {
                found.append((known, index))
            } else if accepts(known) {
                otherColumns.append(known)
                found.append((known, index))
            } else if !known.isEmpty {
                // Nobody knows what it holds: it may say what is not for publication.
                findings.hide(file)
                let nearest = NearestName.of(known, among: expected.flatMap(\.names))
                if let nearest { misspelt.insert(nearest) }
                let meansExempt =
                    nearest == nil
                    && findings.screen?.resemblesMark(known, about: source.sourceFile.subject) == true
                let origin = expected.first { $0.names.contains { $0 == nearest } } ?? expected[0]
                let message = Diagnostic.Message.unknownColumn(
                    known,
                    among: origin.names,
                    from: origin.source,
                    meansExempt: meansExempt
                )
                findings.report(message, at: place)
            }
            names.append(known)
        }
        let missing = columns.filter { column in
            column.isRequired && !found.contains { $0.name == column.name } && !misspelt.contains(column.name)
        }
        for column in missing {
            findings.report(.missingColumn(column, of: columns), at: headerLocation)
        }
    }

    private mutating func check(_ row: Range<Int>, findings: DiagnosticCollector) {
        if row.allSatisfy(isBlank) { return }
        if row.count == names.count {
            completeRows.append(row)
            return
        }
        // Its cells may belong to other columns than those above them.
        findings.keepTogether(source.sourceFile.subject)
        if row.count > names.count {
            // An extra cell may be the paragraph under which the row is exempt.
            if !row.dropFirst(names.count).allSatisfy(isBlank) { findings.hide(file) }
            findings.report(
                .tooManyFields(row.count, columns: names.count, hint: source.hintForExtraCells),
                at: source.location(row.lowerBound + names.count, column: nil)
            )
            raggedRows.append(row)
        } else {
            let missing = names.dropFirst(row.count).filter { positions[$0] != nil }
            findings.report(
                .tooFewFields(row.count, columns: names.count, missing: missing, hint: source.hintForMissingCells),
                at: source.location(ofRow: row)
            )
            raggedRows.append(row)
        }
    }

    func isBlank(_ cell: Int) -> Bool { source.utf8(cell)?.isEmpty == true || source.string(cell).isBlank }

    /// Reports text under a blank column name: it belongs to no column, and may be the paragraphs of a column `exempt` whose name was lost
    /// in a merged cell, in a second row of names, or was deleted.
    private func reportTextWithoutColumn(
        in records: some Sequence<Range<Int>>,
        columns: [DataColumn],
        findings: DiagnosticCollector
    ) {
        let unnamed = names.indices.filter { names[$0].isEmpty }
        if unnamed.isEmpty { return }
        let texts = records.compactMap { record in
            unnamed.first { $0 < record.count && !isBlank(record.lowerBound + $0) }.map {
                record.lowerBound + $0
            }
        }
        guard let first = texts.first else { return }
        findings.hide(file)
        findings.report(
            .textWithoutColumn(rows: texts.count, known: columns),
            at: source.location(first, column: nil)
        )
    }

    /// The rows that have a cell for every column.
    package var rows: some RandomAccessCollection<DataRow> {
        completeRows.lazy.map { [source, positions] in DataRow(source: source, columns: positions, cells: $0) }
    }

    /// The rows that have too few cells or too many; each was reported.
    package var brokenRows: some RandomAccessCollection<DataRow> {
        raggedRows.lazy.map { [source, positions] in DataRow(source: source, columns: positions, cells: $0) }
    }

    /// The location of the row of column names.
    package var headerLocation: SourceLocation {
        headerRow == 0 ? source.headerLocation : source.location(ofRow: source.rows[headerRow])
    }

    /// Whether the table has a column.
    package func has(_ column: DataColumn) -> Bool { positions[column.name] != nil }
}

extension Diagnostic.Message {
    fileprivate static func emptyFile(columns: [DataColumn]) -> Self {
        Self(
            .emptyFile,
            "the file is empty",
            hint: "its first line names the columns: \(own: columns.map(\.name).joined(separator: ","))"
        )
    }

    fileprivate static func tooManyColumns(_ count: Int) -> Self {
        Self(
            .tooManyColumns,
            "the file has \(count) columns",
            hint: "delete the columns in which nothing stands: a file has \(Limits.mostColumns) at most"
        )
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

    /// More are no help in a hint.
    private static let mostColumnsNamed = 20

    fileprivate static func unknownColumn(
        _ name: String,
        among expected: [String],
        from source: DiagnosticText.Source,
        meansExempt: Bool
    ) -> Self {
        Self(
            .unknownColumn,
            "unknown column `\(name.shortened)`",
            hint: meansExempt
                ? "the column that says what is not for publication is called `exempt`"
                : NearestName.hint(for: name, among: expected, from: source)
                    ?? "the columns are called \(expected.prefix(Self.mostColumnsNamed).inBackticks, from: source)"
                    + (expected.count > Self.mostColumnsNamed ? " and so on" : "")
        )
    }

    fileprivate static func missingColumn(_ column: DataColumn, of columns: [DataColumn]) -> Self {
        Self(
            .missingColumn,
            "the column `\(own: column.name)` is missing",
            hint: """
                it holds \(own: column.meaning); required: \(own: columns.filter(\.isRequired).map(\.name).inBackticks)
                """
        )
    }

    fileprivate static func tooManyFields(_ count: Int, columns: Int, hint: DiagnosticText) -> Self {
        Self(
            .wrongFieldCount,
            "the row has \(count) fields for \(columns) columns",
            hint: hint
        )
    }

    fileprivate static func tooFewFields(
        _ count: Int,
        columns: Int,
        missing: [String],
        hint: DiagnosticText
    ) -> Self {
        Self(
            .wrongFieldCount,
            """
            the row has \(count) field\(own: count == 1 ? "" : "s") for \(columns) columns\
            \(own: missing.isEmpty ? "" : ": none for " + missing.inBackticks)
            """,
            hint: hint
        )
    }

    fileprivate static func textWithoutColumn(rows count: Int, known columns: [DataColumn]) -> Self {
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
