// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Intake
import Layouts
import Monitoring
import OpenData
import Publishing
import TestSupport
import WorkspaceFiles

/// The starting workspace with other files in it, read and written as data.
struct SmallRound {
    static let place = "round/returns/community-services/"

    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(copying: Repository.program.starter, to: "round") }

    /// The files of the data as texts, by their names.
    func files() throws -> [String: String] {
        let contents = try readWorkspace(at: folder.path + "/round", programLayouts: Repository.program.layouts)
        guard let round = contents.round, !contents.diagnostics.holdsErrors else {
            throw Unreadable(lines: contents.diagnostics.map(\.line))
        }
        let files = exportOpenData(PublicRound(redacting: round), layouts: contents.layouts)
        return Dictionary(files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
    }

    /// The lines of a file of comma-separated values without its mark.
    func lines(_ name: String) throws -> [String] {
        var text = try files()[name] ?? ""
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        return text.split(separator: "\r\n").map(String.init)
    }

    /// The rows of a file as the program's own reader has them, each by the names of its columns.
    func rows(_ name: String) throws -> [[String: String]] {
        try CSVRows(Array((files()[name] ?? "").utf8), name: name).rows
    }

    struct Unreadable: Error {
        var lines: [String]
    }
}

/// A file of comma-separated values, read by the program's own reader.
struct CSVRows {
    /// By the names of the columns.
    let rows: [[String: String]]

    init(_ bytes: [UInt8], name: String) throws {
        let findings = DiagnosticCollector()
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        guard bytes.starts(with: mark) else { throw Malformed(file: name) }
        let source = SourceText(file: SourceFile(name, subject: .workspace), bytes: Array(bytes.dropFirst(mark.count)))
        let file = CSVFile(source, findings: findings)
        let names = file.rows.first.map { $0.map(file.string) } ?? []
        rows = file.rows.dropFirst().map { row in
            Dictionary(zip(names, row.map(file.string))) { first, _ in first }
        }
        guard findings.report().isEmpty else { throw Malformed(file: name) }
    }

    struct Malformed: Error {
        var file: String
    }
}
