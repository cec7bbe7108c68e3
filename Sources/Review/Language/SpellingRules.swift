// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import ResourceLimits

/// Asks that the words of a text are in the dictionary, among the council's own words, or names.
///
/// A name is a word with a capital within a sentence of the text, and any word of a name, a title or a measure of the round. Where a sentence
/// begins a capital says nothing: there a word is reported only if it is long and one letter away from a word of the dictionary.
final class SpellingRules {
    private let round: MonitoringRound
    private let load: () -> (any ReviewDictionary)?
    private var isLoaded = false
    private var dictionary: (any ReviewDictionary)?
    /// Whether each word that was looked up is known, and whether it is without a longer search.
    private var lookedUp: [String: Bool] = [:]
    private var surelyLookedUp: [String: Bool] = [:]
    /// Words of names, made when a word is in no dictionary.
    private lazy var names = NameWords(round)
    private let registered: RegisteredNames
    private var suggestions = 0
    /// Whether words were to be looked up and there is no dictionary.
    private(set) var lacksDictionary = false

    /// - Parameter dictionary: gives the dictionary when the first word is looked up, or `nil` if there is none.
    init(_ round: MonitoringRound, dictionary load: @escaping () -> (any ReviewDictionary)?) {
        self.round = round
        self.load = load
        registered = RegisteredNames(round.council)
    }

    func check(_ text: ReviewedText, census: WordCensus, report: LanguageRules.Report) {
        for (word, use) in census.words {
            if let (position, message) = smallName(word, use) ?? nearName(word, use) {
                let place = TextPlace(passage: text.passages[position.passage], token: position.token)
                if !place.passage.isWithinAddress(place.passage.tokens[position.token]) {
                    report(message(place.word), place)
                }
                continue
            }
            if use.isName || isSurelyRight(word) || lacksDictionary { continue }
            let isOpening = use.firstSmall == nil
            // What need not be looked up is not: to open a dictionary takes long.
            guard let position = use.firstSmall ?? use.firstOpening, !isOpening || word.utf8.count >= 8,
                !names.words.contains(word), !names.words.contains(word.withoutEnding)
            else { continue }
            let place = TextPlace(passage: text.passages[position.passage], token: position.token)
            if place.passage.isWithinAddress(place.passage.tokens[position.token]) || isKnown(word) { continue }
            let proposals = proposals(for: word)
            // A name that opens a sentence is a word too.
            if isOpening, !proposals.contains(where: { word.isOneLetterAway(from: $0) }) { continue }
            report(.misspelling(place.word, count: use.smallCount + use.openingCount, proposals), place)
        }
    }

    // MARK: - Names

    private typealias Mistake = (position: WordCensus.Use.Position, message: (String) -> Diagnostic.Message)

    /// A name of council.yaml with a small letter, which is no word with one.
    private func smallName(_ word: String, _ use: WordCensus.Use) -> Mistake? {
        guard let position = use.firstSmall, let name = registered.spellings[word],
            !round.council.spelling.contains(word),
            !isInDictionary(word, orAsName: false)
        else { return nil }
        return (position, { .smallName($0, name) })
    }

    /// A word with a capital that is one letter away from a name of council.yaml. One that is written more than twice is a name of its own.
    private func nearName(_ word: String, _ use: WordCensus.Use) -> Mistake? {
        guard let position = use.firstName ?? use.firstOpening, use.firstSmall == nil,
            use.nameCount + use.openingCount <= 2, let name = registered.near(word.withoutEnding),
            !names.words.contains(word), !names.words.contains(word.withoutEnding), !isKnown(word), !lacksDictionary
        else { return nil }
        return (position, { .nearName($0, name) })
    }

    // MARK: - Looking up

    /// Words of local government that the dictionary does not have.
    private static let ofCouncils: Set = [
        "wellbeing", "outturn", "outturns", "workstream", "workstreams", "covid", "vape", "vapes", "vaping",
        "coproduction", "coproduce", "coproduced", "underspend", "underspends", "underspent", "overspends", "recyclate",
        "recyclates", "placemaking", "masterplan", "masterplans", "masterplanning", "timeframe", "timeframes",
        "ringfenced", "ringfence", "telecare", "telehealth", "homecare", "cashable", "reablement", "re-ablement",
        "lifecourse", "helpdesk", "helpdesks", "olds", "dataset", "datasets", "onboarding", "rollout", "gov", "www",
        "http", "https",
    ]

    /// Whether a word need not be reported: it is known as a whole, in its parts or with a capital.
    private func isKnown(_ word: String) -> Bool {
        if let known = lookedUp[word] { return known }
        let known = isRight(word, by: { isInDictionary($0) })
        lookedUp[word] = known
        return known
    }

    /// The same, for what is known without a longer search.
    private func isSurelyRight(_ word: String) -> Bool {
        if let known = surelyLookedUp[word] { return known }
        let known = isRight(word, by: { isSurelyInDictionary($0) })
        surelyLookedUp[word] = known
        return known
    }

    private func isRight(_ word: String, by isInDictionary: (String) -> Bool) -> Bool {
        guard word.isWordOfLetters, !Self.ofCouncils.contains(word), !WordForms.common.contains(word) else {
            return true
        }
        if isInDictionary(word) || lacksDictionary { return true }
        guard word.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 >= 0x80 }) else { return false }
        let parts = word.split { $0 == "-" || $0 == "\u{2011}" }.map(String.init)
        return parts.count > 1
            && parts.allSatisfy {
                $0.utf8.count < 3 && $0 != "re" || Self.prefixes.contains($0) || Self.ofCouncils.contains($0)
                    || isInDictionary($0)
                    || names.words.contains($0)
            }
    }

    /// What stands before a hyphen and is no word.
    private static let prefixes: Set = [
        "re", "co", "pre", "non", "sub", "mid", "multi", "inter", "anti", "ex", "semi", "eco", "bi", "post", "e", "un",
    ]

    /// Whether a word is in the dictionary, also where it has lost its capital; any is if there is no dictionary.
    ///
    /// - Parameter orAsName: whether it may be one that has a capital.
    func isInDictionary(_ word: String, orAsName: Bool = true) -> Bool {
        isSurelyInDictionary(word, orAsName: orAsName)
            || opened.map { $0.isKnown(word) || orAsName && $0.isKnown(word.withCapital) } ?? true
    }

    private func isSurelyInDictionary(_ word: String, orAsName: Bool = true) -> Bool {
        opened.map { $0.isSurelyKnown(word) || orAsName && $0.isSurelyKnown(word.withCapital) } ?? true
    }

    /// The dictionary, or `nil` if there is none.
    private var opened: (any ReviewDictionary)? {
        if !isLoaded {
            isLoaded = true
            dictionary = load()
            lacksDictionary = dictionary == nil
        }
        return dictionary
    }

    /// To propose words takes far longer than to look one up.
    private func proposals(for word: String) -> [String] {
        guard suggestions < Limits.mostSpellingSuggestions else { return [] }
        suggestions += 1
        return Array((dictionary?.suggestions(for: word) ?? []).prefix(3))
    }
}

extension String {
    /// Whether it is a word that a dictionary of English can have: letters of Latin script, apostrophes and hyphens, not too many.
    fileprivate var isWordOfLetters: Bool {
        let letters = unicodeScalars
        return letters.count > 2 && letters.count <= 40
            && letters.allSatisfy { scalar in
                scalar.isHyphen || scalar == "'" || scalar == "\u{2019}"
                    || scalar.value < 0x250 && (scalar.isASCII ? scalar.isLetter : scalar.properties.isAlphabetic)
            }
    }

    /// With a capital letter, as names have.
    fileprivate var withCapital: String { prefix(1).uppercased() + dropFirst() }

    /// Without the ending of a possessive or a plural.
    fileprivate var withoutEnding: String {
        for ending in ["’s", "'s", "s’", "s'", "’", "'", "s"] where hasSuffix(ending) {
            return String(dropLast(ending.count))
        }
        return self
    }

    /// Whether one letter more, less, other or two that are swapped make another word of it.
    func isOneLetterAway(from other: String) -> Bool {
        if other.contains(where: { $0 == " " || $0 == "-" }) { return false }
        return Array(utf16).isOneLetterAway(from: Array(other.lowercased().utf16))
    }
}

extension [UInt16] {
    /// The same for words in UTF-16, of which neither has a space or a hyphen.
    func isOneLetterAway(from other: [UInt16]) -> Bool {
        let shorter = Swift.min(count, other.count)
        let longer = Swift.max(count, other.count)
        if longer - shorter > 1 { return false }
        var start = 0
        while start < shorter, self[start] == other[start] { start += 1 }
        var end = 0
        while end < shorter - start, self[count - 1 - end] == other[other.count - 1 - end] { end += 1 }
        if start + end >= longer - 1 { return true }
        // Two letters that have changed places.
        return count == other.count && start + end == count - 2 && self[start] == other[start + 1]
            && self[start + 1] == other[start]
    }
}

extension Passage {
    /// Whether a word is a part of an address of a page or of mail, of a name of a file or of a short form with points: `kent.gov.uk`, `e.g`.
    func isWithinAddress(_ token: Token) -> Bool {
        var lower = token.range.lowerBound
        // Of a text without spaces only what is near.
        let reach = 200
        while lower > 0, token.range.lowerBound - lower < reach, !scalars[lower - 1].isSpace {
            lower -= 1
        }
        var upper = token.range.upperBound
        while upper < scalars.count, upper - token.range.upperBound < reach, !scalars[upper].isSpace {
            upper += 1
        }
        let word = scalars[lower..<upper]
        return word.indices.contains { index in
            switch word[index] {
            case "@", "_", "\\", "=", "~": true
            case ".", ":", "/":
                index > lower && index + 1 < upper && word[index] != "/" && word[index + 1].properties.isAlphabetic
                    || word[index] == "/" && index + 1 < upper && word[index + 1] == "/"
            default: false
            }
        }
    }
}

extension Diagnostic.Message {
    /// The dictionary is not on the machine.
    static var noDictionary: Self {
        Self(
            .spelling,
            "spelling was not checked: this machine has no English dictionary",
            hint: "whoever looks after the machine can install the Debian package `hunspell-en-gb`"
        )
    }

    fileprivate static func smallName(_ word: String, _ name: String) -> Self {
        Self(
            .misspeltName,
            "`\(word.shortened)` is a name, and begins with a capital letter",
            hint: "write `\(name, from: .derived)`",
            replacing: Replacement(of: word, by: name)
        )
    }

    fileprivate static func nearName(_ word: String, _ name: String) -> Self {
        Self(
            .misspeltName,
            "`\(word.shortened)` is one letter away from the name `\(name, from: .derived)`",
            hint: "put the spelling right; if it is another name, add it to `spelling` in council.yaml"
        )
    }

    fileprivate static func misspelling(_ word: String, count: Int, _ proposals: [String]) -> Self {
        let times: DiagnosticText = count > 1 ? ", which is here \(own: count.times)," : ""
        let proposal: DiagnosticText =
            proposals.isEmpty
            ? ""
            : "write " + proposals.map { "`\($0, from: .derived)`" as DiagnosticText }.joinedWithOr + "; "
        return Self(
            .spelling,
            "`\(word.shortened)`" + times + " is not in the dictionary",
            hint: proposal + "if the word is right, add it to `spelling` in council.yaml"
        )
    }
}
