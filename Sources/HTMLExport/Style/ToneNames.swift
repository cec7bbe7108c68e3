// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree

/// One tone of a theme with its names in a document.
struct NamedTone {
    var tone: Chart.Tone
    var style: Theme.FigureStyle.ToneStyle

    /// Whether the style is that of another series of the tone, with a pattern of its own.
    var isVariant = false

    /// The pattern that its marks are filled with.
    var pattern: ElementID { isVariant ? .numbered("tone", variantNumber) : Self.pattern(of: tone) }

    /// A number that no tone has by itself, and no other pattern of it.
    private var variantNumber: Int {
        let pattern = Theme.FigureStyle.ToneStyle.Pattern.allCases.firstIndex(of: style.pattern) ?? 0
        return (Chart.Tone.allCases.firstIndex(of: tone) ?? 0) + 10 * (pattern + 1)
    }

    /// What a variant takes its colours from.
    var name: StaticString {
        switch tone {
        case .off: "t0"
        case .tolerance: "t1"
        case .carriedOver: "t2"
        case .paused: "t3"
        case .redated: "t4"
        case .on: "t5"
        case .ongoing: "t6"
        case .complete: "t7"
        case .none: "t8"
        }
    }

    static func pattern(of tone: Chart.Tone) -> ElementID {
        switch tone {
        case .off: .numbered("tone", 0)
        case .tolerance: .numbered("tone", 1)
        case .carriedOver: .numbered("tone", 2)
        case .paused: .numbered("tone", 3)
        case .redated: .numbered("tone", 4)
        case .on: .numbered("tone", 5)
        case .ongoing: .numbered("tone", 6)
        case .complete: .numbered("tone", 7)
        case .none: .numbered("tone", 8)
        }
    }

    /// The selector of the ground of its marks, and that of the lines on it.
    var fill: StaticString { Self.selectors(of: tone).fill }
    var mark: StaticString { Self.selectors(of: tone).mark }

    private static func selectors(of tone: Chart.Tone) -> (fill: StaticString, mark: StaticString) {
        switch tone {
        case .off: ("#tone\\.0 rect,.t0 rect", "#tone\\.0 path,.t0 path")
        case .tolerance: ("#tone\\.1 rect,.t1 rect", "#tone\\.1 path,.t1 path")
        case .carriedOver: ("#tone\\.2 rect,.t2 rect", "#tone\\.2 path,.t2 path")
        case .paused: ("#tone\\.3 rect,.t3 rect", "#tone\\.3 path,.t3 path")
        case .redated: ("#tone\\.4 rect,.t4 rect", "#tone\\.4 path,.t4 path")
        case .on: ("#tone\\.5 rect,.t5 rect", "#tone\\.5 path,.t5 path")
        case .ongoing: ("#tone\\.6 rect,.t6 rect", "#tone\\.6 path,.t6 path")
        case .complete: ("#tone\\.7 rect,.t7 rect", "#tone\\.7 path,.t7 path")
        case .none: ("#tone\\.8 rect,.t8 rect", "#tone\\.8 path,.t8 path")
        }
    }
}

extension Theme.FigureStyle.Tones {
    /// Each tone with its style, from worst to best.
    var all: [NamedTone] { Chart.Tone.allCases.map { NamedTone(tone: $0, style: self[$0]) } }

    /// The series of a chart with their styles, those of one tone with patterns of their own.
    func styles(of chart: Chart.StackedBars) -> [NamedTone] {
        let tones = chart.series.map(\.tone)
        let told = tones.map { self[$0] }.toldApart(where: chart.repeatsTone)
        return tones.indices.map { index in
            let isVariant = told[index].pattern != self[tones[index]].pattern
            return NamedTone(tone: tones[index], style: told[index], isVariant: isVariant)
        }
    }

    private subscript(tone: Chart.Tone) -> Theme.FigureStyle.ToneStyle {
        switch tone {
        case .off: off
        case .tolerance: tolerance
        case .carriedOver: carriedOver
        case .paused: paused
        case .redated: redated
        case .on: on
        case .ongoing: ongoing
        case .complete: complete
        case .none: none
        }
    }
}
