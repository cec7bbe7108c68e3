// SPDX-License-Identifier: Apache-2.0

/// Headings have words, begin with the first level, and skip none on the way down (ISO 14289-1, 7.4.2).
struct HeadingAssertions {
    let structure: StructureTree

    func check() throws(ExportError) {
        var before = 0
        for (index, element) in structure.elements.enumerated() {
            guard let level = element.type.headingLevel else { continue }
            // The words of a link in it belong to the link.
            guard structure.elements[index..<element.end].contains(where: { $0.words?.isEmpty == false }) else {
                throw ExportError("a heading has no words")
            }
            guard level <= before + 1 else {
                throw ExportError("a heading of level \(level) follows one of level \(before)")
            }
            before = level
        }
    }
}
