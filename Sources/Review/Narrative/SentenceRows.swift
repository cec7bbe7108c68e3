// SPDX-License-Identifier: Apache-2.0

/// Finds the row that is the subject of a sentence, without the help of any figure: the sentence has its reference or nearly all of its title.
struct SentenceRows {
    let index: RowIndex

    private static let pronouns: Set = ["it", "this", "performance", "the", "figure", "rate", "has", "have", "is"]

    /// The row that stands before the verb of a sentence, or `nil` if that is not sure.
    ///
    /// - Parameters:
    ///   - verb: the token of what is said of it.
    ///   - context: the stems of the sentence before and of the headings.
    ///   - own: the row whose comment it is.
    func row(of sentence: Range<Int>, verb: Int, context: Set<String>, own: Int?, in passage: Passage) -> ReviewedRow? {
        let tokens = passage.tokens
        let stems = Set(
            tokens[sentence].lazy.filter { $0.kind == .word && !WordForms.common.contains($0.text) }.map(\.stem)
        )
        let subject = tokens[max(sentence.lowerBound, verb - 6)..<verb]
        // Another verb or a mark between subject and verb begins another clause.
        if subject.contains(where: {
            $0.kind == .mark && $0.text != "," || ["who", "which", "whose"].contains($0.text)
        }) {
            return nil
        }
        let commas = subject.indices.filter { tokens[$0].text == "," }
        let candidates = index.candidates(tokens[sentence], stems: stems, context: context)
        let joint = subject.indices.first { tokens[$0].text == "and" }
        if let first = candidates.first, first.isNamedByReference, candidates.count == 1 {
            if joint != nil || !commas.isEmpty { return nil }
            return index.references(in: subject).contains(first.row) ? index.rows[first.row] : nil
        }
        if let own, verb - sentence.lowerBound <= 3, subject.allSatisfy({ Self.pronouns.contains($0.text) }) {
            return index.rows[own]
        }
        guard let first = candidates.first, first.coverage >= 0.75, first.distinctiveWords >= 2,
            candidates.count == 1 || candidates[1].coverage < 0.5
        else { return nil }
        let row = index.rows[first.row]
        // `waste recycled and composted`, `recycled, composted or reused` is one subject.
        func isWithinTitle(_ place: Int) -> Bool {
            subject.indices.contains(place - 1) && subject.indices.contains(place + 1)
                && row.hasWord(tokens[place - 1].stem) && row.hasWord(tokens[place + 1].stem)
        }
        if !commas.allSatisfy(isWithinTitle) { return nil }
        if let joint, !isWithinTitle(joint) { return nil }
        // What the row does not know of may narrow the sentence down to some of it.
        let unknown = stems.filter { !row.hasWord($0) }
        guard unknown.count <= 3, subject.contains(where: { row.core.contains($0.stem) }) else { return nil }
        return row
    }
}
