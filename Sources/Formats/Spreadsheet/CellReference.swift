// SPDX-License-Identifier: Apache-2.0

/// The position of a cell: `F12`, counted from one.
struct CellReference: Hashable {
    /// The last column and row that a sheet has.
    static let last = CellReference(column: 16_384, row: 1_048_576)

    var column: Int
    var row: Int

    init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// Reads `F12`; `nil` for anything else and beyond the last cell.
    init?(_ text: some Collection<UInt8>) {
        var column = 0
        var row = 0
        var isInRow = false
        for byte in text where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where !isInRow:
                column = 26 * column + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
                isInRow = true
                row = 10 * row + Int(byte - UInt8(ascii: "0"))
            default: return nil
            }
            if column > Self.last.column || row > Self.last.row { return nil }
        }
        if column == 0 || row == 0 { return nil }
        self.init(column: column, row: row)
    }
}

/// A rectangle of cells: `A2:B7`.
struct CellRange: Hashable {
    var columns: ClosedRange<Int>
    var rows: ClosedRange<Int>

    /// Reads `A2:B7`, or a single cell; `nil` for anything else.
    init?(_ text: some Collection<UInt8>) {
        let corners = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
            CellReference($0)
        }
        guard let first = corners.first ?? nil, let last = corners.last ?? nil, corners.count <= 2,
            first.column <= last.column, first.row <= last.row
        else { return nil }
        columns = first.column...last.column
        rows = first.row...last.row
    }
}
