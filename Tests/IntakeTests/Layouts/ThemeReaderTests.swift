// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Geometry
import Layouts
import TestSupport
import Testing

@testable import Intake

/// What a theme may say of prose, of the rules of tables, of contents and of the head of a page.
struct ThemeReaderTests {
    /// The accessible theme with one text replaced.
    private func theme(replacing old: String = "", with new: String = "") throws -> (theme: Theme, messages: [String]) {
        let file = Repository.folder + "/layouts/themes/accessible.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains(old) || old.isEmpty)
        var files = GoodWorkspace.files
        files["layouts/themes/own.yaml"] = old.isEmpty ? text : text.replacing(old, with: new)
        let contents = try read(files)
        return (try #require(contents.layouts.themes["own"]), contents.diagnostics.map(\.message))
    }

    @Test func `the default theme has prose of 150 mm, a frame, ruled contents and a head of its own place`() throws {
        let (theme, messages) = try theme()
        #expect(messages == [])
        #expect(theme.page.proseWidth == .millimetres(150))
        #expect(
            theme.table.frame
                == Theme.TableFrameStyle(
                    outer: .points(0.75),
                    top: .points(1.25),
                    header: .points(1),
                    band: .points(0.75),
                    colour: theme.table.text.colour
                )
        )
        #expect(theme.contents.rule == .points(0.5))
        #expect(!theme.contents.isBold)
        #expect(theme.running.headFromEdge == .millimetres(16))
    }

    @Test func `a theme that says none of them is as themes were`() throws {
        let workspace = try TemporaryFolder(GoodWorkspace.files.mapValues { Array($0.utf8) })
        let contents = try readWorkspace(at: workspace.path, programLayouts: Repository.folder + "/layouts")
        let heritage = try #require(contents.layouts.themes["heritage"])
        #expect(heritage.page.proseWidth == nil)
        #expect(heritage.page.proseMeasure == heritage.page.measure)
        #expect(heritage.table.frame == nil)
        #expect(heritage.contents == Theme.ContentsStyle(gap: heritage.list.gap))
        #expect(heritage.running.headFromEdge == nil)
        #expect(heritage.title == nil)
        #expect(heritage.note.hang == .zero && heritage.note.ruleLength == nil)
        #expect(heritage.signature.rule == .zero)
        #expect(heritage.page.mastheadTop == nil)
        #expect(heritage.running.banner == Theme.BannerStyle())
        #expect(heritage.running.draftRule == .zero)
        #expect(heritage.exempt == nil)
    }

    @Test func `prose is never narrower than 50 mm, nor wider than the page`() throws {
        #expect(
            try theme(replacing: "prose-width: 150mm", with: "prose-width: 1mm").theme.page.proseWidth
                == .millimetres(50)
        )
        let wide = try theme(replacing: "prose-width: 150mm", with: "prose-width: 900mm").theme.page
        #expect(wide.proseMeasure == wide.measure)
    }

    @Test func `the bands inside others have the accent colour where the theme says so`() throws {
        #expect(try theme().theme.table.innerBandColour?.description == "#14475f")
        let plain = try theme(replacing: "accented: [masthead, bands, lines]", with: "accented: [masthead]").theme
        #expect(plain.table.innerBandColour == nil)
    }

    @Test func `the default theme has titles, hanging notes, a ruled signature and a first page of their own`() throws {
        let theme = try theme().theme
        let title = try #require(theme.title)
        #expect(title.title.text.size == .points(26) && title.title.text.leading == .points(30))
        #expect(title.title.text.isBold && !title.label.isBold)
        #expect(title.title.before == .points(9) && title.title.after == .points(15))
        #expect(title.label.size == .points(14.5) && title.label.colour.description == "#454e54")
        #expect(theme.note.hang == .millimetres(16))
        #expect(theme.note.ruleLength == .millimetres(50))
        #expect(
            theme.signature
                == Theme.SignatureStyle(gap: .points(20), rule: .points(0.75), ruleLength: .millimetres(96))
        )
        #expect(theme.page.mastheadTop == .millimetres(18))
    }

    @Test
    func `an unknown key of a title, and of its label, is told, and a margin is no larger than that of every page`()
        throws
    {
        let (_, messages) = try theme(
            replacing: "title: { size: 26pt, leading: 30pt, before: 9pt, after: 15pt, label: { size: 14.5pt,",
            with: "title: { size: 26pt, leading: 30pt, befor: 9pt, after: 15pt, label: { siz: 14.5pt,"
        )
        #expect(
            messages == ["unknown key `befor` in the title's style", "unknown key `siz` in the label's style"]
        )
        let wide = try theme(replacing: "masthead-top: 18mm", with: "masthead-top: 90mm").theme
        #expect(wide.page.mastheadTop == .millimetres(27))
    }

    @Test func `the banner of the default theme has a mark in large letters, and drafts have dashed rules`() throws {
        let (running, messages) = (try theme().theme.running, try theme().messages)
        #expect(messages == [])
        let mark = try #require(running.banner.mark)
        #expect(mark.size == .points(14.5) && mark.isBold)
        #expect(running.banner.fromEdge == .millimetres(9))
        #expect(running.draftRule == .points(1.25))
        let exempt = try #require(try theme().theme.exempt)
        #expect(exempt.mark.text.size == .points(10.5) && exempt.mark.text.isBold)
        #expect(exempt.bar == .points(4) && exempt.outside == .millimetres(5))
        let own = try theme(replacing: "banner: { from-edge: 9mm", with: "banner: { from-edg: 9mm")
        #expect(own.theme.running.banner.fromEdge == nil)
        #expect(own.messages == ["unknown key `from-edg` in the banner's style"])
    }

    @Test func `a frame has the colour that it says, and an unknown key in it is told`() throws {
        let (own, messages) = try theme(
            replacing: "frame: { outer: 0.75pt,",
            with: "frame: { colour: \"#112233\", outr: 1pt,"
        )
        #expect(own.table.frame?.colour.description == "#112233")
        #expect(own.table.frame?.outer == .zero)
        #expect(messages == ["unknown key `outr` in the frame's style"])
    }
}
