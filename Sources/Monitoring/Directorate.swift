// SPDX-License-Identifier: Apache-2.0

/// A directorate: the part of a council that makes one return.
package struct Directorate: Sendable, Hashable {
    /// Who leads it, and by what title the summary and the signature name the post.
    package struct Head: Sendable, Hashable {
        /// The identifier of a person of the council.
        package var person: String
        /// How the post is called in this directorate: "Managing Director".
        package var title: String

        package init(person: String, title: String) {
            self.person = person
            self.title = title
        }
    }

    /// With what the identifier of a return by itself begins, before that of its directorate.
    package static let paperPrefix = "appendix-"

    package var id: String
    /// As papers print it in headings.
    package var name: String
    /// Who signs its return.
    package var head: Head
    /// In order; printed before the units that belong to none.
    package var divisions: [Division]
    /// Units that belong to no division, in order.
    package var units: [Unit]

    package init(id: String, name: String, head: Head, divisions: [Division] = [], units: [Unit] = []) {
        self.id = id
        self.name = name
        self.head = head
        self.divisions = divisions
        self.units = units
    }

    /// Everything that a row may belong to, in order: each division and its units, then the units of no division.
    package var places: [Place] {
        divisions.flatMap { division in
            [Place(id: division.id, division: division.name, unit: nil)]
                + division.units.map { Place(id: $0.id, division: division.name, unit: $0.name) }
        } + units.map { Place(id: $0.id, division: nil, unit: $0.name) }
    }

    /// The places that are expected to report: every unit, and each division that has none.
    package var reportingPlaces: [Place] {
        let parents = Set(divisions.lazy.filter { !$0.units.isEmpty }.map(\.id))
        return places.filter { !parents.contains($0.id) }
    }
}

/// A group of units under one head.
package struct Division: Sendable, Hashable {
    package var id: String
    /// As bands of tables print it.
    package var name: String
    /// In order; a division without units reports itself.
    package var units: [Unit]

    package init(id: String, name: String, units: [Unit] = []) {
        self.id = id
        self.name = name
        self.units = units
    }
}

/// A unit: has a business plan of its own.
package struct Unit: Sendable, Hashable {
    package var id: String
    /// As bands of tables print it.
    package var name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// Where in a directorate something belongs: a unit, a unit of a division, or a division in its own right.
package struct Place: Sendable, Hashable {
    /// The unit's identifier, or the division's.
    package var id: String
    /// The name of the division, or `nil` for a unit of none.
    package var division: String?
    /// The name of the unit, or `nil` for a division in its own right.
    package var unit: String?

    package init(id: String, division: String?, unit: String?) {
        self.id = id
        self.division = division
        self.unit = unit
    }
}

extension Directorate {
    /// The identifier of its return by itself, after which that PDF is called.
    package var paperIdentifier: String { Self.paperPrefix + id }
}
