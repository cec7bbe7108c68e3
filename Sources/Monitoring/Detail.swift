// SPDX-License-Identifier: Apache-2.0

/// What a return says of a row beside what the program itself works with: who is accountable, what it costs, what else a table prints.
package enum Detail: Sendable, Hashable {
    case text(Prose)
    case date(DueDate)
    case figure(Observation)

    /// How the cells of a detail are read.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case text, date, figure
    }

    /// Its words, where it has any.
    package var prose: Prose? { if case .text(let prose) = self { prose } else { nil } }

    /// Its figure, where it is one.
    package var observation: Observation? { if case .figure(let observation) = self { observation } else { nil } }
}

/// A detail that rows may have: the column of a return, and what a table's column prints.
package struct DetailField: Sendable, Hashable {
    /// In small letters, with hyphens: `next-milestone`.
    package var name: String
    /// How its cells are read.
    package var kind: Detail.Kind

    package init(_ name: String, _ kind: Detail.Kind = .text) {
        self.name = name
        self.kind = kind
    }

    /// To which day, month or year a row has been re-dated.
    package static let revisedDue = DetailField("revised-due", .date)
    /// Who has approved another date, and when.
    package static let approvedBy = DetailField("approved-by")

    /// What every council may say of rows; a kind of table can print others under names of its own.
    package static let standard: [DetailField] = [
        revisedDue, approvedBy, DetailField("owner"), DetailField("data-owner"), DetailField("member"),
        DetailField("programme"), DetailField("priority"), DetailField("risk"), DetailField("ward"),
        DetailField("cost", .figure), DetailField("complete", .figure), DetailField("baseline", .figure),
        DetailField("start", .date), DetailField("next-milestone"), DetailField("back-by", .date),
    ]

    /// The field that a column of a return is for: `Next milestone` is `next-milestone`.
    package static func name(ofColumn column: String) -> String {
        column.lowercased().split { " \u{A0}_".contains($0) }.joined(separator: "-")
    }
}
