// SPDX-License-Identifier: Apache-2.0

import Typesetting

/// Every link has words, an annotation, and a description of its target (ISO 14289-1, 7.18.5).
struct LinkAssertions {
    let structure: StructureTree
    let content: MarkedContent

    func check() throws(ExportError) {
        for (index, element) in structure.elements.enumerated() where element.type == .link {
            guard content.order(of: index) != nil else { throw ExportError("a link has no words") }
            guard !content.annotations(of: index).isEmpty else { throw ExportError("a link leads nowhere") }
        }
        for annotation in content.annotations where TextDigest(annotation.area.contents).isEmpty {
            throw ExportError("a link does not say where it leads")
        }
    }
}
