// SPDX-License-Identifier: Apache-2.0

import Monitoring

/// Finds the rows that a sentence names, by their references and by the words of their titles.
///
/// Each stem leads to the rows whose titles have it, so that a sentence is held against those that share a word with it, and never against
/// all. A word that many rows share says less than one that few do.
struct RowIndex {
    /// A row that a sentence may be about.
    struct Candidate {
        var row: Int
        /// How much of the title the sentence has, from 0 to 1; 1 for a reference.
        var coverage: Double
        /// How many words of the title, that not every measure has, the sentence has.
        var distinctiveWords: Int
        /// How many such words stand only before the sentence or over it.
        var contextWords = 0
        var isNamedByReference = false
    }

    let rows: [ReviewedRow]
    private var rowsByStem: [String: [Int]] = [:]
    private var rowsByReference: [String: Int] = [:]

    init(_ rows: [ReviewedRow]) {
        self.rows = rows
        for (index, row) in rows.enumerated() {
            for stem in row.core + row.rest { rowsByStem[stem, default: []].append(index) }
            if let reference = row.reference { rowsByReference[reference.lowercased()] = index }
        }
    }

    /// What a stem says of a title.
    private func weight(_ stem: String) -> Double {
        let weight: Double =
            switch rowsByStem[stem]?.count ?? 0 {
            case 0...1: 1
            case 2...3: 0.7
            default: 0.35
            }
        return WordForms.general.contains(stem) ? weight * 0.5 : weight
    }

    /// The most rows that share a word which is looked at: a word of more says nothing.
    private static let mostRowsOfWord = 12

    /// The rows that have words in common with a sentence, the likeliest first.
    ///
    /// - Parameters:
    ///   - stems: of the sentence.
    ///   - context: those of what stands before it and over it, which count half.
    func candidates(_ tokens: ArraySlice<Token>, stems: Set<String>, context: Set<String>) -> [Candidate] {
        let named = references(in: tokens)
        if !named.isEmpty {
            return named.map { Candidate(row: $0, coverage: 1, distinctiveWords: 3, isNamedByReference: true) }
        }
        var seen: Set<Int> = []
        for stem in stems {
            guard let rows = rowsByStem[stem], rows.count <= Self.mostRowsOfWord else { continue }
            seen.formUnion(rows)
        }
        return seen.sorted().compactMap { candidate($0, stems: stems, context: context) }
            .sorted { ($0.coverage, -$0.row) > ($1.coverage, -$1.row) }
    }

    private func candidate(_ index: Int, stems: Set<String>, context: Set<String>) -> Candidate? {
        let row = rows[index]
        var total = 0.0
        var found = 0.0
        var distinctive = 0
        var contextWords = 0
        for stem in row.core {
            let weight = weight(stem)
            total += weight
            if stems.contains(stem) {
                found += weight
                if !WordForms.general.contains(stem) { distinctive += 1 }
            } else if context.contains(stem) {
                found += weight / 2
                if !WordForms.general.contains(stem) { contextWords += 1 }
            }
        }
        // What follows a comma or stands in brackets explains more often than it names.
        for stem in row.rest {
            let weight = weight(stem)
            total += weight * 0.3
            guard stems.contains(stem) else { continue }
            found += weight / 2
            if !WordForms.general.contains(stem) { distinctive += 1 }
        }
        guard total > 0, found > 0 else { return nil }
        return Candidate(
            row: index,
            coverage: min(1, found / total),
            distinctiveWords: distinctive,
            contextWords: contextWords
        )
    }

    /// The rows whose references a sentence has: `NI 62`, `ED M2`, `NI62`.
    func references(in tokens: ArraySlice<Token>) -> [Int] {
        if rowsByReference.isEmpty { return [] }
        var found: [Int] = []
        for index in tokens.indices where tokens[index].isCapitalised {
            let first = tokens[index].text
            let second = index + 1 < tokens.endIndex ? tokens[index + 1].text : ""
            let third = index + 2 < tokens.endIndex ? tokens[index + 2].text : ""
            for name in ["\(first) \(second) \(third)", "\(first) \(second)", first] where name.count > 2 {
                guard let row = rowsByReference[name] else { continue }
                if !found.contains(row) { found.append(row) }
                break
            }
        }
        return found
    }
}
