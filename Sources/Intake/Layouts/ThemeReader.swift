// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Geometry
import Layouts
import WorkspaceFiles

/// Reads a file in `layouts/themes/`. What a style does not say is as in the body; only headings are bold unless they
/// say otherwise.
struct ThemeReader {
    let findings: DiagnosticCollector

    func read(_ value: YAMLValue, id: String) -> Theme? {
        guard let form = FilledForm(value, ThemeForm.form, findings) else { return nil }
        let body = form.group(ThemeForm.body)
        let text = textStyle(body, over: Self.plain)
        let accent = accent(form)
        let link = form.colour(ThemeForm.linkColour)
        if let link { checkContrast(of: link, on: .white, at: form.location(of: ThemeForm.linkColour)) }
        let list = list(form.group(ThemeForm.list))
        return Theme(
            id: id,
            page: page(form.group(ThemeForm.page)),
            body: blockStyle(body, text: text),
            title: form.group(ThemeForm.title).map { title($0, over: text) },
            headings: headings(form, over: text),
            subheading: block(form.group(ThemeForm.subheading), over: text),
            list: list,
            quotation: quotation(form.group(ThemeForm.quotation)),
            exempt: form.group(ThemeForm.exempt).map { exempt($0, over: text) },
            details: details(form.group(ThemeForm.details)),
            contents: contents(form.group(ThemeForm.contents), gap: list.gap),
            panel: form.group(ThemeForm.box).map { panel($0, of: text.colour, links: link) } ?? Theme.PanelStyle(),
            table: table(form.group(ThemeForm.table), over: text, accent: accent),
            figure: figure(form.group(ThemeForm.figure), over: text, accent: accent.colour),
            symbols: form.group(ThemeForm.symbols).map(symbols),
            note: note(form.group(ThemeForm.note), over: text),
            running: running(form.group(ThemeForm.running), over: text),
            accent: accent,
            linkColour: link ?? text.colour,
            signature: Theme.SignatureStyle(
                gap: form.length(ThemeForm.signatureGap) ?? .zero,
                rule: form.length(ThemeForm.signatureRule) ?? .zero,
                ruleLength: form.length(ThemeForm.signatureWidth) ?? .millimetres(96)
            )
        )
    }

    /// What a body that says nothing looks like.
    private static let plain = Theme.TextStyle(
        family: "Liberation Sans",
        size: .points(12),
        leading: .points(16)
    )

    func textStyle(_ form: FilledForm?, over base: Theme.TextStyle) -> Theme.TextStyle {
        guard let form else { return base }
        var style = base
        if let font = form.text(TextForm.font) { style.family = font.string }
        if let size = form.length(TextForm.size) { style.size = size }
        if let leading = form.length(TextForm.leading) { style.leading = leading }
        if let isBold = form.flag(TextForm.bold) { style.isBold = isBold }
        if let isItalic = form.flag(TextForm.italic) { style.isItalic = isItalic }
        if let isUnderlined = form.flag(TextForm.underline) { style.isUnderlined = isUnderlined }
        if let isCapitals = form.flag(TextForm.capitals) { style.isCapitals = isCapitals }
        if let colour = form.colour(TextForm.colour) {
            style.colour = colour
            checkContrast(of: colour, on: .white, at: form.location(of: TextForm.colour))
        }
        if style.size < .points(4) {
            findings.report(.textTooSmall, at: form.location(of: TextForm.size))
            style.size = base.size
        }
        if style.leading < style.size {
            findings.report(.leadingTooSmall, at: form.location(of: TextForm.leading))
            style.leading = style.size * 1.25
        }
        return style
    }

    /// Text must stand out from its ground (WCAG 2.2, 1.4.3).
    func checkContrast(of text: Colour, on ground: Colour, at location: SourceLocation) {
        if text.isLegible(on: ground) { return }
        findings.report(.lowContrast(of: text, on: ground), at: location)
    }

    func block(_ form: FilledForm?, over base: Theme.TextStyle) -> Theme.BlockStyle {
        blockStyle(form, text: textStyle(form, over: base))
    }

    private func blockStyle(_ form: FilledForm?, text: Theme.TextStyle) -> Theme.BlockStyle {
        Theme.BlockStyle(
            text: text,
            before: form?.length(TextForm.before) ?? .zero,
            after: form?.length(TextForm.after) ?? .zero
        )
    }

    /// The colours of symbols. Each needs the contrast of text with white: against the page, and for the white sign inside the symbol.
    private func symbols(_ form: FilledForm) -> Theme.SymbolStyle {
        func colour(_ key: FormKey) -> Colour {
            let colour = form.colour(key) ?? .black
            checkContrast(of: colour, on: .white, at: form.location(of: key))
            return colour
        }
        return Theme.SymbolStyle(
            off: colour(SymbolForm.off),
            tolerance: colour(SymbolForm.tolerance),
            on: colour(SymbolForm.on),
            none: colour(SymbolForm.none),
            direction: colour(SymbolForm.direction)
        )
    }

    private func accent(_ form: FilledForm) -> Theme.AccentStyle {
        var style = Theme.AccentStyle()
        if let colour = form.colour(ThemeForm.accent) {
            style.colour = colour
            checkContrast(of: colour, on: .white, at: form.location(of: ThemeForm.accent))
        }
        if form.mentions(ThemeForm.accented) {
            style.councilPlaces = Set(
                form.texts(ThemeForm.accented).compactMap {
                    form.choice($0, of: Theme.AccentStyle.Place.self, as: "`accented`")
                }
            )
        }
        return style
    }

    /// Six levels; one that is not given is as the level above it.
    private func headings(_ form: FilledForm, over text: Theme.TextStyle) -> [Theme.BlockStyle] {
        var bold = text
        bold.isBold = true
        var given: [Int: Theme.BlockStyle] = [:]
        for (entry, heading) in form.named(ThemeForm.headings) {
            guard let level = Int(entry.key), (1...6).contains(level) else {
                findings.report(.invalidHeadingLevel(entry.key), at: entry.location)
                continue
            }
            given[level] = block(heading, over: bold)
        }
        var styles: [Theme.BlockStyle] = []
        for level in 1...6 {
            styles.append(given[level] ?? styles.last ?? Theme.BlockStyle(text: bold, before: .zero, after: .zero))
        }
        return styles
    }

    /// The title is bold, and the label is not, unless they say otherwise.
    private func title(_ form: FilledForm, over text: Theme.TextStyle) -> Theme.TitleStyle {
        var bold = text
        bold.isBold = true
        return Theme.TitleStyle(
            title: block(form, over: bold),
            label: textStyle(form.group(TitleForm.label), over: text)
        )
    }

    private func page(_ form: FilledForm?) -> Theme.PageStyle {
        let margins = sides(form?.group(PageForm.margins)) ?? Sides(all: .millimetres(20))
        var size = Size.a4
        if let text = form?.text(PageForm.size) {
            switch text.string.lowercased() {
            case "a4": break
            case "a4 landscape": size = Size(width: Size.a4.height, height: Size.a4.width)
            case "a3": size = Size(width: .millimetres(297), height: .millimetres(420))
            case "a3 landscape": size = Size(width: .millimetres(420), height: .millimetres(297))
            default:
                findings.report(.unknownSheetSize(text.string), at: text.location)
            }
        }
        let least = Length.millimetres(50)
        if let form,
            size.width < margins.left + margins.right + least || size.height < margins.top + margins.bottom + least
        {
            findings.report(.marginsTooWide, at: form.location(of: PageForm.margins))
            return Theme.PageStyle(size: size, margins: Sides(all: .millimetres(20)))
        }
        return Theme.PageStyle(
            size: size,
            margins: margins,
            proseWidth: form?.length(PageForm.proseWidth).map { max(least, $0) },
            mastheadTop: form?.length(PageForm.mastheadTop).map { min($0, margins.top) },
            mostTightening: form?.decimal(PageForm.tighten, in: 0...0.5) ?? 0.3
        )
    }

    private func sides(_ form: FilledForm?) -> Sides<Length>? {
        guard let form else { return nil }
        return Sides(
            top: form.length(SidesForm.top) ?? .zero,
            right: form.length(SidesForm.right) ?? .zero,
            bottom: form.length(SidesForm.bottom) ?? .zero,
            left: form.length(SidesForm.left) ?? .zero
        )
    }

    private func list(_ form: FilledForm?) -> Theme.ListStyle {
        Theme.ListStyle(
            indent: form?.length(ListForm.indent) ?? .points(18),
            gap: form?.length(ListForm.gap) ?? .zero,
            bullet: form?.text(ListForm.bullet)?.string ?? "•"
        )
    }

    private func quotation(_ form: FilledForm?) -> Theme.QuotationStyle {
        Theme.QuotationStyle(
            indent: form?.length(QuotationForm.indent) ?? .points(18),
            rule: form?.length(QuotationForm.rule) ?? .zero,
            ruleColour: form?.colour(QuotationForm.ruleColour) ?? .black
        )
    }

    private func exempt(_ form: FilledForm, over text: Theme.TextStyle) -> Theme.ExemptStyle {
        Theme.ExemptStyle(
            mark: block(form, over: text),
            bar: form.length(ExemptStyleForm.bar) ?? .zero,
            outside: form.length(ExemptStyleForm.outside) ?? .zero
        )
    }

    private func details(_ form: FilledForm?) -> Theme.DetailsStyle {
        Theme.DetailsStyle(
            labelWidth: form?.length(DetailsForm.labelWidth) ?? .points(90),
            gap: form?.length(DetailsForm.gap) ?? .zero,
            rule: form?.length(DetailsForm.rule) ?? .zero
        )
    }

    /// - Parameter gap: the space between entries where the theme has none for them.
    private func contents(_ form: FilledForm?, gap: Length) -> Theme.ContentsStyle {
        Theme.ContentsStyle(
            gap: form?.length(ContentsForm.gap) ?? gap,
            rule: form?.length(ContentsForm.rule) ?? .zero,
            ruleColour: form?.colour(ContentsForm.ruleColour) ?? .black,
            isBold: form?.flag(ContentsForm.bold) ?? true
        )
    }

    private func panel(_ form: FilledForm, of text: Colour, links: Colour?) -> Theme.PanelStyle {
        var style = Theme.PanelStyle()
        style.bar = form.length(BoxForm.bar) ?? .zero
        style.border = form.length(BoxForm.border) ?? .zero
        style.fill = form.colour(BoxForm.fill)
        if let fill = style.fill {
            // What cannot be read on white is reported there.
            for colour in [text, links].compactMap(\.self) where colour.isLegible(on: .white) {
                checkContrast(of: colour, on: fill, at: form.location(of: BoxForm.fill))
            }
        }
        style.padding = sides(form.group(BoxForm.padding)) ?? style.padding
        return style
    }

    private func table(
        _ form: FilledForm?,
        over text: Theme.TextStyle,
        accent: Theme.AccentStyle
    ) -> Theme.TableStyle {
        var style = textStyle(form, over: text)
        style.hyphenateBelow = form?.length(TableStyleForm.hyphenateBelow) ?? .zero
        let headerFill = form?.colour(TableStyleForm.headerFill)
        if let form, let headerFill {
            checkContrast(of: style.colour, on: headerFill, at: form.location(of: TableStyleForm.headerFill))
        }
        let bandFills = form?.texts(TableStyleForm.bandFills).compactMap { fill in
            let colour = form?.colour(fill)
            if let colour { checkContrast(of: style.colour, on: colour, at: fill.location) }
            return colour
        }
        return Theme.TableStyle(
            text: style,
            padding: sides(form?.group(TableStyleForm.padding)) ?? Sides(all: .points(4)),
            border: form?.length(TableStyleForm.border) ?? .zero,
            borderColour: form?.colour(TableStyleForm.borderColour) ?? .black,
            frame: form?.group(TableStyleForm.frame).map { frame($0, ink: style.colour) },
            headerFill: headerFill,
            bandFills: bandFills ?? [],
            innerBandColour: accent.councilPlaces.contains(.bands) ? accent.colour : nil,
            before: form?.length(TableStyleForm.before) ?? .zero,
            after: form?.length(TableStyleForm.after) ?? .zero,
            repeatsTitle: form?.flag(TableStyleForm.titleContinued) ?? false,
            announcesOverleaf: form?.flag(TableStyleForm.overleaf) ?? false,
            waste: form?.decimal(TableStyleForm.waste, in: 0...1) ?? 0.35,
            folds: form?.flag(TableStyleForm.folds) ?? false
        )
    }

    private func frame(_ form: FilledForm, ink: Colour) -> Theme.TableFrameStyle {
        Theme.TableFrameStyle(
            outer: form.length(TableFrameForm.outer) ?? .zero,
            top: form.length(TableFrameForm.top) ?? .zero,
            header: form.length(TableFrameForm.header) ?? .zero,
            band: form.length(TableFrameForm.band) ?? .zero,
            colour: form.colour(TableFrameForm.colour) ?? ink
        )
    }

    private func note(_ form: FilledForm?, over text: Theme.TextStyle) -> Theme.NoteStyle {
        Theme.NoteStyle(
            block: block(form, over: text),
            place: form?.choice(NoteStyleForm.place, of: Theme.NoteStyle.Place.self) ?? .page,
            rule: form?.length(NoteStyleForm.rule) ?? .zero,
            ruleLength: form?.length(NoteStyleForm.ruleLength),
            hang: form?.length(NoteStyleForm.hang) ?? .zero
        )
    }

    private func running(_ form: FilledForm?, over text: Theme.TextStyle) -> Theme.RunningStyle {
        let style = textStyle(form, over: text)
        return Theme.RunningStyle(
            text: style,
            fromEdge: form?.length(RunningForm.fromEdge) ?? .millimetres(12),
            headFromEdge: form?.length(RunningForm.headFromEdge),
            rule: form?.length(RunningForm.rule) ?? .zero,
            banner: banner(form?.group(RunningForm.banner), over: style),
            draftRule: form?.length(RunningForm.draftRule) ?? .zero
        )
    }

    private func banner(_ form: FilledForm?, over text: Theme.TextStyle) -> Theme.BannerStyle {
        var style = Theme.BannerStyle()
        guard let form else { return style }
        if let fill = form.colour(BannerForm.fill) { style.fill = fill }
        if let colour = form.colour(BannerForm.textColour) { style.textColour = colour }
        style.fromEdge = form.length(BannerForm.fromEdge)
        style.mark = form.group(BannerForm.mark).map { mark in
            var bold = text
            bold.isBold = true
            return textStyle(mark, over: bold)
        }
        let place = form.mentions(BannerForm.textColour) ? BannerForm.textColour : BannerForm.fill
        checkContrast(of: style.textColour, on: style.fill, at: form.location(of: place))
        if !style.fill.isLegible(on: .white) {
            findings.report(.paleBanner(style.fill), at: form.location(of: BannerForm.fill))
        }
        return style
    }
}

extension Diagnostic.Message {
    fileprivate static var textTooSmall: Self {
        Self(
            .illegibleText,
            "text of less than 4pt cannot be read",
            hint: "a size of 9pt or more is easy to read in a note"
        )
    }

    fileprivate static var leadingTooSmall: Self {
        Self(
            .illegibleText,
            "the `leading` is less than the `size` of the text",
            hint: "a leading of 1.2 to 1.5 times the size is easy to read"
        )
    }

    fileprivate static func lowContrast(of text: Colour, on ground: Colour) -> Self {
        Self(
            .lowContrast,
            "the text \(text) does not stand out enough from its ground \(ground): "
                + "\(own: text.contrastInTenths(with: ground)) to 1",
            hint: "make one of them darker or lighter, to 4.5 to 1 or more"
        )
    }

    fileprivate static func invalidHeadingLevel(_ level: String) -> Self {
        Self(.invalidNumber, "headings have a level from 1 to 6, not `\(level.shortened)`")
    }

    fileprivate static func unknownSheetSize(_ size: String) -> Self {
        Self(
            .invalidChoice,
            "unknown size of sheet `\(size.shortened)`",
            hint: "sizes: `A4`, `A4 landscape`, `A3`, `A3 landscape`"
        )
    }

    fileprivate static var marginsTooWide: Self {
        Self(
            .marginsTooWide,
            "the margins leave no room for text",
            hint: "make the margins smaller, or the sheet larger"
        )
    }

    fileprivate static func paleBanner(_ fill: Colour) -> Self {
        Self(
            .lowContrast,
            "a banner of \(fill) is not seen at a glance on white paper",
            hint: "it marks what is not for publication: take a dark colour"
        )
    }
}
