// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing

@testable import PDFExport

/// A masthead in the finished file.
struct MastheadTests {
    @Test func `the logo is a figure with its words and its box, and name and meeting are read after it`() throws {
        var build = PaperBuilder()
        let blocks = [build.masthead(), build.heading("Summary"), build.paragraph("Words.")]
        let exported = try ExportedPaper(build.paper(blocks), width: 300, height: 200)
        try exported.keep(as: "page-masthead")
        let elements = exported.structure.elements
        #expect(
            elements.map(\.type) == [.document, .section, .figure, .paragraph, .paragraph, .heading1, .paragraph]
        )
        #expect(elements[2].alternativeText == "A hill")
        let objects = try exported.objects()
        #expect(objects.contains("/Alt(A hill)"))
        #expect(objects.ranges(of: "/A<</O/Layout/Placement/Block/BBox[10 ").count == 1)
        let text = try exported.output(of: "pdfinfo", "-struct-text")
        let places = ["Test Council", "Report to Cabinet", "Summary"].compactMap { text.firstRange(of: $0)?.lowerBound }
        #expect(places.count == 3 && places == places.sorted(), "\(text)")
    }

    @Test func `without a logo there is no figure`() throws {
        var build = PaperBuilder()
        let exported = try ExportedPaper(build.paper([build.masthead(logo: nil)]), width: 300, height: 200)
        try exported.keep(as: "page-masthead-without-logo")
        #expect(exported.structure.elements.map(\.type) == [.document, .section, .paragraph, .paragraph])
    }
}
