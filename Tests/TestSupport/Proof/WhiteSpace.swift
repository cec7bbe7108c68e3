// SPDX-License-Identifier: Apache-2.0

import Geometry
package import Layouts
package import Typesetting

/// White space at the foot of a page, with what closed the page.
package struct WhiteSpace: CustomStringConvertible {
    package let page: Int
    package let ending: PageEnding

    package init(page: Int, ending: PageEnding) {
        self.page = page
        self.ending = ending
    }

    /// Whether what closed the page explains how much of it is empty: what went to the next page had no room, and no more is empty than a theme
    /// leaves empty to keep things whole, unless not even the least of them had room.
    package func hasReason(in theme: Theme) -> Bool {
        let isAllowed = ending.emptyShare <= theme.table.waste
        return switch ending.cause {
        case .sectionEnd, .turn, .pageBreak: true
        case .text(let height): height > ending.white
        case .kept(let extent), .table(let extent), .row(let extent):
            extent.least > ending.white || extent.whole > ending.white && isAllowed
        // The last lines of a row go on together.
        case .lastRows, .dividedRow: isAllowed
        case .header, .notes: false
        }
    }

    package var description: String {
        let share = Int((ending.emptyShare * 100).rounded())
        return "page \(page), \(share)% or \(ending.white) empty: \(cause)"
    }

    private var cause: String {
        switch ending.cause {
        case .sectionEnd: "the section ends"
        case .turn: "what follows is on sheets of another orientation"
        case .pageBreak: "a page break was asked for"
        case .text(let height): "the next line or picture is \(height) high"
        case .kept(let extent): "what is kept together is \(extent.words)"
        case .table(let extent): "the table begins with \(extent.words)"
        case .row(let extent): "the next row is kept whole and is \(extent.words)"
        case .lastRows(let height): "the next row, \(height) high, goes with the last"
        case .dividedRow: "a row is divided"
        case .header: "the header leaves no row any room"
        case .notes: "notes go on"
        }
    }
}

extension PageEnding.Extent {
    fileprivate var words: String { "\(whole) high, \(least) at least" }
}

extension TypesetPaper {
    /// The pages of which more than a share is empty at the foot, without those that end a section.
    package func whiteSpace(over share: Double = 0.2) -> [WhiteSpace] {
        pages.filter { $0.ending.emptyShare > share && $0.ending.cause != .sectionEnd }
            .map { WhiteSpace(page: $0.number, ending: $0.ending) }
    }
}
