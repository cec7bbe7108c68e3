// SPDX-License-Identifier: Apache-2.0

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
    // Glyphs become lines, columns and rows.
    var setter = BlockSetter(theme: theme, shaper: shaper)
    let measure = theme.page.size.width - theme.page.margins.left - theme.page.margins.right
    timer.begin(.breaking)
    setter.timer = timer
    for section in sections {
        setter.beginPage(label: section.label)
        setter.set(section.blocks, measure: measure)
    }
    timer = setter.timer
    timer.end()
    // Lines and rows become pages.
    timer.begin(.pagination)
    var paginator = Paginator(style: theme.page)
    paginator.paginate(setter.items)
    let running = RunningLines(theme: theme, shaper: shaper)
    var pages: [Page] = []
    pages.reserveCapacity(paginator.pages.count)
    for (index, bare) in paginator.pages.enumerated() {
        let lines = try running.items(
            head: paper.head,
            foot: paper.foot,
            label: bare.label,
            page: index + 1,
            of: paginator.pages.count,
            blocks: &blockShaper
        )
        pages.append(
            Page(
                number: index + 1,
                size: theme.page.size,
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
        diagnostics: blockShaper.diagnostics
    )
}
