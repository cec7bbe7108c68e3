// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import TextShaping

/// A section of a paper, set in pages of its own, which no other section touches.
struct SetSection {
    private let label: String
    private let blocks: [ShapedBlock]
    /// Whether it lists pages, so that it must be set again when these have changed.
    let holdsContents: Bool
    private(set) var pages: [Paginator.BarePage] = []
    private(set) var outline: [TypesetPaper.OutlineEntry] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(label: String, blocks: [ShapedBlock]) {
        self.label = label
        self.blocks = blocks
        holdsContents = blocks.contains { if case .contents = $0.content { true } else { false } }
    }

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
        setter.set(section: blocks, label: label)
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
