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
        if mention.isHedged && (mention.bound == nil || mention.role != .value) || mention.isOfAnotherScope {
            return false
        }
        if let month = mention.sinceMonth, !isCounted(since: month, mention, row) { return false }
        let words = statement.passage.tokens[mention.sentence]
        if mention.isValue, words.contains(where: { RoleWords.unsure.contains($0.text) && !row.hasWord($0.stem) }) {
            return false
        }
        if mention.isValue,
            words[..<mention.token].contains(where: { RoleWords.hearsay.contains($0.text) && !row.hasWord($0.stem) })
        {
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
            if mention.bound == nil, !anchors.isEmpty, isTied, isTheOnlyOddOne(mention, among: all),
                !countsSomethingElse(mention, row, in: statement)
            {
                return true
            }
            return isNamed && !isOwn && standsForValue(mention, row, in: statement)
        case .goal: return isNamed || isOwn || !others.isEmpty && isTied
        case .others:
            if case .misplaced = judged.verdict, isNamed { return true }
            if candidate.isNamedByReference,
                !words.contains(where: { $0.kind == .year || Self.earlier.contains($0.text) })
            {
                return true
            }
            return !others.isEmpty && isTied
        case .change(let change):
            if !isOfItsPart(mention, row, in: statement) || isBesideAGoal(mention, in: statement) { return false }
            if case .reversed = judged.verdict, mention.number.significantDigits >= 2 {
                return isNamed || isOwn || !others.isEmpty && isTied
            }
            if mention.number.measure == .count, change.base == nil, !change.isFromGoal, others.isEmpty { return false }
            if mention.number.measure == .percent, others.isEmpty { return false }
            // `although the number of young people grew by 4%`, of a share of them.
            if mention.number.measure == .percent, row.measure == .percent,
                hasNumber(of: mention, in: statement), !row.titleWords.contains("number")
            {
                return false
            }
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
        // Five or more, where the measure is of three.
        let hasOtherLeast = (start..<end).contains { place in
            guard let number = tokens[place].number, number.measure == .count, place != mention.token,
                place + 2 < sentence.upperBound, tokens[place + 1].text == "or"
            else { return false }
            return ["more", "fewer", "less"].contains(tokens[place + 2].text) && !row.titleNumbers.isEmpty
                && !row.titleNumbers.contains(number.value)
        }
        if hasOtherLimit || hasOtherLeast { return false }
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
        let start = mention.token - mention.lead
        let before = text(start - 1)
        let reaches =
            before == "to"
            && (RoleWords.sign(text(start - 2)) != 0
                || ["come", "came", "gone", "improved"].contains(text(start - 2)))
        let isFirst =
            start <= sentence.lowerBound || tokens[start - 1].kind == .mark
            || ["and", "that", "but"].contains(before) || opensWithItsTime(sentence.lowerBound..<start, tokens)
        if mention.number.measure == .count {
            if mention.number.isInWords { return false }
            // What has reached it stands right before: `the number of households reached 154`.
            let subject = tokens[max(sentence.lowerBound, mention.token - 8)..<mention.token]
            let stands =
                before == "at" && ["stand", "stands", "stood"].contains(text(start - 2))
                || ["is", "was"].contains(before) && endsClause(at: mention.token, of: sentence, tokens)
            if reaches || stands || ["reached", "number", "numbered", "totalled"].contains(before)
                || before == ":" && mention.token - sentence.lowerBound <= 12
            {
                return subject.contains { row.core.contains($0.stem) && !WordForms.general.contains($0.stem) }
                    || index.references(in: subject).contains { index.rows[$0].location == row.location }
            }
            // The next word is what is counted.
            let next = (mention.token + 1)..<min(sentence.upperBound, mention.token + 3)
            let isCounted = next.contains { tokens[$0].kind == .word && row.core.contains(tokens[$0].stem) }
            return isCounted && isFirst
        }
        // `Homes with four bedrooms took 41 days` is of some of them.
        if ["took", "takes"].contains(before) {
            let subject = tokens[sentence.lowerBound..<(start - 1)]
            if !index.references(in: subject).isEmpty { return true }
            return subject.allSatisfy { token in
                token.kind == .word && (WordForms.common.contains(token.text) || row.hasWord(token.stem))
            }
        }
        return reaches || isFirst || RoleWords.valueVerbs.contains(before)
            || sentence.contains(start - 1) && row.core.contains(tokens[start - 1].stem)
    }

    /// Whether `number of` stands before a difference.
    private func hasNumber(of mention: Mention, in statement: Statement) -> Bool {
        let tokens = statement.passage.tokens
        return (max(mention.sentence.lowerBound, mention.token - 9)..<mention.token).contains {
            tokens[$0].text == "number" && tokens[$0 + 1].text == "of"
        }
    }

    /// Words of another time than that of the latest figures.
    private static let earlier: Set = ["last", "ago", "previous", "earlier", "before", "then"]

    /// `At the end of September 2,179 people`: what stands before the number says only when.
    private func opensWithItsTime(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
        guard let first = range.first, let last = range.last, range.count <= 6 else { return false }
        return ["at", "in", "on", "by"].contains(tokens[first].text)
            && (tokens[last].kind == .year || tokens[last].isMonth)
    }

    /// `was 4,400.`, `was 62 a year ago`: nothing follows that the number would count.
    private func endsClause(at token: Int, of sentence: Range<Int>, _ tokens: [Token]) -> Bool {
        let next = token + 1
        guard sentence.contains(next) else { return true }
        return tokens[next].kind == .mark && tokens[next].text != "(" || ["a", "last"].contains(tokens[next].text)
            || tokens[next].number?.measure == .unit("year")
    }

    /// Whether what is counted since a month is what the row counts: its title has the month, or the figure came to the number since then.
    private func isCounted(since month: String, _ mention: Mention, _ row: ReviewedRow) -> Bool {
        switch mention.role {
        case .to, .change: true
        case .value: row.titleMonths.contains(month)
        case .from, .goal, .others, .part, .whole: false
        }
    }

    /// Whether a difference stands right behind a goal or a prospect that opens its sentence: `The target is 55%, four points above`.
    private func isBesideAGoal(_ mention: Mention, in statement: Statement) -> Bool {
        let before = statement.mentions.filter { $0.sentence == mention.sentence && $0.token < mention.token }
        guard let last = before.last, mention.token - last.token <= 5 else { return false }
        return before.allSatisfy { $0.role == .goal || $0.isProspect }
    }

    /// Whether a calendar year stands before a pair of figures: `between 2005 and 2008, from 130 to 61`.
    private func isOfOtherYears(_ mention: Mention, in statement: Statement) -> Bool {
        statement.passage.tokens[max(mention.sentence.lowerBound, mention.token - 10)..<mention.token]
            .contains { $0.kind == .year && Int($0.text) != nil }
    }
}
