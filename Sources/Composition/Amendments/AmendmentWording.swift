// SPDX-License-Identifier: Apache-2.0

import Amendments
import Layouts

/// Says in words what has changed.
struct AmendmentWording {
    /// More rows than these are counted.
    private static let mostRows = 4
    /// A row without a reference is called by so many of its first words.
    private static let mostWords = 8

    let wording: Wording
    /// Whether rows that are no more are only counted: what was public before may be what is withheld now.
    var countsRemovedRows = false

    func words(_ name: PaperPart.Name) -> String {
        switch name {
        case .head: wording.words(.amendedHead)
        case .section(let number): wording.words(.amendedSection, ["number": number])
        case .heading(let words), .appendix(let words): words
        }
    }

    func words(_ changes: [Change]) -> String { changes.map(words).joined(separator: "; ") }

    private func words(_ change: Change) -> String {
        switch change {
        case .partAdded: wording.words(.partAdded)
        case .partRemoved: wording.words(.partRemoved)
        case .partMoved: wording.words(.partMoved)
        case .headingChanged: wording.words(.headingChanged)
        case .figuresChanged(let rows): wording.words(.figuresChanged, ["rows": counted(rows)])
        case .figuresInTextChanged: wording.words(.figuresInTextChanged)
        case .rowsAdded(let rows): wording.words(rows.count == 1 ? .rowAdded : .rowsAdded, ["rows": named(rows)])
        case .rowsRemoved(let rows) where countsRemovedRows:
            wording.words(.rowsRemoved, ["rows": String(rows.count)])
        case .rowsRemoved(let rows): wording.words(rows.count == 1 ? .rowRemoved : .rowsRemoved, ["rows": named(rows)])
        case .rowsReordered: wording.words(.rowsReordered)
        case .tableAdded: wording.words(.tableAdded)
        case .tableRemoved: wording.words(.tableRemoved)
        case .wordsChanged(let rows): wording.words(.wordsChanged, ["rows": counted(rows)])
        case .textChanged: wording.words(.textChanged)
        case .textAdded: wording.words(.textAdded)
        case .textRemoved: wording.words(.textRemoved)
        }
    }

    /// "NI 148 and 149", "7 rows".
    private func counted(_ rows: [String]) -> String {
        rows.count > Self.mostRows ? wording.words(.rowCount, ["count": String(rows.count)]) : named(rows)
    }

    /// "NI 148 and 149", "7".
    private func named(_ rows: [String]) -> String {
        if rows.count > Self.mostRows { return String(rows.count) }
        var last: Substring?
        let names = rows.map { row -> String in
            let words = row.split(whereSeparator: \.isWhitespace)
            if words.count > Self.mostWords { return words.prefix(Self.mostWords).joined(separator: " ") + " …" }
            guard words.count == 2, words[1].first?.isNumber == true else {
                last = nil
                return row
            }
            defer { last = words[0] }
            return words[0] == last ? String(words[1]) : row
        }
        return wording.words(list: names)
    }
}
