// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// What must make sense in the rows of a return: each by itself, and the rows of its table beside one another.
struct RowRules {
    let round: MonitoringRound
    let directorateReturn: DirectorateReturn
    /// The indicators of the return as the review has them, in the same order.
    let rows: [ReviewedRow]
    let report: (Diagnostic.Message, SourceLocation) -> Void

    func check() {
        for (indicator, row) in zip(directorateReturn.indicators, rows) {
            checkClass(indicator, row)
            checkStatus(indicator, row)
            checkPrecision(indicator)
            PeriodRules(indicator: indicator, report: report).check()
            MeasureRules(indicator: indicator, row: row, report: report).check()
        }
        checkUnchanged()
    }

    // MARK: - Words and figures

    private static let improvingClasses: Set = ["improving", "improved", "getting better"]

    /// An indicator of a class that is called improving is not worse than in every earlier period.
    private func checkClass(_ indicator: Indicator, _ row: ReviewedRow) {
        guard let group = indicator.group, Self.improvingClasses.contains(group.lowercased()), row.polarity != .neither,
            let latest = row.actuals.last
        else { return }
        let earlier = row.actuals.dropLast().filter { $0.measure == latest.measure }
        guard let before = earlier.last else { return }
        let isWorse = earlier.allSatisfy {
            $0.value != latest.value && (latest.value < $0.value) == (row.polarity == .higher)
        }
        guard isWorse else { return }
        report(.worseThanItsClass(group, row, before, latest), indicator.location.row(field: "class"))
    }

    /// An indicator that is on course is not forecast to miss its target.
    private func checkStatus(_ indicator: Indicator, _ row: ReviewedRow) {
        // With a scale the status is computed, or a reason is given for another.
        guard round.council.ratings == nil, let status = indicator.status, status.meaning.isOnCourseOrDone,
            row.polarity != .neither
        else { return }
        let year = round.round.period.wholeYear
        guard case .number(let forecast)? = indicator.figures[.init(year, .forecast)]?.value,
            case .number(let target)? = indicator.figures[.init(year, .target)]?.value,
            forecast.writtenMeasure == target.writtenMeasure
        else { return }
        let isMissed =
            row.polarity == .higher
            ? forecast.approximate < target.approximate - forecast.step / 2
            : forecast.approximate > target.approximate + forecast.step / 2
        guard isMissed else { return }
        report(
            .onCourseToMiss(status.word, forecast: "\(forecast)", target: "\(target)", polarity: row.polarity),
            indicator.location.row(field: "status")
        )
    }

    // MARK: - Precision

    /// The actual figures of a row have as many decimals, where at least three of them agree and one does not.
    private func checkPrecision(_ indicator: Indicator) {
        let actuals = indicator.figures.filter { $0.key.kind == .actual }.sorted { $0.key.period < $1.key.period }
        var figures: [(quantity: Quantity, location: SourceLocation)] = []
        for (_, observation) in actuals {
            guard case .number(let quantity) = observation.value else { continue }
            // Nought and all are written without decimals.
            if quantity.digits == 0 || quantity.unit == "%" && quantity.approximate == 100 { continue }
            figures.append((quantity, observation.location))
        }
        guard figures.count >= 4, let first = figures.first?.quantity,
            figures.allSatisfy({
                $0.quantity.scale == first.scale && $0.quantity.writtenMeasure == first.writtenMeasure
            })
        else { return }
        let counts = Dictionary(grouping: figures) { $0.quantity.decimals }
        guard counts.count == 2, let (decimals, _) = counts.first(where: { $0.value.count >= 3 }),
            let odd = figures.first(where: { $0.quantity.decimals != decimals }),
            counts[odd.quantity.decimals]?.count == 1
        else { return }
        report(
            .otherDecimals("\(odd.quantity)", others: "\(first == odd.quantity ? figures[1].quantity : first)"),
            odd.location
        )
    }

    // MARK: - Carried forward

    /// Words by which a comment says that a figure has not changed.
    private static let steady: Set = [
        "hold", "held", "holding", "holds", "level", "same", "unchanged", "steady", "stable", "maintain", "maintained",
        "maintaining", "sustained", "remain", "remains", "remained", "still", "constant", "static", "flat",
    ]

    /// At least three rows in which the latest figure is the one before it, and no comment says so, may have been carried forward.
    private func checkUnchanged() {
        struct Pair: Hashable {
            var before: Period
            var latest: Period
        }
        var groups: [Pair: [Int]] = [:]
        var order: [Pair] = []
        for (index, row) in rows.enumerated() {
            guard let latest = row.actuals.last, let before = row.actuals.dropLast().last, let last = latest.period,
                let former = before.period, latest.printed == before.printed, latest.value != 0,
                latest.measure != .percent || latest.value != 100,
                // Small numbers are often the same by chance.
                latest.printed.count(where: \.isNumber) >= 2, !saysSo(directorateReturn.indicators[index].comment)
            else { continue }
            let pair = Pair(before: former, latest: last)
            if groups[pair] == nil { order.append(pair) }
            groups[pair, default: []].append(index)
        }
        for pair in order {
            guard let found = groups[pair], found.count >= 3, let first = found.first else { continue }
            let place = rows[first].location
            report(.unchanged(found.map { rows[$0] }, pair.before, pair.latest), place.at(line: place.row))
        }
    }

    private func saysSo(_ comment: Comment) -> Bool {
        guard case .own(let reason, let response) = comment else { return false }
        return [reason, response].contains { prose in
            Document(prose, in: Vocabulary()).passages.contains { $0.tokens.contains { Self.steady.contains($0.text) } }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func worseThanItsClass(
        _ group: String,
        _ row: ReviewedRow,
        _ before: ReviewedRow.Fact,
        _ latest: ReviewedRow.Fact
    ) -> Self {
        Self(
            .directionDiffers,
            "the class is `\(group.shortened)`, and the figure is the worst of the row: `\(before.printed)`, then `\(latest.printed)`",
            hint:
                "\(own: row.polarity.rawValue) is better: put the row into another class, or the column `better` right"
        )
    }

    fileprivate static func onCourseToMiss(
        _ status: String,
        forecast: String,
        target: String,
        polarity: Indicator.Polarity
    ) -> Self {
        Self(
            .statusDiffersFromForecast,
            "the status is `\(status, from: .anywhere)`, and the forecast `\(forecast)` misses the target `\(target)`",
            hint: "\(own: polarity.rawValue) is better: put the status, the forecast or the target right"
        )
    }

    fileprivate static func otherDecimals(_ figure: String, others: String) -> Self {
        Self(
            .mixedPrecision,
            "`\(figure)` has other decimals than the figures beside it, such as `\(others)`",
            hint: "give all figures of a row with the same number of decimals, `.0` included"
        )
    }

    fileprivate static func unchanged(_ rows: [ReviewedRow], _ before: Period, _ latest: Period) -> Self {
        let names = rows.prefix(8).map(\.name).inBackticks
        let more: DiagnosticText = rows.count > 8 ? " and \(rows.count - 8) more" : ""
        return Self(
            .unchangedFigures,
            "\(rows.count) rows have the same figure for \(own: before) and \(own: latest): \(names)" + more,
            hint:
                "if they were carried forward, give the new figures; if they are right, say in the comments that nothing has changed"
        )
    }
}
