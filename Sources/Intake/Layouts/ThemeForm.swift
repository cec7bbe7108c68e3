// SPDX-License-Identifier: Apache-2.0

import Formats
import Layouts
import WorkspaceFiles

/// A file in `layouts/themes/`.
enum ThemeForm {
    static let page = FormKey("page", .group(PageForm.form), required: true, "the sheet and its margins")
    static let body = FormKey("body", .group(TextForm.body), required: true, "how ordinary text is set")
    static let title = FormKey(
        "title",
        .group(TitleForm.form),
        "how titles of papers and appendices are set; as headings of the first level without it"
    )
    static let headings = FormKey(
        "headings",
        .named(TextForm.block),
        required: true,
        "how headings are set, by level 1 to 6"
    )
    static let subheading = FormKey(
        "subheading",
        .group(TextForm.block),
        "how the words under a return's title are set"
    )
    static let list = FormKey("list", .group(ListForm.form), required: true, "how lists are set")
    static let quotation = FormKey("quotation", .group(QuotationForm.form), required: true, "how quotations are set")
    static let exempt = FormKey(
        "exempt",
        .group(ExemptStyleForm.form),
        "how passages that are not for publication are set; as quotations without it"
    )
    static let details = FormKey("details", .group(DetailsForm.form), required: true, "how labels and values are set")
    static let contents = FormKey("contents", .group(ContentsForm.form), "how the list of contents is set")
    static let box = FormKey(
        "box",
        .group(BoxForm.form),
        "how boxes around parts of a paper are set; plain ruled without it"
    )
    static let table = FormKey("table", .group(TableStyleForm.form), required: true, "how tables are set")
    static let figure = FormKey("figure", .group(FigureForm.form), "how figures are set and charts are drawn")
    static let symbols = FormKey(
        "symbols",
        .group(SymbolForm.form),
        "the colours of the symbols before statuses and directions; without it there are words alone"
    )
    static let note = FormKey("note", .group(NoteStyleForm.form), required: true, "how notes are set")
    static let running = FormKey(
        "running",
        .group(RunningForm.form),
        required: true,
        "how the head and foot of a page are set"
    )
    static let accent = FormKey(
        "accent",
        "the accent colour where the council has none: the masthead, and the line of its figures"
    )
    static let accented = FormKey(
        "accented",
        .texts,
        "what takes the council's accent colour: `masthead`, `bands` (those inside others), `lines` of its figures"
    )
    static let linkColour = FormKey("link-colour", "the colour of links")
    static let signatureGap = FormKey("signature-gap", "the space above a signature")
    static let signatureRule = FormKey("signature-rule", "the thickness of the rule over the name in a signature")
    static let signatureWidth = FormKey("signature-width", "the length of that rule")

    static let form = Form(
        "a theme",
        [
            page, body, title, headings, subheading, list, quotation, exempt, details, contents, box, table, figure,
            symbols, note, running, accent, accented, linkColour, signatureGap, signatureRule, signatureWidth,
        ]
    )
}

/// The sheet.
enum PageForm {
    static let size = FormKey("size", "the sheet: `A4` or `A3`, with `landscape` behind it if it lies on its side")
    static let margins = FormKey("margins", .group(SidesForm.form), required: true, "the margins")

    static let proseWidth = FormKey("prose-width", "the greatest width of paragraphs and lists: `150mm`")

    static let mastheadTop = FormKey("masthead-top", "the upper margin of a first page with a masthead: `18mm`")

    static let tighten = FormKey(
        "tighten",
        "the part of the spaces between blocks that may be left out to save a last page that would hold little"
    )

    static let form = Form("the page", [size, margins, proseWidth, mastheadTop, tighten])
}

/// One length for each side.
enum SidesForm {
    static let top = FormKey("top", required: true, "the length at the top")
    static let right = FormKey("right", required: true, "the length at the right")
    static let bottom = FormKey("bottom", required: true, "the length at the bottom")
    static let left = FormKey("left", required: true, "the length at the left")

    static let form = Form("the four sides", [top, right, bottom, left])
}

/// How text is set; what is not said is as in the body.
enum TextForm {
    static let font = FormKey("font", "the family of the font")
    static let size = FormKey("size", "the size of the font: `12pt`")
    static let leading = FormKey("leading", "from one baseline to the next")
    static let bold = FormKey("bold", format: .flag, "whether it is bold: `true` or `false`")
    static let italic = FormKey("italic", format: .flag, "whether it is italic: `true` or `false`")
    static let underline = FormKey("underline", format: .flag, "whether it is underlined: `true` or `false`")
    static let capitals = FormKey("capitals", format: .flag, "whether it is set in capitals: `true` or `false`")
    static let colour = FormKey("colour", "its colour: `\"#0b0c0c\"`")
    static let before = FormKey("before", "the space above it")
    static let after = FormKey("after", "the space below it")

    static let text = [font, size, leading, bold, italic, underline, capitals, colour]
    static let block = Form("a style", text + [before, after])
    static let body = Form("the body's style", text + [before, after])
}

/// How titles of papers and appendices are set.
enum TitleForm {
    static let label = FormKey(
        "label",
        .group(Form("the label's style", TextForm.text)),
        "how what an appendix is called is set, over its title"
    )

    static let form = Form("the title's style", TextForm.text + [TextForm.before, TextForm.after, label])
}

/// How lists are set.
enum ListForm {
    static let indent = FormKey("indent", required: true, "from the margin to the text of an item")
    static let gap = FormKey("gap", required: true, "the space between items")
    static let bullet = FormKey("bullet", "the mark before an item")

    static let form = Form("the list's style", [indent, gap, bullet])
}

/// How quotations are set.
enum QuotationForm {
    static let indent = FormKey("indent", required: true, "from the margin to the text")
    static let rule = FormKey("rule", "the thickness of the rule at its left")
    static let ruleColour = FormKey("rule-colour", "the colour of the rule")

    static let form = Form("the quotation's style", [indent, rule, ruleColour])
}

/// How passages that are not for publication are set; the text keys are of the words over them.
enum ExemptStyleForm {
    static let bar = FormKey("bar", required: true, "the thickness of the bar beside a passage")
    static let outside = FormKey("outside", required: true, "from the text to the bar, in the margin")

    static let form = Form(
        "the style of exempt passages",
        TextForm.text + [TextForm.before, TextForm.after, bar, outside]
    )
}

/// How labels and values are set.
enum DetailsForm {
    static let labelWidth = FormKey("label-width", required: true, "from the margin to the values")
    static let gap = FormKey("gap", required: true, "the space between pairs")
    static let rule = FormKey("rule", "the thickness of the rule under them")

    static let form = Form("the details' style", [labelWidth, gap, rule])
}

/// How the list of contents is set.
enum ContentsForm {
    static let gap = FormKey("gap", "the space between entries; as in lists without it")
    static let rule = FormKey("rule", "the thickness of the rule under each entry")
    static let ruleColour = FormKey("rule-colour", "the colour of the rule")
    static let bold = FormKey("bold", format: .flag, "whether entries of the first level are bold: `true` or `false`")

    static let form = Form("the contents' style", [gap, rule, ruleColour, bold])
}

/// How boxes around parts of a paper are set.
enum BoxForm {
    static let bar = FormKey("bar", "the thickness of the bar at its left, in the accent colour")
    static let fill = FormKey("fill", "the colour behind its words")
    static let border = FormKey("border", "the thickness of the rules around it")
    static let padding = FormKey("padding", .group(SidesForm.form), "the space inside it")

    static let form = Form("the box's style", [bar, fill, border, padding])
}

/// How tables are set.
enum TableStyleForm {
    static let padding = FormKey("padding", .group(SidesForm.form), required: true, "the space inside a cell")
    static let border = FormKey("border", "the thickness of the rules")
    static let borderColour = FormKey("border-colour", "the colour of the rules")
    static let frame = FormKey(
        "frame",
        .group(TableFrameForm.form),
        "the rules around a table, under its header and over its bands, where they are not as those between cells"
    )
    static let headerFill = FormKey("header-fill", "the ground of the header")
    static let bandFills = FormKey("band-fills", .texts, "the grounds of the bands, outermost first")
    static let hyphenateBelow = FormKey("hyphenate-below", "in a column narrower than this, words are hyphenated")
    static let before = FormKey("before", "the space above it")
    static let after = FormKey("after", "the space below it")
    static let titleContinued = FormKey(
        "title-continued",
        format: .flag,
        "whether the title of a table stands again where it continues: `true` or `false`"
    )
    static let overleaf = FormKey(
        "overleaf",
        format: .flag,
        "whether a table that continues on the next page says so at its foot: `true` or `false`"
    )
    static let waste = FormKey("waste", "the part of a page that may be left empty to keep a row whole")
    static let folds = FormKey(
        "folds",
        format: .flag,
        "whether tables whose kinds say how are folded into fewer columns where that makes them shorter: `true` or `false`"
    )

    static let form = Form(
        "the table's style",
        TextForm.text + [
            padding, border, borderColour, frame, headerFill, bandFills, hyphenateBelow, before, after, titleContinued,
            overleaf, waste, folds,
        ],
        formerKeys: [
            "continued": "delete it; other words than “(continued)” are written in layouts/words.yaml, as `continued`"
        ]
    )
}

/// The rules of a table that are not as those between cells.
enum TableFrameForm {
    static let outer = FormKey("outer", "the thickness of the rules at the left, at the right and at the foot")
    static let top = FormKey("top", "the thickness of the rule at the top")
    static let header = FormKey("header", "the thickness of the rule under the header")
    static let band = FormKey("band", "the thickness of the rule over a band that has a ground")
    static let colour = FormKey("colour", "their colour")

    static let form = Form("the frame's style", [outer, top, header, band, colour])
}

/// How figures are set; the text keys are of the words in a chart.
enum FigureForm {
    static let title = FormKey("title", .group(TextForm.block), "how the title of a figure is set")
    static let note = FormKey("note", .group(TextForm.block), "how the words under the title are set")
    static let after = FormKey("after", "the space below a figure")
    static let bar = FormKey("bar", "the height of a bar")
    static let gap = FormKey("gap", "the space between bars")
    static let outline = FormKey("outline", "the thickness of the outline of a mark")
    static let axis = FormKey("axis", "the thickness of the line that bars begin at")
    static let labelWidth = FormKey("label-width", "the width of the labels of bars")
    static let plot = FormKey("plot", "the height of a chart with a scale at its left")
    static let line = FormKey("line", "the colour of the line of the council's own figures")
    static let grid = FormKey("grid", "the colour of the lines across a chart")
    static let comparison = FormKey("comparison", "the colour of the line of a comparator's figures")
    static let off = FormKey("off", .group(ToneForm.form), "marks of what is off target or not on course")
    static let tolerance = FormKey("tolerance", .group(ToneForm.form), "marks of what is within tolerance")
    static let carriedOver = FormKey("carried-over", .group(ToneForm.form), "marks of what is carried over")
    static let paused = FormKey("paused", .group(ToneForm.form), "marks of what is paused")
    static let redated = FormKey("re-dated", .group(ToneForm.form), "marks of what has another date")
    static let on = FormKey("on", .group(ToneForm.form), "marks of what is on target or on course")
    static let ongoing = FormKey("ongoing", .group(ToneForm.form), "marks of what is done and goes on")
    static let complete = FormKey("complete", .group(ToneForm.form), "marks of what is done")
    static let none = FormKey("none", .group(ToneForm.form), "marks of what has no status")

    static let form = Form(
        "the figures' style",
        TextForm.text + [
            title, note, after, bar, gap, outline, axis, labelWidth, plot, line, grid, comparison, off, tolerance,
            carriedOver, paused, redated, on, ongoing, complete, none,
        ]
    )
}

/// The colours of symbols.
enum SymbolForm {
    static let off = FormKey("off", required: true, "the colour of what is off target")
    static let tolerance = FormKey("tolerance", required: true, "the colour of what is within tolerance")
    static let on = FormKey("on", required: true, "the colour of what is on target or done")
    static let none = FormKey("none", required: true, "the colour of what has no status")
    static let direction = FormKey("direction", required: true, "the colour of directions")

    static let form = Form("the symbols", [off, tolerance, on, none, direction])
}

/// What a mark in a chart is filled with.
enum ToneForm {
    static let fill = FormKey("fill", required: true, "the colour of the mark")
    static let pattern = FormKey(
        "pattern",
        .choice(Theme.FigureStyle.ToneStyle.Pattern.allCases.map(\.rawValue)),
        "the pattern on it: `plain`, `rising`, `falling`, `level` or `upright` lines, a `grid`, or `dots`"
    )
    static let patternColour = FormKey("pattern-colour", "the colour of the lines or dots")
    static let textColour = FormKey("text-colour", "the colour of a figure on a plain mark")

    static let form = Form("a mark's style", [fill, pattern, patternColour, textColour])
}

/// How notes are set.
enum NoteStyleForm {
    static let place = FormKey(
        "place",
        .choice(Theme.NoteStyle.Place.allCases.map(\.rawValue)),
        "where they stand: `page`, at the foot of the page of their first mark, or `text`, after the table or the text"
    )
    static let rule = FormKey("rule", "the thickness of the rule over the notes at the foot of a page")

    static let ruleLength = FormKey("rule-length", "the length of that rule; a quarter of the text's width without it")
    static let hang = FormKey(
        "hang",
        "from the margin to the words of a note, whose mark hangs before them; in their line without it"
    )

    static let form = Form(
        "the notes' style",
        TextForm.text + [TextForm.before, TextForm.after, place, rule, ruleLength, hang]
    )
}

/// How the head and foot of a page are set.
enum RunningForm {
    static let fromEdge = FormKey("from-edge", required: true, "from the edge of the sheet to the line")
    static let headFromEdge = FormKey(
        "head-from-edge",
        "from the upper edge of the sheet to the head, where it is not as from the lower edge to the foot"
    )
    static let rule = FormKey("rule", "the thickness of the rule between the foot and the text")
    static let banner = FormKey("banner", .group(BannerForm.form), "how pages that are not for publication are marked")

    static let draftRule = FormKey(
        "draft-rule",
        "the thickness of dashed rules over and under the mark of a draft, in the place of the banner; in the head without it"
    )

    static let form = Form(
        "the running lines' style",
        TextForm.text + [fromEdge, headFromEdge, rule, banner, draftRule]
    )
}

/// The mark of pages that are not for publication.
enum BannerForm {
    static let fill = FormKey("fill", "the colour of the band across the head, and of the edge down the side")
    static let textColour = FormKey("text-colour", "the colour of the words on the band")

    static let mark = FormKey(
        "mark",
        .group(Form("the mark's style", TextForm.text)),
        "how the mark at the left of a band is set, the reason at its right; one sentence in bold without it"
    )
    static let fromEdge = FormKey("from-edge", "from the upper edge of the sheet to the band; as the head without it")

    static let form = Form("the banner's style", [fill, textColour, mark, fromEdge])
}
