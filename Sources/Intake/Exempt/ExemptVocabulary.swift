// SPDX-License-Identifier: Apache-2.0

import Formats
import UnicodeText

/// How surely a word or phrase says that a text is not public.
enum MarkingStrength {
    /// Whatever follows it.
    case always
    /// Unless what follows makes it prose.
    case strong
    /// Only where what follows makes it a marking.
    case weak
}

/// The words by which ``ExemptSigns`` recognises a marking, folded as ``SignTokens`` folds a text.
enum ExemptVocabulary {
    /// Words that may precede a marking and only name what it applies to: "This paragraph is exempt".
    static let labels = words(
        """
        this these the following below above all of is are contains contain part item items agenda appendix \
        appendices annex annexe paragraph paragraphs para paras section schedule table row rows cell note notes \
        report paper passage text sentence quotation information content contents document strictly highly \
        commercially legally nb status classification marking marked as ii iii iv two sch summary recommendation \
        annotation what follows next reason reasons
        """
    )
    /// Words that refer to a paragraph of the Act.
    static let paragraphWords = words(
        """
        paragraph paragraphs para paras parag par pars section sections sec schedule sched sch clause category \
        cat lga part
        """
    )
    static let numberWords = words("one two three four five six seven ii iii iv vi vii")
    /// What committee papers mark as exempt.
    static let paperWords = words(
        """
        information info item items appendix appendices annex annexe report reports paper papers minute minutes \
        material matter matters document documents business session passage content contents text details only \
        agenda
        """
    )
    static let grounds = words("under by pursuant per because until as pending within due not")
    static let publicationWords = words(
        "publication disclosure release inspection publishing paragraph paragraphs para paras schedule"
    )
    static let weakMarkings = words("private restricted sensitive classified withheld secret redact redacted")
    /// Words besides the forms of `exempt`. The last two are the Welsh for "exempt" and "confidential".
    static let strongMarkings = words("confidential eithriedig cyfrinachol")
    /// Phrases that mark a text as not public; `/` separates alternatives for a word. The Welsh one is "not for publication".
    static let phrases =
        phrases(
            .always,
            "not for publication/publishing/disclosure/release/circulation",
            "not for the public",
            "notforpublication",
            "not to be published/disclosed/released/circulated/printed/made/public",
            "do not publish/disclose/circulate/release/print",
            "do not make public",
            "don t publish/disclose/circulate/release/print",
            "private and confidential",
            "private confidential",
            "official sensitive",
            "top secret",
            "press and public to be excluded",
            "nid i w gyhoeddi"
        ) + phrases(.strong, "commercial in confidence", "in confidence", "not/non public", "members/internal only")

    /// What a word opens.
    struct Opening {
        /// In their order.
        var phrases: [Phrase] = []
        /// Of the word as a marking by itself.
        var strength: MarkingStrength?
    }

    private static let openings: [String: Opening] = {
        var openings: [String: Opening] = [:]
        for phrase in phrases {
            for word in phrase.words.first ?? [] { openings[word, default: Opening()].phrases.append(phrase) }
        }
        for word in strongMarkings { openings[word, default: Opening()].strength = .strong }
        for word in weakMarkings { openings[word, default: Opening()].strength = .weak }
        return openings
    }()

    private static let beginnings = WordBeginnings(of: openings.keys)

    /// What a folded word opens, or `nil` for most words.
    static func opening(by word: String) -> Opening? { beginnings.include(word) ? openings[word] : nil }

    private static func phrases(_ strength: MarkingStrength, _ lists: String...) -> [Phrase] {
        lists.map { list in
            Phrase(
                words: list.split(separator: " ").map { Set($0.split(separator: "/").map(String.init)) },
                strength: strength
            )
        }
    }

    struct Phrase {
        var words: [Set<String>]
        var strength: MarkingStrength
    }

    /// Long words that are also recognised with one typing error.
    static let longWords = ["confidential", "restricted", "publication", "notforpublication"]

    /// A folded word with its typing error corrected, if it is one of ``longWords``.
    static func corrected(_ word: String) -> String {
        if word.utf8.count < 9 { return word }
        return longWords.first { abs($0.utf8.count - word.utf8.count) < 2 && word.isOneSlip(from: $0) } ?? word
    }

    private static func words(_ list: String) -> Set<String> { Set(list.split(separator: " ").map(String.init)) }

    /// Whether a folded word is `exempt` or a form of it, with at most one typing error.
    static func isExempt(_ word: String) -> Bool {
        if word.utf8.starts(with: "exempt".utf8) {
            let ending = word.dropFirst(6)
            return ending.utf8.count < 2 || ["ed", "ion", "ions"].contains(ending)
                || ["para", "info", "sect", "item", "sche"].contains { ending.hasPrefix($0) }
        }
        return (5...7).contains(word.utf8.count) && word.isOneSlip(from: "exempt")
    }
}

extension String {
    /// Whether one inserted, deleted or replaced letter, or two swapped neighbours, turn another word into this one.
    fileprivate func isOneSlip(from word: String) -> Bool {
        // Of two such words either the first letters are the same, or the last: most words have neither.
        if utf8.first != word.utf8.first, utf8.last != word.utf8.last { return false }
        let own = Array(utf8)
        let other = Array(word.utf8)
        let start = zip(own, other).prefix { $0 == $1 }.count
        let (rest, wanted) = (own[start...], other[start...])
        let isSwapped =
            rest.count == wanted.count && rest.count > 1 && rest[start] == wanted[start + 1]
            && rest[start + 1] == wanted[start]
            && rest.dropFirst(2) == wanted.dropFirst(2)
        return rest.dropFirst() == wanted || rest == wanted.dropFirst() || rest.dropFirst() == wanted.dropFirst()
            || isSwapped
    }
}
