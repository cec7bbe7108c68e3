// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport

/// A folder with the starting workspace in `ws`, whose papers are `cabinet` and its appendix.
enum WatchedFolder {
    /// The file that the tests save, and words in it that they change.
    static let statement = "ws/returns/community-services/statement.md"

    /// Everything in the output folder while all is well.
    static let output = [
        ".cleardays.lock", "appendix-community-services.pdf", "cabinet.pdf", "status.html", "status.json",
    ]

    static func make() throws -> TemporaryFolder {
        try TemporaryFolder(copying: Repository.program.starter, to: "ws")
    }

    /// The statement with a word of the test's own in it.
    static func statement(saying word: String) throws -> [UInt8] {
        let text = try String(
            contentsOfFile: Repository.program.starter + "/returns/community-services/statement.md",
            encoding: .utf8
        )
        return Array((text + "\nThis is \(word).\n").utf8)
    }
}

extension TemporaryFolder {
    /// Whether the paper in `out` is there and holds a word.
    func paperHolds(_ word: String, paper: String = "out/cabinet.pdf") throws -> Bool {
        guard holds(paper) else { return false }
        return try Command.text(ofPDF: path + "/" + paper).contains(word)
    }

    func holds(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}
