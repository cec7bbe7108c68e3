// SPDX-License-Identifier: Apache-2.0

import UnicodeText

/// What is known of English words: their stems, the numbers that they are, and the words that say nothing of a subject.
enum WordForms {
    /// The part of a word that its forms share: `recycl` of `recycled` and `recycling`.
    ///
    /// Endings are taken off by rules, without a dictionary: two words with one stem need not be forms of one word, but two forms of a word
    /// mostly have one.
    static func stem(_ word: String) -> String {
        if let known = irregular[word] { return known }
        var stem = Array(word.utf8)
        for ending in possessives where stem.hasSuffix(ending) {
            stem.removeLast(ending.count)
            break
        }
        if stem.count > 4, stem.hasSuffix(plural) {
            stem.removeLast(2)
            return String(decoding: stem, as: UTF8.self)
        }
        for ending in endings where stem.count - ending.count >= 4 && stem.hasSuffix(ending) {
            stem.removeLast(ending.count)
            break
        }
        if stem.count > 3, stem.last == UInt8(ascii: "s"), stem[stem.count - 2] != UInt8(ascii: "s") {
            stem.removeLast()
        }
        if stem.count > 3, stem.last == UInt8(ascii: "e") { stem.removeLast() }
        if stem.count > 3, stem.last == UInt8(ascii: "y") { stem[stem.count - 1] = UInt8(ascii: "i") }
        return String(decoding: stem, as: UTF8.self)
    }

    private static let plural = Array("ies".utf8)
    private static let possessives = ["’s", "'s", "’", "'"].map { Array($0.utf8) }
    /// The first that a word has is taken off.
    private static let endings = [
        "ations", "ation", "ings", "ing", "ions", "ion", "ments", "ment", "ers", "ed", "es", "er", "s",
    ].map { Array($0.utf8) }

    private static let irregular = [
        "children": "child", "people": "person", "persons": "person", "women": "woman", "men": "man", "lives": "life",
        "paid": "pai", "pay": "pai", "spent": "spend", "spending": "spend", "spends": "spend",
        "took": "tak", "taken": "tak", "takes": "tak", "take": "tak",
        "let": "let", "letting": "let", "lets": "let", "waiting": "wait", "waits": "wait", "days": "day", "day": "day",
        "decision": "decid", "decisions": "decid", "decides": "decid", "decided": "decid", "decide": "decid",
        "householder’s": "householder", "householder": "householder", "householders": "householder",
    ]

    /// Words that are in every text and make no subject.
    static let common: Set = [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "within", "and", "or", "but",
        "nor",
        "as", "than", "that", "this", "these", "those", "it", "its", "they", "their", "them", "we", "our", "us", "he",
        "she", "his", "her", "who", "whom", "whose", "which", "what", "when", "where", "why", "how", "is", "are", "was",
        "were", "be", "been", "being", "am", "has", "have", "had", "do", "does", "did", "not", "no", "all", "any",
        "each", "every", "some", "more", "most", "less", "fewer", "other", "others", "another", "such", "so", "too",
        "very", "only", "just", "also", "now", "then", "there", "here", "still", "again", "up", "down", "out", "over",
        "under", "above", "below", "between", "into", "about", "after", "before", "during", "since", "until", "one",
        "two", "three", "per", "cent", "percent", "percentage", "point", "number", "figure", "rate", "share", "total",
        "will", "would", "can", "could", "may", "might", "shall", "should", "must", "if", "because", "while", "both",
    ]

    /// Stems that many measures share, and that say little of one by themselves.
    static let general: Set = Set(
        [
            "person", "average", "time", "year", "month", "week", "day", "new", "council", "service", "county", "young",
            "old", "work", "use", "need", "end", "home", "household", "child", "pupil", "resident", "local", "high",
            "low", "good", "proportion",
        ].map(stem)
    )

    /// The numbers from nought to ninety-nine in words; `nil` for another word.
    static func number(_ word: String) -> Int? {
        guard numberBeginnings.include(word), word.utf8.count <= longestNumber else { return nil }
        if let small = smallNumbers[word] { return small }
        let parts = word.unicodeScalars.split { $0 == "-" || $0 == "\u{2011}" }
        guard parts.count == 2, let tens = smallNumbers[String(parts[0])], let ones = smallNumbers[String(parts[1])],
            tens >= 20, (1...9).contains(ones)
        else { return nil }
        return tens + ones
    }

    private static let numberBeginnings = WordBeginnings(of: smallNumbers.keys)
    /// The bytes of `seventy‑seven`, with a hyphen of three.
    private static let longestNumber = 15

    private static let smallNumbers: [String: Int] = {
        let ones = [
            "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        var numbers = Dictionary(uniqueKeysWithValues: ones.enumerated().map { ($1, $0) })
        for (index, word) in tens.enumerated() { numbers[word] = 20 + 10 * index }
        return numbers
    }()

    /// The months by their names and short forms, in small letters.
    static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        var months: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        months["sept"] = 9
        return months
    }()
}

extension [UInt8] {
    fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
        count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
    }
}
