// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The value of a field for a figure. A blank is never one.
package enum Value: Sendable, Hashable {
    case number(Quantity)
    /// Several numbers, each with a label: `68.69% (Regulation 3); 75% (minerals and waste)`.
    case composite([Part])
    case yesOrNo(Bool)
    case words(String)
    case absent(Absence)

    /// One of several numbers in a field.
    package struct Part: Sendable, Hashable {
        /// The number, as it was written.
        package var quantity: Quantity
        /// What the number is of: "Regulation 3".
        package var label: String

        package init(quantity: Quantity, label: String) {
            self.quantity = quantity
            self.label = label
        }
    }
}

/// Why there is no value.
package enum Absence: String, Sendable, Hashable, CaseIterable {
    case notAvailable = "x"
    case notApplicable = "z"
    case newIndicator = "new"
    case notSet = "not set"
    case notSupplied = "not supplied"
    case notDue = "not due"
    case awaited = "awaited"
    case suppressed = "c"

    /// As a sentence would say it.
    package var words: String {
        switch self {
        case .notAvailable: "not available"
        case .notApplicable: "not applicable"
        case .newIndicator: "new indicator"
        case .notSet: "not set"
        case .notSupplied: "not supplied"
        case .notDue: "not due"
        case .awaited: "awaited"
        case .suppressed: "suppressed"
        }
    }

    /// As returns write it, and papers in the house style of codes.
    package var code: String { "[\(rawValue)]" }
}

/// How far a value can be relied on: the Analysis Function's shorthand for statistics.
package enum Qualifier: String, Sendable, Hashable, CaseIterable {
    case provisional = "p"
    case estimated = "e"
    case forecast = "f"
    case revised = "r"

    /// As the line over a table explains it.
    package var words: String {
        switch self {
        case .provisional: "provisional"
        case .estimated: "estimated"
        case .forecast: "forecast"
        case .revised: "revised method"
        }
    }

    /// As returns write it after a value, and tables print it.
    package var code: String { "[\(rawValue)]" }
}

/// A value with all that was written beside it.
package struct Observation: Sendable, Hashable {
    /// The value, or the reason for which there is none.
    package var value: Value
    /// How far it can be relied on, in the order in which the qualifiers were written.
    package var qualifiers: [Qualifier]
    /// Names of notes.
    package var notes: [String]
    /// The cell, for diagnostics.
    package var location: SourceLocation

    package init(
        _ value: Value,
        qualifiers: [Qualifier] = [],
        notes: [String] = [],
        at location: SourceLocation
    ) {
        self.value = value
        self.qualifiers = qualifiers
        self.notes = notes
        self.location = location
    }
}
