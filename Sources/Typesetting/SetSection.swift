// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import PaperTree
import TextShaping

/// A section of a paper, set in pages of its own, which no other section touches.
struct SetSection {
    /// What it says, with the pages that it refers to as far as they are known.
    private(set) var section: Section
    private var blocks: [ShapedBlock]
    private var references: PageReferences
    /// Whether it lists pages.
    let holdsContents: Bool
    private(set) var pages: [Paginator.BarePage] = []
    private(set) var outline: [TypesetPaper.OutlineEntry] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Turns words into glyphs.
    init(_ section: Section, shaper: inout BlockShaper) throws(FontError) {
        self.section = section
        blocks = try shaper.shape(section.blocks)
        references = PageReferences(in: section.blocks)
        holdsContents = blocks.contains { if case .contents = $0.content { true } else { false } }
    }

    /// Whether it must be set again when the pages of the paper have changed.
    var asksForPages: Bool { holdsContents || !references.links.isEmpty }

    /// The links that say a page.
    var pageReferences: Set<NodeID> { references.links }

    /// Says the pages that are known now.
    mutating func fillIn(_ numbers: PageNumbers, shaper: inout BlockShaper) throws(FontError) {
        let filled = references.filled(section.blocks, by: numbers)
        if filled == section.blocks { return }
        section.blocks = filled
        blocks = try shaper.shape(filled)
    }

    /// What it says that is untrue by the pages as they came to be.
    func untruths(by numbers: PageNumbers) -> [Diagnostic] { references.untruths(in: section.blocks, by: numbers) }

    /// Turns glyphs into lines, columns and rows, and these into pages.
    ///
    /// - Parameters:
    ///   - style: the page with margins for head and foot.
    ///   - pageNumbers: what contents list; nothing while it is not known.
    mutating func set(
        theme: Theme,
        style: Theme.PageStyle,
        shaper: TextShaper,
        pageNumbers: PageNumbers?,
        timer: inout StageTimer
    ) {
        timer.begin(.breaking)
        var setter = BlockSetter(theme: theme, shaper: shaper, pageNumbers: pageNumbers)
        setter.timer = timer
        setter.set(section: blocks, label: section.label)
        timer = setter.timer
        timer.end()
        timer.begin(.pagination)
        var paginator = Paginator(style: style, notes: theme.note)
        paginator.paginate(setter.items)
        timer.end()
        pages = paginator.pages
        outline = paginator.outline
        diagnostics = setter.diagnostics
    }
}
