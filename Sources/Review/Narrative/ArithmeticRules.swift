// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Recomputes what a statement says of its own figures: a change between two of them, a share of a whole, a direction.
///
/// Nothing of a table is needed, and no row has to be recognised: `rose by 23 points, from 60% to 84%` contradicts itself.
struct ArithmeticRules {
    let statement: Statement
    let report: (Diagnostic.Message, Mention) -> Void

    /// - Returns: the tokens of the numbers that were reported.
    func check() -> Set<Int> {
        var reported: Set<Int> = []
        for mention in statement.mentions where !mention.isHedged {
            switch mention.role {
            case .change(let change): if check(change, of: mention) { reported.insert(mention.token) }
            case .part(let whole): if checkShare(mention, of: whole) { reported.insert(mention.token) }
            case .from(let end):
                if checkDirection(from: mention, to: end) || checkMultiple(from: mention, to: end) {
                    reported.insert(mention.token)
                }
                checkNumber(from: mention)
            case .value, .to, .goal, .others, .whole: break
            }
        }
        return reported
    }

    /// The two figures between which a change is, if the statement has them.
    private func figures(of change: Mention.Change, of mention: Mention) -> (before: Mention, after: Mention)? {
        if let base = change.base {
            guard !change.isFromGoal, let before = statement.mention(at: base), !before.isHedged else { return nil }
            let earlier = statement.mentions.last { other in
                other.token < mention.token && other.role == .value && !other.isHedged
                    && (other.number.measure == before.number.measure || canBeOf(other, before))
            }
            return earlier.map { (before, $0) }
        }
        // `from 41% to 48.7%, 16.3 points below target`: what it is measured from is not the pair.
        if change.isFromGoal || mention.isOfAnotherScope { return nil }
        // `by 23 points, from 60 to 83`: the pair is of the same sentence, and no other change is.
        let pairs = statement.mentions.filter {
            if case .from = $0.role { $0.sentence == mention.sentence } else { false }
        }
        let changes = statement.mentions.filter {
            if case .change = $0.role { $0.sentence == mention.sentence } else { false }
        }
        guard pairs.count == 1, changes.count == 1, let from = pairs.first, case .from(let end) = from.role,
            let to = statement.mention(at: end), !from.isHedged, !to.isHedged, isNear(mention, from, to)
        else { return nil }
        return (from, to)
    }

    /// `557 for every 10,000 …, when it was 386`: the second leaves the unit away.
    private func canBeOf(_ after: Mention, _ before: Mention) -> Bool {
        guard before.number.measure == .count else { return false }
        if case .rate = after.number.measure { return true }
        return false
    }

    /// Whether only a comma and few words are between a change and the pair that it is about.
    private func isNear(_ change: Mention, _ from: Mention, _ to: Mention) -> Bool {
        let lower = min(change.token, to.token)
        let upper = max(change.token, from.token)
        let between = statement.passage.tokens[lower..<upper]
        return upper - lower <= 14 && !between.contains { ["and", "but", "while", ";"].contains($0.text) }
    }

    private func check(_ change: Mention.Change, of mention: Mention) -> Bool {
        guard let (before, after) = figures(of: change, of: mention) else { return false }
        let old = before.number
        let new = after.number
        let difference = new.value - old.value
        // What rounding of the two figures leaves open.
        let slack = (old.step + new.step) / 2
        func isNear(_ expected: Double, slack: Double) -> Bool {
            abs(mention.number.value - expected) <= mention.number.step / 2 + slack * 1.0001 + 1e-9
        }
        let found = (before: statement.written(before), after: statement.written(after))
        if change.sign != 0, difference != 0, (difference > 0) != (change.sign > 0) {
            report(
                .direction(
                    statement.quotation(of: mention),
                    from: found.before,
                    to: found.after,
                    isRise: difference > 0
                ),
                mention
            )
            return true
        }
        switch mention.number.measure {
        case .percent:
            guard old.value != 0 else { return false }
            let relative = abs(difference / old.value) * 100
            let relativeSlack = old.value == 0 ? 0 : 100 * slack * (1 + abs(new.value / old.value)) / abs(old.value)
            if isNear(relative, slack: 0) { return false }
            if old.measure == .percent, isNear(abs(difference), slack: 0) {
                report(
                    .pointsForPercent(
                        statement.quotation(of: mention),
                        points: Self.printed(abs(difference), like: mention.number)
                    ),
                    mention
                )
                return true
            }
            if isNear(relative, slack: relativeSlack / 2) { return false }
            report(
                .change(
                    statement.quotation(of: mention),
                    from: found.before,
                    to: found.after,
                    is: "\(Self.printed(relative, decimals: mention.number.step < 1 || relative < 10 ? 1 : 0))%"
                        + (old.measure == .percent
                            ? ", or \(Self.printed(abs(difference), decimals: 1)) percentage points" : "")
                ),
                mention
            )
            return true
        case .points:
            guard old.measure == .percent || old.measure == .points else { return false }
        case .count, .money, .unit, .rate:
            guard mention.number.measure == old.measure || mention.number.measure == .count else { return false }
        }
        if isNear(abs(difference), slack: mention.number.step > slack ? slack : 0) { return false }
        let unit = mention.number.measure == .points ? " percentage points" : ""
        let printed = Self.printed(abs(difference), like: mention.number)
        report(
            .change(statement.quotation(of: mention), from: found.before, to: found.after, is: printed + unit),
            mention
        )
        return true
    }

    /// `64 of 114 (55%)`: the percentage right behind a share.
    private func checkShare(_ part: Mention, of token: Int) -> Bool {
        guard let whole = statement.mention(at: token), !whole.isHedged, part.number.value <= whole.number.value,
            let percentage = statement.mentions.first(where: { $0.token > token }),
            percentage.sentence == part.sentence,
            percentage.number.measure == .percent, !percentage.isHedged
        else { return false }
        let between = statement.passage.tokens[(token + 1)..<percentage.token].map(\.text)
        guard between.count <= 4, between.last == "(" || between.last == "or", !between.contains("and") else {
            return false
        }
        let share = 100 * part.number.value / whole.number.value
        if percentage.number.rounds(share) { return false }
        report(
            .share(
                statement.quotation(of: part, to: percentage.token),
                part: statement.written(part),
                whole: statement.written(whole),
                is: Self.printed(share, like: percentage.number)
            ),
            percentage
        )
        return true
    }

    /// `rose from 60 to 55`: the verb and its figures go two ways.
    private func checkDirection(from: Mention, to token: Int) -> Bool {
        guard let to = statement.mention(at: token), !from.isHedged, !to.isHedged else { return false }
        let start = max(from.sentence.lowerBound, min(from.token, to.token) - 3)
        let verbs = (start..<min(from.token, to.token)).compactMap { index -> Int? in
            let sign = RoleWords.sign(statement.passage.tokens[index].text)
            return sign == 0 ? nil : sign
        }
        guard let sign = verbs.last, Set(verbs).count == 1, !hasNegation(start..<from.token) else { return false }
        let difference = to.number.value - from.number.value
        guard difference != 0, (difference > 0) != (sign > 0) else { return false }
        report(
            .direction(
                statement.quotation(of: from, to: max(from.token, token)),
                from: statement.written(from),
                to: statement.written(to),
                isRise: difference > 0
            ),
            from
        )
        return true
    }

    /// The least and the greatest of what one figure can be of another that has `doubled`: the word is seldom meant exactly.
    private static let multiples: [String: ClosedRange<Double>] = [
        "doubled": 1.75...2.4, "trebled": 2.6...3.5, "tripled": 2.6...3.5, "quadrupled": 3.5...4.6,
        "halved": 0.38...0.6,
    ]

    /// `doubled, from 41 to 48`.
    private func checkMultiple(from: Mention, to token: Int) -> Bool {
        guard let to = statement.mention(at: token), !from.isHedged, !to.isHedged, from.number.value > 0,
            from.token < token
        else { return false }
        let tokens = statement.passage.tokens
        // The verb stands right before `from`.
        let start = max(from.sentence.lowerBound, from.token - 3)
        guard let verb = (start..<from.token).first(where: { Self.multiples[tokens[$0].text] != nil }),
            let range = Self.multiples[tokens[verb].text],
            tokens[(verb + 1)..<from.token].allSatisfy({ [",", "from", "about"].contains($0.text) }),
            !hasNegation(from.sentence.lowerBound..<verb)
        else { return false }
        let multiple = to.number.value / from.number.value
        let isMore = verb > from.sentence.lowerBound && tokens[verb - 1].text == "than"
        if range.contains(multiple) || isMore && (multiple > range.upperBound) == (range.lowerBound > 1) {
            return false
        }
        let change = abs(multiple - 1) * 100
        report(
            .multiple(
                statement.quotation(of: from, from: verb + 5, to: token),
                verb: tokens[verb].text,
                from: statement.written(from),
                to: statement.written(to),
                is: "\(multiple < 1 ? "a fall" : "a rise") of \(Self.printed(change, decimals: 0))%"
            ),
            from
        )
        return true
    }

    /// `the number of invoices rose from 44% to 78%`: a number that is a percentage.
    private func checkNumber(from mention: Mention) {
        let tokens = statement.passage.tokens
        let sentence = mention.sentence
        guard mention.number.measure == .percent, mention.token - sentence.lowerBound >= 5,
            let number = (sentence.lowerBound..<(sentence.lowerBound + 3)).first(where: { tokens[$0].text == "number" }
            ),
            tokens[number + 1].text == "of"
        else { return }
        let words = tokens[number..<mention.token]
        let others: Set = [
            "who", "whose", "which", "where", "that", "and", "percentage", "proportion", "share", "rate",
        ]
        guard !words.contains(where: { $0.kind == .mark || others.contains($0.text) }), words.count <= 16 else {
            return
        }
        report(.numberInPercent(statement.quotation(of: mention, from: number + 5)), mention)
    }

    private func hasNegation(_ range: Range<Int>) -> Bool {
        statement.passage.tokens[range.lowerBound..<max(range.lowerBound, range.upperBound)].contains {
            ["not", "no", "never"].contains($0.text)
        }
    }

    /// A number with as many decimals as another.
    static func printed(_ value: Double, like number: WrittenNumber) -> String {
        if case .money(let currency) = number.measure { return currency + printed(value, decimals: 0) }
        return printed(value, decimals: number.step < 0.05 ? 2 : number.step < 0.5 ? 1 : 0)
    }

    /// A number with some decimals, and separators between thousands.
    static func printed(_ value: Double, decimals: Int) -> String {
        let factor = (0..<decimals).reduce(1.0) { factor, _ in factor * 10 }
        let scaled = (abs(value) * factor).rounded()
        guard scaled < 1e15 else { return "\(value)" }
        var digits = String(Int(scaled))
        while digits.count <= decimals { digits = "0" + digits }
        let whole = String(digits.dropLast(decimals))
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
            grouped.append(digit)
        }
        return grouped + (decimals > 0 ? "." + digits.suffix(decimals) : "")
    }
}

extension Diagnostic.Message {
    fileprivate static func change(_ quotation: String, from old: String, to new: String, is change: String) -> Self {
        Self(
            .changeDiffers,
            "`\(quotation)`: from `\(old)` to `\(new)` is a change of \(change)",
            hint: "put the change or the figures right"
        )
    }

    fileprivate static func multiple(
        _ quotation: String,
        verb: String,
        from old: String,
        to new: String,
        is change: String
    ) -> Self {
        Self(
            .changeDiffers,
            "`\(quotation)`: from `\(old)` to `\(new)` is not `\(verb)`",
            hint: "it is \(change): put the word or the figures right"
        )
    }

    fileprivate static func pointsForPercent(_ quotation: String, points: String) -> Self {
        Self(
            .pointsForPercent,
            "`\(quotation)`: the difference between two percentages is in percentage points, not per cent",
            hint: "write `\(points) percentage points`"
        )
    }

    fileprivate static func direction(_ quotation: String, from old: String, to new: String, isRise: Bool) -> Self {
        Self(
            .directionDiffers,
            isRise
                ? "`\(quotation)` speaks of a fall, and from `\(old)` to `\(new)` is a rise"
                : "`\(quotation)` speaks of a rise, and from `\(old)` to `\(new)` is a fall",
            hint: "put the word or the figures right"
        )
    }

    fileprivate static func numberInPercent(_ quotation: String) -> Self {
        Self(
            .unitDiffersFromMeasure,
            "`\(quotation)`: a number of things is given in per cent",
            hint: "write `the share of` in place of `the number of`, or give the numbers"
        )
    }

    fileprivate static func share(_ quotation: String, part: String, whole: String, is share: String) -> Self {
        Self(
            .shareDiffers,
            "`\(quotation)`: `\(part)` of `\(whole)` is \(share)%",
            hint: "put the percentage or the numbers right"
        )
    }
}
