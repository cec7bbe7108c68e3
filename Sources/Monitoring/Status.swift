// SPDX-License-Identifier: Apache-2.0

/// The status of a row against its plan, whatever the council calls it.
package enum Status: String, Sendable, Hashable, CaseIterable {
    case done = "done"
    case doneAndOngoing = "done and ongoing"
    case onCourse = "on course"
    case notOnCourse = "not on course"

    /// Only what is not on course is reported in full.
    package var isException: Bool { self == .notOnCourse }
}

/// The council's own words for the four statuses.
package struct StatusVocabulary: Sendable, Hashable {
    /// A word, and what it means.
    package struct Entry: Sendable, Hashable {
        /// As returns write it.
        package var word: String
        /// Which of the four statuses it is.
        package var meaning: Status

        package init(word: String, meaning: Status) {
            self.word = word
            self.meaning = meaning
        }
    }

    /// In the order of the council; several words may mean the same.
    package let entries: [Entry]
    /// By the words in small letters.
    private let meanings: [String: Status]

    package init(_ entries: [Entry]) {
        self.entries = entries
        meanings = Dictionary(entries.map { ($0.word.lowercased(), $0.meaning) }) { first, _ in first }
    }

    /// The four statuses by their own names.
    package static let standard = StatusVocabulary(Status.allCases.map { Entry(word: $0.rawValue, meaning: $0) })

    /// What a word means; capitals do not matter.
    package func meaning(of word: String) -> Status? {
        meanings[word.lowercased()]
    }
}
