// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Formats
import UnicodeText
import WorkspaceFiles

extension WorkspaceContents {
    /// Advice on spaces in the texts of returns and papers: two between words, one before a comma or at the end of a cell, one at which no line
    /// may end.
    ///
    /// They are sought in the files as they were written, since no reader keeps all of them; a check alone asks for them.
    package func straySpaces() -> [Diagnostic] {
        var findings = DiagnosticList()
        // Where a line or a paragraph has an error, a gap may be what the error is about, or left by it.
        let broken = Set(diagnostics.filter { $0.severity == .error }.compactMap { $0.location.map(Line.init) })
        for text in texts.all where SpaceScanner.mayHold(text.bytes) {
            switch text.sourceFile.subject {
            case .directorateReturn, .paper: StraySpaces(text).report(to: &findings)
            default: break
            }
        }
        return findings.all.filter { diagnostic in
            diagnostic.location.map { !broken.contains(Line($0)) } ?? true
        }
    }
}

/// A line of a text, a row of a sheet or a paragraph of a document.
private struct Line: Hashable {
    private let text: String
    private let row: Int

    init(_ location: SourceLocation) {
        text = location.textName
        row = location.row
    }
}

/// The spaces of one text.
private struct StraySpaces {
    let text: SourceText

    init(_ text: SourceText) { self.text = text }

    func report(to findings: inout DiagnosticList) {
        let name = text.file.lowercased()
        if let sheet = text.sheet {
            reportCells(of: sheet, to: &findings)
        } else if name.hasSuffix(".csv") {
            reportCells(to: &findings)
        } else if name.hasSuffix(".md") {
            reportLines(to: &findings)
        } else if name.hasSuffix(".docx") {
            reportParagraphs(to: &findings)
        }
    }

    private func reportCells(to findings: inout DiagnosticList) {
        let file = CSVFile(text, findings: DiagnosticCollector())
        // The first row names the columns.
        for cell in file.rows.dropFirst().joined() {
            // Where quotation marks are doubled, nobody knows the column.
            guard let bytes = file.utf8(cell), SpaceScanner.mayHold(bytes) else { continue }
            let origin = file.origin(cell, column: nil)
            let lines = String(decoding: bytes, as: UTF8.self).split(
                omittingEmptySubsequences: false,
                whereSeparator: \.isNewline
            )
            for (number, line) in lines.enumerated() {
                for found in SpaceScanner(line, isCell: number == lines.count - 1).findings {
                    let start = origin.location(line: number + 1, column: 1)
                    findings.report(
                        .straySpace(found),
                        at: start.at(line: start.line, column: start.column + found.offset)
                    )
                }
            }
        }
    }

    private func reportCells(of sheet: SourceText.Sheet, to findings: inout DiagnosticList) {
        let index = text.lines
        for row in 1...index.count {
            guard let range = index.range(row), SpaceScanner.mayHold(text.bytes[range]) else { continue }
            let cells = text.bytes[range].split(separator: SourceText.Sheet.cellEnd, omittingEmptySubsequences: false)
            for (column, cell) in cells.enumerated() where SpaceScanner.mayHold(cell) {
                let position = SourceLocation.Position.cell(sheet: sheet.name, column: column + 1, row: row)
                let place = SourceLocation(in: text.sourceFile, position)
                let lines = String(decoding: cell, as: UTF8.self).split(whereSeparator: \.isNewline)
                for (number, line) in lines.enumerated() {
                    let scanner = SpaceScanner(line, isCell: number == lines.count - 1)
                    for found in scanner.findings { findings.report(.straySpace(found), at: place) }
                }
            }
        }
    }

    private func reportLines(to findings: inout DiagnosticList) {
        let index = text.lines
        var first = 1
        if case .paper = text.sourceFile.subject {
            guard let parts = try? FrontMatter(text.bytes) else { return }
            first = parts.bodyLine
        }
        for number in first..<(index.count + 1) {
            guard let range = index.range(number), SpaceScanner.mayHold(text.bytes[range]),
                let line = index.line(number, of: text.bytes)
            else { continue }
            // A table is drawn with spaces, and a comment is no text.
            if line.contains("|") || line.contains("<!--") { continue }
            let content = line.drop { " \t>#".contains($0) }
            let offset = line.unicodeScalars.distance(from: line.startIndex, to: content.startIndex)
            for found in SpaceScanner(content, passesOverMarks: line.contains("lang=")).findings {
                let place = SourceLocation(file: text.sourceFile, line: number, column: offset + found.offset + 1)
                findings.report(.straySpace(found), at: place)
            }
        }
    }

    private func reportParagraphs(to findings: inout DiagnosticList) {
        let index = text.lines
        for number in 1...index.count {
            guard let range = index.range(number), SpaceScanner.mayHold(text.bytes[range]),
                let line = index.line(number, of: text.bytes)
            else { continue }
            for part in line.unicodeScalars.split(separator: "\u{2028}") {
                for found in SpaceScanner(String(part)).findings {
                    findings.report(.straySpace(found), at: SourceLocation(in: text.sourceFile, .paragraph(number)))
                }
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func straySpace(_ found: SpaceScanner.Finding) -> Self {
        let (written, right) = (found.replacement.written, found.replacement.right)
        let hint: DiagnosticText = "write `\(right, from: .derived)`"
        return switch found.fault {
        case .several:
            Self(
                .straySpace,
                "`\(written)` has more than one space between words",
                hint: hint,
                replacing: found.replacement
            )
        case .beforeMark(let mark):
            Self(
                .straySpace,
                "`\(written)` has a space before the `\(own: mark)`",
                hint: hint,
                replacing: found.replacement
            )
        case .unbreakable:
            Self(
                .straySpace,
                "`\(written)` has a space at which no line can end, as text pasted from a web page has",
                hint: "\(hint), with the space typed anew",
                replacing: found.replacement
            )
        case .trailing:
            Self(.straySpace, "`\(written)` has a space at its end", hint: "delete it", replacing: found.replacement)
        }
    }
}
