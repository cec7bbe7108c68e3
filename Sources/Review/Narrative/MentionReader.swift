// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// Reads what the numbers of a statement are said to be, by the words next to them.
struct MentionReader {
    let tokens: [Token]
    /// When a year of two numbers begins.
    let yearKind: ReportingYear.Kind

    /// The numbers of a few sentences, in their order.
    func mentions(in sentences: [Range<Int>]) -> [Mention] {
        // A list of very many numbers says nothing that could be told apart, and each is held against the others.
        let count = sentences.reduce(0) { $0 + tokens[$1].count(where: \.isNumber) }
        guard (1...Self.mostNumbers).contains(count) else { return [] }
        var mentions = sentences.flatMap { sentence in
            sentence.compactMap { index in
                tokens[index].number.map {
                    Mention(token: index, number: $0, role: .value, sentence: sentence)
                }
            }
        }
        for index in mentions.indices { readShare(of: &mentions, at: index) }
        for index in mentions.indices { readPair(of: &mentions, at: index) }
        for index in mentions.indices where mentions[index].role == .value { readChange(of: &mentions, at: index) }
        for index in mentions.indices { readScope(of: &mentions[index]) }
        for sentence in sentences {
            guard let isOfYearEnd = isOfYearEnd(sentence) else { continue }
            for index in mentions.indices where mentions[index].sentence == sentence {
                mentions[index].isOfYearEnd = isOfYearEnd
            }
        }
        return mentions
    }

    private static let mostNumbers = 40

    private func text(_ index: Int, in sentence: Range<Int>) -> String {
        sentence.contains(index) ? tokens[index].text : ""
    }

    // MARK: - From A to B

    private func readPair(of mentions: inout [Mention], at index: Int) {
        let first = mentions[index]
        guard index + 1 < mentions.count, first.role == .value else { return }
        let second = mentions[index + 1]
        guard second.role == .value, second.sentence == first.sentence, second.token - first.token <= 9 else { return }
        let sentence = first.sentence
        func precedes(_ word: String, _ token: Int) -> Bool {
            text(token - 1, in: sentence) == word
                || text(token - 2, in: sentence) == word && isFiller(text(token - 1, in: sentence))
        }
        let between = tokens[(first.token + 1)..<second.token]
        if between.contains(where: { $0.kind == .mark && ![","].contains($0.text) }) { return }
        if precedes("from", first.token), precedes("to", second.token) {
            guard let measure = shared(first.number, second.number) else { return }
            mentions[index].number.measure = measure
            mentions[index].role = .from(second.token)
            mentions[index + 1].role = .to(first.token)
        } else if precedes("to", first.token), precedes("from", second.token) {
            guard let measure = shared(second.number, first.number) else { return }
            mentions[index + 1].number.measure = measure
            mentions[index].role = .to(second.token)
            mentions[index + 1].role = .from(first.token)
        }
    }

    private func isFiller(_ word: String) -> Bool {
        ["the", "a", "about", "around", "nearly", "some", "just", "only", "over", "under"].contains(word)
    }

    /// The measure of two numbers of which the first may leave the unit to the second: `from 6.4 to 4.7 per cent`.
    private func shared(_ first: WrittenNumber, _ second: WrittenNumber) -> WrittenNumber.Measure? {
        if first.measure == second.measure { return first.measure }
        return first.measure == .count ? second.measure : nil
    }

    // MARK: - A of B

    private func readShare(of mentions: inout [Mention], at index: Int) {
        guard index + 1 < mentions.count else { return }
        let part = mentions[index]
        let whole = mentions[index + 1]
        guard part.role == .value, part.sentence == whole.sentence, part.number.measure == whole.number.measure,
            whole.token - part.token <= 4, whole.number.value > 0
        else { return }
        switch part.number.measure {
        case .count, .money: break
        case .percent, .points, .unit, .rate: return
        }
        var between = tokens[(part.token + 1)..<whole.token].map(\.text)
        if ["the", "our", "these", "those", "all"].contains(between.last ?? "") { between.removeLast() }
        guard let joint = between.last, joint == "of" || joint == "in" && [10, 100].contains(whole.number.value) else {
            return
        }
        let words = between.dropLast().filter { $0 != "out" }
        guard words.count <= 1, words.allSatisfy({ $0.first?.isLetter == true }) else { return }
        mentions[index].role = .part(of: whole.token)
        mentions[index + 1].role = .whole
    }

    // MARK: - By how much

    private func readChange(of mentions: inout [Mention], at index: Int) {
        let mention = mentions[index]
        let sentence = mention.sentence
        let token = mention.token
        var back = token - 1
        while isHedgeBefore(text(back, in: sentence)) { back -= 1 }
        let before = text(back, in: sentence)
        let next = text(token + 1, in: sentence)
        var sign: Int?
        var isMovement = true
        if before == "by" {
            let said = (max(sentence.lowerBound, back - 5)..<back).reversed().first {
                changeSign(tokens[$0].text) != nil
            }
            sign = said.flatMap { changeSign(tokens[$0].text) }
            // `ahead of profile by 1.6 points`.
            isMovement = said.map { !RoleWords.comparing.contains(tokens[$0].text) } ?? true
        } else if before == "of", RoleWords.changeNouns.contains(text(back - 1, in: sentence)) {
            sign = changeSign(text(back - 1, in: sentence))
        } else if before == "up" || before == "down",
            mention.number.measure == .percent || mention.number.measure == .points
        {
            sign = changeSign(before)
        }
        var end = token
        if sign == nil, RoleWords.comparing.contains(next), next != "short" || text(token + 2, in: sentence) == "of" {
            // `50 more places` is no change: something has to be compared.
            let following = text(token + 2, in: sentence)
            let compares =
                ["than", "of", "on", "in"].contains(following) || ["above", "below", "behind", "ahead"].contains(next)
            guard compares || mention.number.measure == .points else { return readGoal(of: &mentions[index]) }
            sign = changeSign(next)
            end = token + 1
        }
        guard let sign else { return readGoal(of: &mentions[index]) }
        var change = Mention.Change(sign: sign, base: nil, isFromGoal: end > token && next == "short")
        change.isMovement = isMovement && end == token
        if before == "by", !isMovement {
            change.isFromGoal = tokens[max(sentence.lowerBound, back - 4)..<back].contains {
                RoleWords.planned.contains($0.text)
            }
        }
        // What it is measured from stands behind `than`, `above`, `on`.
        let reach = min(sentence.upperBound, end + 14)
        if end < reach {
            for other in (end + 1)..<reach {
                if tokens[other].kind == .mark, ![",", "“", "”"].contains(tokens[other].text) { break }
                // `rose by 2 points and passed its target`.
                if change.isMovement, ["and", "but"].contains(tokens[other].text) { break }
                if RoleWords.planned.contains(tokens[other].text) { change.isFromGoal = true }
                if tokens[other].number != nil { break }
            }
        }
        if end > token || text(token + 1, in: sentence) == "on" || text(token + 1, in: sentence) == "over",
            index + 1 < mentions.count,
            mentions[index + 1].sentence == sentence, mentions[index + 1].token <= end + 12,
            mentions[index + 1].number.measure != .points || mention.number.measure != .points,
            isComparison(from: end, to: mentions[index + 1].token, in: sentence)
        {
            change.base = mentions[index + 1].token
        }
        mentions[index].role = .change(change)
    }

    /// Whether between a comparison and a number nothing else is said.
    private func isComparison(from end: Int, to token: Int, in sentence: Range<Int>) -> Bool {
        let between = tokens[(end + 1)..<token]
        let words = Set(between.map(\.text))
        if words.contains("and") || words.contains("but") { return false }
        if between.contains(where: { $0.text == "," }) { return words.contains("when") && words.contains("was") }
        return between.count <= 4
            && (words.contains("the") || words.contains("than") || words.contains("of") || between.isEmpty)
    }

    private func isHedgeBefore(_ word: String) -> Bool {
        ["about", "around", "nearly", "almost", "some", "just", "only", "roughly", "over", "another", "a"].contains(
            word
        )
    }

    private func changeSign(_ word: String) -> Int? {
        if RoleWords.improving.contains(word) || RoleWords.worsening.contains(word) { return 0 }
        let sign = RoleWords.sign(word)
        return sign == 0 ? nil : sign
    }

    private static let joining: Set = [
        "of", "was", "is", "the", "a", "our", "its", "at", "to", "and", "for", "year", "stays",
    ]

    private func readGoal(of mention: inout Mention) {
        let sentence = mention.sentence
        var back = mention.token - 1
        while sentence.contains(back), Self.joining.contains(tokens[back].text) || tokens[back].kind == .year {
            back -= 1
        }
        if sentence.contains(back), RoleWords.goals.contains(tokens[back].text) {
            mention.role = .goal
            return
        }
        if RoleWords.goals.contains(text(mention.token + 1, in: sentence)) { mention.role = .goal }
        // `The target for NI 192 is 70%`.
        guard ["is", "was"].contains(text(mention.token - 1, in: sentence)) else { return }
        let subject = max(sentence.lowerBound, mention.token - 12)..<mention.token
        guard !subject.contains(where: { tokens[$0].kind == .mark || tokens[$0].number != nil }) else { return }
        if subject.contains(where: { RoleWords.goals.contains(tokens[$0].text) && text($0 + 1, in: sentence) == "for" })
        {
            mention.role = .goal
        }
    }

    // MARK: - Of what, and how surely

    private func readScope(of mention: inout Mention) {
        let sentence = mention.sentence
        let token = mention.token
        let before = tokens[max(sentence.lowerBound, token - 2)..<token]
        mention.isHedged =
            before.contains { RoleWords.hedges.contains($0.text) && $0.text != "than" }
            || (text(token - 1, in: sentence) == "than"
                && ["more", "less", "fewer", "rather", "better", "worse"].contains(text(token - 2, in: sentence)))
            || text(token - 1, in: sentence) == "to" && text(token - 2, in: sentence) == "up"
            || text(token + 1, in: sentence) == "or" || text(token + 1, in: sentence) == "plus"
        readBound(of: &mention)
        readTimes(of: &mention)
        // Up to the next comma.
        let end = (token..<sentence.upperBound).first { $0 > token && tokens[$0].kind == .mark } ?? sentence.upperBound
        mention.isProspect =
            (sentence.lowerBound..<end).contains { RoleWords.prospects.contains(tokens[$0].text) }
            || ((token + 1)..<max(token + 1, min(end, token + 5))).contains {
                RoleWords.demands.contains(tokens[$0].text)
            }
        let clauseStart =
            (sentence.lowerBound..<token).last { tokens[$0].kind == .mark && !isApostrophe($0) } ?? sentence.lowerBound
        let near = max(clauseStart, token - 6)..<min(end, token + 6)
        if mention.role == .value || mention.role == .goal, near.contains(where: { isOthers($0) }) {
            mention.role = .others
        }
        var isOfOthers = false
        if case .change = mention.role { isOfOthers = (sentence.lowerBound..<end).contains { isOthers($0) } }
        let next = (1...2).map { text(token + $0, in: sentence) }
        let isBefore = next[0] == "earlier" || next[0] == "before" && ["that", "then", ""].contains(next[1])
        mention.isOfAnotherScope =
            isOfOthers || isBefore || mention.isOfAnotherTime || isOfSome(mention, clause: clauseStart..<end)
            || isOfAMonth(mention, in: sentence)
        for offset in 1...4 where sentence.contains(token + offset) {
            // `from 49.7% to 51.8% in 2008/09`: the year is the second’s.
            if tokens[token + offset].number != nil { break }
            guard tokens[token + offset].kind == .year else { continue }
            guard ["in", "for", "of", "at"].contains(text(token + offset - 1, in: sentence)) else { break }
            mention.year = ReportingYear(
                tokens[token + offset].text,
                kind: yearKind == .calendar ? .financial : yearKind
            )
            break
        }
    }

    private func isOthers(_ index: Int) -> Bool {
        RoleWords.others.contains(tokens[index].text)
            || isAverageOfOthers(index)
            || RoleWords.nations.contains(tokens[index].text) && index + 1 < tokens.count
                && ["average", "figure", "rate", "councils", "counties", "authorities"].contains(tokens[index + 1].text)
    }

    private func isApostrophe(_ index: Int) -> Bool { tokens[index].text == "\u{2019}" || tokens[index].text == "'" }

    /// `the group average`, `the average of the group`, `our neighbours’ average`.
    private func isAverageOfOthers(_ index: Int) -> Bool {
        guard ["average", "median", "mean"].contains(tokens[index].text) else { return false }
        let before = index > 0 && isApostrophe(index - 1) ? index - 2 : index - 1
        if before >= 0, RoleWords.averaged.contains(tokens[before].text) { return true }
        guard index + 1 < tokens.count, tokens[index + 1].text == "of" else { return false }
        return tokens[(index + 2)..<min(tokens.count, index + 6)].contains { RoleWords.averaged.contains($0.text) }
    }

    /// Whether a sentence is of the end of the year, `at the year end`, `at the end of March`, or of its middle; `nil` if it also speaks of another
    /// time, or of none.
    private func isOfYearEnd(_ sentence: Range<Int>) -> Bool? {
        var found: Bool?
        for index in sentence where tokens[index].isWord {
            if Self.otherTimes.contains(tokens[index].text) { return nil }
            guard tokens[index].text == "at" else { continue }
            let next = text(index + 1, in: sentence) == "the" ? index + 2 : index + 1
            let words = (0..<3).map { text(next + $0, in: sentence) }
            if words[0] == "year-end" || words[0] == "year" && words[1] == "end" { found = true }
            if words[0] == "end", words[1] == "of", words[2] == "march", yearKind == .financial { found = true }
            if words[0] == "half-year" || words[0] == "mid-year" || words[0] == "half" && words[1] == "year" {
                found = false
            }
        }
        return found
    }

    private static let otherTimes: Set = [
        "last", "ago", "before", "previous", "earlier", "compared", "from", "than", "against", "since",
    ]

    /// `of them`, `of these`: a share of a share.
    private func isOfSome(_ mention: Mention, clause: Range<Int>) -> Bool {
        return (mention.sentence.lowerBound..<clause.upperBound).contains { index in
            tokens[index].text == "of" && Self.some.contains(text(index + 1, in: mention.sentence))
                && (index > mention.token || index < mention.token && mention.token - index < 12)
        }
    }

    private static let some: Set = ["them", "these", "those", "whom", "which"]

    /// Whether a month stands next to it that is not the end of a period: `peaked in October at 131`.
    private func isOfAMonth(_ mention: Mention, in sentence: Range<Int>) -> Bool {
        let token = mention.token
        let near = max(sentence.lowerBound, token - 4)..<min(sentence.upperBound, token + 6)
        let reach = (token + 1)..<max(token + 1, min(sentence.upperBound, token + 9))
        let end =
            reach.first {
                tokens[$0].kind == .mark || tokens[$0].number != nil || ["and", "but"].contains(tokens[$0].text)
            }
            ?? reach.upperBound
        // `at the end of the autumn term`; behind a difference stands what it is measured from.
        let close = min(sentence.upperBound, token + 5)
        let clause = max(sentence.lowerBound, token - 6)..<(mention.role == .value ? max(end, close) : close)
        let isOfSomeTime = clause.contains { index in
            // `since last quarter`: the number is of now.
            RoleWords.times.contains(tokens[index].text)
                && !(text(index - 1, in: sentence) == "last" && text(index - 2, in: sentence) == "since")
        }
        if isOfSomeTime { return true }
        if (max(sentence.lowerBound, token - 3)..<token).contains(where: { tokens[$0].text == "not" }) { return true }
        return near.contains { index in
            guard tokens[index].isMonth else { return false }
            let before = text(index - 1, in: sentence)
            if before == "last" || sentence.contains(index - 1) && tokens[index - 1].kind == .label { return false }
            if before == "of", text(index - 2, in: sentence) == "end" { return false }
            // `since April`: the number is of now.
            if before == "since" { return false }
            return true
        }
    }
}
