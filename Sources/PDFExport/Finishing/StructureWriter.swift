// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Typesetting
import UnicodeText

/// Writes the structure tree, its identifiers and its parent tree (ISO 32000-1, 14.7).
struct StructureWriter {
    let pages: [Page]
    let structure: StructureTree
    let content: MarkedContent
    let numbers: ObjectNumbers

    func write(to writer: inout PDFFileWriter) throws(ExportError) {
        try writer.write(numbers.structureTree) { bytes in
            bytes.append("<</Type/StructTreeRoot/K")
            bytes.append(reference: numbers.element(0))
            bytes.append("/ParentTree")
            bytes.append(reference: numbers.parentTree)
            bytes.append("/ParentTreeNextKey ")
            bytes.append(content.brackets.count + content.annotations.count)
            bytes.append("/IDTree")
            bytes.append(reference: numbers.identifiers)
            bytes.append(">>")
        }
        var identifiers = NameTree()
        for (index, element) in structure.elements.enumerated() {
            try writer.write(numbers.element(index)) { bytes in write(element, index, to: &bytes) }
            if let identifier = element.identifier {
                identifiers.add(identifier.name) { bytes in bytes.append(reference: numbers.element(index)) }
            }
        }
        try writer.write(numbers.identifiers) { bytes throws(ExportError) in try identifiers.write(to: &bytes) }
        try writeParents(to: &writer)
    }

    // MARK: - Elements

    private func write(_ element: StructureElement, _ index: Int, to bytes: inout PDFBytes) {
        let parent = index == 0 ? numbers.structureTree : numbers.element(element.parent)
        bytes.append("<</S/")
        bytes.append(element.type.rawValue.utf8)
        bytes.append("/P")
        bytes.append(reference: parent)
        writeKids(of: index, to: &bytes)
        if let identifier = element.identifier {
            bytes.append("/ID")
            bytes.append(string: identifier.name)
        }
        if let text = element.alternativeText {
            bytes.append("/Alt")
            bytes.append(text: text)
        }
        write(element.attributes, to: &bytes)
        if let area = content.area(of: index) { write(area, to: &bytes) }
        bytes.append(">>")
    }

    /// Writes where a figure is (ISO 32000-1, table 344).
    private func write(_ area: MarkedContent.Area, to bytes: inout PDFBytes) {
        bytes.append("/A<</O/Layout/Placement/Block/BBox[")
        bytes.append(area.rectangle, on: pages[area.page].size)
        bytes.append("]>>")
    }

    /// Writes the content of an element in reading order: its own text and its children, in the order in which they are drawn if it has
    /// both, and then its annotations.
    private func writeKids(of index: Int, to bytes: inout PDFBytes) {
        let sequences = content.sequences(of: index)
        let annotations = content.annotations(of: index)
        let hasChildren = structure.elements[index].end > index + 1
        let page = sequences.first?.page
        if let page {
            bytes.append("/Pg")
            bytes.append(reference: numbers.page(page))
        }
        if sequences.isEmpty, annotations.isEmpty, !hasChildren { return }
        bytes.append("/K[")
        if !hasChildren {
            for sequence in sequences { write(sequence, on: page, to: &bytes) }
        } else if sequences.isEmpty {
            for child in structure.children(of: index) { bytes.append(reference: numbers.element(child)) }
        } else {
            var rest = sequences
            for child in childrenAsDrawn(of: index) {
                while let sequence = rest.first, sequence.order < child.order {
                    write(sequence, on: page, to: &bytes)
                    rest.removeFirst()
                }
                bytes.append(reference: numbers.element(child.index))
            }
            for sequence in rest { write(sequence, on: page, to: &bytes) }
        }
        for annotation in annotations {
            bytes.append("<</Type/OBJR/Obj")
            bytes.append(reference: numbers.annotation(annotation))
            bytes.append("/Pg")
            bytes.append(reference: numbers.page(content.annotations[annotation].page))
            bytes.append(">>")
        }
        bytes.append("]")
    }

    private func childrenAsDrawn(of index: Int) -> [(index: Int, order: Int)] {
        structure.children(of: index).map { ($0, content.order(of: $0) ?? .max) }.sorted { $0.order < $1.order }
    }

    private func write(_ sequence: MarkedContent.Sequence, on page: Int?, to bytes: inout PDFBytes) {
        if sequence.page == page {
            bytes.append(byte: 0x20)
            bytes.append(sequence.number)
        } else {
            bytes.append("<</Type/MCR/Pg")
            bytes.append(reference: numbers.page(sequence.page))
            bytes.append("/MCID ")
            bytes.append(sequence.number)
            bytes.append(">>")
        }
    }

    /// Writes attribute objects as direct ones: some checkers do not find any others. What is known of a span are entries of the element itself.
    private func write(_ attributes: StructureElement.Attributes, to bytes: inout PDFBytes) {
        switch attributes {
        case .none: break
        case .list(let numbering):
            bytes.append("/A<</O/List/ListNumbering/")
            bytes.append(numbering.rawValue.utf8)
            bytes.append(">>")
        case .span(.language(let tag)):
            bytes.append("/Lang")
            bytes.append(string: tag.rawValue.utf8)
        case .span(.expansion(let expansion)):
            bytes.append("/E")
            bytes.append(text: expansion)
        case .cell(let cell):
            bytes.append("/A<</O/Table")
            if let scope = cell.scope {
                bytes.append("/Scope/")
                bytes.append(scope.name.utf8)
            }
            if cell.rowSpan > 1 {
                bytes.append("/RowSpan ")
                bytes.append(cell.rowSpan)
            }
            if cell.columnSpan > 1 {
                bytes.append("/ColSpan ")
                bytes.append(cell.columnSpan)
            }
            if !cell.headers.isEmpty {
                bytes.append("/Headers[")
                for header in structure.headers[cell.headers] { bytes.append(string: header.name) }
                bytes.append("]")
            }
            bytes.append(">>")
        }
    }

    // MARK: - The parent tree

    /// Writes the parent tree, from the sequences of each page and from each annotation to their elements (ISO 32000-1, 14.7.4.4).
    private func writeParents(to writer: inout PDFFileWriter) throws(ExportError) {
        var pages: [(page: Int, parents: Int)] = []
        for (page, brackets) in content.brackets.enumerated() {
            let elements = brackets.compactMap { bracket in
                if case .element(let element) = bracket.content { element } else { nil }
            }
            if elements.isEmpty { continue }
            let number = writer.reserve()
            pages.append((page, number))
            try writer.write(number) { bytes in
                bytes.append("[")
                for element in elements { bytes.append(reference: numbers.element(element)) }
                bytes.append("]")
            }
        }
        try writer.write(numbers.parentTree) { bytes in
            bytes.append("<</Nums[")
            for (page, parents) in pages {
                bytes.append(page)
                bytes.append(reference: parents)
                bytes.append("\n")
            }
            for (index, annotation) in content.annotations.enumerated() {
                bytes.append(content.brackets.count + index)
                bytes.append(reference: numbers.element(annotation.element))
                bytes.append("\n")
            }
            bytes.append("]>>")
        }
    }
}

extension NodeID {
    /// The identifier of its element.
    fileprivate var name: String.UTF8View { String(index, radix: 36).utf8 }
}
