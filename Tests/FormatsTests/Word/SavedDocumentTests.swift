// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Documents that LibreOffice has made (`soffice --headless --convert-to docx`) of an OpenDocument text, a web page and a rich text file.
struct SavedDocumentTests {
    private func read(_ name: String) throws -> Reading<DocumentReader.Result> {
        let path = Repository.folder + "/Tests/FormatsTests/Fixtures/" + name
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        return Reading { DocumentReader(findings: $0).read(bytes, file: "statement.docx") }
    }

    @Test func `a statement with headings, lists, a table, a footnote and a link`() throws {
        let reading = try read("statement.docx")
        #expect(
            reading.value.prose.dump == """
                h1 Progress
                p The service met <b>most</b> of its <i>targets</i>, and saved 5 m² of glass<^footnote 1>.
                h2 Libraries
                ul
                  p one branch opened
                  ul
                    p in May
                  p two closed
                ol 1
                  p first
                  p second
                p See <a https://example.org/returns?a=1&b=2>the returns</a> for more,<br>in <round.title>.
                q
                  p They did well.
                p So it goes.
                exempt 3
                  p The bid was high.
                  p It was refused.
                p Loans rose:
                table left right
                  Branch | Loans
                  Sampleton | 1,204
                  Marlsea | 980
                """
        )
        #expect(reading.value.notes.map(\.text.dump) == ["p To 31 March."])
        #expect(reading.lines == [])
    }

    @Test func `a page of the web`() throws {
        let reading = try read("statement-from-html.docx")
        #expect(
            reading.value.prose.dump == """
                h1 Progress
                p We met <b>most</b> of our <i>targets</i> this year, with H₂O and 5 m² saved.
                h2 Libraries
                ul
                  p one branch opened
                  ul
                    p in May
                  p two closed
                ol 1
                  p first
                  p second
                p See <a https://example.org/returns?a=1>the returns</a> for more.
                q
                  p They did well.
                table left right
                  Branch | Loans
                  Sampleton | 1,204
                  Marlsea | 980
                p The figures are for March<^footnote 1>.
                """
        )
        #expect(reading.value.notes.map(\.text.dump) == ["p To 31 March."])
        #expect(reading.lines == [])
    }

    @Test func `a rich text file`() throws {
        let reading = try read("statement-from-rtf.docx")
        #expect(
            reading.value.prose.dump == """
                h1 Progress
                p The service met <b>most</b> of its <i>targets</i>².<^footnote 1>
                ul
                  p one
                p <a https://example.org/x>the returns</a> and more.
                """
        )
        #expect(reading.lines == [])
    }
}
