// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The sample whose returns are workbooks and Word documents only, beside the same in CSV and Markdown.
struct OfficeSampleTests {
    @Test func `directorates have sent nothing but a workbook and a Word document`() throws {
        let folder = FenwickVale.sample + "/returns"
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains("/") }
        #expect(
            files.sorted() == [
                "environment/environment.xlsx", "environment/statement.docx",
                "housing-communities/housing-communities.xlsx", "housing-communities/statement.docx",
                "place/place.xlsx", "place/statement.docx", "resources/resources.xlsx", "resources/statement.docx",
            ]
        )
    }

    @Test func `its papers are the same, word for word, as those of the same returns in CSV and Markdown`() throws {
        let text = try FenwickVale.inText()
        let plain = try WorkspaceTrees(of: text.path + "/round")
        let made = try WorkspaceTrees(of: FenwickVale.sample)
        #expect(plain.problems == [])
        #expect(made.problems == [])
        // A picture in a Word document has the name that Word gave it.
        made.replacing("figure-image1", with: "figure-market-hall").expectSameTrees(as: plain)
    }
}
