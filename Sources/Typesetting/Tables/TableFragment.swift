// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// The part of a table on one page.
struct TableFragment {
    /// The items of the part, from its top left corner.
    var items: [PageItem]
    var height: Length
    /// The height of its head, if that is repeated, and of the words that the table is continued.
    var repeated: Length
    /// The targets of links in it, from the same corner.
    var destinations: [Destination]
    /// The note marks in it, in reading order.
    var marks: [NoteMark]
    /// The greatest height of the notes on its page.
    var noteLimit: Length
    /// What is left for later pages; `nil` at the end of the table.
    var rest: TableProgress?
    /// Why it ends where it does, if something is left.
    var cause = PageEnding.Cause.sectionEnd
}

/// The progress of a table at the end of a page.
struct TableProgress {
    /// A cell that begins on an earlier page and does not end there.
    struct OpenCell {
        var cell: TableLayout.Cell
        /// The boxes that have not been placed.
        var boxes: ArraySlice<Box>
        /// The number of rows that it still spans, the one at ``TableProgress/row`` included.
        var rows: Int

        /// Whether the rest of it stands under its key: all that names the row is on earlier pages, or the first lines of a long name, and not all of
        /// the cell.
        var followsKey: Bool {
            let placed = cell.boxes.count - boxes.count
            if boxes.isEmpty || placed == 0 || !cell.isLabel { return false }
            return !cell.firstLinesOfName.isEmpty || cell.nameCount > 0 && placed >= cell.nameCount
        }
    }

    /// The next row.
    var row = 0
    var openCells: [OpenCell] = []
    /// Whether the row begins on an earlier page, so that all its cells are among the open ones.
    var isInsideRow = false

    /// Whether not even the header has been placed.
    var isStart = false

    /// The beginning of a table.
    static var start: TableProgress { TableProgress(isStart: true) }
}

/// The region of a page that is left for a table.
struct TableRegion {
    /// The height that is left of the page, the notes at its foot included.
    var height: Length
    /// The height of a whole page.
    var page: Length
    var footnotes: Footnotes
    /// The height of what goes to the next page with the beginning of the table if that does not begin here: a heading, a lead-in.
    var above = Length.zero
}

extension TableLayout {
    /// Whether a region has room for the header, the bands of the first row, and that row or its first lines.
    func canBegin(in region: TableRegion) -> Bool {
        var filler = FragmentFiller(table: self, progress: .start, region: region)
        return filler.canBegin()
    }

    /// Whether a region has room for the header, the bands of the first row and the first lines of that row, which are divided even where they stay with
    /// the next: under a heading that fits on no page with all of them.
    func hasRoomForFirstLines(in region: TableRegion) -> Bool {
        FragmentFiller(table: self, progress: .start, region: region).hasRoomForFirstLines()
    }

    /// The height that the table needs to begin in a region.
    func extentOfBeginning(in region: TableRegion) -> PageEnding.Extent {
        FragmentFiller(table: self, progress: .start, region: region).extentOfBeginning
    }

    /// The part of the table that fits into a region.
    ///
    /// - Returns: `nil` if not even the header and a first row fit, and a new page would help.
    func fragment(from progress: TableProgress, in region: TableRegion) -> TableFragment? {
        var filler = FragmentFiller(table: self, progress: progress, region: region)
        return filler.fill()
    }
}
