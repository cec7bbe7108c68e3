// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Prose as a Word document, and as prose again.
struct DocumentWriterTests {
    private func prose(_ markdown: String) -> Prose {
        let start = SourceLocation(file: "statement.md", line: 1, column: 1)
        return MarkdownReader(findings: DiagnosticCollector()).read(markdown, origin: TextOrigin(start: start)).prose
    }

    private func read(_ bytes: [UInt8]) -> Reading<Prose> {
        Reading { DocumentReader(findings: $0).read(bytes, file: "statement.docx").prose }
    }

    @Test(arguments: [
        "# Summary {#summary}\n\nWe have {{ actions.total }} & **more *of* them**.\\\nNext <line>.",
        "- one\n\n  further\n- two\n  - inner\n    - inmost\n\n3. three\n4. four",
        "1. one\n   1. inner\n2. two\n\nWords.\n\n1. again",
        "> Said.\n>\n> - one\n> - two\n\nWords.\n\n> [!EXEMPT 3]\n> The bid.\n>\n> More.",
        "| A | B |\n|---|--:|\n| x | 1 |\n|  | **2** |",
        "Say [**bore** da]{lang=cy} and [see [*yma*]{lang=cy}](https://a.uk), {{ round.title }}.\n\n[Cymraeg {{ a.b }}]{lang=cy}",
        "One.\n\n<!-- page break -->\n\n# Two",
        "{{> outcomes of: actions }}\n\nSee [the *site*](https://a.uk/x?a=1&b=2).",
    ])
    func `what is written is read as it was`(markdown: String) throws {
        let prose = prose(markdown)
        let reading = read(try DocumentWriter.bytes(of: prose, guidance: ["Write below."]))
        #expect(reading.value.dump == prose.dump)
        #expect(reading.lines == [])
    }

    @Test func `the bytes are the same each time`() throws {
        let prose = prose("# Summary\n\nWords.")
        let bytes = try DocumentWriter.bytes(of: prose)
        #expect(try DocumentWriter.bytes(of: prose) == bytes)
        #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
        #expect(try ZipArchive(bytes: bytes).files().keys.contains("word/styles.xml"))
    }

    @Test func `statements of the sample come through Word unchanged`() throws {
        let disk = DiskFiles(root: Repository.sample + "/returns")
        for directorate in try disk.names(in: "") {
            let text = String(decoding: try disk.bytes(of: directorate + "/statement.md") ?? [], as: UTF8.self)
            let prose = prose(text)
            #expect(prose.blocks.count > 5)
            #expect(read(try DocumentWriter.bytes(of: prose)).value.dump == prose.dump, "\(directorate)")
        }
    }
}
