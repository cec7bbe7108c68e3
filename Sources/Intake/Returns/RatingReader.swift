// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// Rates an indicator by the council's scale, and holds what its row says of its status against its figures.
struct RatingReader {
    private typealias Columns = IndicatorColumns

    let context: ReturnContext
    let scale: RatingScale
    let markdown: ProseReader

    func rate(_ indicator: inout Indicator, in row: DataRow) {
        guard let period = context.period else { return }
        let latest = period.before(indicator.lag)
        let reason = row.prose(Columns.statusReason, reader: markdown)
        let now = Rating(
            computed: indicator.verdict(at: latest, of: .actual, by: scale),
            stated: step(row, Columns.status),
            reason: reason
        )
        var yearEnd: Rating?
        let stated = step(row, Columns.yearEndStatus)
        if stated != nil || indicator.figures[.init(period.wholeYear, .forecast)] != nil {
            let computed = indicator.verdict(at: period.wholeYear, of: .forecast, by: scale)
            yearEnd = Rating(computed: computed, stated: stated)
        }
        check(now, yearEnd, of: indicator, in: row)
        indicator.rating = now
        indicator.yearEndRating = yearEnd
    }

    /// The step that a word of the return names.
    private func step(_ row: DataRow, _ column: DataColumn) -> RatingScale.Step? {
        let word = row.text(column)
        if word.isEmpty { return nil }
        if let step = scale.step(named: word) { return step }
        context.findings.report(.unknownRating(word, among: scale), at: row.location(column))
        return nil
    }

    /// A status that is not what the figures make needs a reason, and a reason such a status.
    private func check(_ now: Rating, _ yearEnd: Rating?, of indicator: Indicator, in row: DataRow) {
        let findings = context.findings
        let judged = [(now, Columns.status)] + (yearEnd.map { [($0, Columns.yearEndStatus)] } ?? [])
        var differs = false
        for (rating, column) in judged where rating.isJudgement {
            differs = true
            // Where the figures make no status the word is all that there is.
            guard let stated = rating.stated, case .step(let computed) = rating.computed, now.reason.isEmpty else {
                continue
            }
            // The words are the council's, and which of them hold is what the row says.
            let source = indicator.exemption == nil ? DiagnosticText.Source.council : .place
            let message = Diagnostic.Message.statusDiffers(stated.word, computed: computed.word, from: source)
            findings.report(message, at: row.location(column))
        }
        if !differs, !now.reason.isEmpty {
            findings.report(.unusedStatusReason, at: row.location(Columns.statusReason))
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownRating(_ word: String, among scale: RatingScale) -> Self {
        let words = scale.steps.map(\.word)
        return Self(
            .unknownStatus,
            "unknown status `\(word.shortened)`",
            hint: NearestName.hint(for: word, among: words, from: .council)
        )
    }

    fileprivate static func statusDiffers(
        _ stated: String,
        computed: String,
        from source: DiagnosticText.Source
    ) -> Self {
        Self(
            .statusDiffersFromFigures,
            "the status is `\(stated, from: source)`, and by its figures it is `\(computed, from: source)`",
            hint: "put the figures or the status right, or say in the column `status reason` why they differ"
        )
    }

    fileprivate static var unusedStatusReason: Self {
        Self(
            .unusedStatusReason,
            "no status needs this reason: the status is the one that the figures make",
            hint: "delete it, or put it into the column `comment`"
        )
    }
}
