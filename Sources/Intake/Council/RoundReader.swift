// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// Reads `round.yaml`.
struct RoundReader {
    let findings: DiagnosticCollector

    /// The round, or `nil` if the file is no form at all.
    ///
    /// A year or a day that cannot be used is an error, and a substitute near it is taken, so that the rest is read as
    /// it is meant.
    func read(_ value: YAMLValue) -> Round? {
        guard let form = FilledForm(value, RoundForm.form, findings) else { return nil }
        form.readWaivers()
        // As in council.yaml.
        form.hideWaivers()
        let title = form.words(RoundForm.title)
        let kind = form.choice(RoundForm.yearKind, of: ReportingYear.Kind.self)
        let year = year(form, kind: kind)
        let asAt = form.date(RoundForm.asAt)
        if let year, let asAt, let first = Period(year: year, span: .year).firstDay,
            let last = Period(year: year, span: .year).lastDay, !(first...last).contains(asAt)
        {
            findings.report(.dateOutsideYear(asAt, year, from: first, to: last), at: form.location(of: RoundForm.asAt))
        }
        let likelyYear = year ?? likelyYear(form, kind: kind ?? .financial, asAt: asAt)
        let period = Period(year: likelyYear, span: span(form, kind: likelyYear.kind) ?? .half(1))
        guard let likelyDay = asAt ?? period.lastDay else { return nil }
        return Round(
            title: title,
            subtitle: form.text(RoundForm.subtitle)?.string,
            period: period,
            asAt: likelyDay,
            returnsDue: form.date(RoundForm.returnsDue),
            excludes: form.text(RoundForm.excludes)?.string
        )
    }

    /// Which part of the year the round reports on; a month may be named: `October`.
    private func span(_ form: FilledForm, kind: ReportingYear.Kind) -> Period.Span? {
        guard let text = form.text(RoundForm.point) else { return nil }
        if let span = Period.Span(text.string) { return span }
        if let month = CalendarDate.month(named: text.string) {
            // The month of any year.
            return Period(month: month, of: 2000, kind: kind).span
        }
        findings.report(.invalidPoint(text.string), at: text.location)
        return nil
    }

    /// What a year that is not one probably means.
    private func likelyYear(_ form: FilledForm, kind: ReportingYear.Kind, asAt: CalendarDate?) -> ReportingYear {
        let written = form.text(RoundForm.year).flatMap { Int($0.string.prefix(4)) }
        if let written, (1900...2200).contains(written) { return ReportingYear(first: written, kind: kind) }
        return ReportingYear(first: asAt?.year ?? 2000, kind: kind)
    }

    private func year(_ form: FilledForm, kind: ReportingYear.Kind?) -> ReportingYear? {
        guard let text = form.text(RoundForm.year) else { return nil }
        let year = ReportingYear(text.string, kind: kind == .academic ? .academic : .financial)
        // One number alone may be half of a financial year: it is a calendar year where the round says so.
        if let year, (1900...2200).contains(year.first), year.kind == kind ?? .financial { return year }
        let first = Int(text.string.prefix(4)).flatMap { (1900...2200).contains($0) ? $0 : nil }
        findings.report(
            .invalidReportingYear(
                text.string,
                meaning: first.map { ReportingYear(first: $0, kind: kind ?? .financial) },
                isCalendarYear: year?.kind == .calendar
            ),
            at: text.location
        )
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func dateOutsideYear(
        _ date: CalendarDate,
        _ year: ReportingYear,
        from first: CalendarDate,
        to last: CalendarDate
    ) -> Self {
        Self(.dateOutsideYear, "\(date) is not in the year \(year)", hint: "the year runs from \(first) to \(last)")
    }

    fileprivate static func invalidReportingYear(
        _ written: String,
        meaning year: ReportingYear?,
        isCalendarYear: Bool
    ) -> Self {
        Self(
            .invalidFinancialYear,
            "`\(written.shortened)` is not a \(own: (year?.kind ?? .financial).rawValue) year",
            hint: year.map { year in
                isCalendarYear
                    ? "did you mean `\(year)`? A calendar year needs `year-kind: calendar`" : "did you mean `\(year)`?"
            } ?? "a financial year is written `2009/10`"
        )
    }

    fileprivate static func invalidPoint(_ written: String) -> Self {
        let names = Period.Span.examples.map(\.name) + CalendarDate.monthNames
        return Self(
            .invalidPoint,
            "`\(written.shortened)` is no part of a year",
            hint: NearestName.of(written, among: names).map { "did you mean `\(own: $0)`?" }
                ?? "it is `half-year`, `full-year`, a quarter (`Q3`), or a month (`October`, `month 7`)"
        )
    }
}
