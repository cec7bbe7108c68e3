// SPDX-License-Identifier: Apache-2.0

/// Which words of a text belong to one another so closely that a line ends between them only where nothing else helps.
///
/// Unicode Standard Annex 14 breaks a line at every space. Readers of papers lose a value that is parted: `£1.2 | million`, `12 | weeks`,
/// `30 | September`, `Mr | Smith`, `section | 1`, `68 | per | cent`, `1.5 | per | 10,000`, `A* to | C`. The words are those of British papers; texts
/// in other languages have ties where they share them, as most do for units and numbers.
enum WordTies {
    /// Whether two words with a space between them are tied.
    ///
    /// - Parameter isFirst: whether the first of them begins its text.
    static func tie(_ left: Substring, _ right: Substring, isFirst: Bool) -> Bool {
        guard let first = left.utf8.first, let next = right.utf8.first else { return false }
        // Nearly all words are told by their first bytes.
        guard first.isASCIIDigit || next.isASCIIDigit || next.isASCIICapital || !first.isASCIILetter || left == "per"
        else { return false }
        let value = left.withoutOpening
        let word = right.withoutOpening.withoutClosing
        if value.isAmount { return value.isTied(toUnit: word) }
        if value == "per" { return word == "cent" || word.isCount }
        if value == "to" { return word.isGrade }
        if word.first.map({ $0.isNumber || $0 == "£" }) == true, value.isLoneSign, value != "-" || isFirst {
            return true
        }
        if titles.contains(value) || value.isInitial { return word.first?.isUppercase == true }
        if value.isSeries, word.isNumberInSeries { return true }
        return numbered.contains(value.lowercased()) && word.isNumberOfPart
    }

    private static let titles: Set<Substring> = [
        "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Lord", "Lady", "Cllr", "Cllrs",
        "Councillor", "Rev",
        "Revd", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Cllr.", "Rev.", "St", "St.",
    ]

    /// Words that a number or a letter follows as part of a name.
    private static let numbered: Set<String> = [
        "section", "sections", "s", "s.", "appendix", "appendices", "annex", "table", "figure", "chart", "paragraph",
        "paragraphs",
        "para", "para.", "page", "pages", "p.", "pp.", "part", "schedule", "no", "no.", "nos.", "note", "notes", "item",
        "priority",
        "objective", "outcome", "action", "quarter", "level", "stage", "phase", "grade", "band", "tier", "ward", "act",
        "regulation",
        "article", "option", "recommendation", "step", "room",
    ]

    /// Words that follow an amount as its unit.
    fileprivate static let units: Set<String> = [
        "%", "per", "percentage", "hundred", "thousand", "million", "billion", "m", "bn", "k", "p", "pence", "point",
        "points",
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
        "quarter",
        "quarters", "year", "years", "am", "pm", "a.m", "p.m", "mm", "cm", "km", "mile", "miles", "metre", "metres",
        "ha", "hectare",
        "hectares", "acre", "acres", "g", "kg", "tonne", "tonnes", "litre", "litres", "kwh", "mwh", "gwh", "°c", "fte",
        "ftes", "kg/head",
    ]

    fileprivate static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan",
        "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]

    fileprivate static let opening: Set<Character> = ["(", "[", "‘", "“", "'", "\""]
    fileprivate static let closing: Set<Character> = [")", "]", "’", "”", "'", "\"", ",", ".", ";", ":", "?", "!"]
}

extension Substring {
    /// Whether it is a figure with what belongs to it: `12`, `£1.2`, `−3.5`, `1,250`, `30th`, `2009/10`.
    fileprivate var isAmount: Bool {
        guard utf8.count <= 16, let digit = firstIndex(where: \.isASCIIDigit) else { return false }
        // Before the first figure stand signs alone.
        return self[..<digit].allSatisfy { !$0.isLetter } && self[digit...].allSatisfy { !$0.isLetter || isOrdinal }
    }

    private var isOrdinal: Bool { ["st", "nd", "rd", "th"].contains { hasSuffix($0) } }

    /// Whether an amount and the word after it are one value: a unit, a month, or the next three figures.
    fileprivate func isTied(toUnit word: Substring) -> Bool {
        if word.count == 3, word.allSatisfy(\.isASCIIDigit) {
            return (1...3).contains(count) && allSatisfy(\.isASCIIDigit)
        }
        let lower = word.lowercased()
        if WordTies.months.contains(lower) {
            guard word.first?.isUppercase == true, let day = Int(prefix(while: \.isASCIIDigit)) else { return false }
            return (1...31).contains(day)
        }
        return WordTies.units.contains(lower)
    }

    /// Whether it is a sign that stands before an amount, apart from it.
    fileprivate var isLoneSign: Bool {
        ["+", "-", "−", "±", "<", ">", "≤", "≥", "~", "≈", "£", "x", "×"].contains(self)
    }

    /// Whether it is the initial of a name: `J.`
    fileprivate var isInitial: Bool { count == 2 && last == "." && first?.isUppercase == true }

    /// Whether it is what numbers a part: a figure, a letter, a Roman number.
    fileprivate var isNumberOfPart: Bool {
        guard let first, utf8.count <= 12 else { return false }
        if first.isASCIIDigit { return true }
        return count == 1 && first.isUppercase && first.isASCII || allSatisfy { "IVX".contains($0) }
    }

    /// Whether it is a number without a unit or a sign, of which a rate is a part: `10,000`.
    fileprivate var isCount: Bool { first?.isASCIIDigit == true && allSatisfy { $0.isASCIIDigit || $0 == "," } }

    /// Whether it may be a grade, at the end of a range: `A* to C`.
    fileprivate var isGrade: Bool {
        let letter = hasSuffix("*") ? dropLast() : self
        return letter.utf8.count == 1 && letter.first.map { ("A"..."Z").contains($0) } == true
    }

    /// Whether it may name a series of indicators or objectives: `NI`, `BV`, `LPI`, `EN`.
    fileprivate var isSeries: Bool {
        (2...4).contains(utf8.count) && utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    /// Whether it is the number of something in a series, and no year: `192`, `6`, `A6`, `12a`, `1.2`.
    fileprivate var isNumberInSeries: Bool {
        let rest = first?.isASCIIDigit == false && first?.isUppercase == true ? dropFirst() : self
        guard (1...6).contains(rest.utf8.count), rest.first?.isASCIIDigit == true,
            rest.prefix(while: \.isASCIIDigit).count <= 3
        else { return false }
        return rest.dropLast().allSatisfy { $0.isASCIIDigit || $0 == "." }
            && rest.last.map { $0.isASCIIDigit || $0.isASCII && $0.isLowercase } == true
    }

    /// Without the brackets and quotation marks before it.
    fileprivate var withoutOpening: Substring { drop { WordTies.opening.contains($0) } }

    /// Without the marks of punctuation behind it.
    fileprivate var withoutClosing: Substring {
        var rest = self
        while let last = rest.last, WordTies.closing.contains(last) { rest.removeLast() }
        return rest
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension UInt8 {
    fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isASCIICapital: Bool { (0x41...0x5A).contains(self) }
    fileprivate var isASCIILetter: Bool { isASCIICapital || (0x61...0x7A).contains(self) }
}
