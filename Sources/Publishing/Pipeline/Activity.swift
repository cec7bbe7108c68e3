// SPDX-License-Identifier: Apache-2.0

/// What a pipeline is doing, for a line of progress, the report of a crash and the limits of a worker.
package enum Activity: Sendable, Hashable, Codable {
    /// Reading a workspace, by its path.
    case reading(String)
    /// Composing a paper, by its identifier.
    case composing(String)
    /// Typesetting a paper, by its identifier.
    case typesetting(String)
    /// Writing the files of a paper, by its identifier.
    case exporting(String)
    /// Writing a round as data.
    case exportingData
    /// Keeping a circulated version of a paper, by its name.
    case keeping(String)
    /// Checking a drop, by its name.
    case checking(String)
    /// Nothing, while a workspace is watched.
    case watching(String)

    /// The paper that it is about, by its identifier.
    package var paper: String? {
        switch self {
        case .composing(let paper), .typesetting(let paper), .exporting(let paper): paper
        case .reading, .exportingData, .keeping, .checking, .watching: nil
        }
    }
}

extension Activity: CustomStringConvertible {
    /// What follows "the program stopped while": `` typesetting `cabinet` ``.
    package var description: String {
        switch self {
        case .reading(let workspace): "reading `\(workspace)`"
        case .composing(let paper): "composing `\(paper)`"
        case .typesetting(let paper): "typesetting `\(paper)`"
        case .exporting(let paper): "writing `\(paper)`"
        case .exportingData: "writing the data of the round"
        case .keeping(let version): "keeping `\(version)`"
        case .checking(let drop): "checking `\(drop)`"
        case .watching(let workspace): "watching `\(workspace)`"
        }
    }
}
