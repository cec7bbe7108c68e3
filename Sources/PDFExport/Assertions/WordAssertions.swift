// SPDX-License-Identifier: Apache-2.0

/// All text of the tree is drawn, once, for the element that it belongs to: none is lost, and none is in an artifact instead.
struct WordAssertions {
    let structure: StructureTree
    let text: DrawnText

    func check() throws(ExportError) {
        for element in structure.elements {
            guard let owner = element.owner else { continue }
            let drawn = text.words(of: owner)
            if let said = element.words {
                guard drawn == said else {
                    throw ExportError("the words of \(element.type.rawValue), \(owner), are not those that are drawn")
                }
            } else if drawn.isEmpty {
                throw ExportError("nothing is drawn for \(element.type.rawValue), \(owner)")
            }
        }
    }
}
