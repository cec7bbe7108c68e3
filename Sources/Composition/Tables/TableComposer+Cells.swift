// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Monitoring
import PaperTree

/// The cells of a row: what each column shows of it.
extension TableComposer {
    /// Everything that a column shows of a row, one under another; a reference runs into what follows it.
    ///
    /// - Returns: the blocks, and whether the first value has a label or a reference before it.
    mutating func blocks(
        of column: TableKind.Column,
        in row: TableRowSource,
        with context: inout CompositionContext
    ) -> (blocks: [Block], beginsWithLabel: Bool) {
        var blocks: [Block] = []
        var beginsWithLabel = false
        var leading: [Inline] = []
        for field in column.fields {
            let label = field.label.map { composer.text($0, with: &context) } ?? ""
            if field.name == .ref {
                guard let reference = row.reference else { continue }
                leading = [.strong([.text((label.isEmpty ? "" : label + "\u{A0}") + reference + ":")]), .text(" ")]
                continue
            }
            var own = self.blocks(of: field, in: row, with: &context)
            if own.isEmpty { continue }
            if !label.isEmpty { leading += [.strong([.text(label)]), .text(" ")] }
            if !leading.isEmpty {
                if blocks.isEmpty { beginsWithLabel = true }
                own = own.leading(with: leading) ?? [context.paragraph(leading)] + own
                leading = []
            }
            blocks += own
        }
        if !leading.isEmpty { blocks.append(context.paragraph(leading)) }
        return (blocks.placed(at: row.location), beginsWithLabel)
    }

    mutating func blocks(
        of field: TableKind.Field,
        in row: TableRowSource,
        with context: inout CompositionContext
    ) -> [Block] {
        func words(_ text: String?, symbol: Symbol? = nil) -> [Block] {
            text.map { [context.paragraph([.text($0.capitalisingFirst)], symbol: symbol)] } ?? []
        }
        switch (row.subject, field.name) {
        case (_, .reason):
            return composer.blocks(row.reason, with: &context) + judgement(of: row, in: .reason, with: &context)
        case (_, .response): return composer.blocks(row.response, with: &context)
        case (_, .comment):
            return composer.blocks(row.reason, with: &context) + composer.blocks(row.response, with: &context)
                + judgement(of: row, in: .comment, with: &context)
        case (_, .unit): return words(placeName(row.place))
        case (.item(let item), .detail): return detail(item.details, field, with: &context)
        case (.indicator(let indicator), .detail): return detail(indicator.details, field, with: &context)
        case (.item(let item), .action): return composer.blocks(item.title, with: &context)
        case (.item(let item), .outcome): return composer.blocks(item.outcome, with: &context)
        case (.item(let item), .due): return words(item.due.map { context.wording.words($0) })
        case (.item(let item), .status): return words(item.status.word, symbol: item.status.meaning.symbol)
        case (.item(let item), .forecast): return figure(item.forecast, with: &context)
        case (.item(let item), .actual): return figure(item.actual, with: &context)
        case (.indicator(let indicator), .measure):
            return composer.blocks(indicator.measure, with: &context) + judgement(of: row, in: .measure, with: &context)
        case (.indicator(let indicator), .better): return words(context.wording.words(indicator.polarity.phrase))
        case (.indicator(let indicator), .status):
            guard let rating = indicator.rating else {
                return words(indicator.status?.word, symbol: indicator.status?.meaning.symbol)
            }
            return [block(of: rating.verdict, with: &context)] + judgement(of: row, in: .status, with: &context)
        case (.indicator(let indicator), .yearEndStatus):
            guard let rating = indicator.yearEndRating else { return [] }
            // Its reason is that of the row's comment, and the words are short.
            return [block(of: rating.verdict, with: &context)] + judgement(rating, with: &context)
        case (.indicator(let indicator), .previousStatus):
            return round.verdict(of: indicator, periodsAgo: 1).map { [block(of: $0, with: &context)] } ?? []
        case (.indicator(let indicator), .trend): return [trend(of: indicator, with: &context)]
        case (.indicator(let indicator), .direction):
            let direction = round.direction(of: indicator)
            let word = context.wording.words(direction?.phrase ?? .notApplicable)
            let isAtBest = direction == .stable && indicator.isAtBest(at: round.round.period.before(indicator.lag))
            return words(
                isAtBest ? context.wording.words(.atBest, ["direction": word]) : word,
                symbol: direction?.symbol
            )
        case (.indicator(let indicator), .variance):
            return words(
                indicator.variance(at: period(of: field, lag: indicator.lag)).map { self.words($0, context.wording) }
            )
        case (.indicator(let indicator), .expectedRange):
            return words(expectedRange(of: indicator, at: period(of: field, lag: indicator.lag), context.wording))
        case (.indicator(let indicator), .directionLastYear):
            let direction = round.direction(of: indicator, against: .sameLastYear)
            return words(context.wording.words(direction?.phrase ?? .notApplicable), symbol: direction?.symbol)
        case (.indicator(let indicator), .comparison): return figure(indicator.comparison, with: &context)
        case (.indicator(let indicator), .comparators): return comparisons(of: indicator, with: &context)
        case (.indicator(let indicator), .rank): return words(indicator.rank.map { context.wording.words($0) })
        case (.indicator(let indicator), .quartile):
            return words(indicator.quartile.map { context.wording.words($0.phrase) })
        case (.indicator(let indicator), .basis): return words(indicator.basis.map { context.wording.words($0.phrase) })
        case (.indicator(let indicator), .actual), (.indicator(let indicator), .target),
            (.indicator(let indicator), .midYear), (.indicator(let indicator), .forecast),
            (.indicator(let indicator), .floor), (.indicator(let indicator), .stretch):
            return figure(of: field, indicator, with: &context)
        case (.change(let change), .measure):
            return composer.blocks(change.indicator.measure.withoutNotes, with: &context)
        case (.change(let change), .change): return words(self.words(change, with: &context))
        case (.change(let change), .changeReason):
            return composer.blocks(change.indicator.changeReason, with: &context)
        case (.directorate(let directorate, _), .directorate): return words(directorate.name)
        case (.directorate(_, let share), .count): return words(context.wording.words(count: share.numerator))
        case (.directorate(_, let share), .total): return words(context.wording.words(count: share.denominator))
        case (.directorate(_, let share), .percent):
            return words(share.percent ?? context.wording.words(.notAvailable))
        case (.step(let step), .body): return words(round.council.body(step.meeting.body)?.name)
        case (.step(let step), .date): return words(context.wording.words(step.meeting.date))
        case (.step(let step), .purpose): return words(context.wording.words(step.purpose.phrase))
        case (.step(let step), .publishBy):
            let last = round.council.calendar.lastDayOfPublication(before: step.meeting.date)
            return words(context.wording.words(last))
        case (.item, _), (.indicator, _), (.change, _), (.directorate, _), (.step, _): return []
        }
    }

    mutating func figure(_ observation: Observation?, with context: inout CompositionContext) -> [Block] {
        guard let observation else { return [] }
        shown.append(observation)
        return wording.lines(observation, mark: { composer.notes.mark($0, scope: composer.scope, with: &context) }).map
        {
            context.paragraph($0, at: observation.location)
        }
    }

    /// The figure that a field shows of an indicator; of its latest one also of when it is, where that is not as of the others.
    private mutating func figure(
        of field: TableKind.Field,
        _ indicator: Indicator,
        with context: inout CompositionContext
    ) -> [Block] {
        guard let key = figureKey(of: field, lag: indicator.lag) else { return [] }
        let blocks = figure(indicator.figures[key], with: &context)
        if key.kind == .target, key.period.span == .year, let target = targetOfPeriod(indicator, in: key.period.year) {
            let words = context.wording.words(.ofPeriod, ["period": context.wording.words(target.period)])
            return blocks + figure(target.observation, with: &context).trailing(with: [.text(" " + words)])
        }
        guard case .round(let ago) = field.period.base, !blocks.isEmpty else { return blocks }
        var moments: [String] = []
        if indicator.lag > 0 {
            moments.append(context.wording.words(.ofPeriod, ["period": context.wording.words(key.period)]))
        }
        if let date = indicator.asAt, ago == 0, field.period.yearsAgo == 0, key.kind == .actual {
            moments.append(context.wording.words(.figureAsAt, ["date": context.wording.words(date)]))
        }
        // On a line of its own, and in the paragraph of the figure: no page parts the two.
        return moments.isEmpty ? blocks : blocks.trailing(with: [.lineBreak, .text(moments.joined(separator: ", "))])
    }

    /// The target of the latest figure's own period, which its status follows from, beside that of the year.
    private func targetOfPeriod(
        _ indicator: Indicator,
        in year: ReportingYear
    ) -> (observation: Observation, period: Period)? {
        let latest = round.round.period.before(indicator.lag)
        guard latest.year == year, latest.span != .year,
            let target = indicator.figures[Indicator.FigureKey(latest, .target)], case .number = target.value
        else { return nil }
        return (target, latest)
    }

    private mutating func detail(
        _ details: [String: Detail],
        _ field: TableKind.Field,
        with context: inout CompositionContext
    ) -> [Block] {
        switch field.detail.flatMap({ details[$0.name] }) {
        case .text(let prose): composer.blocks(prose, with: &context)
        case .date(let date): [context.paragraph([.text(context.wording.words(date))])]
        case .figure(let observation): figure(observation, with: &context)
        case nil: []
        }
    }

    /// What is said of a status that an officer has judged otherwise than the figures say, and why: in the first field of the table that has room for
    /// it, which the column of statuses has not where there are others.
    ///
    /// - Parameter field: the field that is being composed, which has it or has nothing of it.
    private mutating func judgement(
        of row: TableRowSource,
        in field: TableKind.FieldName,
        with context: inout CompositionContext
    ) -> [Block] {
        guard case .indicator(let indicator) = row.subject, let rating = indicator.rating,
            field == fieldOfJudgement(of: row)
        else { return [] }
        return judgement(rating, with: &context)
    }

    private mutating func judgement(_ rating: Rating, with context: inout CompositionContext) -> [Block] {
        guard rating.isJudgement else { return [] }
        let words = context.wording.words(.officersJudgement, ["status": context.wording.words(rating.computed)])
        return [context.paragraph([.text(words.capitalisingFirst)])] + composer.blocks(rating.reason, with: &context)
    }

    /// The field that has the words on an officer's judgement of a row: its own comment, what it measures, or the status itself; `nil` in a table
    /// without statuses.
    private func fieldOfJudgement(of row: TableRowSource) -> TableKind.FieldName? {
        let fields = kind.columns.flatMap(\.fields).map(\.name)
        guard fields.contains(.status) else { return nil }
        let places: [TableKind.FieldName] = row.sharesComment ? [.measure] : [.comment, .reason, .measure]
        return places.first { fields.contains($0) } ?? .status
    }

    /// "£0.053m under (3.4%)".
    private func words(_ variance: Variance, _ wording: Wording) -> String {
        if variance.sign == 0 { return wording.words(.varianceNone) }
        let amount = wording.words(variance.difference)
        let names = ["amount": variance.percent.map { "\(amount) (\(wording.words($0)))" } ?? amount]
        return wording.words(variance.sign < 0 ? .varianceUnder : .varianceOver, names)
    }

    /// "Within 380,000 to 450,000".
    private func expectedRange(of indicator: Indicator, at period: Period, _ wording: Wording) -> String? {
        guard let range = indicator.expectedRange(at: period) else { return nil }
        let phrase: Phrase =
            switch range.standing {
            case .below: .belowRange
            case .within: .withinRange
            case .above: .aboveRange
            }
        return wording.words(phrase, ["low": wording.words(range.low), "high": wording.words(range.high)])
    }

    /// What has changed of an indicator, in words.
    private mutating func words(_ change: IndicatorChange, with context: inout CompositionContext) -> String {
        switch change {
        case .new: return context.wording.words(.newSinceBefore)
        case .dropped: return context.wording.words(.droppedSinceBefore)
        case .redefined(let indicator, let former):
            let measure = composer.inlines(former.measure, with: &context).plainText
            if indicator.measure.plainWords != former.measure.plainWords {
                return context.wording.words(.redefinedSinceBefore, ["before": measure])
            }
            let better = context.wording.words(former.polarity.phrase)
            return context.wording.words(.polarityChanged, ["before": better])
        case .revised(_, let period, let before, let now):
            let names = ["before": context.wording.words(before), "now": context.wording.words(now)]
            return context.wording.words(
                .revisedSinceBefore,
                names.merging(["period": context.wording.words(period)]) { $1 }
            )
        }
    }

    private func block(of verdict: Verdict, with context: inout CompositionContext) -> Block {
        context.paragraph([.text(context.wording.words(verdict))], symbol: verdict.symbol)
    }

    /// The latest figures of an indicator as a line, with their values for those who do not see it.
    private mutating func trend(of indicator: Indicator, with context: inout CompositionContext) -> Block {
        let latest = round.round.period.before(indicator.lag)
        guard let trend = indicator.trend(to: latest, most: Self.mostPointsOfSparkline) else {
            return context.paragraph([.text(context.wording.words(.notApplicable).capitalisingFirst)])
        }
        let measure = composer.inlines(indicator.measure.withoutNotes, with: &context).plainText
        let drawing = TrendDrawing(sparkline: trend, of: measure, wording: context.wording)
        guard context.hasRoom(forText: drawing.text.utf8.count) else { return context.paragraph([]) }
        let figure = Figure(
            label: nil,
            caption: [],
            alternativeText: drawing.text,
            graphic: .chart(drawing.chart),
            anchor: nil
        )
        return context.block(.figure(figure), at: indicator.location)
    }

    private static let mostPointsOfSparkline = 8

    func placeName(_ id: String?) -> String? {
        guard let id else { return nil }
        let place = round.council.directorates.lazy.flatMap(\.places).first { $0.id == id }
        return place?.unit ?? place?.division
    }
}

extension TableRowSource {
    /// As the business plan or the national set numbers it.
    var reference: String? {
        switch subject {
        case .item(let item): item.reference
        case .indicator(let indicator): indicator.reference
        case .change(let change): change.indicator.reference
        case .directorate, .step: nil
        }
    }
}

extension [Block] {
    /// The blocks, those without a place of their own at this one.
    func placed(at location: SourceLocation?) -> [Block] {
        map { block in
            var block = block
            block.location = block.location ?? location
            return block
        }
    }

    /// The blocks with inlines before those of the first paragraph, or `nil` if the first block is no paragraph.
    func leading(with inlines: [Inline]) -> [Block]? {
        guard case .paragraph(var paragraph)? = first?.content else { return nil }
        var blocks = self
        paragraph.inlines = inlines + paragraph.inlines
        blocks[0].content = .paragraph(paragraph)
        return blocks
    }

    /// The blocks with inlines behind those of the last one, where it is a paragraph.
    func trailing(with inlines: [Inline]) -> [Block] {
        guard let last = indices.last, case .paragraph(var paragraph) = self[last].content else { return self }
        var blocks = self
        paragraph.inlines += inlines
        blocks[last].content = .paragraph(paragraph)
        return blocks
    }
}
