// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import TestSupport
import Testing

@testable import PDFExport
@testable import Typesetting

/// Pictures in the finished file.
struct ImageTests {
    private var build = PaperBuilder()

    private mutating func exported(caption: String? = "A wall", alternativeText: String? = "A wall of one colour.")
        throws
        -> ExportedPaper
    {
        let picture = build.picture(width: 40, height: 30, caption: caption, alternativeText: alternativeText)
        let blocks = [build.paragraph("Before."), picture, build.paragraph("After.")]
        return try ExportedPaper(build.paper(blocks), width: 300, height: 200)
    }

    @Test mutating func `a picture is a figure with its words, its box and its caption`() throws {
        let exported = try exported()
        try exported.keep(as: "page-picture")
        let objects = try exported.objects()
        #expect(objects.contains("/Alt(A wall of one colour.)"))
        #expect(objects.contains("/A<</O/Layout/Placement/Block/BBox[10 "))
        #expect(objects.ranges(of: "/S/Caption").count == 1)
        #expect(try exported.output(of: "pdfimages", "-list").contains("40    30  rgb     3   8  image  no"))
    }

    @Test mutating func `one without a caption is a figure of its section`() throws {
        let exported = try exported(caption: nil)
        try exported.keep(as: "page-picture-without-caption")
        let figure = try #require(exported.structure.elements.first { $0.type == .figure })
        #expect(exported.structure.elements[figure.parent].type == .section)
    }

    @Test mutating func `decoration is an artifact, and no element`() throws {
        let exported = try exported(caption: nil, alternativeText: nil)
        try exported.keep(as: "page-picture-that-decorates")
        #expect(!exported.structure.elements.contains { $0.type == .figure })
        #expect(exported.content.brackets[0].contains { $0.images == 1 })
        #expect(try exported.output(of: "pdfimages", "-list").contains("40    30  rgb"))
    }

    @Test mutating func `the same picture makes the same bytes, and is in the file once`() throws {
        let picture = build.picture(width: 40, height: 30)
        let again = Block(id: build.node(), picture.content)
        let paper = build.paper([picture, again])
        let first = try ExportedPaper(paper, width: 300, height: 200)
        let second = try ExportedPaper(paper, width: 300, height: 200)
        #expect(first.file == second.file)
        let lines = try first.output(of: "pdfimages", "-list").split(separator: "\n").dropFirst(2)
        let objects = Set(lines.map { $0.split(separator: " ")[10] })
        #expect(lines.count == 2)
        #expect(objects.count == 1)
    }

    @Test mutating func `grey, and black and white, are device colours too`() throws {
        for colour in [[0, 0, 0], [128, 128, 128]] as [[UInt8]] {
            let exported = try ExportedPaper(
                build.paper([build.picture(width: 40, height: 30, colour: colour)]),
                width: 300,
                height: 200
            )
            try exported.keep(as: "page-picture-in-grey-\(colour[0])")
            #expect(try exported.output(of: "pdfimages", "-list").contains("gray    1"))
        }
    }

    @Test mutating func `finishing changes no pixel, and an image of a page has the picture's colour`() throws {
        let exported = try exported()
        let images = try exported.images()
        #expect(images.drawn == images.finished)
        let page = try #require(exported.pages.pages.first)
        let image = try exportPNG(page, shaper: exported.painted.shaper, resolution: 72)
        #expect(image.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }

    @Test mutating func `another picture, or another size of it, is painted anew`() throws {
        let page = try #require(try exported().pages.pages.first)
        let structure = StructureTree(elements: [], headers: [])
        let digest = page.contentDigest(in: [], structure: structure)
        let index = try #require(page.items.firstIndex { if case .image = $0 { true } else { false } })
        guard case .image(let mark) = page.items[index] else { return }
        var other = mark
        other.width -= 1
        var moved = mark
        moved.rectangle.size.height = .points(1)
        for changed in [other, moved] {
            var copy = page
            copy.items[index] = .image(changed)
            #expect(copy.contentDigest(in: [], structure: structure) != digest)
        }
    }

    @Test mutating func `a picture that is not drawn is refused`() throws {
        var paper = try exported().pages
        paper.pages[0].items.removeAll { if case .image = $0 { true } else { false } }
        #expect(throws: ExportError("a figure is not drawn")) { try tag(paper) }
    }

    @Test(arguments: [
        (
            "/ColorSpace /DeviceRGB", "/ColorSpace /DeviceABC",
            "`ColorSpace` of an image of Cairo's file is `/DeviceABC`, which is not known"
        ),
        (
            "/BitsPerComponent 8", "/BitsPerComponent 4",
            "`BitsPerComponent` of an image of Cairo's file is `4`, which is not known"
        ),
        ("/Interpolate true", "/ImageMask   true", "`ImageMask` of an image of Cairo's file is not known"),
        ("/Subtype /Image", "/Subtype /Form ", "a page of Cairo's is drawn as a form"),
    ])
    mutating func `an image that is not as Cairo writes it is refused`(old: String, new: String, refusal: String) throws
    {
        var painted = try exported().painted
        let place = try #require(painted.file.firstRange(of: Array("/Subtype /Image".utf8)))
        let object = painted.file[..<place.lowerBound].lastIndex(of: UInt8(ascii: "<")) ?? 0
        let end = try #require(painted.file[object...].firstRange(of: Array("stream".utf8)))
        let dictionary = String(decoding: painted.file[object..<end.lowerBound], as: UTF8.self)
        try #require(dictionary.contains(old), "\(dictionary)")
        painted.file.replaceSubrange(object..<end.lowerBound, with: dictionary.replacing(old, with: new).utf8)
        #expect(throws: ExportError(refusal)) { try finish(painted) }
    }
}
