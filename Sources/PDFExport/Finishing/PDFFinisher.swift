// SPDX-License-Identifier: Apache-2.0

import Typesetting

/// Writes Cairo's file anew with all that Cairo cannot say: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) at once.
///
/// Of Cairo's file it takes what the pages draw, and nothing else.
struct PDFFinisher {
    private let drawn: FinishedPages
    private let pages: TypesetPaper
    private let structure: StructureTree
    private let content: MarkedContent
    private let information: DocumentInformation

    init(
        drawn: FinishedPages,
        pages: TypesetPaper,
        structure: StructureTree,
        content: MarkedContent,
        information: DocumentInformation
    ) {
        self.drawn = drawn
        self.pages = pages
        self.structure = structure
        self.content = content
        self.information = information
    }

    func finished() throws(ExportError) -> [UInt8] {
        // What the pages draw is about half of a file.
        let contents = drawn.pages.reduce(0) { $0 + $1.content.count }
        var writer = try PDFFileWriter(capacity: 2 * contents)
        let numbers = ObjectNumbers(
            in: &writer,
            pages: drawn.pages.count,
            elements: structure.elements.count,
            annotations: content.annotations.count
        )
        for (index, page) in drawn.pages.enumerated() {
            try writer.write(numbers.content(index), compressed: page.content)
        }
        try writePages(numbers, to: &writer)
        try StructureWriter(structure: structure, content: content, numbers: numbers).write(to: &writer)
        try LinkWriter(pages: pages.pages, content: content, numbers: numbers).write(to: &writer)
        try writeDocument(numbers, to: &writer)
        return try writer.finish(catalogue: numbers.catalogue, information: numbers.information)
    }

    // MARK: - Pages

    private func writePages(_ numbers: ObjectNumbers, to writer: inout PDFFileWriter) throws(ExportError) {
        var kept = KeptObjects(of: drawn.file)
        var annotations = [[Int]](repeating: [], count: drawn.pages.count)
        for (index, annotation) in content.annotations.enumerated() { annotations[annotation.page].append(index) }
        for (index, page) in drawn.pages.enumerated() {
            var own = PDFBytes()
            own.append("/MediaBox")
            own.append(page.mediaBox)
            if let group = page.group {
                own.append("/Group")
                own.append(group)
            }
            own.append("/Resources ")
            try kept.copy(page.resources ?? drawn.resources, to: &own, in: &writer)
            try writer.write(numbers.page(index)) { bytes in
                bytes.append("<</Type/Page/Parent")
                bytes.append(reference: numbers.pageTree)
                bytes.append(own.bytes)
                bytes.append("/Contents")
                bytes.append(reference: numbers.content(index))
                // Pages are left in the order of the structure (ISO 14289-1, 7.18.3).
                bytes.append("/Tabs/S/StructParents ")
                bytes.append(index)
                if !annotations[index].isEmpty {
                    bytes.append("/Annots[")
                    for annotation in annotations[index] { bytes.append(reference: numbers.annotation(annotation)) }
                    bytes.append("]")
                }
                bytes.append(">>")
            }
        }
        try writer.write(numbers.pageTree) { bytes in
            bytes.append("<</Type/Pages/Count ")
            bytes.append(drawn.pages.count)
            bytes.append("/Kids[")
            for index in drawn.pages.indices { bytes.append(reference: numbers.page(index)) }
            bytes.append("]>>")
        }
        try kept.write(to: &writer)
    }

    // MARK: - The document

    private func writeDocument(_ numbers: ObjectNumbers, to writer: inout PDFFileWriter) throws(ExportError) {
        try writer.write(numbers.information) { bytes in information.write(to: &bytes) }
        try write(Array(information.packet.utf8), numbers.metadata, "/Type/Metadata/Subtype/XML", to: &writer)
        try write(SRGBProfile.bytes, numbers.profile, "/N 3", to: &writer)
        let outline = try OutlineWriter(pages.outline).write(to: &writer)
        try writer.write(numbers.catalogue) { bytes in
            bytes.append("<</Type/Catalog/Pages")
            bytes.append(reference: numbers.pageTree)
            bytes.append("/Lang")
            bytes.append(string: information.language.utf8)
            bytes.append("/MarkInfo<</Marked true>>/StructTreeRoot")
            bytes.append(reference: numbers.structureTree)
            bytes.append("/ViewerPreferences<</DisplayDocTitle true>>/Metadata")
            bytes.append(reference: numbers.metadata)
            bytes.append("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)")
            bytes.append("/Info(sRGB IEC61966-2.1)/DestOutputProfile")
            bytes.append(reference: numbers.profile)
            bytes.append(">>]/Names<</Dests")
            bytes.append(reference: numbers.destinations)
            bytes.append(">>")
            writePageLabels(to: &bytes)
            if let outline {
                bytes.append("/PageMode/UseOutlines/Outlines")
                bytes.append(reference: outline)
            }
            bytes.append(">>")
        }
    }

    /// The numbers that the pages print (ISO 32000-1, 12.4.2).
    private func writePageLabels(to bytes: inout PDFBytes) {
        bytes.append("/PageLabels<</Nums[")
        var expected: Int?
        for (index, page) in pages.pages.enumerated() {
            if page.number != expected {
                bytes.append(index)
                bytes.append("<</S/D/St ")
                bytes.append(page.number)
                bytes.append(">>")
            }
            expected = page.number + 1
        }
        bytes.append("]>>")
    }

    private func write(
        _ data: [UInt8],
        _ number: Int,
        _ entries: StaticString,
        to writer: inout PDFFileWriter
    ) throws(ExportError) {
        try data.lend { bytes throws(ExportError) in
            try writer.write(number, stream: bytes) { dictionary in dictionary.append(entries) }
        }
    }
}
