// SPDX-License-Identifier: Apache-2.0

/// The names that a council writes in one way: of its directorates, divisions, units, bodies and posts.
///
///     var register = NameRegister()
///     register.add("Children, Families and Education", as: .part)
///     register.slips(in: "the Children, Families & Education return")
struct NameRegister {
    /// What is named.
    enum Kind {
        /// A directorate, division or unit.
        case part
        case body
        case post
    }

    /// A name that stands in a text in another way than the council writes it.
    struct Slip {
        var written: String
        var registered: String
        /// Whether it differs only in the endings of plurals.
        var isPlural: Bool
    }

    private struct Name {
        var spelling: String
        var kind: Kind
        var words: [NameText.Word]
        /// The ways in which it may be written, with straight apostrophes.
        var plain: Set<String>
    }

    /// By the key of the first word; the longest first.
    private var names: [String: [Name]] = [:]

    /// With which capitals names begin: most words of a text need no closer look.
    private var initials: Set<Unicode.Scalar> = []

    /// Takes a name in; one of a single word is none that could be told from other words.
    mutating func add(_ spelling: String, as kind: Kind) {
        let text = NameText(spelling)
        let words = text.words
        guard words.count > 1, let first = words.first, let last = words.last else { return }
        let plain = text.plain(text.span(from: first, to: last, dropsPossessive: false))
        initials.formUnion(String(text.scalars[first.range.lowerBound]).uppercased().unicodeScalars.prefix(1))
        var named = names[first.key, default: []]
        if let known = named.firstIndex(where: { $0.words.map(\.key) == words.map(\.key) }) {
            // Two units may be called so that only a plural tells them apart; otherwise the first is right.
            let isPlural = named[known].plain.contains { $0.withoutPlurals == plain.withoutPlurals }
            if isPlural { named[known].plain.insert(plain) }
        } else {
            let place = named.firstIndex { $0.words.count < words.count } ?? named.count
            named.insert(Name(spelling: spelling, kind: kind, words: words, plain: [plain]), at: place)
        }
        names[first.key] = named
    }

    /// The names that are written in another way. At one place the longest name is meant.
    func slips(in written: String) -> [Slip] {
        if names.isEmpty { return [] }
        let text = NameText(written)
        var slips: [Slip] = []
        var index = 0
        while let start = text.start(of: initials, from: index) {
            let word = text.word(at: start)
            index = word.range.upperBound
            guard let candidates = names[word.key] else { continue }
            let words = words(from: word, atMost: candidates[0].words.count, in: text)
            guard let name = candidates.first(where: { Self.name($0, standsIn: words) }) else { continue }
            let last = words[name.words.count - 1]
            index = last.range.upperBound
            if let slip = slip(name, in: text, from: word, to: last) { slips.append(slip) }
        }
        return slips
    }

    private func words(from word: NameText.Word, atMost count: Int, in text: NameText) -> [NameText.Word] {
        var words = [word]
        while words.count < count, let next = text.joinedWord(after: words[words.count - 1]) { words.append(next) }
        return words
    }

    /// Whether words begin with a name: the same words, and capitals where the name has them.
    private static func name(_ name: Name, standsIn words: [NameText.Word]) -> Bool {
        guard words.count >= name.words.count else { return false }
        return zip(name.words, words).allSatisfy { registered, written in
            registered.key == written.key
                && (written.isCapitalised || !registered.isCapitalised || written.key == "and")
        }
    }

    private func slip(
        _ name: Name,
        in text: NameText,
        from first: NameText.Word,
        to last: NameText.Word
    ) -> Slip? {
        let whole = text.span(from: first, to: last, dropsPossessive: false)
        if name.plain.contains(text.plain(whole)) { return nil }
        let span = text.span(from: first, to: last, dropsPossessive: true)
        let plain = text.plain(span)
        if name.plain.contains(plain) { return nil }
        let isPlural = name.plain.contains { $0.withoutPlurals == plain.withoutPlurals }
        // "The Managing Directors" are several, and "Ashford Growth Area" is a name of its own.
        if isPlural, name.kind != .part || text.isWithinLongerName(span) { return nil }
        return Slip(written: text.written(span), registered: name.spelling, isPlural: isPlural)
    }
}

extension String {
    /// Without an `s` at the end of any word, unless an apostrophe stands before it.
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
