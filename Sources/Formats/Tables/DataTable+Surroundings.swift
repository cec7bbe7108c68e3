// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import UnicodeText
import WorkspaceFiles

/// What a sheet has around its table: a title above the column names, a row of units below them, totals and sources below the rows.
extension DataTable {
    /// The column names are in one of so many rows.
    private static let mostRowsAbove = 20

    /// The row of column names, an index in the rows of a source that has some: the first row that holds anything, unless it holds hardly any
    /// known name and a row below it does.
    package static func headerRow(of source: any RowSource, columns: [DataColumn], accepts: (String) -> Bool) -> Int {
        let known = Set(columns.map(\.name))
        var first: Int?
        for (index, row) in source.rows.prefix(mostRowsAbove).enumerated() {
            let names = row.prefix(100).map { source.string($0).columnName }.filter { !$0.isEmpty }
            if names.isEmpty { continue }
            let count = names.count { known.contains($0.lowercased()) || accepts($0) }
            if first == nil {
                first = index
                // A file may have one column, or names that are all misspelt.
                if count >= 2 || count == names.count { return index }
            } else if count >= 2, count * 2 >= names.count {
                return index
            }
        }
        return first ?? 0
    }

    /// Reports in one message what stands above the column names: titles, or rows of a table that was sorted together with its names.
    func reportTextAbove(
        _ rows: some Collection<Range<Int>>,
        columns: [DataColumn],
        findings: DiagnosticCollector
    ) {
        let texts = rows.flatMap { $0.filter { !isBlank($0) } }
        guard let first = texts.first else { return }
        // A line of it may be a row that is exempt.
        findings.keepTogether(source.sourceFile.subject)
        let required = requiredPositions(columns)
        func isFilled(_ column: Int, of row: Range<Int>) -> Bool {
            column < row.count && !isBlank(row.lowerBound + column)
        }
        let row = rows.first { row in
            positions["exempt"].map { isFilled($0, of: row) } == true
                || !required.isEmpty && required.allSatisfy { isFilled($0, of: row) }
        }
        if let row {
            findings.hide(source.sourceFile.path)
            findings.report(.rowAboveHeader, at: source.location(ofRow: row))
            return
        }
        // It is not printed, but a title may say for whom the sheet is.
        for cell in texts { findings.reportSign(in: source.string(cell), at: source.location(cell, column: nil)) }
        findings.report(.textAboveTable(header: headerLocation.row), at: source.location(first, column: nil))
    }

    /// The rows below the column names without those that are no rows of the table, each kind of which is reported in one message.
    func withoutOutsideText(
        _ rows: some BidirectionalCollection<Range<Int>>,
        columns: [DataColumn],
        findings: DiagnosticCollector
    ) -> (rows: [Range<Int>], outside: [Range<Int>]) {
        let required = requiredPositions(columns)
        let own = Set(names.lazy.filter { !$0.isEmpty }.map { $0.lowercased() })
        var inside: [Range<Int>] = []
        var outside: [Range<Int>] = []
        let last = rows.last { isRow($0, required: required) == true }?.lowerBound ?? 0
        for row in rows {
            if repeatsHeader(row, names: own) {
                // The rows below it may have another order, in which a mark is under another name.
                findings.keepTogether(source.sourceFile.subject)
                findings.report(.repeatedHeader, at: source.location(ofRow: row))
            } else if isRow(row, required: required) == false,
                isOutside(row, atEdge: inside.isEmpty || row.lowerBound > last)
            {
                outside.append(row)
            } else {
                inside.append(row)
            }
        }
        if let first = outside.first {
            // It may say what of the table is not for publication.
            findings.keepTogether(source.sourceFile.subject)
            findings.report(.linesOutsideTable(rows: outside.count), at: source.location(ofRow: first))
        }
        return (inside, outside)
    }

    /// The positions of the columns, other than the first, that every row fills in.
    private func requiredPositions(_ columns: [DataColumn]) -> [Int] {
        columns.filter(\.isRequired).compactMap { positions[$0.name] }.filter { $0 > 0 }
    }

    /// Whether a row has text in a column, other than the first, that every row fills in; `nil` if it has no text, or the table no such columns.
    ///
    /// - Parameter required: the positions of these columns.
    private func isRow(_ row: Range<Int>, required: [Int]) -> Bool? {
        if required.contains(where: { $0 < row.count && !isBlank(row.lowerBound + $0) }) { return true }
        return required.isEmpty || row.allSatisfy(isBlank) ? nil : false
    }

    /// Whether a row without what every row has is a note, a total or a row of units rather than a row that is not filled in.
    ///
    /// - Parameter isAtEdge: whether it is above or below all rows of the table.
    private func isOutside(_ row: Range<Int>, atEdge isAtEdge: Bool) -> Bool {
        // A row that was cut off has fewer cells than the table has columns, and no sentence in them.
        let isSentence = row.count == 1 && source.string(row.lowerBound).trimmed.contains(where: \.isWhitespace)
        guard row.count >= names.count || isSentence && isAtEdge else { return false }
        let texts = row.filter { !isBlank($0) }
        if texts.count == 1, texts[0] == row.lowerBound { return true }
        return isAtEdge && row.lowerBound + (positions["exempt"] ?? -1) != texts.last
    }

    /// Whether a row holds the column names again, in any order, as where sheets are pasted below one another.
    ///
    /// - Parameter own: the names in small letters.
    private func repeatsHeader(_ row: Range<Int>, names own: Set<String>) -> Bool {
        guard own.count >= 3, let cell = row.first(where: { !isBlank($0) }),
            own.contains(source.string(cell).columnName.lowercased())
        else { return false }
        let texts = row.filter { !isBlank($0) }
        let repeated = texts.count { own.contains(source.string($0).columnName.lowercased()) }
        return repeated >= 3 && repeated * 2 > texts.count
    }
}

extension Range<Int> {
    /// The cells without those at the end of which something is so.
    func dropLastCells(_ isDropped: (Int) -> Bool) -> Range<Int> {
        var end = upperBound
        while end > lowerBound + 1, isDropped(end - 1) { end -= 1 }
        return lowerBound..<end
    }
}

extension String {
    /// Invisible characters that come with text from the web: U+200B, U+200E, U+200F, U+2060 and U+FEFF.
    ///
    /// Others in a name, such as a soft hyphen, make another name: what nobody typed may stand for what was hidden.
    private static let webMarks: Set<Unicode.Scalar> = ["\u{200B}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}"]

    /// The text as the name of a column: in one line, with single spaces and plain hyphens.
    package var columnName: String {
        if isSingleSpacedASCII { return self }
        let text = trimmed
        var name = String.UnicodeScalarView()
        var isSpaced = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                isSpaced = true
            } else if !Self.webMarks.contains(scalar) {
                if isSpaced, !name.isEmpty { name.append(" ") }
                isSpaced = false
                name.append(scalar == "\u{2010}" || scalar == "\u{2011}" ? "-" : scalar)
            }
        }
        return String(name)
    }
}

extension Diagnostic.Message {
    fileprivate static func textAboveTable(header: Int) -> Self {
        Self(
            .textAboveTable,
            "the column names are in line \(header), and what is above them is not read",
            hint: header <= 2 ? "delete line 1" : "delete lines 1 to \(header - 1)"
        )
    }

    fileprivate static var rowAboveHeader: Self {
        Self(
            .lineOutsideTable,
            "a row of the table stands above the column names, as where the names were sorted with the rows",
            hint: "move the line of the column names to the top"
        )
    }

    fileprivate static var repeatedHeader: Self {
        Self(
            .lineOutsideTable,
            "the column names are in the file again, as where two sheets were pasted below one another",
            hint: "check that the columns below have the same order as above, and delete this line"
        )
    }

    fileprivate static func linesOutsideTable(rows count: Int) -> Self {
        Self(
            .lineOutsideTable,
            count == 1
                ? "a line is no row of the table: it has nothing in the columns that every row fills in"
                : "\(count) lines from this one on are no rows of the table: they have nothing in the columns that every row fills in",
            hint: "delete titles, units, totals and notes, or put them into the statement"
        )
    }
}
