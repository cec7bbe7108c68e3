// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Reads `round.yaml`.
struct RoundReader {
    let findings: Findings

    /// The round; nothing where its year or its day is not told.
    func read(_ value: YAMLValue) -> Round? {
        guard let form = FilledForm(value, RoundForm.form, findings) else { return nil }
        let title = form.words(RoundForm.title)
        let point = form.choice(RoundForm.point, of: Round.Point.self)
        let year = year(form)
        let asAt = form.date(RoundForm.asAt)
        if let year, let asAt, let first = CalendarDate(year: year.first, month: 4, day: 1),
            let last = CalendarDate(year: year.first + 1, month: 3, day: 31), !(first...last).contains(asAt)
        {
            findings.error(
                "\(asAt) is not in the year \(year)",
                at: form.location(of: RoundForm.asAt),
                hint: "the year runs from \(first) to \(last)"
            )
        }
        guard let year, let asAt else { return nil }
        return Round(
            title: title,
            subtitle: form.text(RoundForm.subtitle)?.string,
            year: year,
            point: point ?? .halfYear,
            asAt: asAt,
            excludes: form.text(RoundForm.excludes)?.string
        )
    }

    private func year(_ form: FilledForm) -> FinancialYear? {
        guard let text = form.text(RoundForm.year) else { return nil }
        if let year = FinancialYear(text.string), (1900...2200).contains(year.first) { return year }
        let first = text.string.prefix(4)
        let hint = Int(first).map { (1900...2200).contains($0) ? "did you mean `\(FinancialYear(first: $0))`?" : nil }
        findings.error(
            "`\(text.string.shortened)` is not a financial year",
            at: text.location,
            hint: hint.flatMap { $0 } ?? "a financial year is written `2009/10`"
        )
        return nil
    }
}
