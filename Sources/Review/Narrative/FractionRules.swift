// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Holds shares in words against percentages: `half of all tenants were satisfied`, `fewer than a quarter of appeals were upheld`.
///
/// Writers use such words loosely, so that a share contradicts a row only if no figure of it is anywhere near, nor what is left over. A
/// sentence is taken to be of a row if it has nearly all of the title and ends in a word of it: `a third of calls answered within two minutes
/// were about bins` is of something else.
struct FractionRules {
    let index: RowIndex

    /// A share that a sentence gives.
    private struct Share {
        var value: Double
        /// Its tokens.
        var words: Range<Int>
        /// The percentages that can be meant.
        var range: ClosedRange<Double>
    }

    func check(_ statement: Statement, context: () -> Set<String>, report: (Diagnostic.Message, Int) -> Void) {
        let tokens = statement.passage.tokens
        for sentence in statement.sentences {
            guard sentence.contains(where: { tokens[$0].traits.contains(.share) }),
                let share = share(in: sentence, tokens), isPlain(sentence, beside: share, tokens),
                let row = row(of: sentence, behind: share, context: context(), tokens)
            else { continue }
            // Those who are left over are told in the same words, where the share is near theirs.
            let remainders = row.actuals.map { 100 - $0.value }.filter { abs($0 - share.value) <= 15 }
            let values = row.actuals.map(\.value) + remainders
            guard row.measure == .percent, !row.actuals.isEmpty, !values.contains(where: share.range.contains) else {
                continue
            }
            let words = statement.passage.words(share.words)
            let end = min(sentence.upperBound, share.words.upperBound + 5)
            let quotation = statement.passage.words(share.words.lowerBound..<end)
            let file = statement.passage.location.file
            report(
                .tableFraction(quotation, share: words, row: row, row.quotedActuals(nil), in: file),
                share.words.lowerBound
            )
        }
    }

    /// The one share of a sentence, with the words before it that make it the least or the most.
    private func share(in sentence: Range<Int>, _ tokens: [Token]) -> Share? {
        var found: Share?
        for start in sentence {
            guard let (count, value, range) = Self.share(at: start, in: sentence, tokens),
                sentence.contains(start + count), Self.followers.contains(tokens[start + count].text)
            else { continue }
            if found != nil { return nil }
            func text(_ back: Int) -> String { sentence.contains(start - back) ? tokens[start - back].text : "" }
            let end = start + count
            switch (text(2), text(1)) {
            case ("more", "than"): found = Share(value: value, words: (start - 2)..<end, range: value...100)
            case ("fewer", "than"), ("less", "than"):
                found = Share(value: value, words: (start - 2)..<end, range: 0...value)
            case (_, "over"): found = Share(value: value, words: (start - 1)..<end, range: value...100)
            case (_, "under"): found = Share(value: value, words: (start - 1)..<end, range: 0...value)
            case (_, "than"), (_, "by"), (_, "another"), (_, "other"), (_, "first"), (_, "second"), (_, "last"),
                (_, "for"),
                (_, "in"), (_, "to"):
                return nil
            default: found = Share(value: value, words: start..<end, range: range)
            }
        }
        return found
    }

    private static let followers: Set = ["of", "the", "all", "our"]
    /// The words of which a share has one.
    static let shares = ["half", "quarter", "quarters", "third", "thirds"]

    /// How many words a share has that begins at a token, the percentage that it is, and what writers take for it.
    private static func share(at start: Int, in sentence: Range<Int>, _ tokens: [Token])
        -> (count: Int, value: Double, range: ClosedRange<Double>)?
    {
        switch tokens[start].text {
        case "half": return (1, 50, 43...57)
        case "a", "two", "three": break
        default: return nil
        }
        guard sentence.contains(start + 1) else { return nil }
        switch (tokens[start].text, tokens[start + 1].text) {
        case ("a", "quarter"): return (2, 25, 20...30)
        case ("a", "third"): return (2, 33.3, 28...39)
        case ("two", "thirds"): return (2, 66.7, 61...72)
        case ("three", "quarters"): return (2, 75, 69...81)
        default: return nil
        }
    }

    /// Whether a sentence has no other number, and speaks of no other time, place, group or case.
    private func isPlain(_ sentence: Range<Int>, beside share: Share, _ tokens: [Token]) -> Bool {
        // The share is what the sentence begins with, or what it says of everybody.
        guard share.words.lowerBound - sentence.lowerBound <= 2 else { return false }
        return sentence.allSatisfy { index in
            let token = tokens[index]
            if share.words.contains(index) { return true }
            switch token.kind {
            case .year: return false
            case .mark where ![",", "*", "\u{2019}", "'", "-"].contains(token.text): return false
            case .word, .number, .label, .mark: break
            }
            return !RoleWords.prospects.contains(token.text) && !RoleWords.others.contains(token.text)
                && !RoleWords.unsure.contains(token.text)
                && !token.isMonth
        }
    }

    private static let everyCase: Set = ["some", "most", "all", "each", "which"]

    private func row(of sentence: Range<Int>, behind share: Share, context: Set<String>, _ tokens: [Token])
        -> ReviewedRow?
    {
        let content = sentence.filter { place in
            !share.words.contains(place) && tokens[place].kind == .word
                && !WordForms.common.contains(tokens[place].text)
        }
        guard let last = content.last else { return nil }
        let stems = Set(content.map { tokens[$0].stem })
        let candidates = index.candidates(tokens[sentence], stems: stems, context: context)
        guard let first = candidates.first, !first.isNamedByReference, first.coverage >= 0.6,
            first.distinctiveWords + first.contextWords >= 1, candidates.count == 1 || candidates[1].coverage < 0.45
        else { return nil }
        let row = index.rows[first.row]
        let unknown = content.filter { !row.hasWord(tokens[$0].stem) }
        // A place or a name narrows it down, and so does a group.
        let isNarrowed = content.contains { place in
            let token = tokens[place]
            return (token.isCapitalised && place > sentence.lowerBound || RoleWords.groups.contains(token.text))
                && !row.hasWord(token.stem)
        }
        let isOfAnotherCase = sentence.contains { place in
            let word = tokens[place].text
            return !share.words.contains(place) && !row.titleWords.contains(word) && !Self.everyCase.contains(word)
                && (TargetRules.otherCases.contains(word) || RoleWords.times.contains(word))
        }
        let numbers = sentence.compactMap { share.words.contains($0) ? nil : tokens[$0].number?.value }
        return row.hasWord(tokens[last].stem) && unknown.count <= 2 && !isNarrowed && !isOfAnotherCase
            && numbers.allSatisfy(row.titleNumbers.contains) ? row : nil
    }
}

extension Diagnostic.Message {
    fileprivate static func tableFraction(
        _ quotation: String,
        share: String,
        row: ReviewedRow,
        _ actuals: [ReviewedRow.Fact],
        in file: String
    )
        -> Self
    {
        Self(
            .figureDiffers,
            "the text says `\(quotation)`, and the table has \(row.list(actuals)) for \(row.title)"
                + row.place(beside: file),
            hint:
                "put `\(share)` or the table right; if it is of another year, place or group, say so; if all is right, waive it"
        )
    }
}
