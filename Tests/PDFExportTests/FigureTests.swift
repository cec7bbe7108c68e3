// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing

@testable import PDFExport
@testable import Typesetting

/// Figures in the finished file.
struct FigureTests {
    private var build = PaperBuilder()

    private mutating func exported(_ alternativeText: String = "Status of “visits”.") throws -> ExportedPaper {
        let figure = build.stackedBars(
            [.off, .tolerance, .complete],
            [("Arts", [1, 20, 30]), ("Sport", [9, 9, 9])],
            alternativeText: alternativeText
        )
        let blocks = [build.paragraph("Before."), figure, build.paragraph("After.")]
        return try ExportedPaper(build.paper(blocks), width: 300, height: 200)
    }

    @Test mutating func `a figure has its words and its box`() throws {
        let exported = try exported()
        try exported.keep(as: "page-figure")
        let objects = try exported.objects()
        let hexadecimal =
            "FEFF"
            + "Status of “visits”.".utf16.map { unit in
                let digits = String(unit, radix: 16, uppercase: true)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        #expect(objects.contains("/Alt<\(hexadecimal)>"))
        let index = try #require(exported.structure.elements.firstIndex { $0.type == .figure })
        let area = try #require(exported.content.area(of: index))
        #expect(area.page == 0)
        // From the margin, over the measure.
        #expect(area.rectangle.origin.x == .points(10))
        #expect(area.rectangle.size.width == .points(280))
        let lower = Length.points(200) - area.rectangle.origin.y - area.rectangle.size.height
        #expect(objects.contains("/A<</O/Layout/Placement/Block/BBox[10 \(lower.points.short) 290"))
    }

    @Test mutating func `everything that is drawn for a figure is in one bracket of it`() throws {
        let exported = try exported()
        let index = try #require(exported.structure.elements.firstIndex { $0.type == .figure })
        #expect(exported.content.sequences(of: index).count == 1)
        #expect(exported.structure.elements[index].words == TextDigest("Arts1203051Sport99927offtolerancecomplete"))
    }

    @Test mutating func `a figure that says nothing is refused`() {
        for text in ["", " ", "\u{200B}"] {
            #expect(throws: ExportError("a figure does not say what it shows")) { try exported(text) }
        }
    }

    @Test mutating func `a figure off the page is refused, and one that reaches over its edge has the part on it`()
        throws
    {
        let whole = try exported()
        let index = try #require(whole.structure.elements.firstIndex { $0.type == .figure })
        var paper = whole.pages
        for item in paper.pages[0].items.indices {
            guard case .figure(var area) = paper.pages[0].items[item] else { continue }
            area.rectangle.size.height = .points(900)
            paper.pages[0].items[item] = .figure(area)
        }
        let area = try #require(try tag(paper).content.area(of: index)?.rectangle)
        #expect(area.origin.y + area.size.height == .points(200))
        paper.pages[0].items.removeAll { if case .figure = $0 { true } else { false } }
        #expect(throws: ExportError("a figure has no area on its page")) { try tag(paper) }
    }

    @Test mutating func `a figure whose drawing changes is painted anew`() throws {
        let page = try #require(try exported().pages.pages.first)
        var changed = page
        for item in changed.items.indices {
            guard case .path(var mark) = changed.items[item], mark.fill != nil else { continue }
            mark.fill = Colour(red: 1, green: 2, blue: 3)
            changed.items[item] = .path(mark)
            break
        }
        let structure = StructureTree(elements: [], headers: [])
        #expect(page.contentDigest(in: [], structure: structure) != changed.contentDigest(in: [], structure: structure))
    }
}

extension Double {
    /// To three decimals, without those that are zero at the end of a whole number, as the file has it.
    fileprivate var short: String {
        let thousandths = Int((self * 1000).rounded())
        let fraction = String(thousandths % 1000 + 1000).dropFirst()
        return thousandths % 1000 == 0 ? "\(thousandths / 1000)" : "\(thousandths / 1000).\(fraction)"
    }
}
