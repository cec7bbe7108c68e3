// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TestSupport
import Testing

@testable import Typesetting

/// Words between which a line ends only where nothing else helps.
struct WordTiesTests {
    @Test(arguments: [
        ("£1.2", "million"), ("12", "weeks"), ("12", "weeks,"), ("(12", "weeks)"), ("68", "per"), ("per", "cent."),
        ("1", "250"),
        ("9.30", "am"), ("−3.5", "points"), ("30", "September"), ("30th", "September"), ("1", "Sept"), ("Mr", "Smith"),
        ("Cllr", "Holloway’s"), ("J.", "Smith"), ("section", "1"), ("Section", "1.2,"), ("Appendix", "A"),
        ("Appendix", "1"),
        ("No.", "4"), ("Part", "IV"), ("NI", "75"), ("Act", "2000"),
        ("EN", "A6"), ("EN", "6:"), ("LPI", "12a"), ("BV", "199"), ("CFE", "1.2"), ("(NI", "192)"), (">", "90%"),
        ("±", "5"), ("£", "350"),
        ("per", "cent"), ("per", "10,000"), ("per", "1,000;"), ("per", "100"), ("to", "C"), ("to", "A*,"), ("to", "G)"),
    ])
    func `words that belong together are tied`(left: String, right: String) {
        #expect(WordTies.tie(left[...], right[...], isFirst: false))
    }

    @Test(arguments: [
        ("2009", "September"), ("3", "may"), ("schools", "12"), ("12", "schools"), ("the", "Council"),
        ("section", "of"), ("per", "head"), ("per", "£5"), ("per", "5th"), ("to", "5"), ("to", "Council"), ("to", "*"),
        ("by", "9"), ("-", "9"), ("1250", "250"), ("Officer", "Smith"), ("2009/10", "and"), ("A", "Smith"),
        ("table", "of"),
        ("UK", "2009"), ("EN", "At"), ("AND", "A"), ("OFFICES", "6"), ("NI", "£5"), ("EN", "6–9x"), ("En", "6"),
        ("32", "September"), ("weeks", "12"), ("a", "b"), ("", "5"), ("5", ""),
    ])
    func `other words are not`(left: String, right: String) {
        #expect(!WordTies.tie(left[...], right[...], isFirst: false))
    }

    @Test func `a hyphen before a figure is a sign at the beginning of a text alone`() {
        #expect(WordTies.tie("-", "9", isFirst: true))
        #expect(WordTies.tie("−", "9", isFirst: false))
    }

    /// The lines of a status in the first of two columns, of which the other holds a sentence.
    private func lines(ofStatus words: String, width: Double, hasSymbol: Bool = true) throws -> [String] {
        var build = PaperBuilder()
        var paragraph = Paragraph([.text(words)])
        if hasSymbol { paragraph.symbol = .square }
        let status = Table.Cell(id: build.node(), blocks: [Block(id: build.node(), .paragraph(paragraph))])
        let comment = build.cell(String(repeating: "The reason and what is being done. ", count: 20))
        let columns = [Table.Column(width: .share(1)), Table.Column(width: .share(9))]
        let header = build.row("Now", "Comment", kind: .header)
        let table = Table(columns: columns, header: [header], rows: [build.row([status, comment])])
        let pages = try pages(of: [Block(id: build.node(), .table(table))], in: Theme.plain(width: width, height: 2000))
        var lines: [Length: String] = [:]
        for case .text(let run) in pages[0].items where words.contains(run.text.drop { $0 == " " }) {
            lines[run.origin.y, default: ""] += run.text
        }
        return lines.sorted { $0.key < $1.key }.map { $0.value.split(separator: " ").joined(separator: " ") }
    }

    @Test(arguments: ["Off target", "On target", "At risk"])
    func `the words of a short status stay on one line where its column can be wide enough`(words: String) throws {
        #expect(try lines(ofStatus: words, width: 260) == [words])
        #expect(try lines(ofStatus: words, width: 260, hasSymbol: false).count > 1)
    }

    @Test(arguments: ["Within tolerance", "Behind schedule", "No target set"])
    func `a longer status leaves the room to the comments`(words: String) throws {
        #expect(try lines(ofStatus: words, width: 300).count > 1)
    }

    @Test(arguments: [ColumnWidth.share(1), .solved])
    func `a longer status stays on one line where its table gets no higher by it`(width: ColumnWidth) throws {
        var build = PaperBuilder()
        /// The lines of a table with statuses in the last of three columns.
        func lines(beside first: String, _ second: String) throws -> [String] {
            let rows = ["Behind schedule", "Done"].map { words in
                var row = build.row(first, second, words)
                if case .paragraph(var paragraph) = row.cells[2].blocks[0].content {
                    paragraph.symbol = .square
                    row.cells[2].blocks[0].content = .paragraph(paragraph)
                }
                return row
            }
            var table = Table(columns: [], header: [build.row("A", "B", "C", kind: .header)], rows: rows)
            table.columns = Array(repeating: Table.Column(width: width), count: 3)
            let blocks = [Block(id: build.node(), .table(table))]
            return try pages(of: blocks, in: .plain(width: 200, height: 2000)).texts[0]
        }
        #expect(try lines(beside: "The reason and what is being done", "words").contains("Behind schedule"))
        let sentences = String(repeating: "The reason and what is being done. ", count: 20)
        #expect(try !lines(beside: sentences, sentences).contains("Behind schedule"))
    }

    @Test func `a status that is wider than its page is parted between its words`() throws {
        var build = PaperBuilder()
        var paragraph = Paragraph([.text("Within tolerance")])
        paragraph.symbol = .diamond
        let block = Block(id: build.node(), .paragraph(paragraph))
        let made = try pages(of: [block], in: Theme.plain(width: 80))
        #expect(made.map(\.lines) == [["Within ", "tolerance"]])
    }

    @Test func `a label before a status ends its line, and longer words are broken as any text is`() throws {
        #expect(try lines(ofStatus: "Year end: Off target", width: 260) == ["Year end:", "Off target"])
        let words = "Discontinued by a decision of the Cabinet"
        #expect(try lines(ofStatus: words, width: 300).count > 2)
    }

    @Test func `a value goes whole to the next line, unless it is longer than a line`() throws {
        var build = PaperBuilder()
        let pages = try pages(
            of: [build.paragraph("about 12 weeks, or £1.2 million by 30 September")],
            in: Theme.plain(width: 65)
        )
        #expect(pages.map(\.lines) == [["about ", "12 weeks, ", "or ", "£1.2 million ", "by 30 ", "September"]])
    }
}
