// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring

/// Makes the rows of one return that a table of the papers lists, without those that are withheld.
struct ReturnRowBuilder {
    private let round: MonitoringRound
    private let own: DirectorateReturn
    private let wording: Wording
    private let printed: PrintedTables
    private let notes: [String: DirectorateReturn.Note]
    private var prose: ProseText

    private(set) var items: [ReportedClass: [ItemRow]] = [:]
    private(set) var indicators: [IndicatorRow] = []
    private(set) var figures: [FigureRow] = []
    private(set) var details: [DetailRow] = []

    init(of own: DirectorateReturn, in round: MonitoringRound, layouts: LayoutSet, prose: ProseText) {
        self.round = round
        self.own = own
        self.prose = prose
        wording = layouts.wording
        printed = PrintedTables(of: own, in: round, layouts: layouts)
        notes = Dictionary(own.notes.map { ($0.name, $0) }) { first, _ in first }
        var comments = SharedComments()
        for (index, item) in own.items.enumerated() {
            let comment = comments.comment(of: item.comment, row: index)
            if item.exemption == nil, printed.list(item, isCommented: comment.saysSomething) { add(item, comment) }
        }
        comments = SharedComments()
        for (index, indicator) in own.indicators.enumerated() {
            let comment = comments.comment(of: indicator.comment, row: index)
            if indicator.exemption == nil, printed.list(indicator) { add(indicator, comment) }
        }
    }

    /// The identifier of a row: its position among the public rows of its class, so that it tells nothing of those that are withheld.
    private func key(_ reported: ReportedClass, after rows: Int) -> String {
        "\(own.directorate).\(reported.rawValue).\(rows + 1)"
    }

    private mutating func add(_ item: PlanItem, _ comment: SharedComments.Resolved) {
        let reported = item.reportedClass
        let key = key(reported, after: items[reported]?.count ?? 0)
        let isCommentPrinted = printed.printComment(of: item)
        let outcome = printed.print(.outcome, of: reported) ? item.outcome : Prose()
        let reason = isCommentPrinted ? comment.reason : Prose()
        let response = isCommentPrinted ? comment.response : Prose()
        let due = printed.print(.due, of: reported) ? item.due : nil
        let row = ItemRow(
            key: key,
            directorate: own.directorate,
            unit: item.unit,
            reference: item.reference,
            title: text(item.title),
            outcome: text(outcome),
            due: due?.iso8601,
            dueInWords: due.map { wording.words($0) },
            status: item.status.word.capitalisingFirst,
            code: StatusCode(item.status.meaning),
            isException: item.status.isException,
            reason: text(reason),
            response: text(response),
            notes: notes(marked: [item.title, outcome, reason, response].flatMap(\.notes).map(\.name)),
            forecast: printed.print(.forecast, of: reported) ? texts(of: item.forecast) : [],
            actual: printed.print(.actual, of: reported) ? texts(of: item.actual) : []
        )
        items[reported, default: []].append(row)
        add(item.details, of: reported, row: key)
    }

    private mutating func add(_ indicator: Indicator, _ comment: SharedComments.Resolved) {
        let key = key(.indicators, after: indicators.count)
        let isCommentPrinted = printed.printComment(of: indicator)
        let reason = isCommentPrinted ? comment.reason : Prose()
        let response = isCommentPrinted ? comment.response : Prose()
        let changeReason = printed.print(.changeReason, of: .indicators) ? indicator.changeReason : Prose()
        let rating = indicator.rating
        let isJudgement = rating?.isJudgement == true
        let statusReason = isJudgement ? rating?.reason ?? Prose() : Prose()
        let direction = round.direction(of: indicator)
        let rank = printed.print(.rank, of: .indicators) ? indicator.rank : nil
        let marked = [indicator.measure, reason, response, changeReason, statusReason].flatMap(\.notes).map(\.name)
        let row = IndicatorRow(
            key: key,
            directorate: own.directorate,
            unit: indicator.unit,
            reference: indicator.reference,
            measure: text(indicator.measure),
            better: indicator.polarity.rawValue,
            basis: indicator.basis?.rawValue.hyphenated,
            group: indicator.group,
            asAt: indicator.asAt?.iso8601,
            lag: indicator.lag,
            status: rating.map { wording.words($0.verdict) } ?? indicator.status?.word.capitalisingFirst,
            code: rating.map { StatusCode($0.verdict) } ?? indicator.status.map { StatusCode($0.meaning) },
            isException: indicator.isException,
            computedStatus: isJudgement ? rating.map { wording.words($0.computed) } : nil,
            statusReason: text(statusReason),
            yearEndStatus: indicator.yearEndRating.map { wording.words($0.verdict) },
            yearEndCode: indicator.yearEndRating.map { StatusCode($0.verdict) },
            direction: direction.map { wording.words($0.phrase).capitalisingFirst },
            directionCode: direction?.rawValue.hyphenated,
            rank: rank?.position,
            ranked: rank?.count,
            quartile: printed.print(.quartile, of: .indicators) ? indicator.quartile?.rawValue : nil,
            reason: text(reason),
            response: text(response),
            changeReason: text(changeReason),
            notes: notes(marked: marked)
        )
        indicators.append(row)
        addFigures(of: indicator, row)
        add(indicator.details, of: .indicators, row: key)
    }

    private mutating func text(_ prose: Prose) -> String? {
        prose.isEmpty ? nil : self.prose.text(prose, of: own.directorate)
    }

    /// What notes say, on lines of their own.
    private mutating func notes(marked names: [String]) -> String? {
        var texts: [String] = []
        for name in names {
            if let text = notes[name].flatMap({ text($0.text) }), !texts.contains(text) { texts.append(text) }
        }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }
}

extension SharedComments.Resolved {
    /// Whether there is a comment on the row, by which some tables list it.
    var saysSomething: Bool { !reason.isEmpty || !response.isEmpty }
}

// MARK: - Figures

extension ReturnRowBuilder {
    private mutating func texts(of observation: Observation?) -> [FigureText] {
        guard let observation else { return [] }
        let note = notes(marked: observation.notes)
        let missing = round.council.houseStyle.missing
        return FigureText.texts(of: observation, missing: missing, wording: wording, note: note)
    }

    /// Adds the figures of an indicator: its own by their kinds and periods, then those of others, then the officer's words on these.
    private mutating func addFigures(of indicator: Indicator, _ row: IndicatorRow) {
        for kind in Indicator.FigureKey.Kind.allCases {
            let own = indicator.figures.filter { $0.key.kind == kind }.sorted { $0.key.period < $1.key.period }
            for (key, observation) in own { add(observation, kind.rawValue, key.period, to: row) }
        }
        if printed.print(.comparators, of: .indicators) {
            for comparator in round.council.comparators {
                for (key, observation) in indicator.comparisons(with: comparator).reversed() {
                    add(observation, FigureKind.comparator, key.period, comparator, to: row)
                }
            }
        }
        if let comparison = indicator.comparison, printed.print(.comparison, of: .indicators) {
            add(comparison, FigureKind.comparison, nil, to: row)
        }
    }

    private mutating func add(
        _ observation: Observation,
        _ kind: String,
        _ period: Period?,
        _ comparator: Comparator? = nil,
        to row: IndicatorRow
    ) {
        for figure in texts(of: observation) {
            let number = figures.reversed().prefix { $0.indicator == row.key }.count + 1
            figures.append(
                FigureRow(
                    key: "\(row.key).\(number)",
                    indicator: row.key,
                    directorate: row.directorate,
                    reference: row.reference,
                    kind: kind,
                    period: period?.interval,
                    periodInWords: period.map { wording.words($0) },
                    comparator: comparator?.id,
                    comparatorName: comparator?.name,
                    figure: figure
                )
            )
        }
    }

    private mutating func add(_ fields: [String: Detail], of reported: ReportedClass, row key: String) {
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) where printed.print(detail: name, of: reported) {
            func detail(_ kind: Detail.Kind, number: Int? = nil) -> DetailRow {
                DetailRow(
                    key: ([key, name] + [number.map(String.init)].compactMap(\.self)).joined(separator: "."),
                    reportedClass: reported.rawValue,
                    row: key,
                    directorate: own.directorate,
                    field: name,
                    kind: kind.rawValue
                )
            }
            switch value {
            case .text(let prose):
                var row = detail(.text)
                row.printed = text(prose)
                details.append(row)
            case .date(let date):
                var row = detail(.date)
                row.date = date.iso8601
                row.printed = wording.words(date)
                details.append(row)
            case .figure(let observation):
                let texts = texts(of: observation)
                for (index, figure) in texts.enumerated() {
                    var row = detail(.figure, number: texts.count > 1 ? index + 1 : nil)
                    row.printed = figure.printed
                    row.figure = figure
                    details.append(row)
                }
            }
        }
    }
}

/// The kinds of figures that data have beside an indicator's own.
enum FigureKind {
    /// A figure of others.
    static let comparator = "comparator"
    /// The officer's comparison of the indicator with other councils, as free text.
    static let comparison = "comparison"

    static let all = Indicator.FigureKey.Kind.allCases.map(\.rawValue) + [comparator, comparison]
}
