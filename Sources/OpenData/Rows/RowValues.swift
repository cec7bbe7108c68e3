// SPDX-License-Identifier: Apache-2.0

/// A directorate of the council.
struct DirectorateRow: Sendable, Hashable {
    var id: String
    var name: String
    var head: String
    /// Whether its return is in the data: a return that no open paper appends is not.
    var isPublished: Bool
}

/// A unit, or a division in its own right.
struct UnitRow: Sendable, Hashable {
    var directorate: String
    var id: String
    var division: String?
    var unit: String?
    /// The classes of which it has said that there is nothing to report.
    var nilReturns: [String]
}

/// How many rows of a unit have a status.
struct CountRow: Sendable, Hashable {
    var directorate: String
    var unit: String?
    var reportedClass: String
    var status: String
    var code: StatusCode
    var isException: Bool?
    var count: Int
}

/// Rows of a return that its public papers say are withheld.
struct WithheldRow: Sendable, Hashable {
    var directorate: String
    var reportedClass: String
    var printed: String
    var count: Int
}

/// A row of a plan: a core service, an activity level, an action.
struct ItemRow: Sendable, Hashable {
    var key: String
    var directorate: String
    var unit: String
    var reference: String?
    var title: String?
    var outcome: String?
    var due: String?
    var dueInWords: String?
    var status: String
    var code: StatusCode
    var isException: Bool
    var reason: String?
    var response: String?
    var notes: String?
    /// Of an activity level.
    var forecast: [FigureText]
    var actual: [FigureText]
}

/// An indicator.
struct IndicatorRow: Sendable, Hashable {
    var key: String
    var directorate: String
    var unit: String?
    var reference: String?
    var measure: String?
    var better: String
    var basis: String?
    var group: String?
    var asAt: String?
    var lag: Int
    var status: String?
    var code: StatusCode?
    var isException: Bool?
    /// The status that the figures give, where an officer has judged otherwise, and the officer's reason.
    var computedStatus: String?
    var statusReason: String?
    var yearEndStatus: String?
    var yearEndCode: StatusCode?
    var direction: String?
    var directionCode: String?
    var rank: Int?
    var ranked: Int?
    var quartile: Int?
    var reason: String?
    var response: String?
    var changeReason: String?
    var notes: String?
}

/// A figure of an indicator, or one number of a composite.
struct FigureRow: Sendable, Hashable {
    var key: String
    var indicator: String
    var directorate: String
    var reference: String?
    var kind: String
    var period: String?
    var periodInWords: String?
    var comparator: String?
    var comparatorName: String?
    var figure: FigureText
}

/// What a return says of a row in a further column: who is accountable, what it costs.
struct DetailRow: Sendable, Hashable {
    var key: String
    var reportedClass: String
    var row: String
    var directorate: String
    var field: String
    var kind: String
    var date: String?
    /// Of a text or a date, its words alone.
    var printed: String?
    var figure: FigureText?
}

/// Others with whom indicators are compared.
struct ComparatorRow: Sendable, Hashable {
    var id: String
    var name: String
    var source: String
}
