// SPDX-License-Identifier: Apache-2.0

import Monitoring
import UnicodeText

/// The words of everything that the round gives a name or a title, in small letters: nobody is told that a name is spelt wrong.
struct NameWords {
    private(set) var words: Set<String> = []
    private let vocabulary = Vocabulary()
    /// The words of the vocabulary that were looked into.
    private var isAdded: Set<Int32> = []

    init(_ round: MonitoringRound) {
        let council = round.council
        add(council.name, council.shortName, round.round.title, round.round.subtitle ?? "")
        for word in council.spelling { add(word) }
        for abbreviation in council.abbreviations { add(abbreviation.short, abbreviation.long) }
        for body in council.bodies { add(body.name, body.shortName, body.members) }
        for person in council.people { add(person.name, person.post, person.department ?? "") }
        for comparator in council.comparators { add(comparator.name, comparator.source) }
        for status in council.statuses.words { add(status.word) }
        for step in council.ratings?.steps ?? [] { add(step.word) }
        for directorate in council.directorates {
            add(directorate.name, directorate.head.title)
            for place in directorate.places { add(place.division ?? "", place.unit ?? "") }
        }
        for directorateReturn in round.returns {
            for indicator in directorateReturn.indicators { add(indicator.measure.plainWords, indicator.group ?? "") }
            for item in directorateReturn.items { add(item.title.plainWords) }
        }
        for paper in round.papers { add(paper.subject) }
    }

    private mutating func add(_ names: String...) {
        for name in names where !name.isEmpty {
            for token in Tokenizer.tokens(of: name.scalars, in: vocabulary)
            where token.isWord && isAdded.insert(token.word).inserted {
                words.insert(token.text)
                guard token.text.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 >= 0x80 }) else { continue }
                for part in token.text.split(whereSeparator: { $0 == "-" || $0 == "\u{2011}" }) {
                    words.insert(String(part))
                }
            }
        }
    }
}

/// The words with a capital of the names of council.yaml, as they are written there. Every text may be told of these: council.yaml holds
/// nothing exempt.
struct RegisteredNames {
    /// By the word in small letters.
    private(set) var spellings: [String: String] = [:]
    /// Those that are long, by their length; one with a hyphen is like no other word.
    private var byLength: [Int: [(name: String, letters: [UInt16])]] = [:]

    init(_ council: Council) {
        add([council.name, council.shortName])
        add(council.bodies.flatMap { [$0.name, $0.shortName] })
        add(council.people.map(\.name))
        for directorate in council.directorates {
            add([directorate.name] + directorate.places.flatMap { [$0.division ?? "", $0.unit ?? ""] })
        }
    }

    /// The one name that a word is one letter away from. Short words are like one another by chance.
    func near(_ word: String) -> String? {
        let count = word.utf8.count
        guard count >= Self.shortest else { return nil }
        let letters = Array(word.utf16)
        var found: String?
        for length in (count - 1)...(count + 1) {
            for other in byLength[length] ?? [] where letters.isOneLetterAway(from: other.letters) {
                if found != nil { return nil }
                found = other.name
            }
        }
        return found.flatMap { spellings[$0] }
    }

    private static let shortest = 7

    private mutating func add(_ names: [String]) {
        for name in names {
            let scalars = name.scalars
            for token in Tokenizer.tokens(of: scalars) where token.kind == .word && token.isCapitalised {
                guard spellings[token.text] == nil else { continue }
                if token.text.utf8.count >= Self.shortest, !token.text.contains("-") {
                    byLength[token.text.utf8.count, default: []].append((token.text, Array(token.text.utf16)))
                }
                spellings[token.text] = String(String.UnicodeScalarView(scalars[token.range]))
            }
        }
    }
}
