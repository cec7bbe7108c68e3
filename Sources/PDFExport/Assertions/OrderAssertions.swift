// SPDX-License-Identifier: Apache-2.0

/// On each page, text is drawn in the order in which it is read.
///
/// Notes are left out: they are read after their text, and drawn at the foot of the page.
struct OrderAssertions {
    let structure: StructureTree
    let content: MarkedContent

    func check() throws(ExportError) {
        let places = places
        var seen = [Int](repeating: -1, count: structure.elements.count)
        for (page, brackets) in content.brackets.enumerated() {
            var last = 0
            for case .element(let element) in brackets.map(\.content) {
                guard let place = places[element], seen[place] != page else { continue }
                seen[place] = page
                guard place > last else {
                    throw ExportError(
                        "\(structure.elements[place].type.rawValue) on page \(page + 1) is drawn too late"
                    )
                }
                last = place
            }
        }
    }

    /// For each element, the element whose order counts for it: links have that of their paragraphs. `nil` for elements of notes.
    private var places: [Int?] {
        var places: [Int?] = []
        places.reserveCapacity(structure.elements.count)
        var endOfNote = 0
        for (index, element) in structure.elements.enumerated() {
            if element.type == .note { endOfNote = element.end }
            if index < endOfNote {
                places.append(nil)
            } else if index > 0, let outer = places[element.parent] {
                places.append(outer)
            } else {
                places.append(element.owner == nil ? nil : index)
            }
        }
        return places
    }
}
