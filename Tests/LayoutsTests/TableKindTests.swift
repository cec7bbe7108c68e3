// SPDX-License-Identifier: Apache-2.0

import Layouts
import Testing

/// What kinds of table can list.
struct TableKindTests {
    @Test func `every kind of rows has a word of its own, and is known by it`() {
        let words = TableKind.Rows.allCases.map(\.rawValue)
        #expect(
            words == [
                "exceptions", "items", "commented", "indicators", "indicator-exceptions", "indicators-off-target",
                "indicators-moved", "indicator-changes", "directorates", "route",
            ]
        )
        #expect(words.map { TableKind.Rows(rawValue: $0) } == TableKind.Rows.allCases)
    }

    @Test(arguments: ["", "Exceptions", "exception", "routes", " items"])
    func `another word is no kind of rows`(word: String) {
        #expect(TableKind.Rows(rawValue: word) == nil)
    }

    @Test func `rows are those of a return or those of a paper, never both`() {
        #expect(TableKind.Rows.allCases.compactMap(\.ofReturn) == TableKind.ReturnRows.allCases)
        #expect(TableKind.Rows.allCases.compactMap(\.ofPaper) == TableKind.PaperRows.allCases)
        for rows in TableKind.Rows.allCases { #expect((rows.ofReturn == nil) != (rows.ofPaper == nil)) }
    }

    @Test func `five kinds of rows are indicators`() {
        #expect(
            TableKind.ReturnRows.allCases.filter(\.areIndicators) == [
                .indicators, .indicatorExceptions, .indicatorsOffTarget, .indicatorsMoved, .indicatorChanges,
            ]
        )
    }
}
