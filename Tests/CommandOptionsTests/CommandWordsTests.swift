// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

@testable import CommandOptions

struct CommandWordsTests {
    @Test(arguments: [
        ("my-round", "my-round"), ("my\\ round", "my round"), ("\"my round\"", "my round"),
        ("'my \"round'", "my \"round"), ("\"my 'round\"", "my 'round"), ("'my\\round'", "my\\round"),
        ("'my roun", "my roun"), ("", ""), ("$HOME/a", "$HOME/a"),
    ])
    func `a word is unquoted as a shell does`(word: String, text: String) {
        #expect(CommandWords.unquoted(word) == text)
    }

    @Test func `a tilde is the home folder, unless it is quoted`() {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
        #expect(CommandWords.unquoted("~/round") == home + "/round")
        #expect(CommandWords.unquoted("'~/round'") == "~/round")
    }

    @Test func `the workspace is the first folder with a council`() throws {
        let folder = try TemporaryFolder(["a b/council.yaml": "", "other/notes.txt": ""])
        let path = "\(folder.path)/a\\ b"
        #expect(
            CommandWords(["cleardays", "render", "\(folder.path)/other", path]).workspace == "\(folder.path)/a b"
        )
        #expect(CommandWords(["cleardays", "render", "--paper", ""]).workspace == ".")
    }
}
