// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

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
        return line(printable(text, of: key), as: "`\(own: key.name)`")
    }

    /// A text of one line; of one that is too long, which is reported, the beginning.
    ///
    /// - Parameter name: what it is called in the report.
    func line(_ text: YAMLText, as name: @autoclosure () -> DiagnosticText) -> YAMLText {
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

    /// A text of a key; `…` in place of one that is reported as nearly marked as exempt, so that it reaches no name of a file, no status
    /// and no log either.
    private func printable(_ text: YAMLText, of key: FormKey? = nil) -> YAMLText {
        if case .choice? = key?.holds { return text }
        guard findings.reportSign(in: text.string, at: text.location) else { return text }
        var text = text
        text.string = "…"
        return text
    }

    /// Reports a key that has to say something and does not.
    private func reportEmpty(_ key: FormKey, at location: SourceLocation) {
        guard key.isRequired else { return }
        findings.report(.empty(key), at: location)
    }

    /// The text of a key, or an empty one.
    func words(_ key: FormKey) -> String { text(key)?.string ?? "" }

    /// One text or a list of them.
    func texts(_ key: FormKey) -> [YAMLText] { unprintedTexts(key).map { printable($0) } }

    /// One text or a list of them, none of which is printed as it stands.
    func unprintedTexts(_ key: FormKey) -> [YAMLText] {
        guard let value = value(key) else { return [] }
        if let text = value.text {
            if text.string.isBlank { reportEmpty(key, at: text.location) }
            return text.string.isBlank ? [] : [text]
        }
        return items(key).compactMap { item in
            if let text = item.text {
                if !text.string.isBlank { return text }
                findings.report(.emptyItem(of: key), at: item.location)
                return nil
            }
            findings.report(.wrongKind(ofItem: item, of: key), at: item.location)
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
        return items(key).compactMap { FilledForm($0, form, silently ? Findings(screen: findings.screen) : findings) }
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
    ///
    /// - Parameter areProse: whether they are read as Markdown, in which a passage can be marked as exempt.
    func namedTexts(_ key: FormKey, areProse: Bool = false) -> [(name: YAMLEntry, text: YAMLText)] {
        entries(key).compactMap { entry in
            if entry.key.isBlank {
                findings.report(.emptyName(in: key), at: entry.location)
                return nil
            }
            if var text = entry.value.text, !text.string.isBlank {
                text.string = text.string.trimmed
                var entry = entry
                if findings.reportSign(in: entry.key, at: entry.location) { entry.key = "…" }
                return (entry, areProse ? text : printable(text))
            }
            let kind = entry.value.text == nil ? entry.value.kindName : "nothing"
            findings.report(.notAText(entry.key, but: kind), at: entry.location)
            return nil
        }
    }

    /// One of the words of an enumeration.
    func choice<Word: RawRepresentable<String> & CaseIterable>(_ key: FormKey, of type: Word.Type) -> Word? {
        text(key).flatMap { choice($0, of: type, as: "`\(own: key.name)`") }
    }

    /// Takes note of the texts that the form says are for everybody.
    ///
    /// - Parameter files: the name of its file, or the folder of a return with a stroke behind it.
    func noteNotExempt(for files: String) {
        findings.screen?.waive(unprintedTexts(NotExempt.key).map { ($0.string, $0.location) }, in: files)
    }

    /// What a text means among the words of an enumeration; `name` is what it is called in the report.
    func choice<Word: RawRepresentable<String> & CaseIterable>(
        _ text: YAMLText,
        of type: Word.Type,
        as name: DiagnosticText
    ) -> Word? {
        if let word = Word(rawValue: text.string) { return word }
        let words = Word.allCases.map(\.rawValue)
        findings.report(.invalidChoice(text.string, for: name, among: words), at: text.location)
        return nil
    }

    /// A date, written `2009-11-30`.
    func date(_ key: FormKey) -> CalendarDate? {
        text(key).flatMap(date)
    }

    /// What a text means as a date.
    func date(_ text: YAMLText) -> CalendarDate? {
        if let date = CalendarDate(text.string) { return date }
        findings.report(DateProblem(text.string).message, at: text.location)
        return nil
    }

    /// Words of a layout with names to be filled in; nothing where there are none.
    func template(_ key: FormKey) -> Template? {
        guard let text = value(key)?.text else { return nil }
        if text.string.isBlank {
            reportEmpty(key, at: text.location)
            return nil
        }
        findings.reportSign(in: text.string, at: text.location)
        return Template(text.string, at: text.origin.start)
    }

    /// Markdown; nothing where it says nothing.
    ///
    /// - Parameter isWithheld: whether what it stands in is exempt as a whole.
    func prose(_ key: FormKey, isWithheld: Bool = false) -> Prose? {
        guard let text = value(key)?.text else { return nil }
        let before = findings.count
        let prose = prose(text, isWithheld: isWithheld)
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
    func prose(_ text: YAMLText, called name: DiagnosticText, read: (YAMLText) -> Prose) -> Prose {
        let before = findings.count
        let prose = read(text)
        // What cannot stand there has been told already.
        if prose.isEmpty, findings.count == before {
            findings.report(.emptyText(name), at: text.location)
        }
        return prose
    }

    func prose(_ text: YAMLText, isWithheld: Bool = false) -> Prose {
        MarkdownReader(findings: findings, isWithheld: isWithheld).prose(text.string, origin: text.origin)
    }

    /// `true` or `false`, as YAML has it, or `yes` or `no`.
    func flag(_ key: FormKey) -> Bool? {
        guard let text = text(key) else { return nil }
        switch text.string.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            findings.report(.invalidFlag(text.string, for: key), at: text.location)
            return nil
        }
    }

    /// A whole number in a range.
    func wholeNumber(_ key: FormKey, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        if let number = Int(text.string), range.contains(number) { return number }
        findings.report(.invalidWholeNumber(text.string, for: key, in: range), at: text.location)
        return nil
    }

    /// Reports a name that is not made as identifiers are.
    func checkIdentifier(_ entry: YAMLEntry) {
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

    fileprivate static func wrongKind(ofItem item: YAMLValue, of key: FormKey) -> Self {
        Self(.wrongKind, "an item of `\(own: key.name)` is a text, not \(own: item.kindName)")
    }

    fileprivate static func emptyName(in key: FormKey) -> Self {
        Self(.emptyValue, "a name in `\(own: key.name)` is empty", hint: "it is \(own: key.meaning)")
    }

    fileprivate static func notAText(_ name: String, but kind: String) -> Self {
        Self(.wrongKind, "`\(name)` is a text, not \(own: kind)")
    }

    fileprivate static func invalidChoice(_ written: String, for name: DiagnosticText, among words: [String]) -> Self {
        Self(
            .invalidChoice,
            "\(name) cannot be `\(written.shortened)`",
            hint: NearestName.hint(for: written, among: words, from: .program)
                ?? "it is one of \(own: words.inBackticks)"
        )
    }

    fileprivate static func emptyText(_ name: DiagnosticText) -> Self {
        Self(.emptyValue, "\(name) is empty", hint: "write what it says, or delete it")
    }

    fileprivate static func invalidFlag(_ written: String, for key: FormKey) -> Self {
        Self(.invalidFlag, "`\(own: key.name)` is `true` or `false`, not `\(written.shortened)`")
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
