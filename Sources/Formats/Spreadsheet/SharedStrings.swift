// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Reads the texts that cells share (`xl/sharedStrings.xml`).
final class SharedStringReader: XMLHandler {
    private(set) var strings: [CellText] = []
    /// Whether there are more than are read.
    private(set) var isCut = false
    private var text = RichTextReader()

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        guard name.namespace == .spreadsheet else { return true }
        switch name {
        case "si": text = RichTextReader()
        default: text.start(name, attributes)
        }
        return true
    }

    func end(_ name: XMLName) -> Bool {
        guard name.namespace == .spreadsheet else { return true }
        switch name {
        case "si":
            strings.append(text.text)
            isCut = strings.count >= Limits.mostSharedStrings
            return !isCut
        default:
            text.end(name)
            return true
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        text.append(bytes)
        return true
    }
}

/// Reads a text of runs: `t` alone, or `r` with `rPr` and `t` in each. How it is pronounced (`rPh`) is passed over.
struct RichTextReader {
    private var runs: [(text: [UInt8], style: CellText.Style, isStruckOut: Bool)] = []
    private var style = CellText.Style()
    private var isStruckOut = false
    private var isInText = false
    private var isInPhonetic = false
    private var isInProperties = false

    /// What has been read.
    var text: CellText {
        runs.count == 1 && runs[0].style == CellText.Style() && !runs[0].isStruckOut
            ? CellText(runs[0].text) : CellText(runs)
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "rPh": isInPhonetic = true
        case "r":
            style = CellText.Style()
            isStruckOut = false
        case "rPr": isInProperties = true
        case "b" where isInProperties: style.isBold = attributes["val"]?.isTrue ?? true
        case "i" where isInProperties: style.isItalic = attributes["val"]?.isTrue ?? true
        case "strike" where isInProperties: isStruckOut = attributes["val"]?.isTrue ?? true
        case "t" where !isInPhonetic:
            isInText = true
            runs.append(([], style, isStruckOut))
        default: break
        }
    }

    mutating func end(_ name: XMLName) {
        switch name {
        case "rPh": isInPhonetic = false
        case "rPr": isInProperties = false
        case "r":
            style = CellText.Style()
            isStruckOut = false
        case "t": isInText = false
        default: break
        }
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText { runs[runs.count - 1].text += bytes }
    }
}
