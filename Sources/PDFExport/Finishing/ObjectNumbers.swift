// SPDX-License-Identifier: Apache-2.0

/// The numbers of objects that other objects refer to.
struct ObjectNumbers {
    let catalogue: Int
    let information: Int
    let metadata: Int
    let profile: Int
    let pageTree: Int
    private let firstPage: Int
    private let firstContent: Int
    let structureTree: Int
    let parentTree: Int
    let identifiers: Int
    let destinations: Int
    private let firstElement: Int
    private let firstAnnotation: Int

    init(in writer: inout PDFFileWriter, pages: Int, elements: Int, annotations: Int) {
        catalogue = writer.reserve()
        information = writer.reserve()
        metadata = writer.reserve()
        profile = writer.reserve()
        pageTree = writer.reserve()
        firstPage = writer.reserve(pages)
        firstContent = writer.reserve(pages)
        structureTree = writer.reserve()
        parentTree = writer.reserve()
        identifiers = writer.reserve()
        destinations = writer.reserve()
        firstElement = writer.reserve(elements)
        firstAnnotation = writer.reserve(annotations)
    }

    func page(_ index: Int) -> Int { firstPage + index }
    func content(_ index: Int) -> Int { firstContent + index }
    func element(_ index: Int) -> Int { firstElement + index }
    func annotation(_ index: Int) -> Int { firstAnnotation + index }
}
