// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// A figure of a sample's text that follows from its tables, from `Fixtures/restated-figures.txt`.
struct RestatedFigure: Sendable {
    var sample: String
    var file: String
    var before: String
    var number: String
    var after: String
    /// Whether it is a part or the whole of a share, which only a larger change makes another percentage.
    var isOfShare: Bool

    /// All that the samples have.
    static func all() throws -> [RestatedFigure] {
        let path = Repository.folder + "/Tests/ReviewTests/Fixtures/restated-figures.txt"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
            let fields = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count == 3, !line.hasPrefix("#"), let open = fields[2].firstRange(of: "[["),
                let close = fields[2].firstRange(of: "]]")
            else { return nil }
            let number = fields[2][open.upperBound..<close.lowerBound]
            return RestatedFigure(
                sample: fields[0],
                file: fields[1],
                before: String(fields[2][..<open.lowerBound]),
                number: String(number.drop { $0 == "~" }),
                after: String(fields[2][close.upperBound...]),
                isOfShare: number.first == "~"
            )
        }
    }

    /// The text of its file with another number in its place; `nil` if the words are not in it.
    func changing(_ text: String, to number: String) -> String? {
        // Between words a line may end.
        let pattern = { (words: String) in
            NSRegularExpression.escapedPattern(for: words).replacingOccurrences(of: " ", with: "\\s+")
        }
        let whole = "(\(pattern(before)))\(pattern(self.number))(\(pattern(after)))"
        guard let regex = try? NSRegularExpression(pattern: whole),
            regex.numberOfMatches(in: text, range: NSRange(text.startIndex..., in: text)) == 1
        else { return nil }
        return regex.stringByReplacingMatches(
            in: text,
            range: NSRange(text.startIndex..., in: text),
            withTemplate: "$1\(NSRegularExpression.escapedTemplate(for: number))$2"
        )
    }

    /// Another number as a slip of the fingers makes one: one digit is another digit. A number in words is a neighbour of it.
    func slip(using generator: inout SeededGenerator) -> String {
        let words = [
            "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "sixteen", "seventeen",
            "eighteen", "nineteen",
        ]
        if let index = words.firstIndex(of: number.lowercased()) {
            var other = index
            while other == index { other = Int.random(in: 0..<words.count, using: &generator) }
            return number.first?.isUppercase == true ? words[other].capitalized : words[other]
        }
        var digits = Array(number)
        let places = digits.indices.filter { digits[$0].isNumber }
        let place = places[isOfShare ? 0 : Int.random(in: 0..<places.count, using: &generator)]
        var digit = digits[place]
        while digit == digits[place] {
            let least = place == places[0] ? 1 : 0
            digit = Character("\(Int.random(in: least...9, using: &generator))")
        }
        digits[place] = digit
        return String(digits)
    }
}

/// The three samples as workspaces whose texts are files of text.
enum SampleRounds {
    static func copy(_ sample: String) throws -> TemporaryFolder {
        switch sample {
        case "wealdshire": return try TemporaryFolder(copying: Repository.sample, to: "round")
        case "morhelyg":
            return try TemporaryFolder(copying: Repository.folder + "/samples/morhelyg-2027-year-end", to: "round")
        default:
            let folder = try TemporaryFolder(
                copying: Repository.folder + "/samples/fenwick-vale-2026-q3",
                to: "round"
            )
            let text = Repository.folder + "/Tests/PublishingTests/FenwickVale"
            try FileManager.default.removeItem(atPath: folder.path + "/round/returns")
            try FileManager.default.copyItem(atPath: text + "/returns", toPath: folder.path + "/round/returns")
            return folder
        }
    }
}
