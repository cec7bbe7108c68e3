// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Asks that a figure is of the period of its column: `72% (Q3)` is none of the whole year.
///
/// A label that is no period, several values with labels, and figures that are published later are passed over.
struct PeriodRules {
    let indicator: Indicator
    let report: (Diagnostic.Message, SourceLocation) -> Void

    func check() {
        if indicator.lag > 0 { return }
        for (key, observation) in indicator.figures.sorted(by: { $0.key.period < $1.key.period })
        where key.kind == .actual {
            guard let (words, period) = named(in: observation.value, of: key.period.year),
                isOther(period, than: key.period)
            else { continue }
            report(.otherPeriod(words, column: observation.location.field ?? "\(key.period)"), observation.location)
        }
    }

    /// A year, a part of one, or both.
    private struct NamedPeriod {
        var year: ReportingYear?
        var span: Period.Span?
    }

    /// The period that a value names, and the words in which it does: the label of its one number, or the year that its words end in.
    private func named(in value: Value, of year: ReportingYear) -> (String, NamedPeriod)? {
        switch value {
        case .composite(let parts):
            guard parts.count == 1 else { return nil }
            return period(parts[0].label, of: year).map { ("\(parts[0].quantity) (\(parts[0].label))", $0) }
        case .words(let words):
            let parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
            guard parts.count > 2, ["in", "for"].contains(parts[parts.count - 2].lowercased()),
                // Of two numbers one may be of the column's year.
                parts.dropLast().count(where: { $0.contains(where: \.isNumber) }) == 1,
                let named = self.year(parts[parts.count - 1], of: year)
            else { return nil }
            return (words, NamedPeriod(year: named, span: nil))
        case .number, .yesOrNo, .absent: return nil
        }
    }

    /// `2007/08`, `Q3`, `Q3 2007/08`.
    private func period(_ label: String, of year: ReportingYear) -> NamedPeriod? {
        let words = label.split(whereSeparator: \.isWhitespace).map(String.init)
        let years = words.compactMap { self.year($0, of: year) }
        let rest = words.filter { self.year($0, of: year) == nil }.joined(separator: " ")
        guard years.count <= 1, !words.isEmpty else { return nil }
        if rest.isEmpty { return NamedPeriod(year: years.first, span: nil) }
        guard let span = Period.Span(rest), span != .year else { return nil }
        return NamedPeriod(year: years.first, span: span)
    }

    /// A year of the kind of the column's, with both of its numbers.
    private func year(_ word: String, of year: ReportingYear) -> ReportingYear? {
        guard word.contains("/") || year.kind == .calendar else { return nil }
        return ReportingYear(word, kind: year.kind)
    }

    /// Whether a named period ends in another month than that of a column, or is of another year.
    private func isOther(_ named: NamedPeriod, than column: Period) -> Bool {
        if let year = named.year, year != column.year { return true }
        guard let span = named.span else { return false }
        return Period(year: column.year, span: span).lastMonth != column.lastMonth
    }
}

extension Diagnostic.Message {
    fileprivate static func otherPeriod(_ words: String, column: String) -> Self {
        Self(
            .periodDiffersFromColumn,
            "`\(words.shortened)` is of another period than its column, `\(column)`",
            hint: "move it to the column of its period, and give the figure of this one, or `[x]` if there is none"
        )
    }
}
