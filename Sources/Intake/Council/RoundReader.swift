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
        let title = form.words(RoundForm.title)
        let point = form.choice(RoundForm.point, of: Round.Point.self)
        let year = year(form)
        let asAt = form.date(RoundForm.asAt)
        if let year, let asAt, let first = CalendarDate(year: year.first, month: 4, day: 1),
            let last = CalendarDate(year: year.first + 1, month: 3, day: 31), !(first...last).contains(asAt)
        {
            findings.report(.dateOutsideYear(asAt, year, from: first, to: last), at: form.location(of: RoundForm.asAt))
        }
        let likelyYear = year ?? likelyYear(form, asAt: asAt)
        guard let likelyDay = asAt ?? CalendarDate(year: likelyYear.first, month: 9, day: 30) else { return nil }
        return Round(
            title: title,
            subtitle: form.text(RoundForm.subtitle)?.string,
            year: likelyYear,
            point: point ?? .halfYear,
            asAt: likelyDay,
            excludes: form.text(RoundForm.excludes)?.string
        )
    }

    /// What a year that is not one probably means.
    private func likelyYear(_ form: FilledForm, asAt: CalendarDate?) -> FinancialYear {
        let written = form.text(RoundForm.year).flatMap { Int($0.string.prefix(4)) }
        if let written, (1900...2200).contains(written) { return FinancialYear(first: written) }
        return FinancialYear(first: asAt?.year ?? 2000)
    }

    private func year(_ form: FilledForm) -> FinancialYear? {
        guard let text = form.text(RoundForm.year) else { return nil }
        if let year = FinancialYear(text.string), (1900...2200).contains(year.first) { return year }
        let first = text.string.prefix(4)
        let year = Int(first).flatMap { (1900...2200).contains($0) ? FinancialYear(first: $0) : nil }
        findings.report(.invalidFinancialYear(text.string, meaning: year), at: text.location)
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func dateOutsideYear(
        _ date: CalendarDate,
        _ year: FinancialYear,
        from first: CalendarDate,
        to last: CalendarDate
    ) -> Self {
        Self(.dateOutsideYear, "\(date) is not in the year \(year)", hint: "the year runs from \(first) to \(last)")
    }

    fileprivate static func invalidFinancialYear(_ written: String, meaning year: FinancialYear?) -> Self {
        Self(
            .invalidFinancialYear,
            "`\(written.shortened)` is not a financial year",
            hint: year.map { "did you mean `\($0)`?" } ?? "a financial year is written `2009/10`"
        )
    }
}
