// SPDX-License-Identifier: Apache-2.0

/// Finishes the pages of Cairo's file, one after another.
struct PageFinisher {
    private let file: CairoFile
    /// The resources of the page of all glyphs.
    private let resources: PageResources
    private let inflater: Inflater
    private let deflater: Deflater
    private var rewriter: ContentRewriter

    /// - Throws: an ``ExportError`` if the page of all glyphs is not as Cairo writes it.
    init(file: CairoFile, glyphPage: CairoFile.Page, structure: StructureTree) throws(ExportError) {
        self.file = file
        resources = try PageResources(of: glyphPage, in: file)
        inflater = try Inflater()
        deflater = try Deflater()
        rewriter = ContentRewriter(structure: structure)
    }

    /// Finishes a page: its brackets get the types and numbers of their elements.
    ///
    /// - Throws: an ``ExportError`` if it is not as Cairo writes it, or holds other brackets.
    mutating func finished(
        _ page: CairoFile.Page,
        brackets: [MarkedContent.Bracket],
        index: Int
    ) throws(ExportError) -> FinishedPage {
        let object = try file.object(page.contents)
        guard let data = object.data, let filter = try file.dictionary(object.value)["Filter"],
            file.bytes[filter].elementsEqual("/FlateDecode".utf8)
        else { throw ExportError("the content of page \(index + 1) of Cairo's file is not as expected") }
        try file.bytes.lend { bytes throws(ExportError) in
            let content = try inflater.inflated(UnsafeRawBufferPointer(rebasing: bytes[data]))
            try rewriter.rewrite(content, brackets: brackets, page: index)
        }
        guard file.reference(page.mediaBox) == nil, page.group.flatMap(file.reference) == nil else {
            throw ExportError("page \(index + 1) of Cairo's file is not as expected")
        }
        let isShared = resources.hold(try PageResources(of: page, in: file))
        return FinishedPage(
            mediaBox: Array(file.bytes[page.mediaBox]),
            group: page.group.map { Array(file.bytes[$0]) },
            content: try deflater.compressed(syntax: rewriter.rewritten),
            resources: isShared ? nil : page.resources
        )
    }
}
