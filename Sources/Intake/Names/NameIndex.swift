// SPDX-License-Identifier: Apache-2.0

import Formats
import ResourceLimits
import UnicodeText

/// The names that a council writes in one way: of its directorates, divisions, units, bodies and posts.
///
///     var index = NameIndex()
///     index.add("Children, Families and Education", as: .part)
///     index.misspellings(in: "the Children, Families & Education return")
struct NameIndex {
    /// What is named.
    enum NameKind {
        /// A directorate, division or unit.
        case part
        case body
        case post
    }

    /// A name in a text that is not spelt as the council spells it.
    struct Misspelling {
        var written: String
        var registered: String
        /// Whether it differs only in the endings of plurals.
        var isPlural: Bool
    }

    private struct Name {
        var spelling: String
        var kind: NameKind
        var words: [NameText.Word]
        /// The ways in which it may be written, with straight apostrophes.
        var plain: Set<String>
        /// The same without the endings of plurals.
        var singular: Set<String>
    }

    /// The names that begin with one word, which are looked up by all of their words: a council may have thousands that begin alike.
    private struct Group {
        /// By the keys of the words.
        var names: [String: Name] = [:]
        /// How many words names have, the most first.
        var lengths: [Int] = []
    }

    /// By the key of the first word.
    private var groups: [String: Group] = [:]

    /// With which capitals names begin: most words of a text need no closer look.
    private var initials = ScalarSet()

    /// Adds a name. A single word is left out, since it may be an ordinary word, and so is one of very many words, which is a sentence.
    mutating func add(_ spelling: String, as kind: NameKind) {
        let text = NameText(spelling)
        let words = text.words
        guard (2...Limits.mostWordsOfName).contains(words.count), let first = words.first, let last = words.last
        else { return }
        let plain = text.plain(text.span(from: first, to: last, dropsPossessive: false))
        if let initial = String(text.scalars[first.range.lowerBound]).uppercased().unicodeScalars.first {
            initials.insert(initial)
        }
        let key = Self.key(of: words)
        if groups[first.key]?.names[key] == nil {
            let name = Name(
                spelling: spelling,
                kind: kind,
                words: words,
                plain: [plain],
                singular: [plain.withoutPlurals]
            )
            groups[first.key, default: Group()].names[key] = name
            if groups[first.key]?.lengths.contains(words.count) == false {
                groups[first.key]?.lengths.append(words.count)
                groups[first.key]?.lengths.sort(by: >)
            }
        } else if groups[first.key]?.names[key]?.singular.contains(plain.withoutPlurals) == true {
            // The names of two units may differ in a plural only; otherwise the first spelling is right.
            groups[first.key]?.names[key]?.plain.insert(plain)
        }
    }

    /// The names that are written in another way. At one place the longest name is meant.
    func misspellings(in written: String) -> [Misspelling] {
        if groups.isEmpty { return [] }
        let text = NameText(written)
        var misspellings: [Misspelling] = []
        var index = 0
        while let start = text.start(of: initials, from: index) {
            let word = text.word(at: start)
            index = word.range.upperBound
            guard let group = groups[word.key], let longest = group.lengths.first else { continue }
            let words = words(from: word, atMost: longest, in: text)
            guard let name = Self.name(of: group, in: words) else { continue }
            let last = words[name.words.count - 1]
            index = last.range.upperBound
            if let misspelling = misspelling(name, in: text, from: word, to: last) { misspellings.append(misspelling) }
        }
        return misspellings
    }

    private static func key(of words: some Sequence<NameText.Word>) -> String {
        words.map(\.key).joined(separator: " ")
    }

    private func words(from word: NameText.Word, atMost count: Int, in text: NameText) -> [NameText.Word] {
        var words = [word]
        while words.count < count, let next = text.joinedWord(after: words[words.count - 1]) { words.append(next) }
        WorkMeter.count(words.count)
        return words
    }

    /// The longest name that words begin with: the same words, and capitals where the name has them.
    private static func name(of group: Group, in words: [NameText.Word]) -> Name? {
        for length in group.lengths where length <= words.count {
            guard let name = group.names[key(of: words.prefix(length))] else { continue }
            let hasCapitals = zip(name.words, words).allSatisfy { registered, written in
                written.isCapitalised || !registered.isCapitalised || written.key == "and"
            }
            if hasCapitals { return name }
        }
        return nil
    }

    private func misspelling(
        _ name: Name,
        in text: NameText,
        from first: NameText.Word,
        to last: NameText.Word
    ) -> Misspelling? {
        let whole = text.span(from: first, to: last, dropsPossessive: false)
        if name.plain.contains(text.plain(whole)) { return nil }
        let span = text.span(from: first, to: last, dropsPossessive: true)
        let plain = text.plain(span)
        if name.plain.contains(plain) { return nil }
        let isPlural = name.singular.contains(plain.withoutPlurals)
        // "The Managing Directors" are several, and "Ashford Growth Area" is a name of its own.
        if isPlural, name.kind != .part || text.isWithinLongerName(span) { return nil }
        return Misspelling(written: text.written(span), registered: name.spelling, isPlural: isPlural)
    }
}

extension String {
    /// Without an `s` at the end of any word, unless it follows an apostrophe.
    fileprivate var withoutPlurals: String {
        let scalars = Array(unicodeScalars)
        var kept = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let endsWord = index + 1 == scalars.count || [" ", ",", ")", "-"].contains(scalars[index + 1])
            if scalar == "s", endsWord, index > 0, scalars[index - 1] != "'" { continue }
            kept.append(scalar)
        }
        return String(kept)
    }
}
