// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Publishing

/// A round as the preview shows it at one time.
struct PreviewRound: Sendable, Equatable {
    /// Grows by one with every change that shows; zero while nothing has been made yet.
    var generation = 0
    /// The round's title and the council's name; empty while they could not be read.
    var title = ""
    var council = ""
    /// In the order of the round, and then of the council.
    var papers: [PreviewPaper] = []
    var directorates: [DirectorateState] = []
    /// The problems of the whole workspace.
    var diagnostics: [Diagnostic] = []
    /// Why nothing can be shown as it is now, or `nil`.
    var failure: String?
    /// The papers that are no longer in the round, and in which generation they went: the last ones.
    var removals: [Removal] = []

    /// A paper that went away.
    struct Removal: Sendable, Equatable {
        var key: PaperKey
        var generation: Int
    }

    /// More removals than these are forgotten: a page that was open before then asks for its paper all the same.
    private static let mostRemovals = 100

    /// Says of the round, and of every paper, why it cannot be shown as it is now.
    mutating func fail(_ reason: String) {
        failure = reason
        for index in papers.indices { papers[index].failure = reason }
    }

    subscript(key: PaperKey) -> PreviewPaper? { papers.first { $0.key == key } }

    /// The round that follows this one: in which generation each paper changed is worked out here.
    ///
    /// - Returns: `nil` if nothing that shows has changed.
    func succeeded(by next: PreviewRound) -> PreviewRound? {
        var next = next
        next.generation = generation + 1
        next.removals = removals
        for index in next.papers.indices {
            let former = self[next.papers[index].key]
            let isSame = former?.shows(next.papers[index]) ?? false
            next.papers[index].changed = isSame ? former?.changed ?? 0 : next.generation
        }
        let kept = Set(next.papers.map(\.key))
        next.removals += papers.filter { !kept.contains($0.key) }
            .map { Removal(key: $0.key, generation: next.generation) }
        next.removals = Array(next.removals.suffix(Self.mostRemovals))
        var same = next
        same.generation = generation
        return generation > 0 && same == self ? nil : next
    }

    /// The papers that have changed or gone since a generation.
    func papersChanged(since generation: Int) -> [PaperKey] {
        papers.filter { $0.changed > generation }.map(\.key)
            + removals.filter { $0.generation > generation }.map(\.key)
    }
}
