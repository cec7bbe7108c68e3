// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

/// The part of a table that stands on one page.
struct TableFragment {
    /// From the top left corner of the part.
    var items: [PageItem]
    var height: Length
    /// Where links find what stands in it, from the same corner.
    var destinations: [Destination]
    /// The marks of notes in it, in reading order.
    var marks: [NoteMark]
    /// What is left for the pages after it.
    var rest: TableProgress?
}

/// How far a table has come at the end of a page.
struct TableProgress {
    /// A cell that began on an earlier page and is not finished.
    struct OpenCell {
        var cell: TableLayout.Cell
        /// What of it has not been set.
        var boxes: ArraySlice<Box>
        /// How many more rows it goes over, the one at ``TableProgress/row`` included.
        var rows: Int
    }

    /// The row to go on with.
    var row = 0
    var openCells: [OpenCell] = []
    /// Whether the row has been begun on an earlier page, so that its cells are all among the open ones.
    var isInsideRow = false

    /// Whether nothing has been set, not even the header.
    var isStart = false

    /// The beginning of a table.
    static let start = TableProgress(isStart: true)
}

/// The room that a page has for a table.
struct TableRegion {
    /// What is left of the page, the notes at its foot included.
    var height: Length
    /// The height of a whole page.
    var page: Length
    var footnotes: Footnotes
}

extension TableLayout {
    /// Whether the table can begin in a place: its header, the bands of its first row, and that row or its first lines.
    func canBegin(in place: TableRegion) -> Bool {
        var filler = FragmentFiller(table: self, progress: .start, place: place)
        return filler.canBegin()
    }

    /// Whether a place has room for the header, the bands of the first row and the first lines of that row.
    func hasRoomForFirstLines(in place: TableRegion) -> Bool {
        FragmentFiller(table: self, progress: .start, place: place).hasRoomForFirstLines()
    }

    /// Sets as much of the table as goes into a place.
    ///
    /// - Returns: nothing where not even the header and a first row have room and a fresh page would help.
    func fragment(from progress: TableProgress, in place: TableRegion) -> TableFragment? {
        var filler = FragmentFiller(table: self, progress: progress, place: place)
        return filler.fill()
    }
}
