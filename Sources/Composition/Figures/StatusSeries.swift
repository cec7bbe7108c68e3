// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

/// What a segment of a stacked bar, or a key figure, counts.
struct StatusSeries {
    /// The word of the status, in lower case unless it is an abbreviation.
    var word: String
    var tone: Chart.Tone
    /// The symbol before the word; `nil` if the status has none.
    var symbol: Symbol?
    var count: (StatusCounts) -> Int

    /// The statuses and steps that rows have, from worst to best.
    ///
    /// Where a return only counts its rows that are no exceptions, nobody knows which of the better statuses these have: then all of those
    /// are one.
    static func series(of all: StatusCounts, _ council: Council, _ wording: Wording) -> [StatusSeries] {
        let areRated =
            council.ratings != nil && all.listed.keys.allSatisfy { if case .step = $0 { true } else { false } }
        let unrated = wording.words(areRated ? .notRated : .withoutStatus)
        let none = StatusSeries(word: unrated, tone: .none, symbol: .ring) { $0.withoutStatus }
        if all.unlisted > 0 {
            let words = exceptionWords(in: all, council, wording)
            let exceptions = StatusSeries(word: words, tone: .off, symbol: .square) { $0.exceptions.numerator }
            let isOnCourse = all.listed.keys.allSatisfy { standing in
                if case .status(let status) = standing {
                    status.isException || status.meaning.isOnCourseOrDone
                } else {
                    false
                }
            }
            let rest = wording.words(isOnCourse ? .onCourseOrDone : .noException)
            let others = StatusSeries(word: rest, tone: .on, symbol: .disc) {
                $0.total - $0.exceptions.numerator - $0.withoutStatus
            }
            return [exceptions, others] + (all.withoutStatus > 0 ? [none] : [])
        }
        let series = standings(in: all, council).map { standing in
            StatusSeries(word: word(for: standing), tone: standing.tone, symbol: standing.symbol) {
                $0.listed[standing] ?? 0
            }
        }
        return series + (all.withoutStatus > 0 ? [none] : [])
    }

    /// What the exceptions among some rows are called: "off target", "not on course".
    static func exceptionWords(in all: StatusCounts, _ council: Council, _ wording: Wording) -> String {
        let words = standings(in: all, council).filter(\.isException).map(word)
        return words.isEmpty ? council.word(for: .notOnCourse) : wording.words(list: words)
    }

    /// The statuses and steps in use, from worst to best; exceptions are included even if their count is 0.
    private static func standings(in all: StatusCounts, _ council: Council) -> [StatusCounts.Standing] {
        let steps = council.ratings?.steps.reversed().map { StatusCounts.Standing.step($0) } ?? []
        let statuses = council.statuses.worstFirst.map { StatusCounts.Standing.status($0) }
        return [steps, statuses].flatMap { scale in
            let isUsed = scale.contains { all.listed[$0] != nil }
            return scale.filter { all.listed[$0] != nil || isUsed && $0.isWorst }
        }
    }

    private static func word(for standing: StatusCounts.Standing) -> String {
        switch standing {
        case .status(let status): status.word
        case .step(let step): step.word.withoutCapital
        }
    }
}

extension String {
    /// As it is said within a sentence: "off target" for "Off target"; a word of capitals stays.
    fileprivate var withoutCapital: String {
        dropFirst().first?.isLowercase == true ? prefix(1).lowercased() + dropFirst() : self
    }
}

extension Status {
    fileprivate var tone: Chart.Tone {
        switch self {
        case .notOnCourse: .off
        case .atRisk: .tolerance
        case .carriedOver: .carriedOver
        case .paused: .paused
        case .discontinued: .none
        case .redated: .redated
        case .onCourse: .on
        case .doneAndOngoing: .ongoing
        case .done: .complete
        }
    }
}

extension StatusCounts.Standing {
    fileprivate var symbol: Symbol? {
        switch self {
        case .status(let status): status.meaning.symbol
        case .step(let step): Verdict.step(step).symbol
        }
    }

    /// Whether a chart counts it even if no row has it.
    fileprivate var isWorst: Bool {
        switch self {
        case .status(let status): status.meaning == .notOnCourse
        case .step(let step): step.isException
        }
    }

    /// A step is marked by the goal that it reaches.
    fileprivate var tone: Chart.Tone {
        switch self {
        case .status(let status): status.meaning.tone
        case .step(let step):
            switch step.goal {
            case .stretch: .complete
            case .target: .on
            case .floor: .tolerance
            case nil: .off
            }
        }
    }
}
