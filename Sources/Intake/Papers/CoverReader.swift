// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Layouts
import Monitoring
import UnicodeText
import WorkspaceFiles

/// Reads what only some covers have: the wards, the implications and who has cleared the paper.
struct CoverReader {
    let findings: DiagnosticCollector
    /// Of the council, or `nil` if it could not be read.
    let people: KnownNames?
    /// The layout of the paper, or `nil` if it is not known.
    let layout: PaperLayout?

    /// The word for all wards, and for no implications.
    private static let all = "all"
    private static let none = "none"

    /// The wards; `nil` where the header does not say.
    func wards(_ form: FilledForm) -> PaperSource.Wards? {
        let texts = form.texts(PaperForm.wards)
        if texts.isEmpty {
            if layout?.asksForWards == true, !form.mentions(PaperForm.wards) {
                findings.report(.missingWards, at: form.location)
            }
            return nil
        }
        let words = texts.map(\.string)
        if words.map({ $0.lowercased() }) == [Self.all] { return .all }
        if let stray = texts.first(where: { $0.string.lowercased() == Self.all }) {
            findings.report(.allWardsAndSome, at: stray.location)
        }
        return .some(words)
    }

    /// The implications in the order of the layout; those that it does not print are reported, and those that it asks for and are missing.
    func implications(_ form: FilledForm, isExempt: Bool) -> [PaperSource.Implication] {
        let written = form.namedTexts(PaperForm.implications, areProse: true).map { name, text in
            let isNone = text.string.trimmed.lowercased() == Self.none
            let words =
                isNone ? Prose() : form.prose(text, called: "`\(name.key)`") { form.prose($0, isExempt: isExempt) }
            return PaperSource.Implication(name: name.key, text: words, location: name.location)
        }
        guard let layout else { return written }
        let asked = layout.implications
        for implication in written where !asked.contains(implication.name) {
            findings.report(.unprintedImplication(implication.name, among: asked), at: implication.location)
        }
        for name in asked where !written.contains(where: { $0.name == name }) {
            let place =
                form.mentions(PaperForm.implications) ? form.location(of: PaperForm.implications) : form.location
            findings.report(.missingImplication(name), at: place)
        }
        return asked.compactMap { name in written.first { $0.name == name } }
    }

    /// Who has cleared the paper, in order.
    func clearances(_ form: FilledForm) -> [PaperSource.Clearance] {
        let clearances = form.list(PaperForm.clearedBy).compactMap { entry -> PaperSource.Clearance? in
            guard let person = entry.text(ClearanceForm.person), let date = entry.date(ClearanceForm.date) else {
                return nil
            }
            findings.check(person, among: people, of: "person", from: .council)
            return PaperSource.Clearance(person: person.string, date: date)
        }
        if let layout, !clearances.isEmpty, !layout.printsClearances {
            findings.report(.unprintedClearances, at: form.location(of: PaperForm.clearedBy))
        }
        return clearances
    }
}

extension PaperLayout {
    /// Whether its header block has a line for wards.
    fileprivate var asksForWards: Bool {
        parts.contains { if case .headerBlock(let block) = $0 { block.wards != nil } else { false } }
    }

    fileprivate var printsClearances: Bool {
        parts.contains { if case .clearance = $0 { true } else { false } }
    }

    /// The names of the implications that it has headings for.
    fileprivate var implications: [String] {
        parts.flatMap { part -> [String] in
            if case .implications(_, _, let items) = part { items.map(\.name) } else { [] }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static var missingWards: Self {
        Self(
            .missingKey,
            "the paper does not say which wards it is about",
            hint: "write `wards: all`, or a list: `wards: [Upper Fenwick, Mill Street]`"
        )
    }

    fileprivate static var allWardsAndSome: Self {
        Self(.conflictingKeys, "`wards` says `all`, and names wards", hint: "write one of the two")
    }

    fileprivate static func missingImplication(_ name: String) -> Self {
        Self(
            .missingKey,
            "the implications do not say what is `\(own: name)`",
            hint: "add `\(own: name):` under `implications`, with `none` where there are none"
        )
    }

    fileprivate static func unprintedImplication(_ name: String, among known: [String]) -> Self {
        Self(
            .unknownName,
            "the layout has no heading for the implications `\(name.shortened)`",
            hint: NearestName.hint(for: name, among: known, from: .program)
        )
    }

    fileprivate static var unprintedClearances: Self {
        Self(
            .unknownKey,
            "the layout does not print who has cleared the paper",
            hint: "add the part `clearance` to the layout, or delete `cleared-by`"
        )
    }
}
