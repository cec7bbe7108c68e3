// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits
import UnicodeText
import WorkspaceFiles

extension FilledForm {
    /// The text of a key without invisible characters at its ends, or `nil` if there is none.
    package func text(_ key: FormKey) -> YAMLText? {
        guard var text = value(key)?.text else { return nil }
        let trimmed = text.string.trimmed
        if trimmed.isEmpty {
            reportEmpty(key, at: text.location)
            return nil
        }
        text.string = trimmed
        return line(printable(text, of: key), as: "`\(own: key.name)`")
    }

    /// The text, cut and reported if it is too long for one line.
    ///
    /// - Parameter name: the name of the text in the report.
    package func line(_ text: YAMLText, as name: @autoclosure () -> DiagnosticText) -> YAMLText {
        let scalars = text.string.unicodeScalars
        guard text.string.utf8.count > Limits.longestLine,
            let end = scalars.index(scalars.startIndex, offsetBy: Limits.longestLine, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        findings.report(.lineTooLong(name()), at: text.location)
        var text = text
        text.string = String(scalars[..<end])
        return text
    }

    /// The text, or `…` if it is reported as nearly marked as exempt, so that it reaches no file name, no status and no log.
    private func printable(_ text: YAMLText, of key: FormKey? = nil) -> YAMLText {
        if case .choice? = key?.value { return text }
        guard findings.reportSign(in: text.string, at: text.location) else { return text }
        var text = text
        text.string = "…"
        return text
    }

    /// The text of a key, or an empty one.
    package func words(_ key: FormKey) -> String { text(key)?.string ?? "" }

    /// The texts of a key that has one text or a list of them.
    package func texts(_ key: FormKey) -> [YAMLText] { unprintedTexts(key).map { printable($0) } }

    /// The same for texts of which none is printed as it is, so that they are not screened for exempt information.
    package func unprintedTexts(_ key: FormKey) -> [YAMLText] {
        guard let value = value(key) else { return [] }
        if let text = value.text, text.string.isBlank { reportEmpty(key, at: text.location) }
        return texts(in: value, of: key)
    }

    /// The texts of a key that has a list of texts, or such lists by known names; the name is `nil` for a list of the key itself.
    package func namedLists(_ key: FormKey) -> [(name: YAMLEntry?, texts: [YAMLText])] {
        guard case .group(let entries) = value(key)?.content else { return [(nil, texts(key))] }
        return entries.map { entry -> (name: YAMLEntry?, texts: [YAMLText]) in
            if case .group = entry.value.content {
                findings.report(.notAList(entry), at: entry.value.location)
                return (entry, [])
            }
            return (entry, texts(in: entry.value, of: key).map { printable($0) })
        }
    }

    /// A text that is not blank, or those of a list.
    private func texts(in value: YAMLValue, of key: FormKey) -> [YAMLText] {
        if let text = value.text { return text.string.isBlank ? [] : [text] }
        guard case .list(let items) = value.content else { return [] }
        return items.compactMap { item in
            if let text = item.text {
                if !text.string.isBlank { return text }
                findings.report(.emptyItem(of: key), at: item.location)
                return nil
            }
            findings.report(.wrongKind(ofItem: item, of: key), at: item.location)
            return nil
        }
    }

    /// The items of a key that has a list.
    package func items(_ key: FormKey) -> [YAMLValue] {
        guard case .list(let items) = value(key)?.content else { return [] }
        return items
    }

    /// The entries of a key that has a group of the officer's own names.
    package func entries(_ key: FormKey) -> [YAMLEntry] {
        guard case .group(let entries) = value(key)?.content else { return [] }
        return entries
    }

    /// The group of a key, as a form of its own.
    package func group(_ key: FormKey) -> FilledForm? {
        guard case .group(let form) = key.value, let value = value(key) else { return nil }
        return FilledForm(value, form, findings)
    }

    /// The groups of a key that has a list of groups, as forms of their own.
    ///
    /// - Parameter silently: whether nothing is reported, since the list was read before.
    package func list(_ key: FormKey, silently: Bool = false) -> [FilledForm] {
        guard case .list(let form) = key.value else { return [] }
        return items(key).compactMap {
            FilledForm($0, form, silently ? DiagnosticCollector(screen: findings.screen) : findings)
        }
    }

    /// The groups of a key by the officer's own names, as forms of their own. The names are checked.
    package func named(_ key: FormKey) -> [(name: YAMLEntry, form: FilledForm)] {
        guard case .named(let form) = key.value else { return [] }
        return entries(key).compactMap { entry in
            checkIdentifier(entry)
            return FilledForm(entry.value, form, findings).map { (entry, $0) }
        }
    }

    /// The texts of a key by the officer's own names.
    ///
    /// - Parameter areProse: whether the texts are Markdown, in which a passage can be marked as exempt.
    package func namedTexts(_ key: FormKey, areProse: Bool = false) -> [(name: YAMLEntry, text: YAMLText)] {
        entries(key).compactMap { entry in
            if entry.key.isBlank {
                findings.report(.emptyName(in: key, breaking: key.leniency ?? .emptyValue), at: entry.location)
                return nil
            }
            if var text = entry.value.text, !text.string.isBlank {
                text.string = text.string.trimmed
                var entry = entry
                if findings.reportSign(in: entry.key, at: entry.location) { entry.key = "…" }
                return (entry, areProse ? text : printable(text))
            }
            switch entry.value.content {
            case .text, .nothing:
                findings.report(.emptyText(entry.key, breaking: key.leniency ?? .emptyValue), at: entry.location)
            case .list, .group:
                findings.report(
                    .notAText(entry.key, but: entry.value.kindName, breaking: key.leniency ?? .wrongKind),
                    at: entry.location
                )
            }
            return nil
        }
    }

    /// The value of a key that has one of the words of an enumeration.
    package func choice<Word: RawRepresentable<String> & CaseIterable>(_ key: FormKey, of type: Word.Type) -> Word? {
        text(key).flatMap { choice($0, of: type, as: "`\(own: key.name)`") }
    }

    /// The case of an enumeration that a text names, or `nil`, and a diagnostic, if it names none.
    ///
    /// - Parameter name: the name of the text in the report.
    package func choice<Word: RawRepresentable<String> & CaseIterable>(
        _ text: YAMLText,
        of type: Word.Type,
        as name: DiagnosticText,
        breaking rule: Rule = .invalidChoice
    ) -> Word? {
        if let word = Word(rawValue: text.string) { return word }
        let words = Word.allCases.map(\.rawValue)
        findings.report(.invalidChoice(text.string, for: name, among: words, breaking: rule), at: text.location)
        return nil
    }

    /// The value of a key that has `true`, `false`, `yes` or `no`.
    package func flag(_ key: FormKey) -> Bool? {
        guard let text = text(key) else { return nil }
        switch text.string.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            findings.report(.invalidFlag(text.string, for: key), at: text.location)
            return nil
        }
    }

    /// The value of a key that has a whole number, in the range that the key gives.
    package func wholeNumber(_ key: FormKey) -> Int? {
        guard case .wholeNumber(let range) = key.format, let text = text(key) else { return nil }
        if let number = Int(text.string), range.contains(number) { return number }
        findings.report(.invalidWholeNumber(text.string, for: key, in: range), at: text.location)
        return nil
    }

    /// Reports a name that is not an identifier.
    package func checkIdentifier(_ entry: YAMLEntry) {
        if entry.key.utf8.count > Limits.longestIdentifier {
            findings.report(.identifierTooLong(entry.key), at: entry.location)
            return
        }
        if entry.key.isIdentifier { return }
        findings.report(.invalidIdentifier(entry.key), at: entry.location)
    }
}

extension Diagnostic.Message {
    fileprivate static func emptyItem(of key: FormKey) -> Self {
        Self(.emptyValue, "an item of `\(own: key.name)` is empty", hint: "write what it says, or delete it")
    }

    fileprivate static func notAList(_ entry: YAMLEntry) -> Self {
        Self(.wrongKind, "`\(entry.key)` must be a text or a list of texts, not \(own: entry.value.kindName)")
    }

    fileprivate static func wrongKind(ofItem item: YAMLValue, of key: FormKey) -> Self {
        Self(.wrongKind, "an item of `\(own: key.name)` must be a text, not \(own: item.kindName)")
    }

    fileprivate static func emptyName(in key: FormKey, breaking rule: Rule) -> Self {
        Self(rule, "a name in `\(own: key.name)` is empty", hint: "it is \(own: key.meaning)")
    }

    fileprivate static func notAText(_ name: String, but kind: String, breaking rule: Rule) -> Self {
        Self(rule, "`\(name)` must be a text, not \(own: kind)")
    }

    fileprivate static func emptyText(_ name: String, breaking rule: Rule) -> Self {
        Self(rule, "`\(name)` is empty", hint: "write what it is, or delete it")
    }

    fileprivate static func invalidChoice(
        _ written: String,
        for name: DiagnosticText,
        among words: [String],
        breaking rule: Rule
    ) -> Self {
        Self(
            rule,
            "\(name) cannot be `\(written.shortened)`",
            hint: NearestName.hint(for: written, among: words, from: .program)
        )
    }

    fileprivate static func invalidFlag(_ written: String, for key: FormKey) -> Self {
        Self(.invalidFlag, "`\(own: key.name)` must be `true` or `false`, not `\(written.shortened)`")
    }

    fileprivate static func invalidWholeNumber(_ written: String, for key: FormKey, in range: ClosedRange<Int>) -> Self
    {
        Self(
            .invalidNumber,
            "`\(own: key.name)` is a whole number from \(range.lowerBound) to \(range.upperBound), not `\(written.shortened)`"
        )
    }

    fileprivate static func identifierTooLong(_ identifier: String) -> Self {
        Self(
            .invalidIdentifier,
            "`\(identifier.shortened)` is longer than \(Limits.longestIdentifier) characters",
            hint: "identifiers are a few words: they are never printed"
        )
    }

    fileprivate static func invalidIdentifier(_ identifier: String) -> Self {
        Self(
            .invalidIdentifier,
            "`\(identifier.shortened)` is not an identifier",
            hint: "identifiers are lower-case words joined by hyphens: `\(identifier.asIdentifier)`"
        )
    }

    fileprivate static func lineTooLong(_ name: DiagnosticText) -> Self {
        Self(.textTooLong, "\(name) is longer than \(Limits.longestLine) characters", hint: "say it in a line")
    }
}
