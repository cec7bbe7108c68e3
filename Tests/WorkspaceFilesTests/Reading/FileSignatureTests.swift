// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import WorkspaceFiles

/// Files that are not what their names say.
struct FileSignatureTests {
    private static let package: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 20, 0, 6, 0]
    private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// What is reported of a file, which is not read.
    private func read(_ bytes: [UInt8], _ name: String) -> [Diagnostic] {
        var files = FileSnapshot()
        files[name] = .bytes(bytes)
        let findings = DiagnosticCollector()
        let text = WorkspaceFolder(files, prefix: "", findings: findings).text(name, fallback: .spreadsheet)
        #expect(text == nil)
        return findings.report()
    }

    @Test(
        arguments: [
            (
                package + Array("[Content_Types].xml".utf8), "a.csv",
                "this is an Excel workbook under the name of a CSV file"
            ),
            (
                package + Array("[Content_Types].xml".utf8), "a.md",
                "this is a Word document under the name of a Markdown file"
            ),
            (
                package + Array("xl/workbook.xml".utf8), "a.md",
                "this is an Excel workbook under the name of a Markdown file"
            ),
            (
                package + Array("word/document.xml".utf8), "a.csv",
                "this is a Word document under the name of a CSV file"
            ),
            (package + Array("photo.jpg".utf8), "a.CSV", "this is a zip file under the name of a CSV file"),
            (
                ole, "a.csv",
                "this is an Office file of the format before 2007, or one with a password, under the name of a CSV file"
            ),
            (
                Array("{\\rtf1\\ansi The library opened.}".utf8), "a.md",
                "this is a rich text file (RTF) under the name of a Markdown file"
            ),
            (Array("%PDF-1.7".utf8), "a.md", "this is a PDF under the name of a Markdown file"),
            (
                Array("\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">".utf8), "a.csv",
                "this is a web page (HTML) under the name of a CSV file"
            ),
            (
                Array("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".utf8),
                "a.csv",
                "this is an XML spreadsheet of Excel 2003 under the name of a CSV file"
            ),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a.md", "this is a picture under the name of a Markdown file"),
            (
                [UInt8](repeating: 0, count: 900), "a.yaml",
                "the file holds only empty bytes: its content is not on this computer"
            ),
            (Array("u\0n\0i\0t\0,\0r\0e\0f\0".utf8), "a.csv", "the file is UTF-16, not UTF-8"),
        ] as [([UInt8], String, String)]
    )
    func `one message says what a file is`(bytes: [UInt8], name: String, message: String) {
        let problems = read(bytes, name)
        #expect(problems.map(\.message) == [message])
        #expect(problems.first?.rule == .wrongFormat)
        #expect(problems.first?.hint != nil)
    }

    @Test func `a workbook under the name of a CSV file is to be renamed`() {
        #expect(
            read(Self.package + Array("xl/workbook.xml".utf8), "a.csv").first?.hint
                == "rename it to `.xlsx` and it is read as a workbook, or open it in Excel and save it as `CSV UTF-8 (comma delimited)`"
        )
    }

    @Test(arguments: ["", "unit,ref\n", "PK, a unit\n", "<5% of visits\n", "< 90%", "{ a: b }", "a\u{0}b"])
    func `text is text`(text: String) {
        #expect(FileSignature(Array(text.utf8), name: "a.csv") == nil)
    }
}
