// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Holds the figures of a statement against those of the rows that it may be about.
///
/// A statement never says of which row it speaks, unless it has the reference. It is taken to speak of a row if it has most of the words of the
/// row's title, or some of them together with a figure that the row has. A number is reported only if it stands where the figure of the row
/// must stand, in the unit of the row, and none of the rows that the statement could be about has it. What is rounded, hoped for, of another
/// place or month, of others, or a share of a share is passed over.
struct FigureRules {
    let index: RowIndex
    /// Words of the council's own name, which are no other place.
    let councilStems: Set<String>
    let report: (Diagnostic.Message, Mention) -> Void

    /// How a number compares with a row.
    enum Verdict {
        /// - Parameter exactly: whether the text has the figure itself, and not one that the table has rounded.
        case agrees(exactly: Bool)
        case differs(nearest: ReviewedRow.Fact?)
        /// The row has that difference, and it goes the other way.
        case reversed(from: ReviewedRow.Fact, to: ReviewedRow.Fact)
        /// The row has that figure, and not of what the text says: of another time, of others, as another goal.
        case misplaced(ReviewedRow.Fact)
        /// The row has nothing that it could be compared with.
        case unknown

        var isAgreement: Bool { if case .agrees = self { true } else { false } }

        /// Whether the row contradicts the number.
        var isContradiction: Bool {
            switch self {
            case .differs, .reversed, .misplaced: true
            case .agrees, .unknown: false
            }
        }
    }

    struct Judged {
        var mention: Mention
        var verdict: Verdict
        /// Whether it agrees with a figure that nothing else has by accident.
        var isAnchor: Bool
    }

    /// - Parameters:
    ///   - context: the stems of the sentence before and of the headings.
    ///   - own: the row whose comment it is.
    ///   - reported: the numbers of which something was said already.
    func check(_ statement: Statement, context: () -> Set<String>, own: Int? = nil, reported: Set<Int>) {
        let mentions = statement.mentions
        if mentions.isEmpty { return }
        let tokens = statement.passage.tokens[statement.range]
        var stems = Set(tokens.lazy.filter { $0.kind == .word && !WordForms.common.contains($0.text) }.map(\.stem))
        for token in tokens {
            if case .unit("kg")? = token.number?.measure { stems.insert(WordForms.stem("kilograms")) }
        }
        var candidates = index.candidates(tokens, stems: stems, context: context())
        if let own, !candidates.contains(where: \.isNamedByReference) {
            candidates.removeAll { $0.row == own }
            candidates.insert(RowIndex.Candidate(row: own, coverage: 0.5, distinctiveWords: 1), at: 0)
        }
        // Words that every other measure has make no subject.
        let likely = candidates.filter { $0.coverage >= 0.2 && $0.distinctiveWords + $0.contextWords >= 1 }.prefix(4)
        if likely.isEmpty { return }
        let judged = likely.map { candidate in
            (candidate, mentions.map { judge($0, of: index.rows[candidate.row], in: statement) })
        }
        let scores = judged.map { candidate, all in candidate.coverage + 0.5 * Double(all.count(where: \.isAnchor)) }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else { return }
        let (candidate, all) = judged[best]
        for (position, one) in all.enumerated() {
            guard one.verdict.isContradiction, !reported.contains(one.mention.token) else { continue }
            // A number that another row has may well be of that row.
            let isOfAnother = judged.contains { other, others in
                guard others[position].verdict.isAgreement else { return false }
                // Differences are many, and some row has nearly each of them.
                let share = if case .change = one.mention.role { 0.75 } else { 0.5 }
                return other.coverage >= candidate.coverage * share
                    || others.contains { $0.isAnchor && $0.mention.token != one.mention.token }
            }
            if isOfAnother { continue }
            let row = index.rows[candidate.row]
            guard isClaim(one, among: all, of: row, candidate, in: statement, isOwn: candidate.row == own)
            else {
                continue
            }
            report(message(one, row, in: statement), one.mention)
        }
    }

    // MARK: - Comparing

    private func judge(_ mention: Mention, of row: ReviewedRow, in statement: Statement) -> Judged {
        let verdict = verdict(mention, of: row, in: statement)
        var isAnchor = false
        if case .agrees(exactly: true) = verdict, !mention.isHedged, mention.role != .whole {
            isAnchor = mention.number.significantDigits >= 2
        }
        return Judged(mention: mention, verdict: verdict, isAnchor: isAnchor)
    }

    private func verdict(_ mention: Mention, of row: ReviewedRow, in statement: Statement) -> Verdict {
        if row.isInTitle(mention.number) { return .unknown }
        switch mention.role {
        case .value where mention.bound != nil:
            return compareBound(mention, with: facts(for: mention, row, statement), row)
        case .value, .from, .to:
            let facts = facts(for: mention, row, statement)
            if mention.year == nil, let fact = ofAnotherTime(mention, facts) { return .misplaced(fact) }
            let lacksYear = mention.year.map { year in !row.actuals.contains { $0.period?.year == year } } ?? false
            if lacksYear || mention.monthsAgo.map({ !hasActual(of: row, monthsAgo: $0) }) ?? false {
                let verdict = compare(mention.number, with: facts)
                return verdict.isAgreement ? verdict : .unknown
            }
            return compare(mention.number, with: facts, isStepPossible: mention.role == .value)
        case .goal:
            let goals = row.facts.filter { $0.role == .goal && isComparable(mention.number, $0, in: row) }
            if let fact = otherGoal(mention, goals, statement.passage.tokens[mention.sentence]) {
                return .misplaced(fact)
            }
            return compare(mention.number, with: goals)
        case .others:
            if let fact = ofAnotherComparator(mention, row, statement.passage.tokens) { return .misplaced(fact) }
            let verdict = compare(
                mention.number,
                with: ofOthers(row, in: statement.passage.tokens[mention.sentence])
                    .filter { isComparable(mention.number, $0, in: row) }
            )
            if case .differs = verdict, mention.number.rounds(row) { return .agrees(exactly: true) }
            return verdict
        case .change(let change):
            if change.isMovement, lacksBase(of: mention, row, in: statement) { return .unknown }
            // `2 points short of the 79% that is due`: of a figure that the row does not have.
            if let base = change.base.flatMap(statement.mention(at:)), base.isProspect, base.role != .goal {
                return .unknown
            }
            return judge(change, mention.number, of: row)
        case .part(let whole):
            guard let whole = statement.mention(at: whole), whole.number.value > 0 else { return .unknown }
            // Nine in ten, 98 in 100: as fine as the whole.
            let slack = [10, 100].contains(whole.number.value) ? 50 / whole.number.value : 0
            return judgeShare(100 * mention.number.value / whole.number.value, slack: slack, of: row)
        case .whole: return .unknown
        }
    }

    /// Whether a row has a number as one of its figures.
    private func isOf(_ row: ReviewedRow, _ mention: Mention) -> Bool {
        row.facts.contains { isComparable(mention.number, $0, in: row) && mention.number.rounds($0.value) }
    }

    /// The figures that a number of a sentence may be.
    private func facts(for mention: Mention, _ row: ReviewedRow, _ statement: Statement) -> [ReviewedRow.Fact] {
        var facts = row.facts.filter { isComparable(mention.number, $0, in: row) }
        let words = statement.passage.tokens[mention.sentence]
        if !words.contains(where: { RoleWords.planned.contains($0.text) || RoleWords.prospects.contains($0.text) }) {
            facts.removeAll { $0.role == .goal || $0.role == .forecast }
        }
        guard let year = mention.year else { return facts }
        let ofYear = row.actuals.filter {
            $0.period?.year == year && $0.period?.span == .year && isComparable(mention.number, $0, in: row)
        }
        return ofYear.isEmpty ? facts : ofYear
    }

    /// - Parameter isStepPossible: whether the number may be the difference between two figures: not in `from A to B`.
    private func compare(_ number: WrittenNumber, with facts: [ReviewedRow.Fact], isStepPossible: Bool = true)
        -> Verdict
    {
        if facts.isEmpty { return .unknown }
        if facts.contains(where: { number.rounds($0.value) }) { return .agrees(exactly: true) }
        // The table may be the one that has rounded.
        if facts.contains(where: { $0.step > number.step && abs(number.value - $0.value) <= $0.step / 2 }) {
            return .agrees(exactly: false)
        }
        // Those who are left over, and the step from one figure of the row to another, are told in the same words as a figure.
        let actuals = facts.filter { $0.role == .actual }
        let isRemainder = number.measure == .percent && facts.contains { number.rounds(100 - $0.value) }
        let isStep = actuals.contains { one in
            actuals.contains { other in one.value != other.value && number.rounds(abs(one.value - other.value)) }
        }
        if isRemainder || isStep && isStepPossible || isSum(number, of: actuals) { return .unknown }
        return .differs(nearest: facts.min { abs($0.value - number.value) < abs($1.value - number.value) })
    }

    private func isComparable(_ number: WrittenNumber, _ fact: ReviewedRow.Fact, in row: ReviewedRow) -> Bool {
        if number.measure == fact.measure { return true }
        switch (number.measure, fact.measure) {
        case (.unit("day"), .count): return ["day", "time", "wait"].contains { row.hasWord(WordForms.stem($0)) }
        case (.unit("kg"), .count): return row.hasWord(WordForms.stem("kilograms")) || row.hasWord("kg")
        case (.unit(let unit), .count): return row.hasWord(WordForms.stem(unit))
        case (.rate(let base), .count): return row.titleNumbers.contains(Double(base))
        case (.count, .unit): return number.isInWords == false && row.actuals.count > 0 && number.step < 1
        case (.count, .rate): return true
        default: return false
        }
    }

    private func judge(_ change: Mention.Change, _ number: WrittenNumber, of row: ReviewedRow) -> Verdict {
        var hasPair = false
        var reversed: Verdict?
        // What has changed has changed to what it is now: to the latest figure, or to that of the latest whole year.
        let latest = [row.actuals.last, row.actuals.last { $0.period?.span == .year }].compactMap(\.self)
        let goals = row.facts.filter { $0.role == .goal || $0.role == .forecast }
        for new in latest {
            let others = change.isMovement ? row.actuals : row.facts
            for old in change.isFromGoal ? goals : others where old.measure == new.measure {
                // The same two figures the other way round are none.
                if old.role == .actual, old.endMonth > new.endMonth { continue }
                guard let isTheSame = isDifference(number, between: old, and: new, in: row) else { continue }
                hasPair = true
                guard isTheSame else { continue }
                // Which way a row has gone is sure between two of its figures, and beside a goal.
                let isSure = change.isFromGoal || old.role == .actual && old.endMonth < new.endMonth
                if isSure, change.sign != 0, new.value != old.value, (new.value > old.value) != (change.sign > 0) {
                    reversed = .reversed(from: old, to: new)
                } else {
                    return .agrees(exactly: true)
                }
            }
        }
        return reversed ?? (hasPair ? .differs(nearest: nil) : .unknown)
    }

    /// Whether a number is the difference between two figures, in what it is given in; `nil` if it cannot be one.
    private func isDifference(
        _ number: WrittenNumber,
        between old: ReviewedRow.Fact,
        and new: ReviewedRow.Fact,
        in row: ReviewedRow
    ) -> Bool? {
        let difference = abs(new.value - old.value)
        let slack = (old.step + new.step) / 2
        func isNear(_ expected: Double, _ slack: Double) -> Bool {
            abs(number.value - expected) <= number.step / 2 + slack + 1e-9
        }
        switch (number.measure, old.measure) {
        case (.points, .percent), (.points, .points): return isNear(difference, number.step > slack ? slack : 0)
        case (.percent, _):
            return [old, new].contains { base in
                base.value != 0
                    && isNear(difference / abs(base.value) * 100, 100 * slack / abs(base.value))
            }
        default:
            guard isComparable(number, old, in: row) || number.measure == .count && !number.isFraction else {
                return nil
            }
            // `£40,000 more`: the noughts are rounded.
            let step = number.roundedStep
            return abs(number.value - difference) <= step / 2 + (step > slack ? slack : 0) + 1e-9
        }
    }

    private func judgeShare(_ share: Double, slack: Double, of row: ReviewedRow) -> Verdict {
        let facts = row.facts.filter { $0.measure == .percent && $0.role == .actual }
        guard let latest = facts.max(by: { ($0.period?.lastMonthNumber ?? 0) < ($1.period?.lastMonthNumber ?? 0) })
        else {
            return .unknown
        }
        // Of an exact share only the latest figure can be meant; nine in ten may be of any year.
        let possible = slack == 0 ? [latest] : facts
        for share in slack == 0 ? [share] : [share, 100 - share]
        where possible.contains(where: { abs($0.value - share) <= max($0.step / 2, slack) + 1e-9 }) {
            return .agrees(exactly: slack == 0)
        }
        return .differs(nearest: latest)
    }
}

extension ReviewedRow.Fact {
    /// When its period ends, in months.
    fileprivate var endMonth: Int { period?.lastMonthNumber ?? 0 }
}

extension WrittenNumber {
    fileprivate func rounds(_ row: ReviewedRow) -> Bool {
        row.facts.contains { $0.measure == measure && rounds($0.value) }
    }

    /// Whether it has decimals.
    fileprivate var isFraction: Bool { step < 1 }
}

extension ReviewedRow {
    /// The two figures that a change is likely between: the latest and the one before it, or the latest and its target.
    func pair(isFromGoal: Bool) -> (Fact, Fact)? {
        guard let latest = actuals.last else { return nil }
        if isFromGoal,
            let goal = facts.first(where: { $0.goal == .target && $0.period?.year == latest.period?.year })
                ?? facts.first(where: { $0.role == .goal && $0.period == latest.period })
                ?? facts.first(where: { $0.role == .goal && $0.measure == latest.measure })
        {
            return (goal, latest)
        }
        let before = actuals.dropLast().last { $0.measure == latest.measure }
        return before.map { ($0, latest) }
    }

    /// The figures that a message gives: the latest two, and the one that is nearest to what was written.
    func quotedActuals(_ nearest: Fact?) -> [Fact] {
        var quoted = Array(actuals.suffix(2))
        if let nearest, !quoted.contains(where: { $0.printed == nearest.printed && $0.period == nearest.period }) {
            quoted.insert(nearest, at: 0)
        }
        if quoted.isEmpty { quoted = Array(facts.prefix(3)) }
        return quoted
    }
}
