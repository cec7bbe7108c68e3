// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import Testing

struct SourceDateTests {
    @Test func `nothing is said where the variable is not set`() throws {
        #expect(try SourceDate.read(from: [:]) == nil)
        #expect(try SourceDate.read(from: ["SOURCE_DATE_EPOCH": ""]) == nil)
    }

    @Test func `seconds are read`() throws {
        #expect(try SourceDate.read(from: ["SOURCE_DATE_EPOCH": "1000000000"]) == 1_000_000_000)
    }

    @Test(arguments: ["today", "-1", "1e9", "999999999999999"])
    func `what is no number of seconds is refused`(text: String) {
        let refusal = PublicationError(.usage, "SOURCE_DATE_EPOCH is `\(text)`, not a number of seconds since 1970")
        #expect(throws: refusal) { try SourceDate.read(from: ["SOURCE_DATE_EPOCH": text]) }
    }

    @Test func `a paper is made on that day`() throws {
        let request = PublicationRequest(workspace: Repository.program.starter, madeAt: 1_000_000_000)
        let file = try #require(try publish(request, with: Repository.program).files.first)
        let text = String(decoding: file.bytes, as: UTF8.self)
        #expect(text.contains("<xmp:CreateDate>2001-09-09T01:46:40Z</xmp:CreateDate>"))
    }
}
