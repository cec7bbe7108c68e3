// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts

extension StyleSheet {
    /// The style sheet of papers in a theme: its colours, sizes and spaces as properties, and the rules that use them.
    ///
    /// - Parameter levels: how headings are written.
    init(_ theme: Theme, levels: HeadingLevels) {
        self.init()
        add(":root", Palette(theme, isDark: false).properties + Self.measures(of: theme))
        // Printed on white, whatever the screen is.
        add(media: "screen and (prefers-color-scheme:dark)") { sheet in
            sheet.add(":root", Palette(theme, isDark: true).properties)
        }
        add("html", [("font-size", .percent(theme.body.text.size.points / 12 * 100))])
        for (index, style) in theme.headings.enumerated() {
            let colour: (StaticString, Value) = ("color", Palette.colour(ofHeading: index + 1))
            let face = Self.properties(of: style, in: theme) + Self.face(of: style.text) + [colour]
            if index == 0, levels.hasTitle {
                var title = style
                title.text.size = style.text.size * 1.25
                title.text.leading = style.text.leading * 1.25
                add("h1", Self.properties(of: title, in: theme) + Self.face(of: style.text) + [colour])
            }
            add(levels.selector(ofLevel: index + 1), face)
        }
        add(".sub", Self.properties(of: theme.subheading, in: theme) + Self.face(of: theme.subheading.text))
        add(".cap", Self.properties(of: theme.figure.title, in: theme) + Self.face(of: theme.figure.title.text))
        add(".cn,.tn", Self.properties(of: theme.figure.note, in: theme))
        add(".note", Self.properties(of: theme.note.block, in: theme))
        add(Self.rules)
        for tone in theme.figure.tones.all {
            add(tone.fill, [("fill", .colour(tone.style.fill))])
            // A plain tone has lines only where another series of a chart has the same tone.
            let lines = tone.style.pattern == .plain ? tone.style.textColour : tone.style.patternColour
            add(tone.mark, [("fill", .colour(lines)), ("stroke", .colour(lines))])
        }
    }

    private static func measures(of theme: Theme) -> [(StaticString, Value)] {
        func rem(_ length: Length) -> Value { .rem(length.points / theme.body.text.size.points) }
        let family = theme.body.text.family
        return [
            ("--font", .family(family, fallback: fallback(of: family))),
            ("--leading", .number(theme.body.text.leading.points / theme.body.text.size.points)),
            ("--after", rem(theme.body.after)),
            ("--indent", rem(max(theme.list.indent, .points(18)))),
            ("--list-indent", rem(max(theme.list.indent, .points(18)) + .points(6))),
            ("--item-gap", rem(theme.list.gap)),
            ("--quote-indent", rem(theme.quotation.indent)),
            ("--quote-rule", rem(theme.quotation.rule)),
            ("--label-width", rem(theme.details.labelWidth)),
            ("--pair-gap", rem(theme.details.gap)),
            ("--details-rule", rem(theme.details.rule)),
            ("--panel-bar", rem(theme.panel.bar)),
            ("--panel-border", rem(theme.panel.border)),
            ("--cell", rem(theme.table.text.size)),
            ("--cell-leading", .number(theme.table.text.leading.points / theme.table.text.size.points)),
            ("--cell-top", rem(theme.table.padding.top)),
            ("--cell-side", rem(theme.table.padding.left)),
            ("--cell-border", rem(max(theme.table.border, .points(0.5)))),
            ("--table-after", rem(theme.table.after)),
            ("--figure-after", rem(theme.figure.after)),
            ("--figure", rem(theme.figure.text.size)),
            ("--bar", rem(theme.figure.bar)),
            ("--signature-gap", rem(theme.signature.gap)),
            ("--quiet-size", rem(theme.running.text.size)),
        ]
    }

    /// The generic family, and what is like it on most machines (CSS Fonts 4, 2.1.2).
    private static func fallback(of family: String) -> StaticString {
        let name = family.lowercased()
        if name.contains("mono") || name.contains("courier") { return "'Courier New',monospace" }
        let serifs = ["serif", "times", "georgia", "garamond", "palatino", "roman"]
        if !name.contains("sans"), serifs.contains(where: name.contains) { return "Georgia,'Times New Roman',serif" }
        return "Arial,Helvetica,sans-serif"
    }

    private static func properties(of style: Theme.BlockStyle, in theme: Theme) -> [(StaticString, Value)] {
        let em = theme.body.text.size.points
        return [
            ("font-size", .rem(style.text.size.points / em)),
            ("line-height", .number(style.text.leading.points / style.text.size.points)),
            ("margin-top", .rem(style.before.points / em)), ("margin-bottom", .rem(style.after.points / em)),
        ]
    }

    private static func face(of style: Theme.TextStyle) -> [(StaticString, Value)] {
        [
            ("font-weight", .word(style.isBold ? "700" : "400")),
            ("font-style", .word(style.isItalic ? "italic" : "normal")),
            ("text-decoration", .word(style.isUnderlined ? "underline" : "none")),
            ("text-transform", .word(style.isCapitals ? "uppercase" : "none")),
        ]
    }
}
