// SPDX-License-Identifier: Apache-2.0

package import Layouts
package import PaperTree
package import TextShaping

/// Typesets a paper: shapes its words, and divides it into pages.
///
/// - Parameter cache: paragraphs of the paper as it was typeset before; holds those of this time afterwards.
/// - Returns: the pages, and the paper with the numbers of the pages that it refers to; a diagnostic for every character that no font
///   has, and for every page reference that cannot be made true.
/// - Throws: a ``FontError`` if the theme asks for a font that does not exist.
package func typeset(
    _ paper: Paper,
    theme: Theme,
    shaper: TextShaper,
    cache: ParagraphCache = ParagraphCache()
) throws(FontError) -> TypesetPaper {
    try paginate(shape(paper, theme: theme, shaper: shaper, cache: cache))
}

/// Shapes the words of a paper in the styles of a theme.
///
/// - Parameter cache: paragraphs of the paper as it was typeset before; holds those of this time once the paper is paginated.
/// - Throws: a ``FontError`` if the theme asks for a font that does not exist.
package func shape(
    _ paper: Paper,
    theme: Theme,
    shaper: TextShaper,
    cache: ParagraphCache = ParagraphCache()
) throws(FontError) -> ShapedPaper {
    let language = paper.properties.language
    cache.begin(shaper: shaper, language: language)
    var blocks = BlockShaper(
        theme: theme,
        shaper: shaper,
        language: language,
        continuation: paper.continuation,
        cache: cache
    )
    var sections: [TypesetSection] = []
    for section in paper.sections { sections.append(try TypesetSection(section, shaper: &blocks)) }
    return ShapedPaper(paper: paper, sections: sections, theme: theme, shaper: shaper, blocks: blocks, cache: cache)
}

/// Breaks the lines of a shaped paper, lays out its tables, and divides both into pages.
///
/// - Throws: a ``FontError`` if a page reference asks for a font that does not exist.
package func paginate(_ paper: ShapedPaper) throws(FontError) -> TypesetPaper {
    defer { paper.cache.end() }
    var paginator = try PaperPaginator(paper)
    // Lines, columns and rows become pages.
    try paginator.fillPages()
    // Contents and references print page numbers, which may move the pages that they speak of.
    try paginator.settlePageNumbers()
    // Every page gets its head and its foot, which know how many pages there are.
    try paginator.finishPages()
    return paginator.typesetPaper
}
