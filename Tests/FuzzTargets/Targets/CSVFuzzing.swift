// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Publishing
import TestSupport
import WorkspaceFiles

/// A CSV file as rows of cells, and as a file of the starter's return.
struct CSVFuzzing {
    let session: FuzzSession

    private static let names = ["actions.csv", "indicators.csv", "activity.csv"]

    func run(_ bytes: [UInt8]) throws {
        let (name, content) = bytes.choosing(among: Self.names)
        try checkCells(of: content)
        if bytes.fingerprint % 8 == 0 {
            var files = try session.starter()
            let folder = "returns/community-services/"
            files[folder + name] = .bytes(content)
            if name == "activity.csv" {
                let form = files.contents(of: folder + "return.yaml").text
                    .replacing("[actions, indicators]", with: "[core-services, activity, actions, indicators]")
                files[folder + "return.yaml"] = .bytes(Array(form.utf8))
            }
            try WorkspaceRun(session: session).run(files)
        }
    }

    /// Cells are where they say, in order, and are the same once they are written and read again.
    private func checkCells(of bytes: [UInt8]) throws {
        let findings = DiagnosticCollector()
        let text = SourceText(file: "a.csv", bytes: Array(bytes.text.utf8))
        let file = CSVFile(text, findings: findings)
        let index = LineIndex(text.bytes)
        var last = (line: 0, column: 0)
        for row in file.rows {
            for cell in row {
                let place = file.location(cell, column: nil)
                let length = index.line(place.line, of: text.bytes)?.unicodeScalars.count
                try require(place.column <= (length ?? -1) + 1, "\(place) is not in the file")
                try require((place.line, place.column) > last, "\(place) is not after the cell before it")
                last = (place.line, place.column)
            }
        }
        if findings.count > 0 { return }
        let written = file.rows.map { row in
            row.map { "\"" + file.string($0).replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
        }
        let copy = CSVFile(
            SourceText(file: "a.csv", bytes: Array(written.joined(separator: "\n").utf8)),
            findings: findings
        )
        // Cells that are written with commas between them are read so, unless the first row has one cell only.
        guard file.rows.first?.count ?? 0 > 1 else { return }
        try require(findings.count == 0, "what was written is not well formed")
        try require(copy.rows.map { $0.map(copy.string) } == file.rows.map { $0.map(file.string) }, "the cells differ")
    }

    static func seeds() throws -> [[UInt8]] {
        let returns = Repository.sample + "/returns/"
        let sources = [
            (0, Repository.program.starter + "/returns/community-services", "actions.csv"),
            (1, Repository.program.starter + "/returns/community-services", "indicators.csv"),
            (0, returns + "adult-social-services", "actions.csv"),
            (1, returns + "environment-highways-waste", "indicators.csv"),
            (2, returns + "environment-highways-waste", "activity.csv"),
            (2, returns + "chief-executives", "activity.csv"),
        ]
        return try sources.map { choice, folder, name in
            [UInt8(choice)] + (try DiskFiles(root: folder).bytes(of: name) ?? [])
        }
            + ["\0a;b\n1;\"2\"\"3\"\n", "\0a,b\r\n\"1\r\n2\",\r\n", "\0a\tb\r1\t2\r"].map { Array($0.utf8) }
    }
}
