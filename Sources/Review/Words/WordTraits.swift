// SPDX-License-Identifier: Apache-2.0

/// What rules look for in words: a passage without any such word is passed over as a whole.
struct WordTraits: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    /// A full stop and its like.
    static let endsSentence = WordTraits(rawValue: 1 << 0)
    /// The name of a month.
    static let month = WordTraits(rawValue: 1 << 1)
    /// `rose`, `improved`.
    static let direction = WordTraits(rawValue: 1 << 2)
    static let target = WordTraits(rawValue: 1 << 3)
    /// `half`, `thirds`.
    static let share = WordTraits(rawValue: 1 << 4)
    /// `overleaf`, `above`.
    static let position = WordTraits(rawValue: 1 << 5)
    /// The longest word of a phrase in which one word was taken for another.
    static let confusion = WordTraits(rawValue: 1 << 6)
    /// `mid-year`, `half`.
    static let pointOfYear = WordTraits(rawValue: 1 << 7)

    /// What a table could contradict, beside numbers.
    static let claims: WordTraits = [.direction, .target, .share]

    /// Those that do not depend on rules, of the words that have any.
    static let ofWords: [String: WordTraits] = {
        let ends: [String: WordTraits] = [".": .endsSentence, "!": .endsSentence, "?": .endsSentence]
        return ends.merging(WordForms.months.keys.map { ($0, .month) }) { $0.union($1) }
    }()
}
