// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import ResourceLimits

extension FilledForm {
    /// The text of a key without white space at its ends; nothing where there is none.
    func text(_ key: FormKey) -> YAMLText? {
        guard var text = value(key)?.text else { return nil }
        let trimmed = text.string.trimmed
        if trimmed.isEmpty {
            if key.isRequired {
                findings.error("`\(key.name)` is empty", at: text.location, hint: "it is \(key.meaning)")
            }
            return nil
        }
        text.string = trimmed
        findings.reportMarker(in: trimmed, at: text.location)
        return line(text, as: "`\(key.name)`")
    }

    /// A text of one line; of one that is too long, which is reported, the beginning.
    ///
    /// - Parameter name: what it is called in the report.
    func line(_ text: YAMLText, as name: @autoclosure () -> String) -> YAMLText {
        if text.string.utf8.count <= Limits.longestLine { return text }
        let scalars = text.string.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: Limits.longestLine, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        findings.error(
            "\(name()) is longer than \(Limits.longestLine) characters",
            at: text.location,
            hint: "say it in a line"
        )
        var text = text
        text.string = String(text.string[..<end])
        return text
    }

    /// The text of a key, or an empty one.
    func words(_ key: FormKey) -> String { text(key)?.string ?? "" }

    /// One text or a list of them.
    func texts(_ key: FormKey) -> [YAMLText] {
        guard let value = value(key) else { return [] }
        if let text = value.text { return [text] }
        return items(key).compactMap { item in
            if let text = item.text { return text }
            findings.error("an item of `\(key.name)` is a text, not \(item.kindName)", at: item.location)
            return nil
        }
    }

    /// The items of a list.
    func items(_ key: FormKey) -> [YAMLValue] {
        guard case .list(let items) = value(key)?.content else { return [] }
        return items
    }

    /// The entries of a group, whose keys are the officer's own.
    func entries(_ key: FormKey) -> [YAMLEntry] {
        guard case .group(let entries) = value(key)?.content else { return [] }
        return entries
    }

    /// The group behind a key, as a form of its own.
    func group(_ key: FormKey) -> FilledForm? {
        guard case .group(let form) = key.holds, let value = value(key) else { return nil }
        return FilledForm(value, form, findings)
    }

    /// The groups in a list behind a key, as forms of their own. A second look is taken silently: what is wrong was
    /// reported at the first.
    func list(_ key: FormKey, silently: Bool = false) -> [FilledForm] {
        guard case .list(let form) = key.holds else { return [] }
        return items(key).compactMap { FilledForm($0, form, silently ? Findings() : findings) }
    }

    /// The entries of the groups behind a key's own keys.
    func groups(_ key: FormKey) -> [(name: YAMLEntry, entries: [YAMLEntry])] {
        entries(key).compactMap { entry in
            guard case .group(let entries) = entry.value.content else { return nil }
            return (entry, entries)
        }
    }

    /// The groups behind the officer's own names, as forms of their own; the names are checked.
    func named(_ key: FormKey) -> [(name: YAMLEntry, form: FilledForm)] {
        guard case .named(let form) = key.holds else { return [] }
        return entries(key).compactMap { entry in
            checkIdentifier(entry)
            return FilledForm(entry.value, form, findings).map { (entry, $0) }
        }
    }

    /// The texts behind the officer's own names.
    func namedTexts(_ key: FormKey) -> [(name: YAMLEntry, text: YAMLText)] {
        entries(key).compactMap { entry in
            if var text = entry.value.text, !text.string.trimmed.isEmpty {
                text.string = text.string.trimmed
                return (entry, text)
            }
            let kind = entry.value.text == nil ? entry.value.kindName : "nothing"
            findings.error("`\(entry.key)` is a text, not \(kind)", at: entry.location)
            return nil
        }
    }

    /// One of the words of an enumeration.
    func choice<Word: RawRepresentable<String> & CaseIterable>(_ key: FormKey, of type: Word.Type) -> Word? {
        text(key).flatMap { choice($0, of: type, as: "`\(key.name)`") }
    }

    /// What a text means among the words of an enumeration; `name` is what it is called in the report.
    func choice<Word: RawRepresentable<String> & CaseIterable>(
        _ text: YAMLText,
        of type: Word.Type,
        as name: String
    ) -> Word? {
        if let word = Word(rawValue: text.string) { return word }
        let words = Word.allCases.map(\.rawValue)
        findings.error(
            "\(name) cannot be `\(text.string.shortened)`",
            at: text.location,
            hint: NearestName.hint(for: text.string, among: words)
                ?? "it is one of " + words.map { "`\($0)`" }.joined(separator: ", ")
        )
        return nil
    }

    /// A date, written `2009-11-30`.
    func date(_ key: FormKey) -> CalendarDate? {
        text(key).flatMap(date)
    }

    /// What a text means as a date.
    func date(_ text: YAMLText) -> CalendarDate? {
        if let date = CalendarDate(text.string) { return date }
        let problem = DateProblem(text.string)
        findings.error(problem.message, at: text.location, hint: problem.hint)
        return nil
    }

    /// Words of a layout with names to be filled in.
    func template(_ key: FormKey) -> Template? {
        value(key)?.text.map { Template($0.string, at: $0.origin.start) }
    }

    /// Markdown.
    func prose(_ key: FormKey) -> Prose? {
        value(key)?.text.map { prose($0) }
    }

    func prose(_ text: YAMLText) -> Prose {
        MarkdownReader(findings: findings).prose(text.string, origin: text.origin)
    }

    /// `true` or `false`, as YAML has it, or `yes` or `no`.
    func flag(_ key: FormKey) -> Bool? {
        guard let text = text(key) else { return nil }
        switch text.string.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            findings.error("`\(key.name)` is `true` or `false`, not `\(text.string.shortened)`", at: text.location)
            return nil
        }
    }

    /// A whole number in a range.
    func wholeNumber(_ key: FormKey, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        if let number = Int(text.string), range.contains(number) { return number }
        findings.error(
            "`\(key.name)` is a whole number from \(range.lowerBound) to \(range.upperBound), not `\(text.string.shortened)`",
            at: text.location
        )
        return nil
    }

    /// Reports a name that is not made as identifiers are.
    func checkIdentifier(_ entry: YAMLEntry) {
        if entry.key.utf8.count > Limits.longestIdentifier {
            findings.error(
                "`\(entry.key.shortened)` is longer than \(Limits.longestIdentifier) characters",
                at: entry.location,
                hint: "identifiers are a few words: they are never printed"
            )
            return
        }
        if entry.key.isIdentifier { return }
        findings.error(
            "`\(entry.key.shortened)` is not an identifier",
            at: entry.location,
            hint: "identifiers are lower-case words joined by hyphens: `\(entry.key.asIdentifier)`"
        )
    }
}
