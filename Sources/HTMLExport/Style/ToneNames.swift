// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree

/// One tone of a theme with its names in a document.
struct NamedTone {
    var tone: Chart.Tone
    var style: Theme.FigureStyle.ToneStyle

    /// The pattern that its marks are filled with.
    var pattern: ElementID { Self.pattern(of: tone) }

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
        case .off: ("#tone\\.0 rect", "#tone\\.0 path")
        case .tolerance: ("#tone\\.1 rect", "#tone\\.1 path")
        case .carriedOver: ("#tone\\.2 rect", "#tone\\.2 path")
        case .paused: ("#tone\\.3 rect", "#tone\\.3 path")
        case .redated: ("#tone\\.4 rect", "#tone\\.4 path")
        case .on: ("#tone\\.5 rect", "#tone\\.5 path")
        case .ongoing: ("#tone\\.6 rect", "#tone\\.6 path")
        case .complete: ("#tone\\.7 rect", "#tone\\.7 path")
        case .none: ("#tone\\.8 rect", "#tone\\.8 path")
        }
    }
}

extension Theme.FigureStyle.Tones {
    /// Each tone with its style, from worst to best.
    var all: [NamedTone] { Chart.Tone.allCases.map { NamedTone(tone: $0, style: self[$0]) } }

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
