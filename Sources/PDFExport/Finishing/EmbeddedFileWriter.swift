// SPDX-License-Identifier: Apache-2.0

import Digests

/// Writes embedded files with their specifications, and what the catalogue says of them (ISO 19005-3, 6.8 and annex E).
struct EmbeddedFileWriter {
    private let files: [EmbeddedFile]
    /// The object numbers of the file specifications.
    private var specifications: [Int] = []

    /// - Parameter files: in the order in which a reader lists them.
    init(_ files: [EmbeddedFile]) { self.files = files }

    /// - Parameter date: when the files were made.
    mutating func write(date: DocumentDate, to writer: inout PDFFileWriter) throws(ExportError) {
        let deflater = try Deflater()
        for file in files {
            let stream = writer.reserve()
            let specification = writer.reserve()
            specifications.append(specification)
            var data = PDFBytes()
            data.append(file.bytes)
            try writer.write(stream, compressed: try deflater.compressed(binary: data)) { entries in
                entries.append("/Type/EmbeddedFile/Subtype/")
                for byte in file.mediaType.utf8 {
                    if byte == UInt8(ascii: "/") { entries.append("#2F") } else { entries.append(byte: byte) }
                }
                entries.append("/Params<</Size ")
                entries.append(file.bytes.count)
                entries.append("/ModDate")
                entries.append(text: date.pdf)
                entries.append("/CheckSum<")
                entries.append(md5Digest(of: file.bytes).uppercased().utf8)
                entries.append(">>>")
            }
            try writer.write(specification) { bytes in
                // Both names: PDF/UA asks for them (ISO 14289-1, 7.11).
                bytes.append("<</Type/Filespec/F")
                bytes.append(string: file.name.utf8)
                bytes.append("/UF")
                bytes.append(text: file.name)
                bytes.append("/Desc")
                bytes.append(text: file.description)
                bytes.append("/AFRelationship/Data/EF<</F")
                bytes.append(reference: stream)
                bytes.append("/UF")
                bytes.append(reference: stream)
                bytes.append(">>>>")
            }
        }
    }

    /// The name tree of embedded files, an entry of the catalogue's `Names`.
    func writeNames(to bytes: inout PDFBytes) throws(ExportError) {
        if files.isEmpty { return }
        var names = NameTree()
        for (file, specification) in zip(files, specifications) {
            names.add(file.name.utf8) { $0.append(reference: specification) }
        }
        bytes.append("/EmbeddedFiles")
        try names.write(to: &bytes)
    }

    /// The files that are associated with the document as a whole, an entry of the catalogue.
    func writeAssociation(to bytes: inout PDFBytes) {
        if files.isEmpty { return }
        bytes.append("/AF[")
        for specification in specifications { bytes.append(reference: specification) }
        bytes.append("]")
    }
}
