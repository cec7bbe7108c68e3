// SPDX-License-Identifier: Apache-2.0

import HTMLExport
import Layouts
import PaperTree
import Publishing
import TestSupport
import Testing

/// HTML says what the paper says, word for word and in the same order.
struct WordsTests {
    @Test(arguments: SamplePapers.all) func `every paper of a sample has the words of its tree`(sample: String) throws {
        let sample = try SamplePapers(sample)
        #expect(sample.papers.count > 10)
        for paper in sample.papers {
            let page = try exportHTML(paper, theme: sample.theme, wording: sample.layouts.wording)
            let (read, said) = (HTMLText(page).words, TreeWords(paper).words)
            let place = zip(read, said).prefix { $0 == $1 }.count
            #expect(
                read == said,
                "\(paper.properties.id) from \(read[max(0, place - 3)..<min(read.count, place + 6)]) on"
            )
        }
    }

    @Test func `a paper has the words that are read from its PDF, page furniture set aside`() throws {
        let request = PublicationRequest(
            workspace: Repository.sample,
            papers: ["annual-report-2009-09"],
            formats: [.pdf, .html]
        )
        let files = try publish(request, with: Repository.program).files
        let (pdf, html) = (try #require(files.first), try #require(files.last))
        let folder = try TemporaryFolder()
        try folder.write(pdf.bytes, to: "paper.pdf")
        let papers = try SamplePapers("wealdshire-2009").papers
        let paper = try #require(papers.first { $0.properties.id == "annual-report-2009-09" })
        var surplus = WordCount()
        surplus.add(try Command.text(ofPDF: folder.path + "/paper.pdf"))
        surplus.remove(HTMLText(html.bytes).words.joined(separator: " "))
        for section in paper.sections {
            section.blocks.walk { block in
                switch block.content {
                // A paper as short as this has no contents in its PDF.
                case .contents(let contents):
                    surplus.add("Contents")
                    for entry in contents.entries { surplus.add("\(entry.number ?? "") \(entry.words)") }
                case .list(let list): for _ in list.items { surplus.remove("•") }
                default: break
                }
            }
        }
        let draft = paper.draft.map { [$0.mark, [.text($0.notice)]] } ?? []
        for page in 1...pdf.pages {
            for line in [paper.head, paper.foot].flatMap({ [$0.left, $0.centre, $0.right] }) + draft {
                surplus.remove(
                    line.map { piece in
                        switch piece {
                        case .text(let text): text
                        case .page: "\(page)"
                        case .pages: "\(pdf.pages)"
                        case .sectionLabel, .appendixPage, .appendixPages: ""
                        }
                    }.joined()
                )
            }
        }
        #expect(surplus.words == [:])
        #expect(HTMLText(html.bytes).words.count > 300)
    }
}

/// How often words are in one text and not in another.
private struct WordCount {
    private var counts: [String: Int] = [:]

    var words: [String: Int] { counts.filter { $0.value != 0 } }

    mutating func add(_ text: String) { change(text, by: 1) }

    mutating func remove(_ text: String) { change(text, by: -1) }

    private mutating func change(_ text: String, by number: Int) {
        for word in text.split(whereSeparator: \.isWhitespace) { counts[String(word), default: 0] += number }
    }
}
