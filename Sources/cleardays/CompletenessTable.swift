// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// How complete a round is, as a table for a terminal.
struct CompletenessTable {
    private let completeness: Completeness

    init(_ completeness: Completeness) { self.completeness = completeness }

    /// How many returns are complete, in a line.
    var summary: String {
        let count = completeness.returns.count
        if !completeness.isComplete {
            return "\(completeness.returns.count { $0.isComplete }) of \(count) returns are complete\n"
        }
        return count == 1 ? "the return is complete\n" : "all \(count) returns are complete\n"
    }

    /// A line for each directorate, and under them whom to ask for returns that have not come, and the units that are missing in the others; a column
    /// without a gap is left out.
    var text: String {
        let gaps = completeness.gaps
        let holdsErrors = completeness.returns.contains { $0.errors > 0 }
        let titles =
            ["Return", "Received", "Units", "Rows", "Nothing to report", "Units missing"] + gaps.map(\.title)
            + (holdsErrors ? ["Other errors"] : [])
        let rows = completeness.returns.map { own -> [String] in
            let counts = [own.units.count, own.rows, own.nilReturns, own.missingUnits.count]
            return [own.name, own.received?.iso8601 ?? (own.hasCome ? "yes" : "not received")]
                + (counts + gaps.map { own.gaps[$0, default: 0] } + (holdsErrors ? [own.errors] : [])).map(String.init)
        }
        let widths = titles.indices.map { column in ([titles] + rows).map { $0[column].count }.max() ?? 0 }
        var text = ""
        for row in [titles] + rows {
            let cells = zip(row, widths).enumerated().map { index, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return index < 2 ? cell.0 + padding : padding + cell.0
            }
            var line = cells.joined(separator: "  ")
            while line.hasSuffix(" ") { line.removeLast() }
            text += line + "\n"
        }
        for own in completeness.returns where !own.hasCome {
            let day = completeness.due.map { ", due on \($0)" } ?? ""
            text += "\(own.name): not received\(day)\(own.head.map { "; ask \($0)" } ?? "")\n"
        }
        for own in completeness.returns where own.hasCome && !own.missingUnits.isEmpty {
            text += "\(own.name): nothing from\n" + own.missingUnits.map { "  \($0.name)\n" }.joined()
        }
        return text + summary
    }
}

extension Completeness.Gap {
    /// What heads the column of its counts.
    fileprivate var title: String {
        switch self {
        case .status: "No status"
        case .reason: "No reason"
        case .comment: "No comment"
        case .figure: "No figure"
        }
    }
}
