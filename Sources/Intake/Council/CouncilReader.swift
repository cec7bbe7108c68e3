// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Geometry
import Layouts
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// Reads `council.yaml`.
struct CouncilReader {
    let findings: DiagnosticCollector
    /// The program's words in each language, by its code.
    let wordings: [String: Wording]
    /// The program's bank holidays, and the council's own.
    let bankHolidays: BankHolidayFiles
    private let houseStyleReader: HouseStyleReader
    /// The theme as it was written, to be checked once the themes are read.
    private(set) var theme: YAMLText?
    /// The accent colour of the council's papers, or `nil` for that of their theme.
    private(set) var accent: Colour?
    /// The council's own colours of the steps of its rating scale.
    private(set) var stepColours: [Theme.StepColour] = []
    /// What the council has set of the rules.
    private(set) var rules = RuleSettings()
    /// Units and divisions that have been read.
    private var unitCount = 0

    init(
        findings: DiagnosticCollector,
        wordings: [String: Wording],
        bankHolidays: BankHolidayFiles,
        houseStyleReader: HouseStyleReader
    ) {
        self.findings = findings
        self.wordings = wordings
        self.bankHolidays = bankHolidays
        self.houseStyleReader = houseStyleReader
    }

    /// The council, or `nil` if the file is no form at all.
    mutating func read(_ value: YAMLValue) -> Council? {
        guard let form = FilledForm(value, CouncilForm.form, findings) else { return nil }
        form.readWaivers()
        // Words of a return, which an officer may think to waive here, may be exempt there.
        form.hideWaivers()
        // What a program may not know has been found before: it is checked alone.
        _ = form.wholeNumber(CouncilForm.format)
        let name = form.words(CouncilForm.name)
        let nation = form.choice(CouncilForm.nation, of: Nation.self)
        let people = form.named(CouncilForm.people).map { person($0.name.key, $0.form) }
        let known = form.mentions(CouncilForm.people) ? KnownNames(people.map(\.id)) : nil
        let directorates = directorates(form, people: known)
        let names = KnownNames(directorates.map(\.id))
        let style = form.group(CouncilForm.houseStyle)
        theme = style?.text(HouseStyleForm.theme)
        accent = style.flatMap(houseStyleReader.accent)
        rules = style.map(houseStyleReader.rules) ?? RuleSettings()
        var houseStyle = style.map(houseStyleReader.style) ?? HouseStyle()
        if let theme { houseStyle.theme = theme.string }
        let language = language(form)
        let ratings = form.group(CouncilForm.ratings)
            .map(RatingsReader(findings: findings, wording: wordings.wording(of: language)).read)
        stepColours = ratings?.colours ?? []
        var meetingDays: [(date: CalendarDate, location: SourceLocation)] = []
        let council = Council(
            name: name,
            shortName: form.text(CouncilForm.shortName)?.string ?? name,
            nation: nation ?? .england,
            language: language,
            houseStyle: houseStyle,
            bodies: form.named(CouncilForm.bodies).map {
                body($0.name.key, $0.form, directorates: names, meetingDays: &meetingDays)
            },
            people: people,
            directorates: directorates,
            statuses: statuses(form),
            ratings: ratings?.scale,
            direction: ratings?.direction ?? DirectionRule(),
            comparators: ComparatorsReader(findings: findings).read(form.named(CouncilForm.comparators)),
            abbreviations: form.namedTexts(CouncilForm.abbreviations).map {
                Abbreviation(short: $0.name.key, long: form.line($0.text, as: "what an abbreviation stands for").string)
            },
            spelling: form.texts(CouncilForm.spelling).map(\.string),
            closedDays: form.texts(CouncilForm.closedDays).compactMap(form.date),
            bankHolidays: nation.map { bankHolidays.bankHolidays(of: $0.division, reportingTo: findings) }
        )
        for day in meetingDays { MeetingDay(day.date, council: council).report(to: findings, at: day.location) }
        return council
    }

    private func language(_ form: FilledForm) -> String {
        guard let text = form.text(CouncilForm.language) else { return "en-GB" }
        guard let tag = LanguageTag(text.string) else {
            findings.report(.invalidLanguage(text.string), at: text.location)
            return text.string
        }
        if wordings[String(tag.language)] == nil {
            findings.report(.unsupportedLanguage(text.string, known: wordings.keys.sorted()), at: text.location)
        }
        return tag.rawValue
    }

    /// - Parameter meetingDays: the days of the calendars of all bodies, for rules that need the whole council.
    private func body(
        _ id: String,
        _ form: FilledForm,
        directorates: KnownNames,
        meetingDays: inout [(date: CalendarDate, location: SourceLocation)]
    ) -> Body {
        let name = form.words(BodyForm.name)
        let remit = form.texts(BodyForm.remit)
        for directorate in remit {
            findings.check(directorate, among: directorates, of: "directorate", from: .place)
        }
        let days = form.texts(BodyForm.meets).compactMap { text in form.date(text).map { ($0, text.location) } }
        meetingDays += days
        return Body(
            id: id,
            name: name,
            shortName: form.text(BodyForm.shortName)?.string ?? name,
            kind: form.choice(BodyForm.kind, of: Body.Kind.self) ?? .committee,
            members: form.words(BodyForm.members),
            remit: remit.map(\.string),
            meets: Set(days.map(\.0))
        )
    }

    private func person(_ id: String, _ form: FilledForm) -> Person {
        let telephone = form.text(PersonForm.telephone)
        if let telephone, !telephone.string.isTelephoneNumber {
            findings.report(.invalidTelephone(telephone.string), at: telephone.location)
        }
        let email = form.text(PersonForm.email)
        if let email, !email.string.isEmailAddress {
            findings.report(.invalidEmail(email.string), at: email.location)
        }
        return Person(
            id: id,
            name: form.words(PersonForm.name),
            post: form.words(PersonForm.post),
            role: form.choice(PersonForm.role, of: Person.Role.self) ?? .officer,
            department: form.text(PersonForm.department)?.string,
            telephone: telephone?.string,
            email: email?.string
        )
    }

    private func statuses(_ form: FilledForm) -> StatusVocabulary {
        let entries = form.namedTexts(CouncilForm.statuses).compactMap { entry, text -> StatusWord? in
            form.choice(text, of: Status.self, as: "the meaning of `\(entry.key)`").map {
                StatusWord(word: entry.key, meaning: $0)
            }
        }
        guard !entries.isEmpty else { return .standard }
        for status in Status.essential where !entries.contains(where: { $0.meaning == status }) {
            findings.report(.missingStatusWord(for: status), at: form.location(of: CouncilForm.statuses))
        }
        return StatusVocabulary(entries)
    }

    /// With what names in texts begin that are not of a directorate: `{{ council.name }}`, `{{ actions.total }}`.
    private static let reservedNames =
        [
            "council", "round", "body", "meeting", "subject", "classification", "head", "remit", "version", "as-at",
            "key-decision",
        ]
        + ReportedClass.allCases.map(\.rawValue)

    private mutating func directorates(_ form: FilledForm, people: KnownNames?) -> [Directorate] {
        let found = form.named(CouncilForm.directorates)
        if found.count > Limits.mostDirectorates {
            findings.report(.tooManyDirectorates, at: found[Limits.mostDirectorates].name.location)
        }
        return found.prefix(Limits.mostDirectorates).map { directorate($0.name.key, $0.form, people: people) }
    }

    private mutating func directorate(_ id: String, _ form: FilledForm, people: KnownNames?) -> Directorate {
        var places: [String: SourceLocation] = [:]
        var divisions: [Division] = []
        for (entry, division) in form.named(DirectorateForm.divisions) {
            guard hasRoomForUnit(at: entry.location) else { break }
            checkIsNew(entry, among: &places)
            divisions.append(
                Division(
                    id: entry.key,
                    name: division.words(DivisionForm.name),
                    units: units(division, DivisionForm.units, among: &places)
                )
            )
        }
        if Self.reservedNames.contains(id) {
            findings.report(.reservedIdentifier(id), at: form.location)
        }
        let head = form.group(DirectorateForm.head)
        if let person = head?.text(HeadForm.person) {
            findings.check(person, among: people, of: "person", from: .place)
        }
        return Directorate(
            id: id,
            name: form.words(DirectorateForm.name),
            head: Directorate.Head(
                person: head?.words(HeadForm.person) ?? "",
                title: head?.words(HeadForm.title) ?? ""
            ),
            divisions: divisions,
            units: units(form, DirectorateForm.units, among: &places)
        )
    }

    /// Counts a unit or a division; reports the first that is too many.
    private mutating func hasRoomForUnit(at location: SourceLocation) -> Bool {
        unitCount += 1
        if unitCount == Limits.mostUnits + 1 {
            findings.report(.tooManyUnits, at: location)
        }
        return unitCount <= Limits.mostUnits
    }

    private mutating func units(
        _ form: FilledForm,
        _ key: FormKey,
        among places: inout [String: SourceLocation]
    ) -> [Unit] {
        var units: [Unit] = []
        for (entry, text) in form.namedTexts(key) {
            guard hasRoomForUnit(at: entry.location) else { break }
            form.checkIdentifier(entry)
            checkIsNew(entry, among: &places)
            units.append(Unit(id: entry.key, name: form.line(text, as: "the name of a unit").string))
        }
        return units
    }

    /// Units and divisions of a directorate share one set of identifiers, by which rows name them.
    private func checkIsNew(_ entry: YAMLEntry, among places: inout [String: SourceLocation]) {
        if let first = places[entry.key] {
            findings.report(.repeatedIdentifier(entry.key, firstLine: first.line), at: entry.location)
        } else {
            places[entry.key] = entry.location
        }
    }
}

extension [String: Wording] {
    /// The words of the language of a tag: `en-GB`.
    func wording(of tag: String) -> Wording {
        let code = tag.split(separator: "-").first?.lowercased() ?? "en"
        return self[code] ?? Wording()
    }
}

extension Diagnostic.Message {
    fileprivate static func invalidLanguage(_ tag: String) -> Self {
        Self(
            .invalidLanguage,
            "`\(tag.shortened)` is not the tag of a language",
            hint: "English as written in Britain is `en-GB`"
        )
    }

    fileprivate static func unsupportedLanguage(_ tag: String, known languages: [String]) -> Self {
        Self(
            .unsupportedLanguage,
            "there are no words for papers in the language `\(tag.shortened)`",
            hint: "months, lists and headings are known in \(own: languages.inBackticks): write `en-GB`"
        )
    }

    fileprivate static func invalidTelephone(_ number: String) -> Self {
        Self(
            .invalidContact,
            "`\(number.shortened)` is not a telephone number",
            hint: "write digits and spaces: `01632 960123`"
        )
    }

    fileprivate static func invalidEmail(_ address: String) -> Self {
        Self(
            .invalidContact,
            "`\(address.shortened)` is not an email address",
            hint: "it has one `@` and a point behind it"
        )
    }

    fileprivate static func missingStatusWord(for status: Status) -> Self {
        Self(
            .missingStatusWord,
            "no word of the council means `\(own: status.rawValue)`",
            hint: "add `\(own: status.rawValue): \(own: status.rawValue)`"
        )
    }

    fileprivate static var tooManyDirectorates: Self {
        Self(
            .tooManyEntries,
            "there are more than \(Limits.mostDirectorates) directorates",
            hint: "this one and those after it are not read"
        )
    }

    fileprivate static func reservedIdentifier(_ id: String) -> Self {
        Self(
            .reservedIdentifier,
            "`\(id)` cannot be the identifier of a directorate: names in texts begin with it",
            hint: "`\(id)-directorate` can"
        )
    }

    fileprivate static var tooManyUnits: Self {
        Self(
            .tooManyEntries,
            "there are more than \(Limits.mostUnits) units and divisions",
            hint: "this one and those after it are not read"
        )
    }

    fileprivate static func repeatedIdentifier(_ id: String, firstLine line: Int) -> Self {
        Self(
            .repeatedIdentifier,
            "`\(id)` is the identifier of another unit or division of this directorate",
            hint: "it is given first in line \(line)"
        )
    }
}
