// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import WorkspaceFiles

/// What the reader of a return uses beside the return's own files. What could not be read is `nil`, and then every name passes.
struct ReturnContext {
    let findings: DiagnosticCollector
    let names: NameRules
    /// `nil` if the folder has the name of no directorate.
    let directorate: Directorate?
    let people: KnownNames?
    /// The identifiers of people by their names, as they are compared; a name of two people is of neither.
    private let peopleByName: [String: String]
    let statuses: StatusVocabulary
    /// How indicators are rated, or `nil` if returns say how they stand.
    let ratings: RatingScale?
    /// With whom indicators may be compared.
    let comparators: [Comparator]
    /// The council's; `nil` if its file could not be read.
    let nation: Nation?
    /// The round's, or `nil` if it is not known.
    var period: Period?
    /// Whether the rows are of the round before, of which no waiver is read.
    var isOfFormerRound = false
    let tables: [String: TableKind]
    /// The details that rows may have, by name: those that every council knows, and those that some kind of table prints.
    let details: [String: DetailField]
    let pictures: PictureReader
    /// The identifiers that a row may belong to, in the council's order.
    let places: [String]?
    private let placeSet: Set<String>
    /// Whether the directorate reports as a whole: the council names no units and divisions of it.
    var isUndivided: Bool { places?.isEmpty == true }
    private let placeNames: PlaceNames

    init(
        findings: DiagnosticCollector,
        names: NameRules,
        directorate: Directorate?,
        people: [Person]?,
        statuses: StatusVocabulary,
        ratings: RatingScale?,
        comparators: [Comparator],
        nation: Nation?,
        period: Period?,
        tables: [String: TableKind],
        pictures: PictureReader
    ) {
        self.findings = findings
        self.names = names
        self.directorate = directorate
        self.people = people.map { KnownNames($0.map(\.id)) }
        let named = Dictionary(grouping: people ?? []) { $0.name.comparedName }
        peopleByName = named.compactMapValues { $0.count == 1 ? $0[0].id : nil }
        self.statuses = statuses
        self.ratings = ratings
        self.comparators = comparators
        self.nation = nation
        self.period = period
        self.tables = tables
        let fields = DetailField.standard + tables.values.flatMap(\.details)
        details = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
        self.pictures = pictures
        places = directorate?.places.map(\.id)
        placeSet = Set(places ?? [])
        placeNames = PlaceNames(of: directorate)
    }

    /// - Parameter isExempt: whether what is read is exempt as a whole.
    func markdown(isExempt: Bool = false) -> ProseReader {
        ProseReader(findings: findings, isExempt: isExempt, pictures: pictures)
    }

    /// The identifier of a unit or a division that is written in any letters or by its name; anything else as it is.
    func place(_ written: String) -> String {
        placeSet.contains(written) ? written : placeNames[written] ?? written
    }

    /// The identifier of a person who is called by name; anything else as it is.
    func person(_ written: String) -> String { peopleByName[written.comparedName] ?? written }

    /// Reports a unit that the directorate does not have.
    func check(unit: String, at location: @autoclosure () -> SourceLocation) {
        guard let directorate, let places, !placeSet.contains(unit) else { return }
        findings.report(.unknownUnit(unit, of: directorate.id, among: places), at: location())
    }

    /// The council's status of a name; reported where the council does not have it.
    func status(_ word: String, at location: @autoclosure () -> SourceLocation) -> StatusWord? {
        if let status = statuses.status(named: word.comparedName) { return status }
        findings.report(word.isEmpty ? .missingStatus(statuses) : .unknownStatus(word, among: statuses), at: location())
        return nil
    }
}

/// The units and divisions of a directorate by what officers call them. Most returns have the identifiers alone, and need none of it.
final class PlaceNames {
    private let directorate: Directorate?
    /// The identifiers by their own form and by the names of units and divisions, as they are compared; a name of two of them calls neither.
    private lazy var identifiers: [String: String] = {
        var names: [String: Set<String>] = [:]
        for place in directorate?.places ?? [] {
            let name = place.unit ?? place.division ?? ""
            for form in [place.id, name, place.id.replacing("-", with: " ")] {
                names[form.comparedPlaceName, default: []].insert(place.id)
            }
        }
        return names.compactMapValues { $0.count == 1 ? $0.first : nil }
    }()

    init(of directorate: Directorate?) { self.directorate = directorate }

    /// The identifier of a place that is called so, or `nil` if none or several are.
    subscript(written: String) -> String? { identifiers[written.comparedPlaceName] }
}

extension Diagnostic.Message {
    fileprivate static func unknownUnit(_ unit: String, of directorate: String, among places: [String]) -> Self {
        Self(
            .unknownUnit,
            "`\(unit.shortened)` is not a unit of `\(directorate, from: .council)`",
            hint: places.isEmpty
                ? "the council names no units of it: leave the unit out, or add it to `units` in council.yaml"
                : NearestName.hint(for: unit, among: places, from: .council)
        )
    }

    fileprivate static func missingStatus(_ known: StatusVocabulary) -> Self {
        Self(.missingCell, "the status is missing", hint: list(known))
    }

    fileprivate static func unknownStatus(_ word: String, among known: StatusVocabulary) -> Self {
        Self(
            .unknownStatus,
            "unknown status `\(word.shortened)`",
            hint: NearestName.of(word, among: known.words.map(\.word)).map { "did you mean `\($0, from: .council)`?" }
                ?? list(known)
        )
    }

    private static func list(_ known: StatusVocabulary) -> DiagnosticText {
        "the council's words: \(known.words.map(\.word).inBackticks, from: .council)"
    }
}
