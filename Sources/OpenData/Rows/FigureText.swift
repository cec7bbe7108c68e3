// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring

/// One figure in every form in which data give it: the exact number, and the text that papers print.
struct FigureText: Sendable, Hashable {
    /// What a number of a composite is of; `nil` for any other value.
    var part: String?
    /// The number in plain digits; `nil` if the value is no number.
    var value: String?
    var unit: String?
    /// The letters of its qualifiers: `p`.
    var qualifier: String?
    /// The code of the reason for which there is no value.
    var absence: String?
    /// As papers print the value, with its qualifiers.
    var printed: String
    /// What its notes say.
    var note: String?

    /// The numbers of a value: several of a composite, otherwise one.
    static func texts(
        of observation: Observation,
        missing: HouseStyle.Missing,
        wording: Wording,
        note: String?
    ) -> [FigureText] {
        let qualifier = observation.qualifiers.map(\.rawValue).joined(separator: " ")
        var texts: [FigureText] =
            switch observation.value {
            case .composite(let parts):
                parts.map { FigureText(part: $0.label, $0.quantity, printed: wording.words($0)) }
            case .number(let quantity): [FigureText(quantity, printed: wording.words(quantity))]
            case .absent(let absence):
                wording.lines(.absent(absence), missing: missing).map {
                    FigureText(absence: absence.rawValue.hyphenated, printed: $0)
                }
            case .yesOrNo, .words:
                wording.lines(observation.value, missing: missing).map { FigureText(printed: $0) }
            }
        for index in texts.indices {
            texts[index].qualifier = qualifier.isEmpty ? nil : qualifier
            texts[index].note = note
        }
        if let codes = observation.qualifierCodes, let last = texts.indices.last { texts[last].printed += codes }
        return texts
    }

    private init(part: String? = nil, _ quantity: Quantity, printed: String) {
        self.part = part
        value = quantity.plainDecimal
        let units = [quantity.currency, quantity.unit].compactMap(\.self)
        unit = units.isEmpty ? nil : units.joined(separator: " ")
        self.printed = printed
    }

    private init(absence: String? = nil, printed: String) {
        self.absence = absence
        self.printed = printed
    }
}

extension Quantity {
    /// The exact number in plain decimal digits, with the decimals that were written and without its scale: `2745000` for `£2.745m`.
    var plainDecimal: String {
        let zeros = String(scale.factor).utf8.count - 1
        let magnitude = String(digits.magnitude) + String(repeating: "0", count: max(0, zeros - decimals))
        let decimals = max(0, decimals - zeros)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - magnitude.utf8.count)) + magnitude
        let whole = padded.dropLast(decimals).drop { $0 == "0" }
        let sign = digits < 0 ? "-" : ""
        return sign + (whole.isEmpty ? "0" : whole) + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    }
}

extension Period {
    /// Its first and its last day as an ISO 8601 interval: `2009-04-01/2010-03-31`; `nil` where there is no such year.
    var interval: String? {
        guard let firstDay, let lastDay else { return nil }
        return "\(firstDay.iso8601)/\(lastDay.iso8601)"
    }
}

extension DueDate {
    /// As closely as it is known: `2010-03-31`, `2010-03` or `2010`.
    var iso8601: String {
        switch self {
        case .day(let date): date.iso8601
        case .month(let year, let month): "\(year)-\(month < 10 ? "0" : "")\(month)"
        case .year(let year): String(year)
        }
    }
}
