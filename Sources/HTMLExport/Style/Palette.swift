// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

/// The colours of a document on a light or on a dark ground, by the names of their properties in the style sheet.
struct Palette {
    /// The background colours that text is printed on: the page, table headers, bands and boxes.
    private let grounds: [Colour]
    private let isDark: Bool
    private(set) var properties: [(StaticString, StyleSheet.Value)] = []

    private static let headings: [StaticString] = ["--h1", "--h2", "--h3", "--h4", "--h5", "--h6"]

    /// The colour of headings of a level, by the name of its property.
    static func colour(ofHeading level: Int) -> StyleSheet.Value {
        switch level {
        case 1: .word("var(--h1)")
        case 2: .word("var(--h2)")
        case 3: .word("var(--h3)")
        case 4: .word("var(--h4)")
        case 5: .word("var(--h5)")
        default: .word("var(--h6)")
        }
    }

    /// The ground of a dark page.
    private static let dark = Colour(red: 0x16, green: 0x19, blue: 0x1C)

    /// The colours of a theme. Words that could not be read on one of the grounds get the nearest colour in which they can.
    init(_ theme: Theme, isDark: Bool) {
        self.isDark = isDark
        func ground(_ colour: Colour?) -> Colour? {
            guard let colour else { return nil }
            // White becomes the page, and what is darker than white is as much lighter than the page.
            return isDark ? colour.mappingLightness { 0.21 + min(0.12, (1 - $0) * 0.9) } : colour
        }
        let page = isDark ? Self.dark : .white
        let head = ground(theme.table.headerFill) ?? page
        let band = ground(theme.table.bandFills.first) ?? page
        let innerBand = ground(theme.table.bandFills.last) ?? page
        let panel = ground(theme.panel.fill) ?? page
        grounds = [page, head, band, innerBand, panel]
        properties = [
            ("--page", .colour(page)), ("--head", .colour(head)), ("--band", .colour(band)),
            ("--inner-band", .colour(innerBand)), ("--panel", .colour(panel)),
        ]
        add("--ink", theme.body.text.colour)
        add("--quiet", theme.running.text.colour)
        add("--accent", theme.accent.colour)
        add("--link", theme.linkColour)
        add("--band-ink", theme.table.innerBandColour ?? theme.table.text.colour)
        add("--cell-ink", theme.table.text.colour)
        add("--note-ink", theme.note.block.text.colour)
        add("--caption-ink", theme.figure.title.text.colour)
        add("--caption-note-ink", theme.figure.note.text.colour)
        add("--sub-ink", theme.subheading.text.colour)
        for (name, style) in zip(Self.headings, theme.headings) { add(name, style.text.colour) }
        add("--line", theme.figure.line)
        add("--comparison", theme.figure.comparison)
        addRule("--border", theme.table.borderColour)
        addRule("--grid", theme.figure.grid)
        addRule("--quotation", theme.quotation.ruleColour)
        if let symbols = theme.symbols {
            add("--off", symbols.off)
            add("--tolerance", symbols.tolerance)
            add("--on", symbols.on)
            add("--none", symbols.none)
            add("--direction", symbols.direction)
            add("--star", symbols.steps.star ?? symbols.on)
            add("--disc", symbols.steps.disc ?? symbols.on)
            add("--diamond", symbols.steps.diamond ?? symbols.tolerance)
            add("--hollow-diamond", symbols.steps.hollowDiamond ?? symbols.tolerance)
            add("--square", symbols.steps.square ?? symbols.off)
        }
        let banner = theme.running.banner
        properties.append(("--banner", .colour(banner.fill)))
        properties.append(("--banner-ink", .colour(banner.textColour)))
    }

    /// Adds the colour of words, and of marks that must be seen as well.
    private mutating func add(_ name: StaticString, _ colour: Colour) {
        let legible =
            isDark
            ? colour.mappingLightness { 0.94 - $0 * 0.3 }.nearestLegibleOnDark(grounds)
            : colour.nearestLegible(on: grounds) ?? .black
        properties.append((name, .colour(legible)))
    }

    /// Adds the colour of a rule, which nobody has to see.
    private mutating func addRule(_ name: StaticString, _ colour: Colour) {
        properties.append((name, .colour(isDark ? colour.mappingLightness { 0.75 - $0 * 0.35 } : colour)))
    }
}
