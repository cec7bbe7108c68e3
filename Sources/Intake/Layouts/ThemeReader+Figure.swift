// SPDX-License-Identifier: Apache-2.0

import Formats
import Geometry
import Layouts

/// How a theme sets figures. What it leaves out has the sizes and the colours of the program's accessible theme.
extension ThemeReader {
    func figure(_ form: FilledForm?, over body: Theme.TextStyle, accent: Colour) -> Theme.FigureStyle {
        var title = body
        title.isBold = true
        let line = form?.colour(FigureForm.line)
        if let line, let form { checkContrast(of: line, on: .white, at: form.location(of: FigureForm.line)) }
        let comparison = form?.colour(FigureForm.comparison)
        if let comparison, let form {
            checkContrast(of: comparison, on: .white, at: form.location(of: FigureForm.comparison))
        }
        return Theme.FigureStyle(
            title: block(form?.group(FigureForm.title), over: title),
            note: block(form?.group(FigureForm.note), over: body),
            text: textStyle(form, over: body),
            after: form?.length(FigureForm.after) ?? .points(14),
            bar: form?.length(FigureForm.bar) ?? .points(19),
            gap: form?.length(FigureForm.gap) ?? .points(8),
            outline: form?.length(FigureForm.outline) ?? .points(0.75),
            axis: form?.length(FigureForm.axis) ?? .points(1),
            labelWidth: form?.length(FigureForm.labelWidth) ?? .millimetres(46),
            plot: form?.length(FigureForm.plot) ?? .points(120),
            line: line ?? accent,
            grid: form?.colour(FigureForm.grid) ?? Self.hairline,
            comparison: comparison ?? Self.slate,
            tones: tones(form, ink: body.colour)
        )
    }

    private func tones(_ form: FilledForm?, ink: Colour) -> Theme.FigureStyle.Tones {
        func tone(
            _ key: FormKey,
            _ fill: Colour,
            _ pattern: Theme.FigureStyle.ToneStyle.Pattern = .plain,
            _ patternColour: Colour? = nil,
            text: Colour? = nil
        ) -> Theme.FigureStyle.ToneStyle {
            let standard = Theme.FigureStyle.ToneStyle(
                fill: fill,
                pattern: pattern,
                patternColour: patternColour ?? ink,
                textColour: text ?? ink
            )
            return self.tone(form?.group(key), standard, ink: ink)
        }
        return Theme.FigureStyle.Tones(
            off: tone(FigureForm.off, Self.red, text: .white),
            tolerance: tone(FigureForm.tolerance, Self.amber, .rising, Self.brown),
            carriedOver: tone(FigureForm.carriedOver, Self.lilac, .level, Self.purple),
            paused: tone(FigureForm.paused, .white, .grid),
            redated: tone(FigureForm.redated, Self.lilac, .upright, Self.purple),
            on: tone(FigureForm.on, Self.paleGreen),
            ongoing: tone(FigureForm.ongoing, Self.paleGreen, .falling, Self.darkGreen),
            complete: tone(FigureForm.complete, Self.green),
            none: tone(FigureForm.none, .white, .dots)
        )
    }

    private static let red = Colour(red: 0xA8, green: 0x16, blue: 0x1C)
    private static let amber = Colour(red: 0xE9, green: 0xB8, blue: 0x5A)
    private static let brown = Colour(red: 0x6B, green: 0x3F, blue: 0x00)
    private static let hairline = Colour(red: 0xC5, green: 0xCC, blue: 0xD1)
    private static let slate = Colour(red: 0x6C, green: 0x77, blue: 0x7E)
    private static let lilac = Colour(red: 0xDD, green: 0xD3, blue: 0xEA)
    private static let purple = Colour(red: 0x4B, green: 0x2E, blue: 0x83)
    private static let paleGreen = Colour(red: 0xA9, green: 0xD3, blue: 0xCC)
    private static let green = Colour(red: 0x5F, green: 0xAE, blue: 0x9F)
    private static let darkGreen = Colour(red: 0x00, green: 0x4A, blue: 0x41)

    /// A style that the theme gives replaces the standard one as a whole.
    private func tone(
        _ form: FilledForm?,
        _ standard: Theme.FigureStyle.ToneStyle,
        ink: Colour
    ) -> Theme.FigureStyle.ToneStyle {
        guard let form, let fill = form.colour(ToneForm.fill) else { return standard }
        let style = Theme.FigureStyle.ToneStyle(
            fill: fill,
            pattern: form.choice(ToneForm.pattern, of: Theme.FigureStyle.ToneStyle.Pattern.self) ?? .plain,
            patternColour: form.colour(ToneForm.patternColour) ?? ink,
            textColour: form.colour(ToneForm.textColour) ?? ink
        )
        if style.pattern == .plain {
            let key = form.mentions(ToneForm.textColour) ? ToneForm.textColour : ToneForm.fill
            checkContrast(of: style.textColour, on: fill, at: form.location(of: key))
        }
        return style
    }
}
