// SPDX-License-Identifier: Apache-2.0

package import Monitoring

extension Wording {
    /// The lines that a value takes in a cell: one for each number of a composite.
    ///
    /// - Parameter missing: how the council prints the reason for a missing value.
    package func lines(_ value: Value, missing: HouseStyle.Missing) -> [String] {
        switch value {
        case .number(let quantity): [words(quantity)]
        case .composite(let parts): parts.map { words($0) }
        case .yesOrNo(let isYes): [words(isYes ? .yes : .no)]
        case .words(let words): [words]
        case .absent(let absence):
            switch missing {
            case .words: [words(absence.phrase).capitalisingFirst]
            case .codes: [absence.code]
            }
        }
    }

    /// `68.69% (Regulation 3)`.
    package func words(_ part: Value.Part) -> String { "\(words(part.quantity)) (\(part.label))" }
}

extension Observation {
    /// The codes of its qualifiers behind a no-break space, as they follow its last line; `nil` if it has none.
    package var qualifierCodes: String? {
        qualifiers.isEmpty ? nil : "\u{A0}" + qualifiers.map(\.code).joined()
    }
}
