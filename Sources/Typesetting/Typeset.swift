// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
package import Layouts
package import PaperTree
import ResourceLimits
package import TextShaping

/// Sets a paper in pages by a theme.
///
/// - Parameters:
///   - kept: paragraphs of the paper as it was set before, where it was; those of this time afterwards.
///   - timer: is told how long each stage took.
/// - Returns: the pages, and the paper with the pages that it refers to; a diagnostic for every character that no font has,
///   and for every page that it says untruly.
/// - Throws: a ``FontError`` where the theme asks for a font that is not there.
package func typeset(
    _ paper: Paper,
    theme: Theme,
    shaper: TextShaper,
    kept: KeptParagraphs = KeptParagraphs(),
    timer: inout StageTimer
) throws(FontError) -> TypesetPaper {
    kept.begin(shaper: shaper, language: paper.properties.language)
    defer { kept.end() }
    var blockShaper = BlockShaper(theme: theme, shaper: shaper, language: paper.properties.language, kept: kept)
    // Words become glyphs.
    var sections: [SetSection] = []
    for section in paper.sections {
        timer.begin(.shaping)
        sections.append(try SetSection(section, shaper: &blockShaper))
        timer.end()
    }
    let running = RunningLines(theme: theme, shaper: shaper, banner: paper.banner, head: paper.head, foot: paper.foot)
    var style = theme.page
    style.margins = try running.margins(
        labels: Set(paper.sections.map(\.label)),
        pages: mostPages,
        blocks: &blockShaper
    )
    // Glyphs become pages. Contents and references say the page numbers of the round before, until these are right.
    for index in sections.indices {
        sections[index].set(theme: theme, style: style, shaper: shaper, pageNumbers: nil, timer: &timer)
    }
    let references = sections.reduce(into: Set()) { $0.formUnion($1.pageReferences) }
    var isSettled = !sections.contains(where: \.asksForPages)
    var numbers = PageNumbers(of: isSettled ? [] : sections.flatMap(\.pages), references: references)
    for _ in 0..<mostRounds where !isSettled {
        for index in sections.indices where sections[index].asksForPages {
            timer.begin(.shaping)
            try sections[index].fillIn(numbers, shaper: &blockShaper)
            timer.end()
            sections[index].set(theme: theme, style: style, shaper: shaper, pageNumbers: numbers, timer: &timer)
        }
        let found = PageNumbers(of: sections.flatMap(\.pages), references: references)
        isSettled = found == numbers
        numbers = found
    }
    var diagnostics = blockShaper.diagnostics + sections.flatMap(\.diagnostics)
    if !isSettled {
        diagnostics += sections.flatMap { $0.untruths(by: numbers) }
        if sections.contains(where: \.holdsContents) {
            diagnostics.append(.warning("the page numbers of the contents do not settle", at: nil))
        }
    }
    var bare = sections.flatMap(\.pages)
    if bare.count > Limits.mostPages {
        diagnostics.append(
            .error(
                "the paper has more than \(Limits.mostPages) pages",
                at: paper.sections.lazy.flatMap(\.blocks).compactMap(\.location).first,
                hint: "append fewer returns, or print only exceptions"
            )
        )
        bare.removeSubrange(Limits.mostPages...)
    }
    // A paper without words is a page all the same.
    if bare.isEmpty { bare.append(Paginator.BarePage(label: "", orientation: .portrait)) }
    timer.begin(.pagination)
    var pages: [Page] = []
    pages.reserveCapacity(bare.count)
    for (index, page) in bare.enumerated() {
        let lines = try running.items(
            label: page.label,
            page: index + 1,
            of: bare.count,
            orientation: page.orientation,
            blocks: &blockShaper
        )
        pages.append(
            Page(
                number: index + 1,
                size: theme.page.turned(to: page.orientation).size,
                items: page.items + lines,
                destinations: page.destinations
            )
        )
    }
    timer.end()
    var paper = paper
    paper.sections = sections.map(\.section)
    return TypesetPaper(
        paper: paper,
        pages: pages,
        outline: sections.flatMap(\.outline),
        diagnostics: diagnostics.toldWhereWritten
    )
}

extension [Diagnostic] {
    /// Without those of running lines, which repeat words that are told where they were written.
    fileprivate var toldWhereWritten: [Diagnostic] {
        let told = Set(filter { $0.location != nil }.map(\.message))
        return filter { $0.location != nil || !told.contains($0.message) }
    }
}

/// Room is left for page numbers of as many digits as this has.
private let mostPages = 8888
/// Contents and references move their own pages at most so often before it is given up.
private let mostRounds = 8
