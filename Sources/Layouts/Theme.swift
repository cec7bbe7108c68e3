// SPDX-License-Identifier: Apache-2.0

package import Geometry

/// How papers look: a file in `layouts/themes/`. Nothing in it changes what a paper says.
package struct Theme: Sendable, Hashable {
    /// The sheet and its margins.
    package struct PageStyle: Sendable, Hashable {
        /// The sheet as the theme has it, upright or on its side.
        package var size: Size
        /// Between the edges of the sheet and the text; the head and the foot of a page are inside them.
        package var margins: Sides<Length>
        /// The greatest width of paragraphs and lists, which begin at the left margin; headings, tables, figures and boxes have the whole
        /// measure. `nil` for no other than the measure.
        ///
        /// Lines of more than some 75 characters are hard to follow back to the next (RNIB clear print).
        package var proseWidth: Length?
        /// The upper margin of a first page that begins with a masthead, which has no head to make room for; `nil` for that of every page.
        package var mastheadTop: Length?
        /// The part of the spaces between blocks that a section may go without to save a last page that would hold little; zero for none.
        package var mostTightening: Double

        package init(
            size: Size,
            margins: Sides<Length>,
            proseWidth: Length? = nil,
            mastheadTop: Length? = nil,
            mostTightening: Double = 0
        ) {
            self.size = size
            self.margins = margins
            self.proseWidth = proseWidth
            self.mastheadTop = mastheadTop
            self.mostTightening = mostTightening
        }

        /// The same margins on a sheet that lies the way asked for.
        package func turned(to orientation: Orientation) -> PageStyle {
            let short = min(size.width, size.height)
            let long = max(size.width, size.height)
            var page = self
            if orientation == .landscape { page.size = Size(width: long, height: short) }
            return page
        }

        /// The height of the text area.
        package var textHeight: Length { size.height - margins.top - margins.bottom }

        /// The width of the text.
        package var measure: Length { size.width - margins.left - margins.right }
        /// The width of paragraphs and lists.
        package var proseMeasure: Length { min(measure, proseWidth ?? measure) }
    }

    /// How text is set.
    package struct TextStyle: Sendable, Hashable {
        /// The name of a font family: "Liberation Sans".
        package var family: String
        /// The em: how large the letters are.
        package var size: Length
        /// From one baseline to the next.
        package var leading: Length
        /// Which face of the family, and whether the words have a rule under them.
        package var isBold: Bool
        package var isItalic: Bool
        package var isUnderlined: Bool
        /// Whether every letter is set as a capital; the paper's own words stay as they are.
        package var isCapitals: Bool
        /// What the letters are filled with.
        package var colour: Colour
        /// In a measure narrower than this, words may be hyphenated; zero for never.
        package var hyphenateBelow: Length

        package init(
            family: String,
            size: Length,
            leading: Length,
            isBold: Bool = false,
            isItalic: Bool = false,
            isUnderlined: Bool = false,
            isCapitals: Bool = false,
            colour: Colour = .black,
            hyphenateBelow: Length = .zero
        ) {
            self.family = family
            self.size = size
            self.leading = leading
            self.isBold = isBold
            self.isItalic = isItalic
            self.isUnderlined = isUnderlined
            self.isCapitals = isCapitals
            self.colour = colour
            self.hyphenateBelow = hyphenateBelow
        }
    }

    /// How a block of text is set off. Of two spaces that meet, the larger counts.
    package struct BlockStyle: Sendable, Hashable {
        /// How its words are set.
        package var text: TextStyle
        /// Space above and below.
        package var before: Length
        package var after: Length

        package init(text: TextStyle, before: Length, after: Length) {
            self.text = text
            self.before = before
            self.after = after
        }
    }

    /// How lists are set.
    package struct ListStyle: Sendable, Hashable {
        /// From the margin to the text of an item.
        package var indent: Length
        /// Between items.
        package var gap: Length
        /// The mark of an item in a list without numbers.
        package var bullet: String

        package init(indent: Length, gap: Length, bullet: String) {
            self.indent = indent
            self.gap = gap
            self.bullet = bullet
        }
    }

    /// How quotations are set.
    package struct QuotationStyle: Sendable, Hashable {
        /// From the margin to the text.
        package var indent: Length
        /// Of the rule at its left; zero for none.
        package var rule: Length
        /// What the rule is filled with.
        package var ruleColour: Colour

        package init(indent: Length, rule: Length, ruleColour: Colour) {
            self.indent = indent
            self.rule = rule
            self.ruleColour = ruleColour
        }
    }

    /// How pairs of label and value are set: the header block, the contact officer.
    package struct DetailsStyle: Sendable, Hashable {
        /// From the margin to the values.
        package var labelWidth: Length
        /// Between pairs.
        package var gap: Length
        /// Of the rule under the header block; zero for none.
        package var rule: Length

        package init(labelWidth: Length, gap: Length, rule: Length) {
            self.labelWidth = labelWidth
            self.gap = gap
            self.rule = rule
        }
    }

    /// How tables are set.
    package struct TableStyle: Sendable, Hashable {
        /// How words in cells are set; header cells are bold.
        package var text: TextStyle
        /// Between the borders of a cell and its words.
        package var padding: Sides<Length>
        /// The thickness of the rules between cells, which neighbours share.
        package var border: Length
        /// What the rules are filled with.
        package var borderColour: Colour
        /// The rules around the table, under its header and over its bands, or `nil` where all are alike.
        package var frame: TableFrameStyle?
        /// The ground of the header rows, or `nil` for the paper.
        package var headerFill: Colour?
        /// Of the bands, outermost first; a deeper level takes the last.
        package var bandFills: [Colour]
        /// Of the words of bands inside others, or `nil` for that of the text.
        package var innerBandColour: Colour?
        /// Space above the table and below it.
        package var before: Length
        package var after: Length
        /// Whether the title of a table is repeated on each page on which the table continues.
        package var repeatsTitle: Bool
        /// Whether the part of a table that continues on the next page says so at its foot.
        package var announcesOverleaf: Bool
        /// The part of a page that may be left empty to keep a row whole.
        package var waste: Double
        /// Whether tables are folded into fewer columns, for large type: if their kinds say how and it makes them shorter, and whatever their kinds
        /// if their words would be divided even on turned sheets.
        package var folds: Bool

        package init(
            text: TextStyle,
            padding: Sides<Length>,
            border: Length,
            borderColour: Colour,
            frame: TableFrameStyle? = nil,
            headerFill: Colour?,
            bandFills: [Colour],
            innerBandColour: Colour? = nil,
            before: Length,
            after: Length,
            repeatsTitle: Bool,
            announcesOverleaf: Bool,
            waste: Double,
            folds: Bool = false
        ) {
            self.text = text
            self.padding = padding
            self.border = border
            self.borderColour = borderColour
            self.frame = frame
            self.headerFill = headerFill
            self.bandFills = bandFills
            self.innerBandColour = innerBandColour
            self.before = before
            self.after = after
            self.repeatsTitle = repeatsTitle
            self.announcesOverleaf = announcesOverleaf
            self.waste = waste
            self.folds = folds
        }
    }

    /// How notes are set.
    package struct NoteStyle: Sendable, Hashable {
        /// Where notes are set.
        package enum Place: String, Sendable, Hashable, CaseIterable {
            /// At the foot of the page of their first mark.
            case page
            /// After the table or the text with their marks.
            case text
        }

        /// How the words of notes are set.
        package var block: BlockStyle
        /// Where notes are printed.
        package var place: Place
        /// Of the rule over the notes at the foot of a page; zero for none.
        package var rule: Length
        /// The length of that rule; `nil` for a quarter of the measure.
        package var ruleLength: Length?
        /// From the margin to the words of notes, whose labels hang before them; zero for labels in the line of the words.
        package var hang: Length

        package init(
            block: BlockStyle,
            place: Place,
            rule: Length,
            ruleLength: Length? = nil,
            hang: Length = .zero
        ) {
            self.block = block
            self.place = place
            self.rule = rule
            self.ruleLength = ruleLength
            self.hang = hang
        }
    }

    /// How the lines at the head and the foot of each page are set.
    package struct RunningStyle: Sendable, Hashable {
        /// How the words of the lines are set.
        package var text: TextStyle
        /// From the edge of the sheet to the head's first and the foot's last line, and to the banner.
        package var fromEdge: Length
        /// From the upper edge of the sheet to the head's first line, where that is not as the foot's.
        package var headFromEdge: Length?
        /// Of the rule between foot and text; zero for none.
        package var rule: Length
        /// The band over pages that are not for publication.
        package var banner: BannerStyle
        /// The thickness of the dashed rules over and under the mark of a draft, which has the place of the banner; zero for a mark in the head.
        package var draftRule: Length

        package init(
            text: TextStyle,
            fromEdge: Length,
            headFromEdge: Length? = nil,
            rule: Length,
            banner: BannerStyle = BannerStyle(),
            draftRule: Length = .zero
        ) {
            self.text = text
            self.fromEdge = fromEdge
            self.headFromEdge = headFromEdge
            self.rule = rule
            self.banner = banner
            self.draftRule = draftRule
        }
    }

    package var id: String
    /// The sheet of every page that no table turns on its side.
    package var page: PageStyle
    /// Paragraphs, and whatever has no style of its own.
    package var body: BlockStyle
    /// Titles of papers and appendices, or `nil` where they are as headings of the first level.
    package var title: TitleStyle?
    /// Six, for levels one to six.
    package var headings: [BlockStyle]
    /// What a return reports on, under its title.
    package var subheading: BlockStyle
    /// Bulleted, numbered and lettered lists.
    package var list: ListStyle
    /// Block quotations.
    package var quotation: QuotationStyle
    /// Passages that are not for publication, or `nil` where they are as quotations.
    package var exempt: ExemptStyle?
    /// The header block of a paper and its contact officer.
    package var details: DetailsStyle
    /// The list of contents.
    package var contents: ContentsStyle
    /// Boxes around parts of a paper.
    package var panel: PanelStyle
    /// Every table, whatever its kind.
    package var table: TableStyle
    /// Figures with their captions.
    package var figure: FigureStyle
    /// The symbols before statuses and directions, or `nil` for words alone.
    package var symbols: SymbolStyle?
    /// Notes, at the foot of a page or after a table.
    package var note: NoteStyle
    /// The lines at the head and the foot of a page.
    package var running: RunningStyle
    /// The accent colour, which a council may replace.
    package var accent: AccentStyle
    /// Words that lead somewhere.
    package var linkColour: Colour
    /// Who answers for a statement, under it.
    package var signature: SignatureStyle

    package init(
        id: String,
        page: PageStyle,
        body: BlockStyle,
        title: TitleStyle? = nil,
        headings: [BlockStyle],
        subheading: BlockStyle,
        list: ListStyle,
        quotation: QuotationStyle,
        exempt: ExemptStyle? = nil,
        details: DetailsStyle,
        contents: ContentsStyle? = nil,
        panel: PanelStyle = PanelStyle(),
        table: TableStyle,
        figure: FigureStyle,
        symbols: SymbolStyle? = nil,
        note: NoteStyle,
        running: RunningStyle,
        accent: AccentStyle = AccentStyle(),
        linkColour: Colour,
        signature: SignatureStyle
    ) {
        self.id = id
        self.page = page
        self.body = body
        self.title = title
        self.headings = headings
        self.subheading = subheading
        self.list = list
        self.quotation = quotation
        self.exempt = exempt
        self.details = details
        self.contents = contents ?? ContentsStyle(gap: list.gap)
        self.panel = panel
        self.table = table
        self.figure = figure
        self.symbols = symbols
        self.note = note
        self.running = running
        self.accent = accent
        self.linkColour = linkColour
        self.signature = signature
    }

    /// Every style of words in it, once for each place that it is for.
    package var textStyles: [TextStyle] {
        headings.map(\.text) + (title.map { [$0.title.text, $0.label] } ?? [])
            + [running.banner.mark, exempt?.mark.text].compactMap(\.self) + [
                body.text, subheading.text, table.text, figure.title.text, figure.note.text, figure.text,
                note.block.text,
                running.text,
            ]
    }
}
