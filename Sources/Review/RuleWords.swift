// SPDX-License-Identifier: Apache-2.0

extension Vocabulary {
    /// A vocabulary that knows which words the rules of a review look for.
    static func ofReview() -> Vocabulary { Vocabulary(traits: WordTraits.ofReview) }
}

extension WordTraits {
    /// Those that rules look for too: the rules say by which words.
    fileprivate static let ofReview: [String: WordTraits] = {
        var traits = ofWords
        func add(_ words: some Sequence<String>, _ trait: WordTraits) {
            for word in words { traits[word, default: []].insert(trait) }
        }
        add(TrendRules.directions, .direction)
        add(TargetRules.targets, .target)
        add(FractionRules.shares, .share)
        add(PositionRules.positions, .position)
        add(PhraseRules.byLongestWord.keys, .confusion)
        add(PointOfYear.beginnings, .pointOfYear)
        return traits
    }()
}
