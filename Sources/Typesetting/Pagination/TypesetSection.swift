// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import TextShaping

/// A section of a paper, divided into pages of its own, which it shares with no other section.
struct TypesetSection {
    /// The section, with the numbers of the pages that it refers to as far as they are known.
    private(set) var section: Section
    private var blocks: [ShapedBlock]
    private var references: PageReferenceResolver
    /// Whether it holds a table of contents.
    let holdsContents: Bool
    private(set) var pages: [PageBody] = []
    private(set) var outline: [OutlineEntry] = []
    /// The notes for which pages show others that say the same.
    private var sharedNotes: [NodeID: NodeID] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// Shapes the words of a section.
    init(_ section: Section, shaper: inout BlockShaper) throws(FontError) {
        self.section = section
        blocks = try shaper.shape(section.blocks)
        references = PageReferenceResolver(in: section.blocks)
        holdsContents = blocks.contains { if case .contents = $0 { true } else { false } }
    }

    /// Whether it prints page numbers, and must be divided into pages again when these have changed.
    var needsPageNumbers: Bool { holdsContents || !references.links.isEmpty }

    /// The section as its pages show it: with the page numbers of its references, and without notes for which a page shows others.
    var printed: Section { section.sharing(sharedNotes) }

    /// The links that print a page number.
    var pageReferences: Set<NodeID> { references.links }

    /// Prints the page numbers that are known now.
    mutating func fillIn(_ numbers: PageNumbers, shaper: inout BlockShaper) throws(FontError) {
        let filled = references.filled(section.blocks, by: numbers)
        if filled == section.blocks { return }
        section.blocks = filled
        blocks = try shaper.shape(filled)
    }

    /// A diagnostic for each block with a page reference that is wrong by the final page numbers.
    func staleReferences(in numbers: PageNumbers) -> [Diagnostic] {
        references.staleReferences(in: section.blocks, by: numbers)
    }

    /// Turns glyphs into lines, columns and rows, and these into pages.
    ///
    /// - Parameters:
    ///   - sheets: the pages with margins for head and foot.
    ///   - firstTop: the upper margin of the section's first page, where it is not that of every page.
    ///   - pageNumbers: what contents list; `nil` while the pages are not known.
    mutating func paginate(
        theme: Theme,
        sheets: Sheets,
        firstTop: Length?,
        shaper: TextShaper,
        pageNumbers: PageNumbers?
    ) {
        var flow = FlowBuilder(theme: theme, shaper: shaper, sheets: sheets, pageNumbers: pageNumbers)
        flow.append(section: blocks, label: section.label)
        let paginator = Paginator.filling(flow.items, sheets: sheets, notes: theme.note, firstTop: firstTop)
        pages = paginator.pages
        outline = paginator.outline
        sharedNotes = paginator.sharedNotes
        diagnostics = flow.diagnostics
    }
}
