// SPDX-License-Identifier: Apache-2.0

/// The status of a row against its plan, whatever the council calls it.
package enum Status: String, Sendable, Hashable, CaseIterable {
    case done = "done"
    case doneAndOngoing = "done and ongoing"
    case onCourse = "on course"
    case notOnCourse = "not on course"
    /// It can still be done in time, if something is done about it.
    case atRisk = "at risk"
    /// Nothing is done for now.
    case paused = "paused"
    /// It will not be done.
    case discontinued = "discontinued"
    /// It was not done in its year, and is in the plan of the next.
    case carriedOver = "carried over"
    /// It has another date, which somebody who may do that has approved.
    case redated = "re-dated"

    /// What every council has words for.
    package static let essential: [Status] = [.done, .doneAndOngoing, .onCourse, .notOnCourse]

    /// In the order in which readers are told of them.
    package static let worstFirst: [Status] = [
        .notOnCourse, .atRisk, .carriedOver, .paused, .discontinued, .redated, .onCourse, .doneAndOngoing, .done,
    ]

    /// Whether what the plan promised is not to be had as it was promised, so that it is reported in full.
    ///
    /// What has another date with approval, and what is discontinued, is measured against what was decided, and is no exception.
    package var isException: Bool {
        switch self {
        case .notOnCourse, .atRisk, .carriedOver, .paused: true
        case .done, .doneAndOngoing, .onCourse, .discontinued, .redated: false
        }
    }

    /// Whether all that was promised is done.
    package var isDone: Bool { self == .done || self == .doneAndOngoing }

    /// Whether the plan holds as it was made.
    package var isOnCourseOrDone: Bool { self == .onCourse || isDone }

    /// Whether a row with it says why.
    package var needsReason: Bool { !isOnCourseOrDone }
}

/// A word of the council for a status, and what it means.
package struct StatusWord: Sendable, Hashable {
    /// As returns write it and papers print it.
    package var word: String
    /// Which status it is.
    package var meaning: Status

    package init(word: String, meaning: Status) {
        self.word = word
        self.meaning = meaning
    }

    /// A status by its own name.
    package init(_ status: Status) { self.init(word: status.rawValue, meaning: status) }

    /// Whether rows with it are reported in full.
    package var isException: Bool { meaning.isException }
}

/// The council's own words for statuses; several may mean the same.
package struct StatusVocabulary: Sendable, Hashable {
    /// In the order of the council.
    package let words: [StatusWord]
    /// By the words in small letters.
    private let byWord: [String: StatusWord]

    package init(_ words: [StatusWord]) {
        self.words = words
        byWord = Dictionary(words.map { ($0.word.lowercased(), $0) }) { first, _ in first }
    }

    /// The statuses by their own names.
    package static let standard = StatusVocabulary(Status.allCases.map { StatusWord($0) })

    /// The council's own form of a word; capitals do not matter.
    package func status(named word: String) -> StatusWord? { byWord[word.lowercased()] }

    /// The words for statuses from the worst; those of one status are in the order of the council.
    package var worstFirst: [StatusWord] {
        Status.worstFirst.flatMap { status in words.filter { $0.meaning == status } }
    }
}
