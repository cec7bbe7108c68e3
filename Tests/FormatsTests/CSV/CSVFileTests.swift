// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// A CSV file split into records and fields.
struct CSVFileTests {
    private let columns = ["a", "b", "c", "d"].map { DataColumn($0, "anything") }

    /// The rows of a file with columns out of a, b, c and d.
    private func rows(_ text: String) -> Reading<[[String]]> {
        Reading { findings in
            let source = SourceText(file: "a.csv", bytes: Array(text.utf8))
            findings.remember(source)
            let file = CSVFile(source, findings: findings)
            guard let table = DataTable(file, columns: columns, findings: findings) else { return [] }
            return table.rows.map { $0.cells.map(file.string) }
        }
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]),
        ("a,b\n1,2", [["1", "2"]]),
        ("a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
        ("a,b\r1,2\r3,4", [["1", "2"], ["3", "4"]]),
        ("a,b\n\n1,2\n\n\n3,4\n\n", [["1", "2"], ["3", "4"]]),
        ("a,b\n,\n1,\n,,\n", [["1", ""]]),
        ("a,b\n\"1,5\",\"two \"\"words\"\"\"", [["1,5", "two \"words\""]]),
        ("a,b\n\"line one\nline two\",2", [["line one\nline two", "2"]]),
        ("a,b\n\"x\r\ny\",2", [["x\r\ny", "2"]]),
        ("a,b\n\"\",\"\"\"\"\n", [["", "\""]]),
        ("a,b\n5\" pipe,2", [["5\" pipe", "2"]]),
        ("a;b\n1,5;2", [["1,5", "2"]]),
        ("a\tb\n1;5\t2", [["1;5", "2"]]),
        ("A, B \n1,2", [["1", "2"]]),
        ("a,b,,\n1,2,,\n", [["1", "2", "", ""]]),
        ("a\n1\n", [["1"]]),
    ])
    func `records are what RFC 4180 and Excel write`(text: String, expected: [[String]]) {
        let reading = rows(text)
        #expect(reading.value == expected)
        #expect(reading.lines == [])
    }

    @Test(arguments: [
        ("a,b\n1,\"two\n3,4\n", "error a.csv:2:3: a quote is opened and not closed"),
        ("a,b\n1,\"two\" x\n", "error a.csv:2:8: text stands after the closing quote of a field"),
        ("a,b\n1\n", "error a.csv:2: the row has 1 field for 2 columns: none for `b`"),
        ("a,b,c\n1\n", "error a.csv:2: the row has 1 field for 3 columns: none for `b`, `c`"),
        ("a,b\né,2,3\n", "error a.csv:2:5: the row has 3 fields for 2 columns"),
        ("a,b\n1,2,,\n", "error a.csv:2:5: the row has 4 fields for 2 columns"),
        ("a,bb,c,d\n1,2,3,4\n", "error a.csv:1:3: unknown column `…`"),
        ("a,b,a\n1,2,3\n", "error a.csv:1:5: the column `a` stands twice"),
        ("", "error a.csv: the file is empty"),
    ])
    func `what is wrong is told at its place`(text: String, line: String) {
        #expect(rows(text).lines == [line])
    }

    @Test func `a missing column is told with those that are required`() {
        let reading = Reading { findings in
            let columns = [DataColumn("unit", required: true, "the unit"), DataColumn("ref", "the ref")]
            let source = SourceText(file: "a.csv", bytes: Array("ref\n1\n".utf8))
            _ = DataTable(CSVFile(source, findings: findings), columns: columns, findings: findings)
        }
        #expect(reading.lines == ["error a.csv:1: the column `unit` is missing"])
        #expect(reading.diagnostics.first?.hint == "it holds the unit; required: `unit`")
    }

    @Test func `a row that is not whole does not hide the next`() {
        let reading = rows("a,b\n1\n2,3\n4,5,6\n7,8\n")
        #expect(reading.value == [["2", "3"], ["7", "8"]])
        #expect(reading.lines.count == 2)
    }

    @Test func `every field knows its line and its column in characters`() throws {
        let text = "a,b\n\"é\nü\",x\nß,y\n"
        let reading = Reading { findings in
            let source = SourceText(file: "a.csv", bytes: Array(text.utf8))
            let file = CSVFile(source, findings: findings)
            let table = DataTable(file, columns: columns, findings: findings)
            return table?.rows.map { $0.cells.map { file.location($0, column: nil).description } } ?? []
        }
        #expect(reading.value == [["a.csv:2:1", "a.csv:3:4"], ["a.csv:4:1", "a.csv:4:3"]])
    }

    @Test func `rows beyond those that all returns may have are not read`() {
        let reading = Reading { findings in
            for _ in 1..<Limits.mostRows { _ = findings.budget.takeRow() }
            let source = SourceText(file: "a.csv", bytes: Array("a,b\n1,2\n3,4\n".utf8))
            findings.remember(source)
            _ = DataTable(CSVFile(source, findings: findings), columns: columns, findings: findings)
        }
        #expect(reading.lines == ["error a.csv:3:1: the returns have more than 25000 rows in all"])
        #expect(reading.diagnostics.map(\.hint) == ["this row and those after it are not read"])
    }

    @Test func `a file of more fields than can be read is read no further`() {
        let reading = Reading { findings in
            let text = "a\n" + String(repeating: ",", count: Limits.mostFields) + "\nx\n"
            let source = SourceText(file: "a.csv", bytes: Array(text.utf8))
            findings.remember(source)
            return CSVFile(source, findings: findings).rows.count
        }
        #expect(reading.value == 2)
        #expect(reading.lines == ["error a.csv:3: the file has more than 4000000 fields"])
        #expect(
            reading.diagnostics.map(\.hint) == [
                "it is read no further: delete the rows and columns in which nothing stands"
            ]
        )
    }

    @Test func `a file of more columns than a return can have is refused`() {
        let wide = rows(String(repeating: ",", count: 500) + "\n")
        #expect(wide.lines == ["error a.csv:1: the file has 501 columns"])
        #expect(
            wide.diagnostics.map(\.hint) == ["delete the columns in which nothing stands: a file has 500 at most"]
        )
    }
}
