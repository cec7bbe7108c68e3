// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension PaperSource {
    /// Which wards a paper is about.
    package enum Wards: Sendable, Hashable {
        case all
        case some([String])
    }

    /// What a decision would mean in one respect: for the budget, in law, for equality.
    package struct Implication: Sendable, Hashable {
        /// By which the layout names its heading: `financial`.
        package var name: String
        /// Empty where the officer said in so many words that there are none.
        package var text: Prose
        /// Where the header has it, for diagnostics.
        package var location: SourceLocation

        package init(name: String, text: Prose, location: SourceLocation) {
            self.name = name
            self.text = text
            self.location = location
        }
    }

    /// Who has read a paper and let it go on, and when.
    package struct Clearance: Sendable, Hashable {
        /// The identifier of a person of the council.
        package var person: String
        /// The day on which they did.
        package var date: CalendarDate

        package init(person: String, date: CalendarDate) {
            self.person = person
            self.date = date
        }
    }
}
