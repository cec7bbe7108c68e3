// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring

/// Makes the rows of a sheet About from what return.yaml says: what ``AboutSheet`` reads back into the same.
struct AboutRows {
    /// A row of the sheet.
    struct Row {
        var what: String
        var value: WorkbookContents.Cell
        var choices: WorkbookContents.Choices?

        init(_ what: String, _ value: WorkbookContents.Cell, _ choices: WorkbookContents.Choices? = nil) {
            self.what = what
            self.value = value
            self.choices = choices
        }
    }

    let words: WorkbookWords
    /// The names of people, and of units and divisions, by their identifiers.
    let people: [(id: String, name: String)]
    let places: [String: String]
    /// The kinds of table that a return may ask for.
    let kinds: [String]

    /// The rows of what a return says; rows to fill in for what it does not say.
    func rows(of value: YAMLValue?) -> [Row] {
        var entries: [String: YAMLValue] = [:]
        if case .group(let group)? = value?.content {
            for entry in group where entries[entry.key] == nil { entries[entry.key] = entry.value }
        }
        return ReturnForm.form.keys.flatMap { key -> [Row] in
            rows(of: key, entries[key.name], label: words.label(ofKey: key.name))
        }
    }

    private func rows(of key: FormKey, _ value: YAMLValue?, label: String) -> [Row] {
        switch key.name {
        case ReturnForm.declares.name:
            return [Row(label, CellContents.text(Self.list(value).map(Self.className).joined(separator: ", ")))]
        case ReturnForm.received.name: return [Row(label, CellContents.date(Self.text(value)))]
        case ReturnForm.signedBy.name:
            let id = Self.text(value)
            let name = people.first { $0.id == id }?.name ?? id
            return [Row(label, CellContents.text(name), .init(people.map(\.name), isClosed: false))]
        case ReturnForm.numbering.name:
            let isNumbered = Self.text(value) == HeadingNumbering.decimal.rawValue
            return [Row(label, .text(isNumbered ? "Yes" : "No"), .init(["Yes", "No"], isClosed: true))]
        case ReturnForm.tables.name:
            return Self.items(value).enumerated().flatMap { tableRows($1, "\(label) \($0 + 1)") }
        case ReturnForm.totals.name:
            return Self.entries(value).flatMap { entry in
                let name = "\(label): \(Self.className(entry.key).lowercased())"
                let units = Self.entries(entry.value)
                if units.isEmpty { return [Row(name, CellContents.figure(Self.text(entry.value)))] }
                return units.map { unit in
                    Row("\(name): \(places[unit.key] ?? unit.key)", CellContents.figure(Self.text(unit.value)))
                }
            }
        case ReturnForm.nilReturns.name:
            let classes = Self.entries(value)
            if classes.isEmpty { return [Row(label, CellContents.text(unitNames(value)))] }
            return classes.map {
                Row("\(label): \(Self.className($0.key).lowercased())", CellContents.text(unitNames($0.value)))
            }
        case ReturnForm.notes.name:
            return Self.entries(value).map { Row("\(label): \($0.key)", CellContents.text(Self.text($0.value))) }
        case ReturnForm.exempt.name:
            return Self.items(value).flatMap { reason -> [Row] in
                let fields = Self.entries(reason)
                let number = fields.first { $0.key == ExemptForm.paragraph.name }.map { Self.text($0.value) } ?? ""
                return fields.filter { $0.key != ExemptForm.paragraph.name }.map {
                    Row("\(label) \(number): \(Self.fieldName($0.key))", CellContents.text(Self.text($0.value)))
                }
            }
        case WaiverForm.key.name:
            return Self.items(value).map { item in
                let fields = Dictionary(
                    Self.entries(item).map { ($0.key, Self.text($0.value)) },
                    uniquingKeysWith: { first, _ in first }
                )
                let parts = [WaiverForm.rule, WaiverForm.place].compactMap { fields[$0.name] }
                return Row(([label] + parts).joined(separator: ": "), .text(fields[WaiverForm.reason.name] ?? ""))
            }
        default: return Self.list(value).map { Row(label, .text($0)) }
        }
    }

    private func tableRows(_ table: YAMLValue, _ label: String) -> [Row] {
        Self.entries(table).map { entry in
            let name = "\(label): \(Self.fieldName(entry.key))"
            switch entry.key {
            case TableRequestForm.kind.name:
                let words = kinds.map(Self.className)
                return Row(
                    name,
                    CellContents.text(Self.className(Self.text(entry.value))),
                    .init(words, isClosed: false)
                )
            case TableRequestForm.classes.name:
                let classes = Self.list(entry.value).map(Self.className)
                return Row(name, CellContents.text(classes.joined(separator: ", ")))
            default: return Row(name, CellContents.text(Self.text(entry.value)))
            }
        }
    }

    /// Units by their names, with semicolons between them; by its identifier where a name would be read as several.
    private func unitNames(_ value: YAMLValue?) -> String {
        let units = Self.list(value)
        return units.map { unit in
            let name = places[unit] ?? unit
            return name.contains(";") || name.contains("\n") || units.count == 1 && name.contains(",") ? unit : name
        }.joined(separator: "; ")
    }

    /// The classes that a return says it reports on.
    static func classes(declaredBy form: YAMLValue) -> [ReportedClass] {
        let declared = entries(form).first { $0.key == ReturnForm.declares.name }?.value
        return list(declared).compactMap(ReportedClass.init)
    }

    // MARK: - Values

    private static func text(_ value: YAMLValue?) -> String { value?.text?.string ?? "" }

    /// The texts of a list; a text alone is a list of one.
    private static func list(_ value: YAMLValue?) -> [String] {
        if case .list(let items)? = value?.content { return items.compactMap { $0.text?.string } }
        return value?.text.map { [$0.string] } ?? []
    }

    private static func items(_ value: YAMLValue?) -> [YAMLValue] {
        if case .list(let items)? = value?.content { items } else { [] }
    }

    private static func entries(_ value: YAMLValue?) -> [YAMLEntry] {
        if case .group(let entries)? = value?.content { entries } else { [] }
    }

    /// `core-services` is `Core services`: the name of a class, or of a kind of table.
    private static func className(_ name: String) -> String { name.replacing("-", with: " ").capitalisingFirst }

    /// `public-interest` is `public interest`.
    private static func fieldName(_ name: String) -> String { name.replacing("-", with: " ") }
}
