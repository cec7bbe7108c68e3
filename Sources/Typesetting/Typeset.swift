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
    timer.begin(.breaking)
    setter.timer = timer
    for section in sections {
        setter.set(section: section.blocks, label: section.label)
    }
    timer = setter.timer
    timer.end()
    // Lines and rows become pages.
    timer.begin(.pagination)
    let running = RunningLines(theme: theme, shaper: shaper, head: paper.head, foot: paper.foot)
    var style = theme.page
    style.margins = try running.margins(
        labels: Set(sections.map(\.label)),
        pages: mostPages,
        blocks: &blockShaper
    )
    var paginator = Paginator(style: style)
    paginator.paginate(setter.items)
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
        diagnostics: blockShaper.diagnostics + setter.diagnostics
    )
}

/// Room is left for page numbers of as many digits as this has.
private let mostPages = 8888
