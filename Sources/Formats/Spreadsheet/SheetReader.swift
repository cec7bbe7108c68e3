// SPDX-License-Identifier: Apache-2.0

import ResourceLimits
import WorkspaceFiles

/// Reads the cells of a sheet (`xl/worksheets/sheet1.xml`) as they come, and keeps those that say something.
final class SheetReader: XMLHandler {
    /// What cells refer to.
    struct Context {
        var strings: [CellText]
        var styles: StyleSheet
        var dates: DateSystem
    }

    /// What is wrong with a cell.
    enum CellProblem {
        case error(String)
        case formulaWithoutValue
        case struckOut
        case tooWide
        case unseen
        case controlCharacter(UInt8)
        case tooManyMarks
    }

    /// A cell that says something.
    struct Cell {
        var column: Int
        /// Of its text in ``texts``.
        var text: Range<Int>
        /// The number that is stored, or not a number.
        var value: Double
        /// Which of the style sheet's formats it has.
        var format: Int
    }

    /// A row that says something.
    struct Row {
        var number: Int
        var isHidden: Bool
        var cells: Range<Int>
    }

    private(set) var cells: [Cell] = []
    private(set) var rows: [Row] = []
    /// The texts of all cells, one behind the other.
    private(set) var texts: [UInt8] = []
    /// The texts with emphasis, by the place of their cells in ``cells``.
    private(set) var markdown: [Int: [UInt8]] = [:]
    private(set) var hiddenColumns: Set<Int> = []
    private(set) var merges: [CellRange] = []
    private(set) var problems: [(cell: CellReference, problem: CellProblem)] = []
    /// What stands at the head and the foot of its pages.
    private(set) var pageTexts: [String] = []
    /// Whether rows or cells are not in their order, as no program writes them.
    private(set) var isDisordered = false
    /// Whether there is more than is read: a part of a return is never read for the whole, since what is lost may be a mark.
    private(set) var isCut = false

    private let context: Context
    /// Whether it is enough to know whether there is any cell at all.
    private let wantsOnlyOne: Bool
    private let mostRows = Limits.mostRows + 100

    // Of the row and the cell that are being read.
    private var row = Row(number: 0, isHidden: false, cells: 0..<0)
    private var column = 0
    private var kind = Kind.number
    private var style = StyleSheet.Cell(format: 0, isStruckOut: false)
    private var value: [UInt8] = []
    private var inline = RichTextReader()
    private var hasFormula = false
    private var hasValue = false
    private var place = Place.outside
    /// How many elements of an extension are open.
    private var extensions = 0
    private var columnElements = 0

    private enum Kind { case number, shared, text, inline, flag, error, date }

    private enum Place { case outside, cell, value, inline, pageText }

    init(_ context: Context, wantsOnlyOne: Bool = false) {
        self.context = context
        self.wantsOnlyOne = wantsOnlyOne
    }

    /// The number of the row in which a cell stands.
    func row(of cell: Int) -> Int {
        var range = 0..<rows.count
        while range.count > 1 {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = rows[middle].cells.lowerBound <= cell ? middle..<range.upperBound : range.lowerBound..<middle
        }
        return range.isEmpty ? 0 : rows[range.lowerBound].number
    }

    // MARK: - Elements

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        if extensions > 0 || name.namespace != .spreadsheet || name.local == "extLst" {
            extensions += 1
            return true
        }
        switch name {
        case "c": return startCell(attributes)
        case "v":
            place = .value
            hasValue = true
        case "f": hasFormula = true
        case "row": return startRow(attributes)
        case "is":
            place = .inline
            if kind != .inline {
                kind = .inline
                inline = RichTextReader()
            }
        case "col": return readColumns(attributes)
        case "mergeCell":
            if let range = attributes["ref"].flatMap({ CellRange($0.bytes) }) { merges.append(range) }
            return !cuts(merges.count > Limits.mostMergedRanges)
        case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
            place = .pageText
            value = []
        default: if place == .inline { inline.start(name, attributes) }
        }
        return true
    }

    func end(_ name: XMLName) -> Bool {
        if extensions > 0 {
            extensions -= 1
            return true
        }
        switch name {
        case "v": place = .cell
        case "c": return endCell()
        case "is": place = .cell
        case "row":
            row.cells = row.cells.lowerBound..<cells.count
            if !row.cells.isEmpty { rows.append(row) }
            return !cuts(rows.count >= mostRows)
        case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter":
            pageTexts.append(String(decoding: value, as: UTF8.self))
            place = .outside
        default: if place == .inline { inline.end(name) }
        }
        return true
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if extensions > 0 { return true }
        switch place {
        case .value, .pageText: value += bytes
        case .inline: inline.append(bytes)
        case .outside, .cell: break
        }
        return true
    }

    private func startRow(_ attributes: XMLAttributes) -> Bool {
        let number = attributes["r"]?.number ?? row.number + 1
        if number <= row.number || number > CellReference.last.row {
            isDisordered = true
            return false
        }
        let isHidden = attributes["hidden"]?.isTrue ?? false
        row = Row(
            number: number,
            isHidden: isHidden || attributes["ht"].map { $0 == "0" } ?? false,
            cells: cells.count..<cells.count
        )
        column = 0
        return true
    }

    private func readColumns(_ attributes: XMLAttributes) -> Bool {
        columnElements += 1
        if cuts(columnElements > CellReference.last.column) { return false }
        guard let first = attributes["min"]?.number, let last = attributes["max"]?.number, first >= 1, first <= last
        else {
            return true
        }
        let isHidden = attributes["hidden"]?.isTrue ?? false
        guard isHidden || attributes["width"].map({ $0 == "0" }) ?? false else { return true }
        // Columns beyond those of a return are refused when something stands in them.
        if first <= Limits.mostColumns { hiddenColumns.formUnion(first...min(last, Limits.mostColumns)) }
        return true
    }

    /// Notes that there is more than is read.
    private func cuts(_ isBeyond: Bool) -> Bool {
        if isBeyond { isCut = true }
        return isBeyond
    }

    // MARK: - Cells

    private func startCell(_ attributes: XMLAttributes) -> Bool {
        // Some programs leave the names of cells out.
        let reference = attributes["r"].flatMap { CellReference($0.bytes) }
        let next = reference?.column ?? column + 1
        if next <= column || next > CellReference.last.column || reference.map({ $0.row != row.number }) ?? false {
            isDisordered = true
            return false
        }
        column = next
        kind = .number
        if let type = attributes["t"] {
            kind =
                type == "s"
                ? .shared
                : type == "str"
                    ? .text
                    : type == "inlineStr"
                        ? .inline
                        : type == "b" ? .flag : type == "e" ? .error : type == "d" ? .date : .number
        }
        style = context.styles.cell(attributes["s"]?.number ?? 0)
        value.removeAll(keepingCapacity: true)
        if kind == .inline { inline = RichTextReader() }
        hasFormula = false
        hasValue = false
        place = .cell
        return true
    }

    private func endCell() -> Bool {
        place = .outside
        let format = context.styles.formats[style.format]
        switch kind {
        case .inline: append(inline.text, format)
        case .shared:
            if value.isEmpty { break }
            guard let index = XMLText.number(of: value), context.strings.indices.contains(index) else {
                isDisordered = true
                return false
            }
            append(context.strings[index], format)
        case .text: append(CellText(value), format)
        case .flag where value.isEmpty: break
        case .flag: append(CellText(Array((value == [UInt8(ascii: "1")] ? "TRUE" : "FALSE").utf8)), .general)
        case .error:
            append(CellText(value), .general)
            report(.error(String(decoding: value, as: UTF8.self)))
        case .number, .date: appendNumber(format)
        }
        if hasFormula, !hasValue, kind != .inline { report(.formulaWithoutValue) }
        if wantsOnlyOne, !cells.isEmpty { return false }
        return !cuts(cells.count >= Limits.mostFields || texts.count > Limits.mostSheetText)
    }

    private func appendNumber(_ format: NumberFormat) {
        if value.isEmpty { return }
        let text = String(decoding: value, as: UTF8.self)
        let stored = kind == .date ? context.dates.number(ofISO8601: text) : Double(text)
        guard let number = stored else { return append(CellText(value), format) }
        guard let shown = format.shown(number, in: context.dates) else {
            append(CellText(Array("#####".utf8)), .general)
            return report(.tooWide)
        }
        if shown.utf8.allSatisfy({ $0 == 0x20 }) {
            // A zero may be hidden on purpose.
            if number != 0 { report(.unseen) }
            return
        }
        append(Array(shown.utf8), number: number)
    }

    private func append(_ text: CellText, _ format: NumberFormat) {
        if text.isEmpty { return }
        if let code = text.controlCode { report(.controlCharacter(code)) }
        if text.isStruckOut { report(.struckOut) }
        if format.leavesTexts {
            let isMarked = text.markdown.map(normalised)
            append(normalised(text.plain), number: .nan)
            if let isMarked { markdown[cells.count - 1] = isMarked }
            return
        }
        let shown = format.shown(String(decoding: text.plain, as: UTF8.self))
        if shown.utf8.allSatisfy({ $0 == 0x20 }) { return report(.unseen) }
        append(normalised(Array(shown.utf8)), number: .nan)
    }

    private func normalised(_ text: [UInt8]) -> [UInt8] {
        let (text, hadMarksInExcess) = TextDecoder.normalised(text)
        if hadMarksInExcess { report(.tooManyMarks) }
        return text
    }

    private func append(_ text: [UInt8], number: Double) {
        if cuts(text.count > Limits.mostSheetText - texts.count) { return }
        let start = texts.count
        texts += text
        cells.append(Cell(column: column, text: start..<texts.count, value: number, format: style.format))
        if style.isStruckOut { report(.struckOut) }
    }

    private func report(_ problem: CellProblem) {
        if problems.count < Limits.mostProblemsPerFile {
            problems.append((CellReference(column: column, row: row.number), problem))
        }
    }
}

extension XMLText {
    /// The whole number that bytes are, or `nil` if they are none.
    fileprivate static func number(of bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { XMLText(bytes: $0).number }
    }
}
