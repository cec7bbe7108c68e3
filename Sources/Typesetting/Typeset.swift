// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
package import Layouts
package import PaperTree
package import TextShaping

/// Sets a paper in pages by a theme.
///
/// - Parameter timer: is told how long each stage took.
/// - Returns: the pages, with a diagnostic for every character that no font has.
/// - Throws: a ``FontError`` where the theme asks for a font that is not there.
package func typeset(
    _ paper: Paper,
    theme: Theme,
    shaper: TextShaper,
    timer: inout StageTimer
) throws(FontError) -> TypesetPaper {
    var blockShaper = BlockShaper(theme: theme, shaper: shaper, language: paper.properties.language)
    // Words become glyphs.
    var sections: [(label: String, blocks: [ShapedBlock])] = []
    for section in paper.sections {
        timer.begin(.shaping)
        sections.append((section.label, try blockShaper.shape(section.blocks)))
        timer.end()
    }
    let running = RunningLines(theme: theme, shaper: shaper, head: paper.head, foot: paper.foot)
    var style = theme.page
    style.margins = try running.margins(
        labels: Set(sections.map(\.label)),
        pages: mostPages,
        blocks: &blockShaper
    )
    // Glyphs become lines, columns and rows, and these become pages. Contents are set by the page numbers of the round
    // before, until these are right.
    var setter = BlockSetter(theme: theme, shaper: shaper)
    var paginator = Paginator(style: style)
    var numbers: PageNumbers?
    var isSettled = false
    for _ in 0..<mostRounds where !isSettled {
        timer.begin(.breaking)
        setter = BlockSetter(theme: theme, shaper: shaper, pageNumbers: numbers)
        setter.timer = timer
        for section in sections { setter.set(section: section.blocks, label: section.label) }
        timer = setter.timer
        timer.end()
        timer.begin(.pagination)
        paginator = Paginator(style: style)
        paginator.paginate(setter.items)
        timer.end()
        let found = PageNumbers(of: paginator.pages)
        isSettled = !sections.contains { $0.blocks.contains(where: \.isContents) } || found == numbers
        numbers = found
    }
    var diagnostics = blockShaper.diagnostics + setter.diagnostics
    if !isSettled {
        diagnostics.append(.warning("the page numbers of the contents do not settle", at: nil))
    }
    timer.begin(.pagination)
    var pages: [Page] = []
    pages.reserveCapacity(paginator.pages.count)
    for (index, bare) in paginator.pages.enumerated() {
        let lines = try running.items(
            label: bare.label,
            page: index + 1,
            of: paginator.pages.count,
            orientation: bare.orientation,
            blocks: &blockShaper
        )
        pages.append(
            Page(
                number: index + 1,
                size: theme.page.turned(to: bare.orientation).size,
                items: bare.items + lines,
                destinations: bare.destinations
            )
        )
    }
    timer.end()
    return TypesetPaper(
        properties: paper.properties,
        pages: pages,
        outline: paginator.outline,
        diagnostics: diagnostics
    )
}

/// Room is left for page numbers of as many digits as this has.
private let mostPages = 8888
/// Contents change their own pages at most so often before it is given up.
private let mostRounds = 5

extension ShapedBlock {
    fileprivate var isContents: Bool { if case .contents = content { true } else { false } }
}
