// SPDX-License-Identifier: Apache-2.0

package import Geometry

/// Why a page ends where it does, and what is empty at its foot.
///
/// The paginator records it when it closes a page: afterwards, nobody could tell from what is drawn whether a page is half empty because a row was
/// kept whole or because a rule has a fault.
package struct PageEnding: Sendable, Hashable {
    /// The height of what went to the next page instead of beginning or going on here, with its notes.
    package struct Extent: Sendable, Hashable {
        /// The height of all that is kept together.
        package var whole: Length
        /// The height of the least that might have stood here: of a row that may be divided, two lines of each cell.
        package var least: Length
    }

    /// What closed a page.
    package enum Cause: Sendable, Hashable {
        /// The section ends.
        case sectionEnd
        /// What follows is on sheets of another orientation.
        case turn
        /// The officer has asked for a new page.
        case pageBreak
        /// The next line of text, or the next picture.
        case text(height: Length)
        /// What is kept together: lines of a paragraph, a heading or a lead-in with what follows it.
        case kept(Extent)
        /// The beginning of a table: all of a small one, or its header with the first row.
        case table(Extent)
        /// A row that is kept whole, with the bands above it.
        case row(Extent)
        /// A row that goes with the last one, so that this is not alone on a page.
        case lastRows(height: Length)
        /// A row is divided.
        case dividedRow
        /// A header that leaves no row any room.
        case header
        /// Notes go on at the foot of the next page, and nothing else is left.
        case notes
    }

    /// What closed the page.
    package var cause: Cause
    /// The height that is empty between the text, or the notes at the foot, and the end of the text area.
    package var white: Length
    /// The height of the text area.
    package var capacity: Length
    /// The height of what earlier pages have printed and this one repeats, with the words that a table is continued.
    package var repeated = Length.zero

    /// The part of a text area that two pages that follow one another hold of what is printed once, without two lines of text (``Paginator`` says why).
    package static let partHeldByTwo = 0.5

    /// The least that the page holds with the next one.
    ///
    /// - Parameters:
    ///   - line: the height of a line of text.
    ///   - space: that between two paragraphs, which goes to the next page with lines that stay together.
    package func leastHeldWithNext(line: Length, space: Length) -> Length {
        isForced ? .zero : Length(units: Int(Double(capacity.units) * Self.partHeldByTwo)) - line * 2 - space
    }

    /// The height of what is printed for the first time, the notes and the space between blocks included.
    package var held: Length { capacity - white - repeated }

    /// Whether what follows would have begun a page whatever room there was.
    package var isForced: Bool {
        switch cause {
        case .sectionEnd, .turn, .pageBreak: true
        case .text, .kept, .table, .row, .lastRows, .dividedRow, .header, .notes: false
        }
    }

    /// How much of the text area is empty, from zero to one.
    package var emptyShare: Double { white.points / capacity.points }
}
