// SPDX-License-Identifier: Apache-2.0

import Layouts
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
        ("No.", "4"), ("Part", "IV"), ("NI", "75"), ("Act", "2000"), (">", "90%"), ("±", "5"), ("£", "350"),
        ("per", "cent"),
    ])
    func `words that belong together are tied`(left: String, right: String) {
        #expect(WordTies.tie(left[...], right[...], isFirst: false))
    }

    @Test(arguments: [
        ("2009", "September"), ("3", "may"), ("schools", "12"), ("12", "schools"), ("the", "Council"),
        ("section", "of"), ("per", "head"),
        ("by", "9"), ("-", "9"), ("1250", "250"), ("Officer", "Smith"), ("2009/10", "and"), ("A", "Smith"),
        ("table", "of"),
        ("32", "September"), ("weeks", "12"), ("a", "b"), ("", "5"), ("5", ""),
    ])
    func `other words are not`(left: String, right: String) {
        #expect(!WordTies.tie(left[...], right[...], isFirst: false))
    }

    @Test func `a hyphen before a figure is a sign at the beginning of a text alone`() {
        #expect(WordTies.tie("-", "9", isFirst: true))
        #expect(WordTies.tie("−", "9", isFirst: false))
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
