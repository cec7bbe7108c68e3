// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The words of a command line that a shell is completing, as the shell has them: with their quotes and escapes.
struct CommandWords {
    private let words: [String]

    /// - Parameter words: all of them, the program's name first.
    init(_ words: [String]) { self.words = words }

    /// The folder of the first word that names a workspace; the current folder where none does.
    var workspace: String {
        words.dropFirst().lazy.filter { !$0.hasPrefix("-") }.map(Self.unquoted)
            .first { access($0 + "/council.yaml", R_OK) == 0 } ?? "."
    }

    /// A word as a command would be given it: without quotes and escapes, and with the home folder for a tilde.
    ///
    /// Variables and substitutions stay as they are written: then it names no folder, and nothing is lost but a proposal.
    static func unquoted(_ word: String) -> String {
        var text = ""
        var quote: Character?
        var isEscaped = false
        for character in word {
            if isEscaped {
                text.append(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil, character == "'" || character == "\"" {
                quote = character
            } else {
                text.append(character)
            }
        }
        guard word == "~" || word.hasPrefix("~/"), let home = getenv("HOME") else { return text }
        return String(cString: home) + text.dropFirst()
    }
}
