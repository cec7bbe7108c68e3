// SPDX-License-Identifier: Apache-2.0

/// All that the tree says is drawn, once, for the element that says it: nothing is lost, and nothing of it stands in an artifact
/// instead.
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
