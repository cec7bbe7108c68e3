// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// How the kinds of cells of a workbook look (`xl/styles.xml`), as far as it matters to what they say.
struct StyleSheet: Sendable {
    /// A kind of cell.
    struct Cell: Sendable {
        /// Which of ``formats`` it has.
        var format: Int
        var isStruckOut: Bool
    }

    var formats: [NumberFormat] = [.general]
    private var cells: [Cell] = []

    init() {}

    init(_ reader: StyleReader) {
        var places: [Int: Int] = [:]
        for cell in reader.cells {
            let number = cell.format
            if places[number] == nil {
                let code = reader.codes[number] ?? NumberFormat.builtIn(number) ?? "General"
                places[number] = formats.count
                formats.append(NumberFormat(code))
            }
            let isStruckOut = reader.struckFonts.indices.contains(cell.font) && reader.struckFonts[cell.font]
            cells.append(Cell(format: places[number] ?? 0, isStruckOut: isStruckOut))
        }
    }

    /// The kind of a number that a cell names.
    func cell(_ number: Int) -> Cell {
        cells.indices.contains(number) ? cells[number] : Cell(format: 0, isStruckOut: false)
    }
}

/// Reads `xl/styles.xml`.
final class StyleReader: XMLHandler {
    /// The codes of number formats by their numbers.
    private(set) var codes: [Int: String] = [:]
    /// Whether the font of each number is struck out.
    private(set) var struckFonts: [Bool] = []
    private(set) var cells: [(format: Int, font: Int)] = []
    /// Whether there are more than are read.
    private(set) var isCut = false
    private var codeLength = 0
    private var isInFonts = false
    private var isInCells = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        guard name.namespace == .spreadsheet else { return true }
        switch name {
        case "fonts": isInFonts = true
        case "font" where isInFonts: struckFonts.append(false)
        case "strike" where isInFonts && !struckFonts.isEmpty:
            struckFonts[struckFonts.count - 1] = attributes["val"]?.isTrue ?? true
        case "numFmt":
            if let number = attributes["numFmtId"]?.number, let code = attributes["formatCode"] {
                codes[number] = code.string
                codeLength += code.bytes.count
            }
        case "cellXfs": isInCells = true
        case "xf" where isInCells:
            cells.append((attributes["numFmtId"]?.number ?? 0, attributes["fontId"]?.number ?? 0))
        default: break
        }
        isCut =
            max(codes.count, struckFonts.count, cells.count) >= Limits.mostCellStyles
            || codeLength > Limits.mostFormatCode
        return !isCut
    }

    func end(_ name: XMLName) -> Bool {
        guard name.namespace == .spreadsheet else { return true }
        switch name {
        case "fonts": isInFonts = false
        case "cellXfs": isInCells = false
        default: break
        }
        return true
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { true }
}
