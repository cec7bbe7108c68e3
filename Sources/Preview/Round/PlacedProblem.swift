// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree

/// A problem with the block of a paper that it is about.
struct PlacedProblem: Sendable, Equatable {
    var problem: Diagnostic
    /// The block, or `nil` if none of the paper was written where the problem is.
    var node: NodeID?
}

/// Finds the blocks of a paper that problems are about, by where both are in the files.
///
/// A text has a place for each block: a problem is about the last block that begins at it or before it. Rows of tables and paragraphs of
/// documents are met exactly: a problem of a cell is about that cell, or else about the first cell of its row.
struct ProblemPlacement {
    private struct Place {
        var location: SourceLocation
        var node: NodeID
    }

    /// The places of the blocks in each text, in reading order.
    private var places: [String: [Place]] = [:]

    init(_ places: [NodeID: SourceLocation]) {
        for (node, location) in places {
            self.places[location.textName, default: []].append(Place(location: location, node: node))
        }
        for name in self.places.keys {
            self.places[name]?.sort { first, second in
                if first.location < second.location { return true }
                return second.location < first.location ? false : first.node < second.node
            }
        }
    }

    /// The block that a location is about, or `nil`.
    func node(at location: SourceLocation) -> NodeID? {
        guard location.row > 0, let all = places[location.textName] else { return nil }
        let isExact = location.position.paragraph != nil || location.position.cellReference != nil || location.isInTable
        if isExact {
            let row = all.filter { $0.location.row == location.row }
            let cell = row.first { $0.location.columnOfCell == location.columnOfCell }
            return (cell ?? row.first)?.node
        }
        // The first of those that begin at the same place holds the others.
        guard let last = all.last(where: { $0.location.line > 0 && $0.location.line <= location.line }) else {
            return nil
        }
        return all.first { $0.location == last.location }?.node
    }

    /// The problems of a paper, each with its block; of others, only those that are about a block of the paper.
    func placed(_ own: [Diagnostic], others: [Diagnostic]) -> [PlacedProblem] {
        var seen: Set<Diagnostic> = []
        var placed: [PlacedProblem] = []
        for problem in own where seen.insert(problem).inserted {
            placed.append(PlacedProblem(problem: problem, node: problem.location.flatMap(node)))
        }
        for problem in others where !seen.contains(problem) {
            guard let node = problem.location.flatMap(node) else { continue }
            placed.append(PlacedProblem(problem: problem, node: node))
        }
        return placed
    }
}

extension SourceLocation {
    /// Whether it is in a file of rows, where what stands in one row is not about the row before it.
    fileprivate var isInTable: Bool { file.hasSuffix(".csv") }

    /// The column of a cell of a sheet or of a character in a line.
    fileprivate var columnOfCell: Int {
        if case .cell(_, let column, _) = position { column } else { column }
    }

    /// As an officer looks for it, relative to the workspace: `papers/cabinet.md, line 12`.
    ///
    /// Without the name of the column or key, which may be an officer's own words.
    var placeWords: String {
        switch position {
        case .file: file
        case .line(let line), .text(let line, _): "\(file), line \(line)"
        case .cell, .paragraph: SourceLocation(in: sourceFile, position).description
        }
    }
}
