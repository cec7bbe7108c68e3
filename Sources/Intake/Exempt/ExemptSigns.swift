// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits
import UnicodeText

/// What a text shows of meaning that it is not for publication, where nothing marks it so.
enum ExemptSign: Equatable {
    /// `[!`, with which the marker itself begins: nobody writes it by chance.
    case marker
    /// Words that are nearly a marker, or that say the same.
    case nearly
}

/// The rule by which a text is nearly a marker.
///
/// A marker that is slightly wrong publishes what it should keep back, so that what may be meant for one is an error, and a false alarm is
/// settled by `not-exempt:` (``ExemptionWaivers``). A text is compared as a reader sees it (``SignToken``): compatibility forms, look-alikes of
/// other scripts, capitals, soft hyphens and white space make no difference, nor do emphasis, quotes, brackets and numbers before it.
///
/// 1. **It opens with a marking**, at its beginning or in a line of its own: perhaps "this paragraph is", "Appendix 2", "strictly" or other
///    words that label (`labels`), then
///    - `exempt`, `exempted`, `exemption`, or these with one slip of the hand, or `confidential`, where it is followed by nothing, a mark (`:`
///      `(` `,` a dash …), a number, a word of the law or of committee papers (`paragraph`, `under`, `information`, `from publication` …), a
///      word with a capital, or, behind one in capitals, any that is not. "Exempt accommodation in the district grew by 3%" is prose, and so is "The council is
///      exempt from …";
///    - `private`, `restricted`, `sensitive`, `classified`, `withheld`, likewise, but not before a comma or a stroke;
///    - `not for publication` and the like, `do not publish`, `private and confidential`, whatever follows.
///
///    A quotation that opens with `exempt` or `confidential` is nearly one whatever follows, since only its first line distinguishes the two
///    apart, and so is a text that opens with a marking in bold, in italics or as code (``ProseSigns``).
/// 2. **It holds one anywhere**: in `[ ]` the same; in `( )` with a number or paragraph, or in capitals; after the end of a sentence with a
///    number, a paragraph, a colon or a bracket behind it; and in capitals by itself (`… above the budget. EXEMPT`).
struct ExemptSigns {
    /// The position of a text.
    enum Position {
        /// At the beginning of a quotation.
        case quotation
        /// In any other text that is printed.
        case text
    }

    private let tokens: [SignToken]
    /// The marking that begins at each token: many are asked for again and again, where brackets open before them.
    private let markings: [Marking?]

    private init(_ bytes: ArraySlice<UInt8>) {
        let tokens = SignTokens(bytes).tokens
        WorkMeter.count(tokens.count)
        self.tokens = tokens
        markings = tokens.indices.map { Self.marking(at: $0, of: tokens) }
    }

    /// The sign in a text, or `nil` if there is none.
    static func sign(in text: some StringProtocol, at place: Position = .text) -> ExemptSign? {
        let bytes = Array(text.utf8)[...]
        guard mayHold(bytes) else { return nil }
        let signs = ExemptSigns(bytes)
        if holdsMarker(signs.tokens) { return .marker }
        return signs.opens(at: 0, in: place) || signs.holdsMarking ? .nearly : nil
    }

    /// Whether a text holds the marker itself anywhere.
    static func holdsMarker(_ text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)[...]
        return mayHold(bytes) && holdsMarker(SignTokens(bytes).tokens)
    }

    /// The most labels before a marking.
    private static let mostLabels = 8
    /// The most tokens that are searched for a marking at the start of a text, so that a text of brackets alone takes linear time.
    private static let longestOpening = 40

    // MARK: - The marker itself

    /// Whether an exclamation mark follows an opening bracket.
    private static func holdsMarker(_ tokens: [SignToken]) -> Bool {
        zip(tokens, tokens.dropFirst()).contains { first, second in
            first.kind == .punctuation && second.kind == .punctuation && first.text == "[" && second.text == "!"
        }
    }

    // MARK: - Openings

    /// Words that say that something is not for publication.
    private struct Marking {
        var strength: MarkingStrength
        var isExempt = false
        var isCapitals: Bool
        var isCapitalised: Bool
        /// The token behind it.
        var end: Int
    }

    private func token(_ index: Int) -> SignToken? { tokens.indices.contains(index) ? tokens[index] : nil }

    private func marking(at index: Int) -> Marking? { markings.indices.contains(index) ? markings[index] : nil }

    /// Marks that go around words: emphasis, quotation marks, escapes.
    private static let decoration = "\"*_~#>+\\"

    /// The next token that does more than go around words.
    private func skippingDecoration(from index: Int) -> Int {
        var index = index
        while let token = token(index), token.isPunctuation(Self.decoration) { index += 1 }
        return index
    }

    /// The marking that begins at a token.
    private static func marking(at start: Int, of tokens: [SignToken]) -> Marking? {
        let first = tokens[start]
        guard first.kind == .word else { return nil }
        let opening = ExemptVocabulary.opening(by: ExemptVocabulary.corrected(first.text))
        for phrase in opening?.phrases ?? [] {
            var index = start + 1
            let isWhole = phrase.words.dropFirst().allSatisfy { words in
                while index < tokens.count, tokens[index].isPunctuation("-–\"*_&[]") { index += 1 }
                guard index < tokens.count, tokens[index].kind == .word,
                    words.contains(ExemptVocabulary.corrected(tokens[index].text))
                else {
                    return false
                }
                index += 1
                return true
            }
            guard isWhole else { continue }
            let isCapitals = tokens[start..<index].allSatisfy { $0.kind != .word || $0.isCapitals }
            return Marking(
                strength: phrase.strength,
                isCapitals: isCapitals,
                isCapitalised: first.isCapitalised,
                end: index
            )
        }
        let isExempt = ExemptVocabulary.isExempt(first.text)
        guard let strength = opening?.strength ?? (isExempt ? .strong : nil) else { return nil }
        return Marking(
            strength: strength,
            isExempt: isExempt,
            isCapitals: first.isCapitals,
            isCapitalised: first.isCapitalised,
            end: start + 1
        )
    }

    /// Whether a marking opens the text, or a line of it, from a token on.
    private func opens(at start: Int, in place: Position = .text) -> Bool {
        var index = start
        var labels = 0
        while index < start + Self.longestOpening, let token = token(index), token.kind != .lineEnd {
            if token.kind == .punctuation {
                index += 1
                continue
            }
            if namesSchedule(at: index) { return true }
            if let marking = marking(at: index) {
                if place == .quotation, marking.strength == .strong { return true }
                if isFollowedAsMarking(marking) { return true }
            }
            let isLabel =
                token.text.unicodeScalars.count == 1 || token.isNumber || ExemptVocabulary.labels.contains(token.text)
            guard isLabel, labels < Self.mostLabels else { return false }
            labels += 1
            index += 1
        }
        return false
    }

    /// Whether Schedule 12A of the Local Government Act 1972 is named, which lists what is exempt.
    private func namesSchedule(at index: Int) -> Bool {
        guard let word = token(index)?.text, word == "schedule" || word == "sch" || word == "sched" else {
            return false
        }
        return token(index + 1)?.text == "12" && token(index + 2)?.text == "a"
    }

    private func isFollowedAsMarking(_ marking: Marking) -> Bool {
        if marking.strength == .always || marking.isExempt && marking.isCapitals { return true }
        let index = skippingDecoration(from: marking.end)
        guard let next = token(index), next.kind != .lineEnd else { return true }
        if next.kind == .punctuation { return isClosed(by: next, at: index, marking) }
        if isNumberOrParagraph(at: index) || ExemptVocabulary.paperWords.contains(next.text)
            || self.marking(at: index) != nil
        {
            return true
        }
        if marking.isCapitals, !next.isCapitals { return true }
        // A sentence begins.
        if marking.strength == .strong, next.isCapitalised, !next.isCapitals { return true }
        guard marking.strength == .strong else { return next.text == "from" && namesPublication(from: index + 1) }
        return ExemptVocabulary.grounds.contains(next.text) || marking.isExempt && namesPublication(from: index)
            || next.text == "from" && namesPublication(from: index + 1)
    }

    /// Whether a mark behind a marking parts it from what it marks, rather than makes it part of a word.
    private func isClosed(by mark: SignToken, at index: Int, _ marking: Marking) -> Bool {
        if let next = token(index + 1), next.kind == .word, !next.isSpaced, !mark.isSpaced, mark.text == "-" {
            // A compound, such as "exempt-rated".
            return isNumberOrParagraph(at: index + 1) || marking.isCapitals && !next.isCapitals
        }
        if mark.text == "(", !marking.isCapitals { return opensGrounds(at: index) }
        if marking.strength == .strong || !mark.isPunctuation(",/&'") { return true }
        return token(index + 1)?.isNumber == true
    }

    /// Whether a bracket opens that says why, or of what a marking speaks, unlike the one in "Exempt (supported) accommodation".
    private func opensGrounds(at bracket: Int) -> Bool {
        guard let inner = token(bracket + 1), inner.kind == .word else { return true }
        return isNumberOrParagraph(at: bracket + 1) || marking(at: bracket + 1) != nil || inner.isCapitalised
            || ExemptVocabulary.paperWords.contains(inner.text) || ExemptVocabulary.grounds.contains(inner.text)
    }

    private func isNumberOrParagraph(at index: Int) -> Bool {
        guard let token = token(index) else { return false }
        if token.isPunctuation("§¶") { return true }
        guard token.kind == .word else { return false }
        return token.isNumber || ExemptVocabulary.numberWords.contains(token.text)
            || ExemptVocabulary.paragraphWords.contains(token.text)
    }

    /// Whether one of the next few words speaks of publication or of a paragraph of the law.
    private func namesPublication(from start: Int) -> Bool {
        var index = start
        var words = 0
        while words < 4, let token = token(index), token.kind != .lineEnd {
            if token.kind == .word {
                if ExemptVocabulary.publicationWords.contains(token.text) { return true }
                words += 1
            }
            index += 1
        }
        return false
    }

    // MARK: - Anywhere

    /// Whether a marking is somewhere in the text by itself.
    private var holdsMarking: Bool {
        for index in tokens.indices {
            let token = tokens[index]
            switch token.kind {
            case .lineEnd:
                // A line of prose may begin with any word: a marking begins with a capital.
                let first = tokens[(index + 1)...].prefix(Self.longestOpening).first { $0.kind == .word }
                if first?.isCapitalised == true, opens(at: index + 1) { return true }
            case .punctuation where token.text == "[":
                if opens(at: index + 1) { return true }
            case .punctuation where token.text == "(":
                if namesSchedule(at: index + 1) { return true }
                guard let marking = marking(at: skippingDecoration(from: index + 1)) else { continue }
                let next = skippingDecoration(from: marking.end)
                let follower = self.token(next)?.isPunctuation(",:-–") == true ? next + 1 : next
                if marking.strength == .always || marking.isCapitals && isFollowedAsMarking(marking)
                    || marking.isExempt && (isNumberOrParagraph(at: follower) || self.token(next)?.text == ")")
                {
                    return true
                }
            case .punctuation: continue
            case .word:
                if isMarkingWithin(at: index) { return true }
            }
        }
        return false
    }

    /// Whether a marking that begins at a token is distinct from the prose around it: by capitals, or by the end of a sentence before it and a
    /// paragraph or a colon behind it.
    private func isMarkingWithin(at index: Int) -> Bool {
        guard let marking = marking(at: index) else { return false }
        if !tokens[index].isCapitalised { return isAddition(marking, at: index) }
        let isPlain = marking.strength == .weak && tokens[index].text != "restricted"
        if isPlain { return false }
        var place = index - 1
        while token(place)?.isPunctuation(Self.decoration) == true { place -= 1 }
        let before = token(place)
        let opensSentence = before == nil || before?.kind == .lineEnd || before?.isPunctuation(".!?:;-–()[]|") == true
        let next = skippingDecoration(from: marking.end)
        let namesParagraph =
            isNumberOrParagraph(at: next) || token(next)?.isPunctuation(":[") == true
            || token(next)?.text == "(" && (marking.isCapitals || opensGrounds(at: next))
            || token(next)?.isPunctuation("–") == true
            || token(next)?.isPunctuation("-") == true && token(next)?.isSpaced == true
        if marking.isCapitals {
            return marking.strength == .always || marking.isExempt && namesParagraph
                || opensSentence && isFollowedAsMarking(marking)
        }
        return opensSentence && (marking.strength == .always || namesParagraph)
    }

    /// Whether a marking in small letters follows a mark and is followed only by a number: `the price, exempt 3`.
    private func isAddition(_ marking: Marking, at index: Int) -> Bool {
        guard marking.isExempt, token(index - 1)?.isPunctuation(",;:–-") == true, token(marking.end)?.isNumber == true
        else { return false }
        let next = token(marking.end + 1)
        return next == nil || next?.kind != .word
    }

    // MARK: - What is not quoted

    /// Whether a line of a file holds anything like a marker, so that no report quotes the part of the file that it is in: any of the
    /// signs, and the words `exempt`, `confidential` and `restricted` anywhere.
    static func areLike(_ line: some StringProtocol) -> Bool { areLike(Array(line.utf8)[...]) }

    /// The same of a line in UTF-8.
    static func areLike(_ line: ArraySlice<UInt8>) -> Bool {
        guard mayHold(line) else { return false }
        let signs = ExemptSigns(line)
        if holdsMarker(signs.tokens) || signs.holdsMarking { return true }
        return signs.tokens.indices.contains { index in
            let token = signs.tokens[index]
            guard token.kind == .word else { return false }
            if token.opensLikeMark {
                return true
            }
            guard let marking = signs.marking(at: index) else { return false }
            switch marking.strength {
            case .always, .strong: return true
            case .weak: return token.text == "restricted" || marking.isCapitals || signs.opens(at: index)
            }
        }
    }

    /// Whether the name of a key or a column says that what is under it is not for publication.
    static func isLikeName(_ name: String) -> Bool {
        if areLike(name) || NearestName.of(name.skeleton, among: ["exempt"]) != nil { return true }
        return SignTokens(name).tokens.contains { token in
            ["paragraph", "paragraphs", "para", "publication", "publish", "public", "secret"].contains(token.text)
                || ExemptVocabulary.weakMarkings.contains(token.text)
        }
    }
}
