// SPDX-License-Identifier: Apache-2.0

/// Every figure says in words what it shows, is drawn in an area inside its page, and comes right after its caption where the paper has one
/// (ISO 14289-1, 7.3); the figures of the structure are those of the paper.
struct FigureAssertions {
    let contents: PaperContents
    let structure: StructureTree
    let content: MarkedContent

    func check() throws(ExportError) {
        var count = 0
        for index in structure.elements.indices where structure.elements[index].type == .figure {
            let element = structure.elements[index]
            count += 1
            guard let text = element.alternativeText, !TextDigest(text).isEmpty else {
                throw ExportError("a figure does not say what it shows")
            }
            guard content.area(of: index) != nil else { throw ExportError("a figure has no area on its page") }
            guard !content.sequences(of: index).isEmpty else { throw ExportError("a figure is not drawn") }
            guard contents.captioned.contains(element.owner) else { continue }
            guard structure.elements[element.parent].type == .division,
                let caption = structure.children(of: element.parent).first(where: { _ in true }),
                structure.elements[caption].type == .caption,
                structure.children(of: caption).contains(where: { structure.elements[$0].words?.isEmpty == false })
            else { throw ExportError("a figure has no caption") }
        }
        guard count == contents.figures else {
            throw ExportError("the figures of the paper and those of its structure differ")
        }
    }
}
