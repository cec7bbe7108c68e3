// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import HTMLExport
import Layouts
import PaperTree
import TestSupport

/// A paper as HTML in a plain theme, with the program's words marked as such.
struct WrittenPaper {
    /// The whole document.
    let page: String

    private static let wording: Wording = {
        let phrases: [(Phrase, String)] = [
            (.skipLink, "skip"), (.documentTitle, "{{ title }}, {{ council }}"),
            (.classifiedTitle, "{{ title }} ({{ classification }}), {{ council }}"),
            (.pdfLink, "PDF of {{ size }} kB and {{ pages }} pages"),
            (.pdfLinkOfPage, "PDF of {{ size }} kB and 1 page"),
        ]
        let location = SourceLocation(in: SourceFile("layouts/words.yaml", subject: .layouts))
        return Wording(Dictionary(uniqueKeysWithValues: phrases.map { ($0, Template($1, at: location)) }))
    }()

    init(_ paper: Paper, theme: Theme = .plain(), pdf: PDFSibling? = nil) throws {
        page = String(decoding: try exportHTML(paper, theme: theme, wording: Self.wording, pdf: pdf), as: UTF8.self)
    }

    /// The first section of a paper of these blocks, without its own tags.
    init(section blocks: [Block], theme: Theme = .plain()) throws {
        var build = PaperBuilder()
        let whole = try WrittenPaper(build.paper(blocks), theme: theme).page
        let section = whole.between("<section>", "</section></main>")
        page = section.hasPrefix("\n") ? String(section.dropFirst()) : section
    }
}

extension String {
    /// What is between two texts; the whole where one of them is missing.
    func between(_ start: String, _ end: String) -> String {
        guard let first = firstRange(of: start), let last = self[first.upperBound...].firstRange(of: end) else {
            return self
        }
        return String(self[first.upperBound..<last.lowerBound])
    }
}
