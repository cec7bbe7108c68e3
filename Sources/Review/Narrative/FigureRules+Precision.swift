// SPDX-License-Identifier: Apache-2.0

/// When a number that is none of the row's is said to be one: everything that a sentence may mean otherwise is passed over.
extension FigureRules {
    /// How much of a title a statement has to have to be about its row.
    private static let sureCoverage = 0.62

    /// Whether the statement says of this row that the number is its figure.
    func isClaim(
        _ judged: Judged,
        among all: [Judged],
        of row: ReviewedRow,
        _ candidate: RowIndex.Candidate,
        in statement: Statement,
        isOwn: Bool
    ) -> Bool {
        let mention = judged.mention
        if mention.isHedged || mention.isOfAnotherScope { return false }
        let words = statement.passage.tokens[mention.sentence]
        if mention.isValue, words.contains(where: { RoleWords.unsure.contains($0.text) && !row.hasWord($0.stem) }) {
            return false
        }
        if mention.isProspect, mention.role != .goal { return false }
        let others = all.filter { $0.isAnchor && $0.mention.token != mention.token }
        let isNamed = candidate.isNamedByReference || !isOwn && isSure(candidate)
        let isTied = isOwn || candidate.coverage >= 0.2
        if isOfAnotherPlace(mention, row, in: statement) || isOfAGroup(mention, row, in: statement) { return false }
        switch mention.role {
        case .from(let partner), .to(let partner):
            if isOfOtherYears(mention, in: statement) { return false }
            if let partner = all.first(where: { $0.mention.token == partner }), partner.isAnchor, isTied { return true }
            if case .count = mention.number.measure { return false }
            return isNamed && !isOwn
        case .value:
            if !isOfItsClause(mention, row, in: statement) { return false }
            // A comment speaks of much beside its row: two values say nothing of one another.
            let anchors = isOwn ? others.filter { !$0.mention.isValue } : others
            if !anchors.isEmpty, isTied, isTheOnlyOddOne(mention, among: all),
                !countsSomethingElse(mention, row, in: statement)
            {
                return true
            }
            return isNamed && !isOwn && standsForValue(mention, row, in: statement)
        case .goal: return isNamed || isOwn || !others.isEmpty && isTied
        case .others:
            if case .misplaced = judged.verdict, isNamed { return true }
            return !others.isEmpty && isTied
        case .change(let change):
            if !isOfItsPart(mention, row, in: statement) { return false }
            if case .reversed = judged.verdict, mention.number.significantDigits >= 2 {
                return isNamed || isOwn || !others.isEmpty && isTied
            }
            if mention.number.measure == .count, change.base == nil, !change.isFromGoal, others.isEmpty { return false }
            if mention.number.measure == .percent, others.isEmpty { return false }
            if isLikelyChange(change, mention.number.measure, candidate) { return true }
            return isNamed || !others.isEmpty && isTied
                || isOwn && mention.number.measure == .points && change.base == nil && !change.isFromGoal
        case .part(let whole):
            // `2,800 of 4,912 homes.`: a sentence without a verb that says of what the percentage of the row is.
            if isOwn { return mention.token == mention.sentence.lowerBound && mention.sentence.upperBound - whole <= 4 }
            let wholes = statement.mention(at: whole)?.number.value ?? 0
            return isNamed && [10, 100].contains(wholes) && mention.number.value <= wholes
        case .whole: return false
        }
    }

    /// Whether a sentence has enough of a title to be about its row. One word that few titles have is enough where it is nearly all of the
    /// title.
    private func isSure(_ candidate: RowIndex.Candidate) -> Bool {
        candidate.coverage >= Self.sureCoverage && candidate.distinctiveWords >= 2
            || candidate.coverage >= 0.75 && candidate.distinctiveWords >= 1
    }

    /// With a comma before one of these another clause begins.
    private static let joints: Set = ["and", "but", "while", "whereas", "though", "although"]

    /// Whether less of a title is enough, since a difference in days or points fits few rows: `sickness rose by 0.2 of a day`.
    private func isLikelyChange(
        _ change: Mention.Change,
        _ measure: WrittenNumber.Measure,
        _ candidate: RowIndex.Candidate
    ) -> Bool {
        switch measure {
        case .unit: candidate.coverage >= 0.4 && candidate.distinctiveWords >= 2
        case .points: change.isFromGoal && candidate.coverage >= 0.6 && candidate.distinctiveWords >= 1
        case .count, .percent, .money, .rate: false
        }
    }

    /// Whether the clause of a number has a word of the row, or one that ties it to what stands before.
    private func isOfItsClause(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let tokens = statement.passage.tokens
        let sentence = mention.sentence
        let breaks: Set = [";", ":", "(", ")"]
        // `Homes let in time: 93.6%`.
        let hasOther = tokens[sentence.lowerBound..<mention.token].contains { $0.number != nil }
        let colon = hasOther ? sentence.upperBound : mention.token - 1
        let start =
            (sentence.lowerBound..<mention.token).last { index in
                breaks.contains(tokens[index].text) && (index < colon || tokens[index].text != ":")
                    || tokens[index].text == "," && Self.joints.contains(tokens[index + 1].text)
            } ?? sentence.lowerBound
        let end =
            (mention.token..<sentence.upperBound).first { breaks.contains(tokens[$0].text) } ?? sentence.upperBound
        let clause = tokens[start..<end]
        // Within 10 days, where the measure is of 30.
        let hasOtherLimit = clause.contains { token in
            guard let number = token.number, case .unit = number.measure, token.range != tokens[mention.token].range
            else {
                return false
            }
            return !row.titleNumbers.isEmpty && !row.titleNumbers.contains(number.value)
                && mention.number.measure != number.measure
        }
        if hasOtherLimit { return false }
        return clause.contains { row.hasWord($0.stem) || RoleWords.links.contains($0.text) }
            || mention.sentence.lowerBound == statement.range.lowerBound && start == sentence.lowerBound
    }

    /// Whether a change stands in that part of the sentence, between semicolons, that has a word of the row.
    private func isOfItsPart(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let tokens = statement.passage.tokens
        guard let start = (mention.sentence.lowerBound..<mention.token).last(where: { tokens[$0].text == ";" })
        else { return true }
        let subject = tokens[(start + 1)..<mention.token]
        return subject.contains { row.hasWord($0.stem) } || ["it", "this", "that"].contains(tokens[start + 1].text)
    }

    /// Whether a bare number behind a preposition is of something that the row does not count: `by 45 staff`, `in 19 towns`.
    private func countsSomethingElse(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let next = mention.token + 1
        guard mention.number.measure == .count, mention.sentence.contains(next) else { return false }
        let word = statement.passage.tokens[next]
        let before = mention.token > mention.sentence.lowerBound ? statement.passage.tokens[mention.token - 1].text : ""
        return ["by", "in", "with", "at", "across", "among", "for"].contains(before) && word.kind == .word
            && !WordForms.common.contains(word.text) && !row.hasWord(word.stem)
            && !RoleWords.links.contains(word.text) && RoleWords.sign(word.text) == 0
    }

    /// Whether the sentence is of some of those whom the row counts: `79% of girls`.
    private func isOfAGroup(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let tokens = statement.passage.tokens
        let isOfSome = tokens[mention.sentence].contains { RoleWords.groups.contains($0.text) && !row.hasWord($0.stem) }
        if isOfSome, mention.isValue { return true }
        guard mention.number.measure == .percent, mention.isValue else { return false }
        // What stands behind `of` are those who are counted.
        let next = mention.token + 1
        guard mention.sentence.contains(next + 1), tokens[next].text == "of" else { return false }
        let counted = tokens[(next + 1)..<min(mention.sentence.upperBound, next + 5)]
            .filter { $0.kind == .word && !WordForms.common.contains($0.text) }
        guard let first = counted.first else { return false }
        return !row.hasWord(first.stem) && !(counted.count > 1 && row.hasWord(counted[1].stem))
    }

    /// Whether every other figure in its unit that the statement gives is one of the row's.
    private func isTheOnlyOddOne(_ mention: Mention, among all: [Judged]) -> Bool {
        let alike = all.filter { $0.mention.isValue && $0.mention.number.measure == mention.number.measure }
        let odd = alike.filter { if case .agrees = $0.verdict { false } else { true } }
        guard odd.count == 1 else { return false }
        // A bare number could count anything: it has to be the only one beside figures of the row.
        guard mention.number.measure == .count else { return true }
        return !mention.number.isInWords && alike.count > 1
            || all.contains { if case .change = $0.mention.role { $0.isAnchor } else { false } }
    }

    /// Whether the number stands where the figure of the sentence's subject stands: `is 51.8%`, `has fallen to 247`, `84 per cent hold`.
    private func standsForValue(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let tokens = statement.passage.tokens
        let sentence = mention.sentence
        func text(_ index: Int) -> String { sentence.contains(index) ? tokens[index].text : "" }
        let before = text(mention.token - 1)
        let reaches =
            before == "to"
            && (RoleWords.sign(text(mention.token - 2)) != 0
                || ["come", "came", "gone", "improved"].contains(text(mention.token - 2)))
        let isFirst =
            mention.token == sentence.lowerBound || tokens[mention.token - 1].kind == .mark
            || ["and", "that", "but"].contains(before)
        if mention.number.measure == .count {
            if mention.number.isInWords { return false }
            // What has reached it stands right before: `the number of households reached 154`.
            let subject = tokens[max(sentence.lowerBound, mention.token - 8)..<mention.token]
            let stands = before == "at" && ["stand", "stands", "stood"].contains(text(mention.token - 2))
            if reaches || stands || ["reached", "number", "numbered", "totalled"].contains(before)
                || before == ":" && mention.token - sentence.lowerBound <= 12
            {
                return subject.contains { row.core.contains($0.stem) && !WordForms.general.contains($0.stem) }
            }
            // The next word is what is counted.
            let next = (mention.token + 1)..<min(sentence.upperBound, mention.token + 3)
            let isCounted = next.contains { tokens[$0].kind == .word && row.core.contains(tokens[$0].stem) }
            return isCounted && isFirst
        }
        return reaches || isFirst || RoleWords.valueVerbs.contains(before)
            || sentence.contains(mention.token - 1) && row.core.contains(tokens[mention.token - 1].stem)
    }

    /// Whether a name that is neither the council's nor the row's stands beside the number: `in Aldersea`.
    private func isOfAnotherPlace(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let tokens = statement.passage.tokens
        let near =
            max(
                mention.sentence.lowerBound + 1,
                mention.token - 7
            )..<min(mention.sentence.upperBound, mention.token + 8)
        guard !near.isEmpty, mention.role != .others else { return false }
        let prepositions: Set = ["in", "at", "near", "across", "for"]
        func isPlace(_ index: Int) -> Bool {
            let token = tokens[index]
            // `for NI 75` is no place.
            let isReference = index + 1 < tokens.count && tokens[index + 1].kind == .label
            return token.isCapitalised && !isReference && WordForms.months[token.text] == nil
                && !row.hasWord(token.stem)
                && !councilStems.contains(token.stem) && token.range.count > 2
        }
        if near.contains(where: { isPlace($0) && prepositions.contains(tokens[$0 - 1].text) }) { return true }
        // `In the Marlsea area …`, however far away.
        let opening = mention.sentence.prefix(4)
        return prepositions.contains(tokens[opening.lowerBound].text) && opening.dropFirst().contains(where: isPlace)
    }

    /// Whether a calendar year stands before a pair of figures: `between 2005 and 2008, from 130 to 61`.
    private func isOfOtherYears(_ mention: Mention, in statement: Statement) -> Bool {
        statement.passage.tokens[max(mention.sentence.lowerBound, mention.token - 10)..<mention.token]
            .contains { $0.kind == .year && Int($0.text) != nil }
    }
}
