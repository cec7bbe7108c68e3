// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import TestSupport
import Testing

@testable import Intake

/// The boxes that layouts ask for, and how themes set them.
struct BoxReaderTests {
    private func layout(_ parts: String) throws -> (parts: [PaperLayout.Part], lines: [String]) {
        var files = GoodWorkspace.files
        let layout = GoodWorkspace.layouts["cabinet.yaml"] ?? ""
        let summary = "  - summary: { heading: Summary, holds: [summary, recommendations] }\n"
        #expect(layout.contains(summary))
        files["layouts/cabinet.yaml"] = layout.replacing(summary, with: parts)
        let contents = try read(files)
        return (contents.layouts.papers["cabinet"]?.parts ?? [], contents.diagnostics.map(\.line))
    }

    @Test(arguments: [("box: true", true), ("box: false", false)])
    func `the purpose and the recommendations are in boxes where the layout asks for it`(
        box: String,
        isBoxed: Bool
    ) throws {
        let found = try layout(
            "  - purpose: { heading: Purpose, decision: FOR DECISION, \(box) }\n"
                + "  - summary: { heading: Summary, holds: [summary, recommendations], \(box) }\n"
        )
        #expect(found.lines == [])
        #expect(found.parts.count == 7)
        for part in found.parts {
            switch part {
            case .purpose(let heading, let wordings, let own):
                #expect(heading != nil)
                #expect(wordings.count == 1)
                #expect(own == isBoxed)
            case .summary(_, _, _, let own): #expect(own == isBoxed)
            default: break
            }
        }
    }

    @Test(arguments: [
        ("", Theme.PanelStyle()),
        (
            "box: { bar: 4pt, fill: \"#f3f6f8\", padding: { top: 1pt, right: 2pt, bottom: 3pt, left: 4pt } }\n",
            Theme.PanelStyle(
                bar: .points(4),
                fill: Colour(red: 0xF3, green: 0xF6, blue: 0xF8),
                border: .zero,
                padding: Sides(top: .points(1), right: .points(2), bottom: .points(3), left: .points(4))
            )
        ),
        ("box: { border: 1pt }\n", Theme.PanelStyle(border: .points(1))),
    ])
    func `a theme says how boxes look, and without it they are plain ruled`(key: String, style: Theme.PanelStyle) throws
    {
        var files = GoodWorkspace.files
        let theme = try #require(GoodWorkspace.layouts["themes/accessible.yaml"])
        files["layouts/themes/own.yaml"] = key + theme
        let contents = try read(files)
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.layouts.themes["own"]?.panel == style)
    }
}
