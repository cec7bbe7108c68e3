// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TestSupport
import Testing
import Typesetting

@testable import PDFExport

/// Symbols in the finished file.
struct SymbolTests {
    @Test(arguments: Symbol.allCases)
    func `a symbol is an artifact before the words of its paragraph`(symbol: Symbol) throws {
        var build = PaperBuilder()
        var block = build.paragraph("Off target")
        if case .paragraph(var paragraph) = block.content {
            paragraph.symbol = symbol
            block.content = .paragraph(paragraph)
        }
        let exported = try ExportedPaper(build.paper([block]), width: 300, height: 200)
        let brackets = try #require(exported.content.brackets.first)
        #expect(brackets.count == 2)
        if case .artifact(let furniture) = brackets[0].content { #expect(furniture == .symbol) } else { Issue.record() }
        if case .element(let element) = brackets[1].content {
            #expect(exported.structure.elements[element].words == TextDigest("Offtarget"))
        } else {
            Issue.record()
        }
    }
}
