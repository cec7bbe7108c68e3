// SPDX-License-Identifier: Apache-2.0

import Typesetting

/// Writes the PDF file around the finished pages, as PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), or with embedded files PDF/A-3a (ISO 19005-3).
///
/// Of Cairo's file it takes only the pages and the objects that they are drawn with.
struct PDFFinisher {
    let pages: FinishedPages
    let paper: TaggedPaper
    let information: DocumentInformation
    var embedded: [EmbeddedFile] = []

    private var content: MarkedContent { paper.content }

    func finished() throws(ExportError) -> [UInt8] {
        // The content of the pages is about half of a file.
        let contents = pages.pages.reduce(0) { $0 + $1.content.count }
        var writer = try PDFFileWriter(capacity: 2 * contents)
        let numbers = ObjectNumbers(
            in: &writer,
            pages: pages.pages.count,
            elements: paper.structure.elements.count,
            annotations: content.annotations.count
        )
        for (index, page) in pages.pages.enumerated() {
            try writer.write(numbers.content(index), compressed: page.content)
        }
        try writePages(numbers, to: &writer)
        try StructureWriter(
            pages: paper.typeset.pages,
            structure: paper.structure,
            content: content,
            numbers: numbers
        ).write(to: &writer)
        try LinkWriter(pages: paper.typeset.pages, content: content, numbers: numbers).write(to: &writer)
        try writeDocument(numbers, to: &writer)
        return try writer.finish(catalogue: numbers.catalogue, information: numbers.information)
    }

    // MARK: - Pages

    private func writePages(_ numbers: ObjectNumbers, to writer: inout PDFFileWriter) throws(ExportError) {
        var importer = ObjectImporter(of: pages.file)
        var annotations = [[Int]](repeating: [], count: pages.pages.count)
        for (index, annotation) in content.annotations.enumerated() { annotations[annotation.page].append(index) }
        for (index, page) in pages.pages.enumerated() {
            var own = PDFBytes()
            own.append("/MediaBox")
            own.append(page.mediaBox)
            if let group = page.group {
                own.append("/Group")
                own.append(group)
            }
            own.append("/Resources ")
            try importer.copy(page.resources ?? pages.resources, to: &own, in: &writer)
            try writer.write(numbers.page(index)) { bytes in
                bytes.append("<</Type/Page/Parent")
                bytes.append(reference: numbers.pageTree)
                bytes.append(own.bytes)
                bytes.append("/Contents")
                bytes.append(reference: numbers.content(index))
                // Tabs follow the order of the structure (ISO 14289-1, 7.18.3).
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
            bytes.append(pages.pages.count)
            bytes.append("/Kids[")
            for index in pages.pages.indices { bytes.append(reference: numbers.page(index)) }
            bytes.append("]>>")
        }
        try importer.write(to: &writer)
    }

    // MARK: - The document

    private func writeDocument(_ numbers: ObjectNumbers, to writer: inout PDFFileWriter) throws(ExportError) {
        try writer.write(numbers.information) { bytes in information.write(to: &bytes) }
        try write(Array(information.packet.utf8), numbers.metadata, "/Type/Metadata/Subtype/XML", to: &writer)
        try write(SRGBProfile.bytes, numbers.profile, "/N 3", to: &writer)
        let outline = try OutlineWriter(paper.typeset.outline).write(to: &writer)
        var attachments = EmbeddedFileWriter(embedded)
        try attachments.write(date: information.date, to: &writer)
        let files = attachments
        try writer.write(numbers.catalogue) { bytes throws(ExportError) in
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
            try files.writeNames(to: &bytes)
            bytes.append(">>")
            files.writeAssociation(to: &bytes)
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
        for (index, page) in paper.typeset.pages.enumerated() {
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
