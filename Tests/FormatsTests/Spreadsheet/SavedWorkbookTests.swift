// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Workbooks that LibreOffice has made of CSV files (`soffice --headless --convert-to xlsx`), kept beside these.
struct SavedWorkbookTests {
    private static let folder = Repository.folder + "/Tests/FormatsTests/Fixtures/"

    /// LibreOffice drops the commas of figures, and gives shares two decimals.
    private static func plain(_ text: String) -> String {
        guard text.first?.isNumber == true, text.allSatisfy({ "0123456789.,%".contains($0) }) else { return text }
        let digits = text.replacing(",", with: "")
        guard digits.hasSuffix("%"), let value = Double(digits.dropLast()) else { return digits }
        return "\(value)%"
    }

    @Test(arguments: ["starter-actions", "starter-indicators", "activity", "fenwick-indicators"])
    func `a workbook shows what the CSV file says of which it was made`(name: String) throws {
        let findings = DiagnosticCollector()
        let csv = try Data(contentsOf: URL(filePath: Self.folder + name + ".csv"))
        let bytes = Array(csv).starts(with: [0xEF, 0xBB, 0xBF]) ? Array(csv.dropFirst(3)) : Array(csv)
        let file = CSVFile(SourceText(file: "a.csv", bytes: bytes), findings: findings)
        let saved = Array(try Data(contentsOf: URL(filePath: Self.folder + name + ".xlsx")))
        let workbook = try #require(Workbook(saved, file: "a.xlsx", findings: findings) { _ in true })
        let table = SheetTable(try #require(workbook.sheets.first), findings: findings) { _ in nil }
        #expect(findings.report().map(\.line) == [])
        #expect(table.rows.count == file.rows.count)
        for (row, other) in zip(table.rows, file.rows) {
            for (cell, written) in zip(row, other) {
                let shown = table.date(cell) ?? table.string(cell)
                #expect(Self.plain(shown) == Self.plain(file.string(written)), "\(table.location(cell, column: nil))")
            }
        }
    }
}
