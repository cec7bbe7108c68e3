// SPDX-License-Identifier: Apache-2.0

import Composition
import Geometry
import Glibc
import Intake
import Layouts
import Monitoring
import PaperTree
import Publishing
import TextShaping
import Typesetting

/// Where the columns of a paper's tables are, so that other typesetters can be given the same widths.
struct TableEdges {
    let program: ProgramFiles
    let workspace: String
    let paper: String

    /// Prints the edges of every table, in points from the left edge of the page, as a JSON object with the number of each table's node.
    func run() throws {
        let typeset = try typesetPaper()
        var tableOfNode: [NodeID: NodeID] = [:]
        var edgeCounts: [NodeID: Int] = [:]
        for section in typeset.paper.sections {
            section.blocks.walk { block in
                guard case .table(let table) = block.content else { return }
                edgeCounts[block.id] = table.columns.count + 1
                for node in Self.words(of: table) { tableOfNode[node] = block.id }
            }
        }
        var edges: [NodeID: [Double]] = [:]
        for page in typeset.pages {
            let rules = page.items.compactMap { item in if case .rule(let rule) = item { rule } else { nil } }
            for case .text(let run) in page.items {
                guard case .node(let node) = run.owner, let table = tableOfNode[node],
                    edges[table, default: []].count < edgeCounts[table, default: 0]
                else { continue }
                let beside = rules.filter { rule in
                    rule.from.x == rule.to.x && rule.from.y <= run.origin.y && run.origin.y <= rule.to.y
                }
                let found = Set(beside.map(\.from.x.points)).sorted()
                if found.count > edges[table, default: []].count { edges[table] = found }
            }
        }
        let members = edges.sorted { $0.key < $1.key }.map { "\"\($0.key.index)\": \($0.value)" }
        print("{\(members.joined(separator: ", "))}")
    }

    private func typesetPaper() throws -> TypesetPaper {
        let contents = try readWorkspace(at: workspace, programLayouts: program.layouts)
        guard let round = contents.round, let index = round.papers.firstIndex(where: { $0.id == paper }),
            let composed = composePaper(at: index, of: .restricted(round), layouts: contents.layouts),
            let theme = contents.layouts.themes[round.council.houseStyle.theme]
        else {
            print("\(workspace) has no paper `\(paper)`")
            exit(1)
        }
        let shaper = try TextShaper(configurationFile: program.fontConfiguration)
        return try typeset(composed.paper, theme: theme, shaper: shaper)
    }

    /// The nodes of the words in the cells of a table.
    private static func words(of table: Table) -> [NodeID] {
        (table.header + table.rows).flatMap(\.cells).flatMap(\.blocks).compactMap { block in
            if case .paragraph = block.content { block.id } else { nil }
        }
    }
}
