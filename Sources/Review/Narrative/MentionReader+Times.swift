// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// What a sentence says of the reach of a number: the least or the most of a figure, and of when it is.
extension MentionReader {
    private static let bounds: [(words: [String], bound: Mention.Bound)] = [
        (["no", "more", "than"], .most), (["not", "more", "than"], .most), (["no", "fewer", "than"], .least),
        (["no", "less", "than"], .least), (["more", "than"], .least), (["at", "least"], .least),
        (["fewer", "than"], .most), (["less", "than"], .most), (["at", "most"], .most), (["over"], .least),
        (["exceeded"], .least), (["exceeds"], .least), (["under"], .most),
    ]

    /// `more than 63%`, `at least 63%`, `no fewer than 63`: the figure that is meant is on one side of the number.
    func readBound(of mention: inout Mention) {
        func text(_ back: Int) -> String {
            let index = mention.token - back
            return mention.sentence.contains(index) ? tokens[index].text : ""
        }
        // `124 more than 2,055`, `5 points over 63%`: a comparison.
        func follows(_ count: Int) -> Bool {
            let index = mention.token - count - 1
            return !(mention.sentence.contains(index) && tokens[index].number != nil)
        }
        let found = Self.bounds.first { words, _ in
            words.enumerated().allSatisfy { text(words.count - $0.offset) == $0.element }
        }
        guard let found, follows(found.words.count) else { return }
        mention.bound = found.bound
        mention.lead = found.words.count
        // `just over`, `well under`.
        if ["just", "well", "only", "slightly"].contains(text(mention.lead + 1)) { mention.lead += 1 }
    }

    /// `since April` behind the number or before it, and `a year ago`.
    func readTimes(of mention: inout Mention) {
        let sentence = mention.sentence
        let near = max(sentence.lowerBound, mention.token - 4)..<min(sentence.upperBound, mention.token + 6)
        let month = near.first { index in
            sentence.contains(index - 1) && tokens[index - 1].text == "since"
                && WordForms.months[tokens[index].text] != nil
        }
        mention.sinceMonth = month.map { tokens[$0].text }
        readYearBefore(&mention)
        guard let ago = sentence.first(where: { tokens[$0].text == "ago" }) else { return }
        guard let months = months(before: ago) else {
            mention.isOfAnotherTime = true
            return
        }
        let span = ago - 1
        if ago > mention.token {
            // `71 days two years ago`: nothing between that is of another number or clause.
            let between = tokens[(mention.token + 1)..<ago].enumerated()
            let isNear = between.allSatisfy { offset, token in
                token.kind != .mark && (token.number == nil || mention.token + 1 + offset == span)
            }
            if isNear, mention.token != span { mention.monthsAgo = months }
        } else if ago <= sentence.lowerBound + 3,
            tokens[(ago + 1)..<mention.token].allSatisfy({ $0.number == nil && !["and", "but"].contains($0.text) })
        {
            mention.monthsAgo = months
        }
    }

    /// `since 2005/06, when it was 22%`, `In 2005/06 it was 22%`: the year before the number is the number's.
    private func readYearBefore(_ mention: inout Mention) {
        let sentence = mention.sentence
        var place: Int?
        let verb = mention.token - 1 - mention.lead
        if verb - 3 > sentence.lowerBound, ["was", "were", "stood"].contains(tokens[verb].text),
            tokens[verb - 2].text == "when"
        {
            place = tokens[verb - 3].kind == .mark ? verb - 4 : verb - 3
        } else if ["in", "for"].contains(tokens[sentence.lowerBound].text), sentence.count > 2 {
            place = sentence.lowerBound + 1
            // Of the first number only.
            if sentence.contains(where: { $0 < mention.token && tokens[$0].number != nil }) { place = nil }
        }
        guard let place, sentence.contains(place), place < mention.token, tokens[place].kind == .year else { return }
        if tokens[place].text.contains("/") {
            mention.year = ReportingYear(tokens[place].text, kind: yearKind == .calendar ? .financial : yearKind)
        } else {
            mention.isOfAnotherTime = true
        }
    }

    /// `a year`, `two years`, `six months` before `ago`.
    private func months(before ago: Int) -> Int? {
        guard ago > 0 else { return nil }
        let last = tokens[ago - 1]
        if let number = last.number, case .unit(let unit) = number.measure {
            return unit == "year" ? Int(number.value * 12) : unit == "month" ? Int(number.value) : nil
        }
        guard ago > 1, ["a", "one"].contains(tokens[ago - 2].text) else { return nil }
        return last.text == "year" ? 12 : last.text == "quarter" ? 3 : last.text == "month" ? 1 : nil
    }
}
