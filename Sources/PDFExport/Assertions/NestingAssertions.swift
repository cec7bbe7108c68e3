// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// Every element has a parent that may hold its type (ISO 32000-1, 14.8.4.2 to 14.8.4.4), and no two have the same identifier.
struct NestingAssertions {
    let structure: StructureTree

    func check() throws(ExportError) {
        var identifiers: Set<Int> = []
        for (index, element) in structure.elements.enumerated() where index > 0 {
            let parent = structure.elements[element.parent].type
            guard allows(parent, element.type) else {
                throw ExportError("\(element.type.rawValue) stands in \(parent.rawValue)")
            }
            if let identifier = element.identifier, !identifiers.insert(identifier.index).inserted {
                throw ExportError("two elements have the identifier \(identifier.index)")
            }
            if element.type == .note || element.type == .headerCell, element.identifier == nil {
                throw ExportError("\(element.type.rawValue) has no identifier")
            }
        }
        guard structure.elements.first?.type == .document else { throw ExportError("the structure is no document") }
    }

    private func allows(_ parent: StructureType, _ child: StructureType) -> Bool {
        switch (parent, child) {
        case (.list, .listItem), (.listItem, .label), (.listItem, .listBody): true
        case (.contents, .contentsItem), (.contentsItem, .reference), (.contentsItem, .contents): true
        case (.table, .caption), (.table, .tableHead), (.table, .tableBody), (.table, .tableRow),
            (.tableHead, .tableRow),
            (.tableBody, .tableRow):
            true
        case (.tableRow, .headerCell), (.tableRow, .dataCell): true
        case (.list, _), (.listItem, _), (.contents, _), (.contentsItem, _), (.table, _), (.tableHead, _),
            (.tableBody, _), (.tableRow, _):
            false
        case (_, .listItem), (_, .listBody), (_, .contentsItem), (_, .tableHead), (_, .tableBody), (_, .tableRow),
            (_, .headerCell), (_, .dataCell), (_, .document):
            false
        case (.division, .caption), (.division, .figure): true
        // Without a caption.
        case (.section, .figure), (.dataCell, .figure): true
        case (.division, _), (.figure, _), (_, .caption), (_, .figure): false
        case (_, .section): parent == .document
        case (_, .label): parent == .note
        case (.link, .span), (.span, .span), (.span, .link), (.span, .reference): true
        case (.link, _), (.span, _): false
        default: true
        }
    }
}
