// SPDX-License-Identifier: Apache-2.0

package import ArgumentParser
import Diagnostics
import Intake
import Publishing

/// What a shell completes with the names of the workspace that a command line is about. Where there is none, nothing is proposed and nothing is said.
extension CompletionKind {
    /// The papers of the workspace.
    package static let paper = names(\.papers)
    /// The directorates of the workspace, by their identifiers.
    package static let directorate = names(\.directorates)
    /// The themes of the program and of the workspace.
    package static let theme = names(\.themes)
    /// The drafts of the workspace that went out.
    package static let draft = names(\.drafts)
    /// The rules of the check.
    package static let rule = CompletionKind.custom { _, _, _ in Rule.allCases.map(\.rawValue) }

    /// Words that are separated by commas: what is typed before the last comma stays, and none is proposed twice.
    package static func list(separatedByCommas words: [String]) -> CompletionKind {
        .custom { _, _, typed in
            let given = typed.split(separator: ",", omittingEmptySubsequences: false).dropLast()
            let start = given.map { "\($0)," }.joined()
            return words.filter { word in !given.contains { $0 == word } }.map { start + $0 }
        }
    }

    private static func names(_ names: @escaping @Sendable (WorkspaceNames) -> [String]) -> CompletionKind {
        .custom { words, _, _ in names(Publishing.names(ofWorkspace: CommandWords(words).workspace)) }
    }
}
