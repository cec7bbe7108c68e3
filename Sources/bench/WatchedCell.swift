// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc

/// A cell of a workspace that is saved with other words again and again.
struct WatchedCell {
    let workspace: String
    /// The name of a paper that prints it.
    let paper: String
    private let path: String
    private let original: String
    private let words: String

    /// - Parameters:
    ///   - file: in the workspace.
    ///   - words: what the cell holds: the first place of the file that does.
    init(workspace: String, file: String, words: String, paper: String) throws {
        self.workspace = workspace
        self.paper = paper
        self.words = words
        path = "\(workspace)/\(file)"
        original = try String(contentsOfFile: path, encoding: .utf8)
        guard original.contains(words) else {
            print("\(file) has no `\(words)`")
            exit(1)
        }
    }

    /// Saves the file by a rename, with other words for each number.
    func save(edit number: Int) throws {
        let text = original.replacing(words, with: "Edit \(number)", maxReplacements: 1)
        try Data(text.utf8).write(to: URL(filePath: path + ".tmp"))
        rename(path + ".tmp", path)
    }

    /// Looks at a file every millisecond until something holds of it.
    static func wait(for path: String, until holds: (String) -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(120)
        while !holds(path) {
            if ContinuousClock.now > end {
                print("\(path) was not made")
                exit(1)
            }
            try await Task.sleep(for: .milliseconds(1))
        }
    }
}
