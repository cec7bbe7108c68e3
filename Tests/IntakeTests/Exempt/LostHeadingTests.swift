// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// A heading that is lost, misspelt or another word for `exempt`: an error, and nothing of the file in a report.
struct LostHeadingTests {
    private let columns = [
        DataColumn("unit", required: true, "the unit"), DataColumn("ref", "the ref"),
        DataColumn("exempt", "the paragraphs"),
    ]

    private func diagnostics(_ text: String) -> [Diagnostic] {
        Reading(.screened()) { findings in
            let source = SourceText(
                file: SourceFile("returns/one/a.csv", subject: .directorateReturn("one")),
                bytes: Array(text.utf8)
            )
            findings.remember(source)
            _ = DataTable(CSVFile(source, findings: findings), columns: columns, findings: findings)
        }.diagnostics
    }

    @Test(arguments: [
        (
            "unit,ref,\nu,r,\nu,Zyx,3\nu,r,1\n",
            "error returns/one/a.csv:3:7: text stands under a column without a name: 2 rows from this one on"
        ),
        (
            "unit,ref,\u{200B}\nu,Zyx,3\n",
            "error returns/one/a.csv:2:7: text stands under a column without a name: 1 row from this one on"
        ),
        (
            "unit,ref, \n,,exempt\nu,Zyx,3\n",
            "error returns/one/a.csv:2:3: text stands under a column without a name: 2 rows from this one on"
        ),
        (
            "unit,,ref,\nu,,Zyx,\nu,Zyx,r,3\n",
            "error returns/one/a.csv:3:3: text stands under a column without a name: 1 row from this one on"
        ),
        ("unit,ref,exmpt\nu,Zyx,3\n", "error returns/one/a.csv:1:10: unknown column `…`"),
        ("unit,ref,Exempt (para)\nu,Zyx,3\n", "error returns/one/a.csv:1:10: unknown column `…`"),
        ("unit,ref,\u{415}xempt\nu,Zyx,3\n", "error returns/one/a.csv:1:10: unknown column `…`"),
        ("unit,ref,Zyx\nu,r,3\n", "error returns/one/a.csv:1:10: unknown column `…`"),
        ("unit,ref\nu,Zyx,3\n", "error returns/one/a.csv:2:7: the row has 3 fields for 2 columns"),
    ])
    func `a heading that is lost is one error, and its file is not quoted`(text: String, line: String) {
        let diagnostics = diagnostics(text)
        #expect(diagnostics.map(\.line) == [line])
        #expect(!JSONRenderer().render(diagnostics).contains("Zyx"))
    }

    @Test(arguments: [
        "paragraph", "confidential", "restricted", "private", "publication", "public", "sensitive",
        "not for publication",
    ])
    func `another word for it is told what the column is called`(name: String) {
        let diagnostics = diagnostics("unit,ref,\(name)\nu,Zyx,3\n")
        #expect(diagnostics.map(\.line) == ["error returns/one/a.csv:1:10: unknown column `…`"])
        #expect(diagnostics.first?.hint == "the column that says what is not for publication is called `exempt`")
    }

    @Test func `a heading that is nearly another is told which`() {
        #expect(diagnostics("unit,raf\nu,r\n").first?.hint == "did you mean `ref`?")
        #expect(diagnostics("unit,exmpt\nu,r\n").first?.hint == "did you mean `exempt`?")
    }

    @Test(arguments: ["unit,ref,,\nu,r,,\n", "unit,ref,\u{200B}\nu,r,\u{FEFF} \n", "\u{A0}unit ,REF\nu,r\n"])
    func `a column without a heading and without text is passed over`(text: String) {
        #expect(diagnostics(text).isEmpty)
    }

    @Test func `a file with a column exempt keeps its rows to itself, and the hints stay whole`() {
        let diagnostics = diagnostics("unit,ref,exempt\nu,Zyx\n")
        #expect(
            diagnostics.map(\.line) == [
                "error returns/one/a.csv:2: the row has 2 fields for 3 columns: none for `exempt`"
            ]
        )
        #expect(diagnostics.first?.excerpt == nil)
        #expect(diagnostics.first?.hint == "a column that is empty in a row still has its comma")
    }
}
