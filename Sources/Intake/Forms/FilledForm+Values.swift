// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import UnicodeText

extension FilledForm {
    /// The text of a key without invisible characters at its ends; nothing where there is none.
    func text(_ key: FormKey) -> YAMLText? {
        guard var text = value(key)?.text else { return nil }
        let trimmed = text.string.trimmed
        if trimmed.isEmpty {
            reportEmpty(key, at: text.location)
            return nil
        }
        text.string = trimmed
        findings.reportMarker(in: trimmed, at: text.location)
        return text
    }

    /// Reports a key that has to say something and does not.
    private func reportEmpty(_ key: FormKey, at location: SourceLocation) {
        guard key.isRequired else { return }
        findings.error("`\(key.name)` is empty", at: location, hint: "it is \(key.meaning)")
    }

    /// The text of a key, or an empty one.
    func words(_ key: FormKey) -> String { text(key)?.string ?? "" }

    /// One text or a list of them.
    func texts(_ key: FormKey) -> [YAMLText] {
        guard let value = value(key) else { return [] }
        if let text = value.text {
            if text.string.isBlank { reportEmpty(key, at: text.location) }
            return text.string.isBlank ? [] : [text]
        }
        return items(key).compactMap { item in
            if let text = item.text {
                if !text.string.isBlank { return text }
                findings.error(
                    "an item of `\(key.name)` is empty",
                    at: item.location,
                    hint: "write what it says, or delete it"
                )
                return nil
            }
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
            if entry.key.isBlank {
                findings.error("a name in `\(key.name)` is empty", at: entry.location, hint: "it is \(key.meaning)")
                return nil
            }
            if var text = entry.value.text, !text.string.isBlank {
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

    /// Words of a layout with names to be filled in; nothing where there are none.
    func template(_ key: FormKey) -> Template? {
        guard let text = value(key)?.text else { return nil }
        if text.string.isBlank {
            reportEmpty(key, at: text.location)
            return nil
        }
        return Template(text.string, at: text.origin.start)
    }

    /// Markdown; nothing where it says nothing.
    func prose(_ key: FormKey) -> Prose? {
        guard let text = value(key)?.text else { return nil }
        let before = findings.count
        let prose = prose(text)
        if !prose.isEmpty { return prose }
        // What cannot stand there has been told already.
        if findings.count == before { reportEmpty(key, at: location(of: key)) }
        return nil
    }

    /// Markdown that has to say something; reported where it does not, as `&nbsp;`.
    ///
    /// - Parameters:
    ///   - name: what the report calls it: "the note `method`".
    ///   - read: reads the Markdown.
    func prose(_ text: YAMLText, called name: String, read: (YAMLText) -> Prose) -> Prose {
        let before = findings.count
        let prose = read(text)
        // What cannot stand there has been told already.
        if prose.isEmpty, findings.count == before {
            findings.error("\(name) is empty", at: text.location, hint: "write what it says, or delete it")
        }
        return prose
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
        if entry.key.isIdentifier { return }
        findings.error(
            "`\(entry.key.shortened)` is not an identifier",
            at: entry.location,
            hint: "identifiers are lower-case words joined by hyphens: `\(entry.key.asIdentifier)`"
        )
    }
}
