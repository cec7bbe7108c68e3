// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PDFExport

/// Which pages may do with the resources of another.
struct PageResourcesTests {
    /// A file of two pages.
    private func file(_ first: String, _ second: String) -> [UInt8] {
        let page = "/Type /Page /Parent 2 0 R /MediaBox [ 0 0 9 9 ] /Contents 9 0 R /Resources"
        return HandmadePDF(objects: [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R 4 0 R ] /Count 2 >>",
            "<< \(page) \(first) >>", "<< \(page) \(second) >>", "<< /Font << /f-0-0 8 0 R >> >>",
        ]).bytes
    }

    private static let all =
        "<< /ProcSet [ /PDF ] /ExtGState << /a0 << /CA 1 /ca 1 >> >> /Font << /f-0-0 8 0 R /f-1-0 9 0 R >> >>"

    @Test(arguments: [
        (all, true), ("<< >>", true), ("<< /Font << /f-1-0 9 0 R >> >>", true), ("5 0 R", true),
        ("<< /ExtGState << /a0 << /CA 1 /ca 1 >> >> >>", true),
        // Another font of the same name, another name, another kind, another opacity.
        ("<< /Font << /f-0-0 9 0 R >> >>", false), ("<< /Font << /f-2-0 8 0 R >> >>", false),
        ("<< /ProcSet [ /PDF ] >>", true), ("<< /ProcSet [ /Text ] >>", false),
        ("<< /XObject << /x7 7 0 R >> >>", false), ("<< /ExtGState << /a0 << /CA .5 /ca .5 >> >> >>", false),
    ])
    func `a page may where all that it names is there, and the same`(resources: String, isHeld: Bool) throws {
        let read = try CairoFile(file(Self.all, resources))
        let shared = try PageResources(of: read.pages[0], in: read)
        let holds = shared.hold(try PageResources(of: read.pages[1], in: read))
        #expect(holds == isHeld)
    }

    @Test func `resources that are no names of things are refused`() throws {
        for (odd, refusal) in [
            ("[ 8 0 R ]", "what stands at byte 406 of Cairo's file is not known"),
            ("7", "what stands at byte 406 of Cairo's file is not known"),
            ("<< /Font << 7 >> >>", "what stands at byte 418 of Cairo's file is not known"),
        ] {
            #expect(throws: ExportError(refusal), "\(odd)") {
                let read = try CairoFile(file(Self.all, odd))
                _ = try PageResources(of: read.pages[1], in: read)
            }
        }
    }
}
