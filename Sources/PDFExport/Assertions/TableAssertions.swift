// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// A table is one element, however many pages it is on; each of its header cells is in the tree once; and every cell has headers of its
/// own table (ISO 14289-1, 7.5).
struct TableAssertions {
    let contents: PaperContents
    let structure: StructureTree

    func check() throws(ExportError) {
        var found = TableCount()
        var index = 0
        while index < structure.elements.count {
            if structure.elements[index].type == .table {
                try check(index, counting: &found)
                index = structure.elements[index].end
            } else {
                index += 1
            }
        }
        guard found == contents.tables else {
            throw ExportError("the tables of the paper and those of its structure differ")
        }
    }

    private func check(_ table: Int, counting count: inout TableCount) throws(ExportError) {
        let elements = structure.elements[table..<structure.elements[table].end]
        count.tables += 1
        let headers = Set(elements.lazy.filter { $0.type == .headerCell }.compactMap { $0.identifier?.index })
        for element in elements {
            guard case .cell(let cell) = element.attributes else {
                if element.type == .table, element.parent != elements[table].parent {
                    throw ExportError("a table stands in a table")
                }
                continue
            }
            let names = structure.headers[cell.headers]
            guard names.allSatisfy({ headers.contains($0.index) }) else {
                throw ExportError("a cell is named by one that is not in its table")
            }
            if element.type == .headerCell {
                count.headers += 1
                if cell.scope == nil { throw ExportError("a header cell does not say what it names") }
            } else {
                count.cells += 1
                if names.isEmpty { throw ExportError("a cell of a table has no header") }
            }
        }
    }
}
