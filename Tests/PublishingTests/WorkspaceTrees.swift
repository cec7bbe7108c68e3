// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport
import Testing

/// What all papers of a workspace say, and every problem of it, to hold two forms of one return against each other.
struct WorkspaceTrees {
    /// The trees of the papers by their names.
    private(set) var trees: [String: String]
    /// With their places.
    let problems: [String]
    /// Without them: a workbook has other places than a file of text.
    let messages: [String]

    init(of workspace: String) throws {
        let publication = try publish(
            PublicationRequest(workspace: workspace, formats: [.tree]),
            with: Repository.program
        )
        trees = Dictionary(
            uniqueKeysWithValues: publication.files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
        )
        problems = publication.diagnostics.map(\.line)
        messages = publication.diagnostics.map(\.message)
    }

    /// The same with other words in the place of some.
    func replacing(_ words: String, with others: String) -> WorkspaceTrees {
        var copy = self
        copy.trees = trees.mapValues { $0.replacing(words, with: others) }
        return copy
    }

    /// Expects the papers of another workspace to be the same, line by line.
    func expectSameTrees(as other: WorkspaceTrees) {
        #expect(trees.count >= 2)
        #expect(trees.keys.sorted() == other.trees.keys.sorted())
        for (name, tree) in trees {
            let lines = tree.split(separator: "\n")
            let others = (other.trees[name] ?? "").split(separator: "\n")
            #expect(lines.count == others.count, "\(name)")
            for (line, other) in zip(lines, others) where line != other { #expect(line == other, "\(name)") }
        }
    }
}
