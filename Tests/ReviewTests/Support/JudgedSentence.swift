// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport

/// A sentence about the tables of a sample, from `Fixtures/sentences.txt`, of which somebody has said whether it is true.
struct JudgedSentence: Sendable {
    /// What is known of a sentence.
    enum Judgement: Character, Sendable {
        case isTrue = "+"
        case contradictsATable = "-"
        /// It contradicts a table, and the review does not try to see that.
        case isOutOfReach = "?"
    }

    var directorate: String
    var judgement: Judgement
    var text: String

    /// The sentences about a sample.
    static func all(of sample: String) throws -> [JudgedSentence] {
        let path = Repository.folder + "/Tests/ReviewTests/Fixtures/sentences.txt"
        var sentences: [JudgedSentence] = []
        var place: [Substring] = []
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("@") {
                place = line.dropFirst().split(separator: " ")
            } else if let first = line.first, let judgement = Judgement(rawValue: first), place.first == sample[...] {
                let text = line.dropFirst(2).replacingOccurrences(of: "\\n", with: "\n")
                sentences.append(JudgedSentence(directorate: String(place[1]), judgement: judgement, text: text))
            }
        }
        return sentences
    }

    /// Writes sentences into the statements of a copy of their sample, each as a paragraph of its own, and gives those of which the review
    /// reports that a text and a table disagree.
    static func reported(of sentences: [JudgedSentence], about sample: String) throws -> Set<String> {
        let folder = try SampleRounds.copy(sample)
        var lines: [String: [String]] = [:]
        for (directorate, those) in Dictionary(grouping: sentences, by: \.directorate) {
            let file = "returns/\(directorate)/statement.md"
            try folder.write(those.map(\.text).joined(separator: "\n\n") + "\n", to: "round/" + file)
            lines[file] = those.flatMap { sentence in
                sentence.text.split(separator: "\n").map { _ in sentence.text } + [""]
            }
        }
        let rules: Set<Rule> = [
            .figureDiffers, .changeDiffers, .directionDiffers, .pointsForPercent, .shareDiffers,
            .unitDiffersFromMeasure,
        ]
        let found = try ReviewedRound.diagnostics(of: folder.path + "/round").filter { rules.contains($0.rule) }
        return Set(
            found.compactMap { diagnostic in
                guard let location = diagnostic.location, let texts = lines[location.file],
                    texts.indices.contains(location.line - 1)
                else { return nil }
                return texts[location.line - 1]
            }
        )
    }
}
