// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Reads the sheet About of a workbook, in which each row says one thing that return.yaml may say, into the same values.
///
/// A row names a key and, behind colons, what in it is meant: `Received`, `Total: actions: libraries`, `Table 1: kind`.
struct AboutSheet {
    let sheet: WorkbookSheet
    let words: WorkbookWords
    let findings: DiagnosticCollector

    /// The keys in the order in which they come first.
    private var entries: [YAMLEntry] = []

    init(_ sheet: WorkbookSheet, words: WorkbookWords, findings: DiagnosticCollector) {
        self.sheet = sheet
        self.words = words
        self.findings = findings
    }

    /// What the sheet says, as return.yaml would.
    mutating func value() -> YAMLValue {
        for (index, row) in sheet.entries(findings: findings).enumerated() {
            let path = path(of: row.what)
            guard let key = path.first.flatMap({ words.keys[$0.comparedName] }) else {
                reportUnknown(row)
                continue
            }
            // The words over the columns.
            if key == WorkbookWords.heading {
                if index > 0 { reportUnknown(row) }
                continue
            }
            // A waiver without a reason is told.
            if row.value.isBlank, key != WaiverForm.key.name { continue }
            take(row, key: key, of: path.dropFirst().filter { !$0.isEmpty })
        }
        return YAMLValue(content: .group(entries), location: sheet.location)
    }

    /// What a row names: `Table 1: kind` is `Table`, `1`, `kind`.
    private func path(of what: String) -> [String] {
        var parts = what.split(separator: ":", omittingEmptySubsequences: false).map { $0.trimmed }
        if let first = parts.first, words.keys[first.comparedName] == nil {
            let number = String(first.reversed().prefix { $0.isNumber }.reversed())
            if !number.isEmpty { parts.replaceSubrange(0..<1, with: [first.dropLast(number.count).trimmed, number]) }
        }
        return parts
    }

    private mutating func take(_ row: SheetEntry, key: String, of path: [String]) {
        switch (key, path.count) {
        case (ReturnForm.declares.name, 0): append(names(in: row).map(Self.asClass), to: key, row)
        case (ReturnForm.received.name, 0): set(text(row, row.date ?? row.value.trimmed), at: [key], row)
        case (ReturnForm.signedBy.name, 0): set(text(row, row.value), at: [key], row)
        case (ReturnForm.numbering.name, 0):
            let word = row.value.trimmed.lowercased()
            let numbering: HeadingNumbering? =
                ["yes", "true"].contains(word)
                ? .decimal : ["no", "false"].contains(word) ? HeadingNumbering.none : nil
            set(text(row, numbering?.rawValue ?? row.value), at: [key], row)
        case (ReturnForm.nilReturns.name, 0): append(names(in: row), to: key, row)
        case (ReturnForm.nilReturns.name, 1):
            let units = names(in: row).map { YAMLValue(content: .text($0), location: $0.location) }
            set(YAMLValue(content: .list(units), location: row.valueLocation), at: [key, Self.className(path[0])], row)
        case (ReturnForm.totals.name, 1):
            set(text(row, row.value.filter { $0 != "," }), at: [key, Self.className(path[0])], row)
        case (ReturnForm.totals.name, 2):
            set(text(row, row.value.filter { $0 != "," }), at: [key, Self.className(path[0]), path[1]], row)
        case (ReturnForm.notes.name, 1): set(text(row, row.markdown), at: [key, path[0]], row)
        case (ReturnForm.exempt.name, 2):
            let paragraph = path[0].filter(\.isNumber)
            setItem(
                of: key,
                by: ExemptForm.paragraph.name,
                paragraph,
                Self.keyName(path[1]),
                text(row, row.markdown),
                row
            )
        case (ReturnForm.tables.name, 2): takeTable(row, number: path[0], field: Self.keyName(path[1]))
        case (ExemptionWaivers.key.name, 0): append([text(row, row.value)], to: key, row)
        case (WaiverForm.key.name, 1...): takeWaiver(row, of: path)
        default: reportUnknown(row)
        }
    }

    private mutating func takeTable(_ row: SheetEntry, number: String, field: String) {
        let key = ReturnForm.tables.name
        if field == TableRequestForm.kind.name {
            return setItem(of: key, by: nil, number, field, Self.asClass(text(row, row.value.trimmed)), row)
        }
        guard field == TableRequestForm.classes.name else {
            return setItem(of: key, by: nil, number, field, text(row, row.markdown), row)
        }
        let classes = names(in: row).map(Self.asClass).map { YAMLValue(content: .text($0), location: $0.location) }
        setItem(of: key, by: nil, number, field, YAMLValue(content: .list(classes), location: row.valueLocation), row)
    }

    /// `Waive: figure-differs: NI 75`, with the reason as its answer.
    private mutating func takeWaiver(_ row: SheetEntry, of path: [String]) {
        // The words of a text may have a colon in them.
        let place = path.dropFirst().joined(separator: ": ")
        let parts = [
            (WaiverForm.rule, path[0], row.location), (WaiverForm.place, place, row.location),
            (WaiverForm.reason, row.value, row.valueLocation),
        ]
        let group = parts.filter { !$0.1.isBlank }.map { key, words, location in
            let origin = TextOrigin(start: location, keepsLines: false)
            let text = YAMLText(string: words, location: location, origin: origin)
            let value = YAMLValue(content: .text(text), location: location)
            return YAMLEntry(key: key.name, location: location, value: value)
        }
        append([YAMLValue(content: .group(group), location: row.location)], to: WaiverForm.key.name, row)
    }

    // MARK: - Values

    private func text(_ row: SheetEntry, _ string: String) -> YAMLText {
        YAMLText(
            string: string,
            location: row.valueLocation,
            origin: TextOrigin(start: row.valueLocation, keepsLines: false)
        )
    }

    /// The names that a cell lists, with line ends and semicolons between them, or line ends and commas, which names may have in them too.
    private func names(in row: SheetEntry) -> [YAMLText] {
        let separator: Character = row.value.contains(";") ? ";" : ","
        return row.value.split { $0 == separator || $0.isNewline }.map { text(row, $0.trimmed) }
            .filter { !$0.string.isEmpty }
    }

    /// `Core services` is `core-services`, and `Actions progress` the kind of table `actions-progress`.
    private static func className(_ words: String) -> String { words.lowercased().replacing(" ", with: "-") }

    private static func asClass(_ text: YAMLText) -> YAMLText {
        var text = text
        text.string = className(text.string)
        return text
    }

    /// `Public interest` is `public-interest`.
    private static func keyName(_ words: String) -> String { words.lowercased().replacing(" ", with: "-") }

    // MARK: - Keys

    private mutating func append(_ texts: [YAMLText], to key: String, _ row: SheetEntry) {
        append(texts.map { YAMLValue(content: .text($0), location: $0.location) }, to: key, row)
    }

    private mutating func append(_ items: [YAMLValue], to key: String, _ row: SheetEntry) {
        guard let index = entries.firstIndex(where: { $0.key == key }) else {
            let list = YAMLValue(content: .list(items), location: row.valueLocation)
            return entries.append(YAMLEntry(key: key, location: row.location, value: list))
        }
        guard case .list(let former) = entries[index].value.content else { return reportRepeated(row) }
        entries[index].value.content = .list(former + items)
    }

    private mutating func set(_ text: YAMLText, at path: [String], _ row: SheetEntry) {
        set(YAMLValue(content: .text(text), location: text.location), at: path, row)
    }

    private mutating func set(_ value: YAMLValue, at path: [String], _ row: SheetEntry) {
        if !Self.set(value, at: path[...], in: &entries, row) { reportRepeated(row) }
    }

    /// Puts a value into nested groups.
    ///
    /// - Returns: whether there was none.
    private static func set(
        _ value: YAMLValue,
        at path: ArraySlice<String>,
        in entries: inout [YAMLEntry],
        _ row: SheetEntry
    ) -> Bool {
        guard let key = path.first else { return false }
        let index = entries.firstIndex { $0.key == key }
        if path.count == 1 {
            if index != nil { return false }
            entries.append(YAMLEntry(key: key, location: row.location, value: value))
            return true
        }
        var inner: [YAMLEntry] = []
        if let index {
            guard case .group(let former) = entries[index].value.content else { return false }
            inner = former
        }
        guard set(value, at: path.dropFirst(), in: &inner, row) else { return false }
        if let index {
            entries[index].value.content = .group(inner)
        } else {
            let group = YAMLValue(content: .group(inner), location: row.location)
            entries.append(YAMLEntry(key: key, location: row.location, value: group))
        }
        return true
    }

    /// The names of the items of lists, by their places in the lists.
    private var itemNames: [String: [String]] = [:]

    private mutating func setItem(
        of key: String,
        by nameKey: String?,
        _ name: String,
        _ field: String,
        _ text: YAMLText,
        _ row: SheetEntry
    ) {
        setItem(of: key, by: nameKey, name, field, YAMLValue(content: .text(text), location: text.location), row)
    }

    /// Puts a value into the group of a list that has a name.
    ///
    /// - Parameter nameKey: the key of the group that holds the name, if one does.
    private mutating func setItem(
        of key: String,
        by nameKey: String?,
        _ name: String,
        _ field: String,
        _ value: YAMLValue,
        _ row: SheetEntry
    ) {
        var items: [YAMLValue] = []
        let index = entries.firstIndex { $0.key == key }
        if let index, case .list(let former) = entries[index].value.content { items = former }
        let place: Int
        if let known = itemNames[key]?.firstIndex(of: name) {
            place = known
        } else {
            place = items.count
            let own = nameKey.map {
                let words = YAMLValue(content: .text(text(row, name)), location: row.location)
                return [YAMLEntry(key: $0, location: row.location, value: words)]
            }
            items.append(YAMLValue(content: .group(own ?? []), location: row.location))
        }
        guard case .group(var group) = items[place].content else { return }
        if field != nameKey {
            if !Self.set(value, at: [field], in: &group, row) { return reportRepeated(row) }
        } else if value.text?.string.trimmed != name {
            return reportRepeated(row)
        }
        if place == itemNames[key]?.count ?? 0 { itemNames[key, default: []].append(name) }
        items[place].content = .group(group)
        let list = YAMLValue(content: .list(items), location: row.location)
        if let index {
            entries[index].value.content = list.content
        } else {
            entries.append(YAMLEntry(key: key, location: row.location, value: list))
        }
    }

    // MARK: - Reports

    private func reportUnknown(_ row: SheetEntry) {
        if row.what.isEmpty, row.value.isBlank { return }
        let file = row.location.sourceFile
        if findings.screen?.resemblesMark(row.what, about: file.subject) == true { findings.hide(file.path) }
        if row.what.isEmpty {
            findings.report(.valueWithoutName, at: row.valueLocation)
        } else {
            findings.report(.unknownEntry(row.what, among: words.keys.keys.sorted()), at: row.location)
        }
    }

    private func reportRepeated(_ row: SheetEntry) { findings.report(.repeatedEntry(row.what), at: row.location) }
}

extension Diagnostic.Message {
    fileprivate static var valueWithoutName: Self {
        Self(.unknownKey, "nothing says what this is about", hint: "say it in the cell to the left, or delete it")
    }

    fileprivate static func unknownEntry(_ what: String, among known: [String]) -> Self {
        Self(
            .unknownKey,
            "`\(what.shortened)` is nothing that the sheet asks",
            hint: NearestName.hint(for: what.comparedName, among: known, from: .program)
                ?? "write it as `Received`, `Total: actions: UNIT`, `Note: NAME` or `Exempt under paragraph 3: reason`"
        )
    }

    fileprivate static func repeatedEntry(_ what: String) -> Self {
        Self(.repeatedKey, "`\(what.shortened)` is answered twice", hint: "keep one of the two")
    }
}
