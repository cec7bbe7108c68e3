// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Reads what is drawn on a sheet (`drawing1.xml`): the words of text boxes and shapes, and pictures. Charts repeat what cells say.
final class DrawingReader: XMLHandler {
    /// Something that is drawn over the cells.
    struct Drawn {
        /// The cell at its upper left corner.
        var cell: CellReference
        /// Its words; empty for a picture.
        var words: String
    }

    private(set) var drawn: [Drawn] = []
    /// Whether there is more than is read.
    private(set) var isCut = false
    private var cell = CellReference(column: 1, row: 1)
    private var words: [UInt8] = []
    private var holdsPicture = false
    private var isInAnchor = false
    private var isInCorner = false
    /// The element whose text is read: a number of the corner, or words.
    private var text: Text?
    private var number: [UInt8] = []

    private enum Text { case column, row, words }

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        switch name {
        case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor":
            cell = CellReference(column: 1, row: 1)
            words = []
            holdsPicture = false
            isInAnchor = true
        case "from": isInCorner = true
        case "col" where isInCorner: begin(.column)
        case "row" where isInCorner: begin(.row)
        case "p": if !words.isEmpty { words.append(0x0A) }
        case "t": text = .words
        case "pic": holdsPicture = true
        default: break
        }
        return true
    }

    /// The number that was read, counted from one, as cells are and drawings are not.
    private var count: Int { (Int(String(decoding: number, as: UTF8.self)).map { max(0, $0) } ?? 0) + 1 }

    private func begin(_ part: Text) {
        text = part
        number = []
    }

    func end(_ name: XMLName) -> Bool {
        switch name {
        case "from": isInCorner = false
        case "col" where text == .column:
            cell.column = min(count, CellReference.last.column)
            text = nil
        case "row" where text == .row:
            cell.row = min(count, CellReference.last.row)
            text = nil
        case "t": text = nil
        case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor":
            isInAnchor = false
            let isBlank = words.allSatisfy { $0 <= 0x20 }
            if holdsPicture || !isBlank { add(isBlank ? [] : words, at: cell) }
        default: break
        }
        return !isCut
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch text {
        case .words: if words.count < Limits.longestCell { words += bytes }
        case .column, .row: if number.count < 8 { number += bytes }
        case nil: break
        }
        return true
    }

    func passedOver(_ words: [UInt8]) {
        if isInAnchor {
            if self.words.count < Limits.longestCell { self.words += words }
        } else if !words.allSatisfy({ $0 <= 0x20 }) {
            add(words, at: CellReference(column: 1, row: 1))
        }
    }

    private func add(_ words: [UInt8], at cell: CellReference) {
        drawn.append(Drawn(cell: cell, words: String(decoding: words, as: UTF8.self)))
        isCut = drawn.count >= Limits.mostCellComments
    }
}
