// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Reads `xl/workbook.xml`: the sheets and how days are counted.
final class WorkbookPart: XMLHandler {
    /// A sheet, before it is read.
    struct Sheet {
        var name: String
        var relationship: String
        var isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    /// Whether there are more sheets than are read.
    private(set) var isCut = false
    private(set) var dates = DateSystem.from1900

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        guard name.namespace == .spreadsheet else { return true }
        switch name {
        case "workbookPr":
            if attributes["date1904"]?.isTrue == true { dates = .from1904 }
        case "sheet":
            guard let title = attributes["name"], let id = attributes.value(of: "id", in: .relationships) else {
                return true
            }
            let state = attributes["state"]
            let isHidden = state.map { $0 == "hidden" || $0 == "veryHidden" } ?? false
            sheets.append(Sheet(name: title.string, relationship: id.string, isHidden: isHidden))
        default: break
        }
        isCut = sheets.count > Limits.mostSheets
        return !isCut
    }

    func end(_ name: XMLName) -> Bool { true }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { true }
}
