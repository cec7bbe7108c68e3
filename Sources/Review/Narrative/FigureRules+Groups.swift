// SPDX-License-Identifier: Apache-2.0

/// Whether a number is of some of those whom a row counts, or of another place.
extension FigureRules {
    /// Whether the sentence is of some of those whom the row counts: `79% of girls`.
    func isOfAGroup(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let tokens = statement.passage.tokens
        let isOfSome = tokens[mention.sentence].contains { RoleWords.groups.contains($0.text) && !row.hasWord($0.stem) }
        if isOfSome, mention.isValue { return true }
        // `NI 125 in the west of the county`.
        let isOfAPart = tokens[mention.sentence].contains {
            Self.directions.contains($0.text) && !row.hasWord($0.stem) && !isOfSister($0.stem, of: row)
        }
        if isOfAPart { return true }
        if isNarrowed(mention, row, in: statement) || isOfTheLowest(mention, row, in: statement) { return true }
        guard mention.number.measure == .percent, mention.isValue else { return false }
        // What stands behind `of` are those who are counted.
        let next = mention.token + 1
        guard mention.sentence.contains(next + 1), tokens[next].text == "of" else { return false }
        let counted = tokens[(next + 1)..<min(mention.sentence.upperBound, next + 5)]
            .filter { $0.kind == .word && !WordForms.common.contains($0.text) }
        guard let first = counted.first else { return false }
        return !row.hasWord(first.stem) && !(counted.count > 1 && row.hasWord(counted[1].stem))
    }

    private static let directions: Set = [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western",
    ]
    /// With one of these behind a number, what follows says of whom or where it is.
    private static let narrowing: Set = [
        "for", "in", "at", "on", "among", "amongst", "across", "outside", "before", "after", "when", "during",
        "without",
    ]
    /// Where one of these stands, what narrows the number down has come to its end.
    private static let ends: Set = [
        "and", "but", "which", "that", "when", "while", "compared", "against", "from", "after", "before", "since",
        "than",
        "below", "above", "to", "with",
    ]
    /// Words of the whole of a council or of a period, which narrow nothing down.
    private static let whole: Set = [
        "year", "half-year", "half", "mid-year", "year-end", "end", "period", "county", "council", "borough", "city",
        "authority", "whole", "table", "report", "return", "average", "running", "case", "cases", "time",
    ]

    /// `81% for noise`, `22 days at our own laboratory`: a word that the row does not have says of which part of it the number is.
    private func isNarrowed(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        switch mention.role {
        case .value, .from, .to, .change: break
        case .goal, .others, .part, .whole: return false
        }
        let tokens = statement.passage.tokens
        let next = mention.token + 1
        guard mention.sentence.contains(next), Self.narrowing.contains(tokens[next].text) else { return false }
        for token in tokens[(next + 1)..<max(next + 1, min(mention.sentence.upperBound, next + 7))] {
            if let number = token.number {
                // `in six months` is no part of it, and `after 49.7%` is another figure.
                if case .unit = number.measure { return false }
                return number.measure != mention.number.measure && !row.titleNumbers.contains(number.value)
            }
            if token.kind != .word || Self.ends.contains(token.text) || token.text == "it" { return false }
            if WordForms.common.contains(token.text) || Self.whole.contains(token.text) || row.hasWord(token.stem)
                || isOfSister(token.stem, of: row) || councilStems.contains(token.stem)
                || token.isMonth
            {
                continue
            }
            return true
        }
        return false
    }

    /// Whether a row whose title shares two words with another has a word: of `16 in the north` there may be a row of its own.
    private func isOfSister(_ stem: String, of row: ReviewedRow) -> Bool {
        index.rows.contains { other in
            other.hasWord(stem) && other.core.count(where: row.hasWord) >= 2
        }
    }

    /// `The lowest figure in any district is 88%`.
    private func isOfTheLowest(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let words = statement.passage.tokens[mention.sentence.lowerBound..<mention.token]
        return mention.isValue && words.contains { ["lowest", "highest"].contains($0.text) && !row.hasWord($0.stem) }
    }

    /// Whether a name that is neither the council's nor the row's stands beside the number: `in Aldersea`.
    func isOfAnotherPlace(_ mention: Mention, _ row: ReviewedRow, in statement: Statement) -> Bool {
        let tokens = statement.passage.tokens
        let near =
            max(
                mention.sentence.lowerBound + 1,
                mention.token - 7
            )..<min(mention.sentence.upperBound, mention.token + 8)
        guard !near.isEmpty, mention.role != .others else { return false }
        let prepositions: Set = ["in", "at", "near", "across", "for"]
        func isPlace(_ index: Int) -> Bool {
            let token = tokens[index]
            // `for NI 75` is no place.
            let isReference = index + 1 < tokens.count && tokens[index + 1].kind == .label
            return token.isCapitalised && !isReference && !token.isMonth
                && !row.hasWord(token.stem)
                && !councilStems.contains(token.stem) && token.range.count > 2
        }
        if near.contains(where: { isPlace($0) && prepositions.contains(tokens[$0 - 1].text) }) { return true }
        // `In the Marlsea area …`, however far away.
        let opening = mention.sentence.prefix(4)
        return prepositions.contains(tokens[opening.lowerBound].text) && opening.dropFirst().contains(where: isPlace)
    }
}
