// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// A number of a sentence and what the sentence says that it is.
struct Mention {
    /// What the number is said to be.
    enum Role: Equatable {
        case value
        /// The first number of `from A to B`, with the token of the second.
        case from(Int)
        /// The second, with the token of the first.
        case to(Int)
        /// What something has changed by, or is above or below something else.
        case change(Change)
        case goal
        /// A figure of somebody else: a national average.
        case others
        /// `9 of 60`, with the token of the whole.
        case part(of: Int)
        case whole
    }

    /// A difference between two figures.
    struct Change: Equatable {
        /// 1 for more, -1 for less, 0 where the sentence does not say.
        var sign: Int
        /// The token of the figure that it is measured from, if the sentence has it.
        var base: Int?
        /// Whether it is measured from a target or a plan.
        var isFromGoal: Bool
        /// Whether it is said of one thing over time, `rose by 5 points`, `a fall of 3`, and not of two things beside one another.
        var isMovement = false
    }

    /// Of what a number is only the least or the most: `more than 63%`, `fewer than 20`.
    enum Bound {
        case least, most
    }

    var token: Int
    var number: WrittenNumber
    var role: Role
    /// `about`, `nearly`, `more than`: the writer has rounded.
    var isHedged = false
    /// Whether it is only the least or the most of the figure that is meant; such a number is hedged too.
    var bound: Bound?
    /// The words before it that belong to it: two for `more than 63%`.
    var lead = 0
    /// What is hoped for, planned or only possible.
    var isProspect = false
    /// Of some month, of some of them, of another place.
    var isOfAnotherScope = false
    /// The month that the figure is counted from, `since April`, in small letters.
    var sinceMonth: String?
    /// How long before now it is said to be of: 12 for `a year ago`.
    var monthsAgo: Int?
    /// Whether it is said to be of a time that no period of a table is: a calendar year, `a year and a half ago`.
    var isOfAnotherTime = false
    /// The year that the sentence gives right behind it, or before it.
    var year: ReportingYear?
    /// Whether it is said to be of the end of the year, or of its middle; `nil` if the sentence says neither.
    var isOfYearEnd: Bool?
    /// The sentence that it is in.
    var sentence: Range<Int>

    /// Whether it says what a figure is, was or became.
    var isValue: Bool {
        switch role {
        case .value, .from, .to: true
        case .change, .goal, .others, .part, .whole: false
        }
    }
}

/// Words that say what a number is.
enum RoleWords {
    static let rising: Set = [
        "rose", "rise", "rises", "risen", "rising", "increased", "increase", "increases", "increasing", "grew", "grown",
        "growth",
        "grow", "growing",
        "climbed", "widened", "gain", "gained", "up", "more", "higher", "above", "ahead",
    ]
    static let falling: Set = [
        "fell", "fall", "falls", "fallen", "falling", "decreased", "decrease", "decreases", "declined", "decline",
        "dropped", "drop", "narrowed",
        "reduced", "reduction", "down", "fewer", "less", "lower", "below", "behind", "short",
    ]
    static let improving: Set = ["improved", "improvement", "improve", "improving", "better"]
    static let worsening: Set = ["worsened", "deteriorated", "deterioration", "worse"]

    static let changeNouns: Set = [
        "increase", "rise", "fall", "decrease", "drop", "reduction", "improvement", "growth", "gain", "decline",
        "deterioration",
    ]
    static let comparing: Set = [
        "more", "fewer", "less", "higher", "lower", "better", "worse", "above", "below", "behind", "ahead", "short",
        "increase", "rise", "improvement", "fall", "reduction", "drop", "decrease",
    ]
    static let goals: Set = ["target", "targets", "goal", "ambition"]
    static let planned: Set = ["target", "targets", "goal", "plan", "planned", "profile", "budget", "budgeted"]
    static let others: Set = [
        "national", "nationally", "england", "wales", "scotland", "britain", "uk", "regional", "region", "neighbours",
        "neighbour", "statistical", "elsewhere", "similar", "comparable",
    ]
    /// Before `average` one of these makes it the average of others.
    static let averaged: Set = [
        "group", "family", "peer", "peers", "club", "county", "district", "council", "councils", "authorities",
        "counties",
        "districts", "benchmarking", "sector",
    ]
    /// Behind a number one of these makes it what somebody asks for: `the 79% that is due`.
    static let demands: Set = [
        "due", "promised", "required", "requires", "asked", "asks", "agreed", "wanted", "wants", "sought",
    ]
    static let nations: Set = ["english", "welsh", "scottish", "irish"]
    static let hedges: Set = [
        "about", "around", "nearly", "almost", "some", "roughly", "approximately", "over", "under", "than", "least",
        "most", "circa", "towards", "approaching", "barely", "exceeded", "exceeding", "exceeds", "exceed", "maximum",
        "minimum",
    ]
    static let prospects: Set = [
        "will", "would", "could", "should", "might", "expect", "expects", "expected", "hope", "hoped", "hopes", "aim",
        "aims", "aimed", "plans", "intend", "intended", "forecast", "forecasts", "likely", "if", "unless", "once",
        "commits",
        "commit", "committed", "promised", "projected", "predicted", "predict", "anticipate", "anticipated", "estimate",
        "without",
        "next", "shall",
    ]
    static let valueVerbs: Set = [
        "is", "are", "was", "were", "at", "reached", "stood", "stands", "averaged", "for", "only", "now", "still",
        "just",
        "provisional", "remains", "remained", "totalled", "be", "been", "a", "after", "took", "takes",
    ]
    /// Words that tie a figure to another that stands before it.
    static let links: Set = [
        "was", "were", "compared", "compares", "from", "against", "ago", "before", "last", "previous", "target",
        "earlier",
        "year", "up", "down",
    ]
    /// Some of those whom a measure counts.
    static let groups: Set = [
        "girls", "boys", "women", "men", "male", "female", "males", "females", "disabled", "disadvantaged", "meals",
        "firms", "groups", "ethnic", "older", "younger", "others", "best", "worst", "alone", "among", "amongst",
        "excluding", "excludes", "includes", "including", "weakest", "strongest", "rural", "urban", "case", "cases",
        "occasions", "instances", "parts",
    ]
    /// With one of these a sentence gives a range, a rumour or what was said before, and not the figure of the row.
    static let unsure: Set = [
        "ranges", "ranged", "ranging", "varies", "varied", "varying", "peaked", "reported", "wrongly",
        "rumour", "press", "newspaper", "corrected",
    ]
    /// Before a number one of these makes it a range, or what somebody else said.
    static let hearsay: Set = [
        "said", "says", "claimed", "told", "inspector", "inspectors", "auditor", "auditors", "range", "spread",
    ]
    /// Parts of a year, and other times than those of the row.
    static let times: Set = [
        "quarter", "quarters", "term", "autumn", "spring", "summer", "winter",
    ]

    static func sign(_ word: String) -> Int { rising.contains(word) ? 1 : falling.contains(word) ? -1 : 0 }
}
