// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import WorkspaceFiles

/// What the reader of a return knows beside the return's own files. What could not be read is nothing, and then lets
/// every name pass.
struct ReturnContext {
    let findings: Findings
    let names: NameRules
    /// Nothing where the folder's name is no directorate's.
    let directorate: Directorate?
    let people: KnownNames?
    let statuses: StatusVocabulary
    let year: FinancialYear?
    let tables: [String: TableKind]
    /// The identifiers that a row may belong to, in the council's order.
    let places: [String]?
    private let placeSet: Set<String>

    init(
        findings: Findings,
        names: NameRules,
        directorate: Directorate?,
        people: KnownNames?,
        statuses: StatusVocabulary,
        year: FinancialYear?,
        tables: [String: TableKind]
    ) {
        self.findings = findings
        self.names = names
        self.directorate = directorate
        self.people = people
        self.statuses = statuses
        self.year = year
        self.tables = tables
        places = directorate?.places.map(\.id)
        placeSet = Set(places ?? [])
    }

    /// - Parameter isWithheld: whether what is read is exempt as a whole.
    func markdown(isWithheld: Bool = false) -> MarkdownReader {
        MarkdownReader(findings: findings, isWithheld: isWithheld)
    }

    /// Reports a unit that the directorate does not have.
    func check(unit: String, at location: @autoclosure () -> SourceLocation) {
        guard let directorate, let places, !placeSet.contains(unit) else { return }
        findings.error(
            "`\(unit.shortened)` is not a unit of `\(directorate.id, from: .council)`",
            at: location(),
            hint: NearestName.hint(for: unit, among: places, from: .council)
        )
    }

    /// What a status word means; reported where the council does not have it.
    func status(_ word: String, at location: @autoclosure () -> SourceLocation) -> Status? {
        if let status = statuses.meaning(of: word) { return status }
        let words = statuses.entries.map(\.word)
        let list: DiagnosticText = "the council's words: \(words.inBackticks, from: .council)"
        if word.isEmpty {
            findings.error("the status is missing", at: location(), hint: list)
        } else {
            let nearest = NearestName.of(word, among: words).map {
                "did you mean `\($0, from: .council)`?" as DiagnosticText
            }
            findings.error("unknown status `\(word.shortened)`", at: location(), hint: nearest ?? list)
        }
        return nil
    }
}
