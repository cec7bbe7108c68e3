// SPDX-License-Identifier: Apache-2.0

import PaperTree
import UnicodeText

extension StructureTree {
    /// The tree as text for tests, one element a line: `TH #7 scope Column over 2 columns`, `TD named by 7 9`.
    var dump: String {
        var depths: [Int] = []
        var text = ""
        for (index, element) in elements.enumerated() {
            let depth = index == 0 ? 0 : depths[element.parent] + 1
            depths.append(depth)
            text += String(repeating: "  ", count: depth) + description(of: element) + "\n"
        }
        return text
    }

    private func description(of element: StructureElement) -> String {
        var words = [element.type.rawValue]
        if let identifier = element.identifier { words.append("#\(identifier.index)") }
        if let text = element.alternativeText { words.append("“\(text)”") }
        switch element.attributes {
        case .none: break
        case .list(let numbering): words.append(numbering.rawValue)
        case .span(.language(let tag)): words.append("in \(tag.rawValue)")
        case .span(.expansion(let expansion)): words.append("for “\(expansion)”")
        case .cell(let cell):
            if let scope = cell.scope { words.append("scope \(scope.name)") }
            if cell.columnSpan > 1 { words.append("over \(cell.columnSpan) columns") }
            if cell.rowSpan > 1 { words.append("over \(cell.rowSpan) rows") }
            if !cell.headers.isEmpty {
                words.append("named by " + headers[cell.headers].map { String($0.index) }.joined(separator: " "))
            }
        }
        return words.joined(separator: " ")
    }
}
