// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing
import Typesetting

@testable import PDFExport

/// What the finished file says of itself.
struct PDFFinisherTests {
    @Test func `the catalogue says what conforming takes`() throws {
        var build = PaperBuilder()
        let objects = try ExportedPaper(build.paper([build.heading("One")])).objects()
        for entry in [
            "/Lang(en-GB)", "/MarkInfo<</Marked true>>", "/ViewerPreferences<</DisplayDocTitle true>>",
            "/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)", "/PageMode/UseOutlines", "/Tabs/S", "/Names[(One)[",
        ] {
            #expect(objects.ranges(of: entry).count == 1, "\(entry)")
        }
        #expect(!objects.contains("/Span"))
    }

    @Test func `every embedded font of many glyphs says how they are numbered`() throws {
        var build = PaperBuilder()
        let objects = try ExportedPaper(build.paper([build.paragraph("Ωmega Āā Ćć")])).objects()
        let fonts = objects.ranges(of: "/CIDFontType2").count
        #expect(fonts > 0)
        #expect(objects.ranges(of: "/CIDToGIDMap/Identity").count == fonts)
    }

    @Test func `pages are labelled by their printed numbers`() throws {
        var build = PaperBuilder()
        let exported = try ExportedPaper(build.paper((1...30).map { build.paragraph("Paragraph \($0)") }))
        #expect(exported.pages.pages.count > 2)
        #expect(try exported.objects().contains("/PageLabels<</Nums[0<</S/D/St 1>>]>>"))
        var paper = exported.painted.tagged
        for index in paper.typeset.pages.indices { paper.typeset.pages[index].number = index == 0 ? 1 : index + 10 }
        let finisher = try PDFFinisher(
            pages: FinishedPages(of: exported.painted),
            paper: paper,
            information: DocumentInformation(exported.paper.properties, date: DocumentDate(day: "2009-11-30"))
        )
        let relabelled = try ExportedPaper(exported, file: finisher.finished()).objects()
        #expect(relabelled.contains("/PageLabels<</Nums[0<</S/D/St 1>>1<</S/D/St 11>>]>>"))
    }

    @Test func `a file of other pages is refused`() throws {
        var build = PaperBuilder()
        let one = try ExportedPaper(build.paper([build.paragraph("One")]))
        let two = try ExportedPaper(build.paper((1...30).map { build.paragraph("Paragraph \($0)") }))
        var painted = one.painted
        painted.file = two.painted.file
        #expect(throws: ExportError("Cairo's file has \(two.pages.pages.count + 1) pages, not 2")) {
            try finish(painted)
        }
    }

    @Test func `a two-level table says scopes, spans and headers`() throws {
        var build = PaperBuilder()
        var row = build.row("Paint", "May")
        row.cells[0].isHeader = true
        let upper = build.row([build.cell("Plan", columns: 2)], kind: .header)
        let lower = build.row("Action", "Due", kind: .header)
        let band = build.band("North", columns: 2)
        let objects = try ExportedPaper(
            build.paper([build.table(columns: 2, header: [upper, lower], rows: [band, row])])
        )
        .objects()
        func name(_ row: Table.Row, _ cell: Int) -> String { "(\(String(row.cells[cell].id.index, radix: 36)))" }
        let due = name(lower, 1)
        for attributes in [
            "/ID\(name(upper, 0))/A<</O/Table/Scope/Column/ColSpan 2>>",
            "/ID\(due)/A<</O/Table/Scope/Column/Headers[\(name(upper, 0))]>>",
            "/ID\(name(band, 0))/A<</O/Table/Scope/Row/ColSpan 2>>",
            "/A<</O/Table/Headers[\(name(upper, 0))\(due)\(name(band, 0))\(name(row, 0))]>>",
        ] {
            #expect(objects.ranges(of: attributes).count == 1, "\(attributes)")
        }
    }

    @Test func `a link over two lines is one element with two places`() throws {
        var build = PaperBuilder()
        let words = "a long name for a place that does not go on one line of this page"
        let link = Link(id: build.node(), target: .address("https://a.example/"), [.text(words)])
        let paper = build.paper([Block(id: build.node(), .paragraph(Paragraph([.link(link)])))])
        let objects = try ExportedPaper(paper).objects()
        #expect(objects.ranges(of: "/S/Link").count == 1)
        #expect(objects.ranges(of: "/Subtype/Link/F 4").count == 2)
        #expect(objects.ranges(of: "/Contents(\(words))").count == 2)
    }
}
