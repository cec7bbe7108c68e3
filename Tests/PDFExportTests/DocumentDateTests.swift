// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import PDFExport

struct DocumentDateTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_827_696, "2000-02-29T12:34:56Z"), (1_259_539_200, "2009-11-30T00:00:00Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
        (253_402_300_799, "9999-12-31T23:59:59Z"),
    ])
    func `seconds become dates`(seconds: Int, text: String) {
        #expect(DocumentDate(secondsSince1970: seconds)?.iso8601 == text)
    }

    @Test(arguments: [-1, 253_402_300_800])
    func `other seconds do not`(seconds: Int) {
        #expect(DocumentDate(secondsSince1970: seconds) == nil)
    }

    @Test func `a day is its midnight`() throws {
        #expect(try DocumentDate(day: "2009-11-30").pdf == "D:20091130000000Z")
    }

    @Test(arguments: ["", "30 November 2009", "2009-13-01", "2009-11-32", "2009-1-1", "2009-11-30T00:00", "2009--1-30"])
    func `what is no day is refused`(text: String) {
        #expect(throws: ExportError("`\(text)` is not a day")) { try DocumentDate(day: text) }
    }
}
