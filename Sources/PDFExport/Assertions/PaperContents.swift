// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Typesetting

/// The tables and figures of a paper, counted in one traversal, to be compared with those of its structure.
struct PaperContents {
    private(set) var tables = TableCount()
    /// The figures that say something.
    private(set) var figures = 0
    /// The owners of those figures that have a caption.
    private(set) var captioned: Set<Owner?> = []

    init(of paper: Paper) {
        for section in paper.sections {
            section.blocks.walk { block in
                switch block.content {
                case .table(let table): tables.add(table)
                case .figure(let figure) where figure.alternativeText != nil:
                    figures += 1
                    if !figure.caption.isEmpty { captioned.insert(.node(block.id)) }
                default: break
                }
            }
        }
    }
}

/// The numbers of tables, header cells and data cells.
struct TableCount: Hashable {
    var tables = 0
    var headers = 0
    var cells = 0

    fileprivate mutating func add(_ table: Table) {
        tables += 1
        for row in table.header { headers += row.cells.count }
        for row in table.rows {
            for cell in row.cells {
                if row.kind == .body, !cell.isHeader { cells += 1 } else { headers += 1 }
            }
        }
    }
}
