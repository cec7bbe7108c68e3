// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Holds against one another the changes in per cent that a paragraph measures from one and the same day: `1,200, a 30% increase on 2008` and
/// `1,500, a 50% increase on 2008` cannot both be right, since 2008 would have been 923 and 1,000.
struct BaseRules {
    /// A figure, and by how much it is above or below what was.
    private struct Claim {
        var figure: Mention
        var change: Mention
        var statement: Statement
        /// The least and the greatest that the figure can have been.
        var base: ClosedRange<Double>
    }

    private var claims: [String: [Claim]] = [:]

    /// Takes in a statement of the paragraph.
    mutating func add(_ statement: Statement, report: (Diagnostic.Message, Mention, Statement) -> Void) {
        for mention in statement.mentions {
            guard case .change(let change) = mention.role, change.base == nil, !change.isFromGoal, change.sign != 0,
                mention.number.measure == .percent, !mention.isHedged, let key = base(of: mention, in: statement),
                let figure = statement.mentions.last(where: {
                    $0.token < mention.token && $0.sentence == mention.sentence && $0.role == .value
                }), figure.number.measure == .count, !figure.isHedged, !figure.number.isInWords,
                figure.number.value >= 10,
                let range = Self.range(figure.number, mention.number, sign: Double(change.sign))
            else { continue }
            let claim = Claim(figure: figure, change: mention, statement: statement, base: range)
            // One claim for each figure and its base; others of the paragraph are few.
            for other in claims[key, default: []].prefix(4) where !other.base.overlaps(range) {
                report(Self.message(claim, other, key), mention, statement)
                break
            }
            claims[key, default: []].append(claim)
        }
    }

    private static func range(_ figure: WrittenNumber, _ change: WrittenNumber, sign: Double) -> ClosedRange<Double>? {
        let factors = [change.value - change.step / 2, change.value + change.step / 2].map { 1 + sign * $0 / 100 }
            .sorted()
        guard factors[0] > 0 else { return nil }
        // A hundredth more, for a figure that is itself rounded.
        let least = (figure.value - figure.step / 2) / factors[1] * 0.99
        let most = (figure.value + figure.step / 2) / factors[0] * 1.01
        return least...most
    }

    /// What a change is measured from: `2008`, `last year`.
    private func base(of mention: Mention, in statement: Statement) -> String? {
        let tokens = statement.passage.tokens
        let after = (mention.token + 1)..<min(mention.sentence.upperBound, mention.token + 6)
        for index in after where ["on", "over", "than", "since"].contains(tokens[index].text) {
            let next = index + 1
            guard mention.sentence.contains(next) else { return nil }
            if tokens[next].kind == .year { return tokens[next].text }
            if tokens[next].text == "last", mention.sentence.contains(next + 1), tokens[next + 1].text == "year" {
                return "last year"
            }
            return nil
        }
        return nil
    }

    private static func message(_ claim: Claim, _ other: Claim, _ key: String) -> Diagnostic.Message {
        func middle(_ range: ClosedRange<Double>) -> String {
            ArithmeticRules.printed((range.lowerBound + range.upperBound) / 2, decimals: 0)
        }
        return .otherBase(
            claim.statement.quotation(of: claim.change, from: claim.figure.token),
            base: middle(claim.base),
            earlier: other.statement.written(other.figure),
            earlierChange: other.statement.written(other.change),
            earlierBase: middle(other.base),
            key: key
        )
    }
}

extension Diagnostic.Message {
    fileprivate static func otherBase(
        _ quotation: String,
        base: String,
        earlier: String,
        earlierChange: String,
        earlierBase: String,
        key: String
    ) -> Self {
        Self(
            .changeDiffers,
            "`\(quotation)` makes \(key) about \(base), and `\(earlier)` with `\(earlierChange)` makes it about \(earlierBase)",
            hint: "one of the four numbers is wrong, or the two are of different things: say of what each is"
        )
    }
}
