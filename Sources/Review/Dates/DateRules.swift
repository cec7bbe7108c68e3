// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Holds the dates of a text against the calendar, and against the day on which the text can have been written.
struct DateRules {
    /// The day that the round is as at.
    private let asAt: CalendarDate
    /// A later day is in the future of every text of the round: the last of its day, of the days on which returns came and of its meetings.
    private let latest: CalendarDate

    init(_ round: MonitoringRound) {
        asAt = round.round.asAt
        let days = round.returns.compactMap(\.received) + round.papers.map(\.meeting.date)
        // A text without a meeting may have been written some time after the day that it is of.
        latest = max(asAt, days.max() ?? asAt.adding(days: 92))
    }

    /// A date of a text: a month and its year, with a day if the text gives one.
    private struct WrittenDate {
        var first: Int
        var last: Int
        var day: Int?
        var month: Int
        var year: Int?
    }

    func check(_ passage: Passage, report: (Diagnostic.Message, Int) -> Void) {
        guard passage.traits.contains(.month) else { return }
        for sentence in passage.sentences {
            for index in sentence where passage.tokens[index].traits.contains(.month) {
                guard let date = date(at: index, in: passage) else { continue }
                check(date, sentence, in: passage, report)
            }
        }
    }

    private func date(at index: Int, in passage: Passage) -> WrittenDate? {
        let tokens = passage.tokens
        guard tokens[index].isCapitalised, let month = WordForms.months[tokens[index].text] else { return nil }
        var date = WrittenDate(first: index, last: index, day: nil, month: month, year: nil)
        if index > 0, tokens[index - 1].kind == .label || tokens[index - 1].number?.measure == .count {
            let digits = tokens[index - 1].text.prefix { $0.isNumber }
            let ending = tokens[index - 1].text.dropFirst(digits.count)
            if let day = Int(digits), ["", "st", "nd", "rd", "th"].contains(ending), (1...99).contains(day) {
                date.day = day
                date.first = index - 1
            }
        }
        if index + 1 < tokens.count, tokens[index + 1].kind == .year, let year = Int(tokens[index + 1].text) {
            date.year = year
            date.last = index + 1
        }
        return date
    }

    private func check(
        _ date: WrittenDate,
        _ sentence: Range<Int>,
        in passage: Passage,
        _ report: (Diagnostic.Message, Int) -> Void
    ) {
        let words = passage.words(date.first..<(date.last + 1))
        if let day = date.day {
            let longest = CalendarDate.days(inMonth: date.month, of: date.year ?? 2000)
            if day < 1 || day > longest {
                // `40 March`: a number of something else, unless a year says that it is a date.
                if day <= 31 || date.year != nil {
                    report(.noSuchDay(words, month: date.month, days: longest), date.first)
                }
                return
            }
            if let year = date.year, date.first > 0, let written = weekday(passage.tokens[date.first - 1]),
                let real = CalendarDate(year: year, month: date.month, day: day)?.weekday, real != written
            {
                let named = passage.words((date.first - 1)..<(date.last + 1))
                report(.otherWeekday(named, is: real), date.first - 1)
                return
            }
        }
        guard let year = date.year else { return }
        if year > asAt.year + 20 {
            report(.distantYear(words, asAt: asAt), date.last)
            return
        }
        checkTense(date, year: year, words, sentence, in: passage, report)
    }

    private func weekday(_ token: Token) -> CalendarDate.Weekday? {
        CalendarDate.Weekday.allCases.first { $0.name.lowercased() == token.text }
    }

    // MARK: - Tense

    private static let happened: Set = [
        "completed", "finished", "opened", "delivered", "approved", "received", "issued", "closed", "signed", "awarded",
        "launched", "published", "installed", "appointed", "held", "begun", "began", "started", "adopted", "submitted",
        "built", "achieved", "implemented", "met", "introduced",
    ]
    private static let past: Set = ["was", "were", "has", "have", "had", "having", "been"]

    /// With one of these the past tense speaks of what is planned or only possible.
    private static let planned: Set = [
        "will", "would", "should", "could", "may", "might", "to", "if", "once", "when", "until", "due", "planned",
        "expected", "scheduled", "not", "be", "before", "after", "by", "unless", "assuming", "provided", "than",
        "target",
    ]

    /// `having been completed in February 2010` cannot have been written in November 2009.
    private func checkTense(
        _ date: WrittenDate,
        year: Int,
        _ words: String,
        _ sentence: Range<Int>,
        in passage: Passage,
        _ report: (Diagnostic.Message, Int) -> Void
    ) {
        guard let day = CalendarDate(year: year, month: date.month, day: date.day ?? 1), day > latest else { return }
        let tokens = passage.tokens
        guard date.first - 2 >= sentence.lowerBound, ["in", "on"].contains(tokens[date.first - 1].text)
        else { return }
        let verb = date.first - 2
        guard Self.happened.contains(tokens[verb].text) else { return }
        let before = tokens[max(sentence.lowerBound, verb - 8)..<verb].map(\.text)
        guard before.suffix(3).contains(where: { Self.past.contains($0) }),
            !before.contains(where: { Self.planned.contains($0) })
        else { return }
        let quotation = passage.words(max(sentence.lowerBound, verb - 4)..<(date.last + 1))
        report(.pastInFuture(quotation, words), verb)
    }
}

extension Diagnostic.Message {
    fileprivate static func noSuchDay(_ words: String, month: Int, days: Int) -> Self {
        Self(
            .impossibleDate,
            "there is no `\(words)`",
            hint: "\(own: CalendarDate.monthNames[month - 1]) has \(days) days"
        )
    }

    fileprivate static func otherWeekday(_ words: String, is weekday: CalendarDate.Weekday) -> Self {
        Self(
            .impossibleDate,
            "`\(words)` is a \(own: weekday.name)",
            hint: "put the weekday or the date right"
        )
    }

    fileprivate static func distantYear(_ words: String, asAt: CalendarDate) -> Self {
        Self(
            .distantDate,
            "`\(words)` is more than twenty years after the day of the round",
            hint: "the round is as at \(asAt, from: .anywhere): was another year meant?"
        )
    }

    fileprivate static func pastInFuture(_ quotation: String, _ words: String) -> Self {
        Self(
            .pastTenseOfFuture,
            "`\(quotation)` says that it has happened, and the round and its meetings are before `\(words)`",
            hint: "put the date right, or say that it is to happen"
        )
    }
}
