// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// A round with the defects that the two real papers have, in other words: all of `check`, not the review alone.
struct PlantedRoundTests {
    private static let fixtures = Repository.folder + "/Tests/ReviewTests/Fixtures"

    /// A line of `planted-round.txt`.
    private struct Defect {
        /// Its number in the list of defects, or the part of the list that has none.
        let number: String
        /// The rule and the place.
        let finding: String
    }

    private func defects() throws -> [Defect] {
        let text = try String(contentsOfFile: Self.fixtures + "/planted-round.txt", encoding: .utf8)
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            return parts.count == 2 ? Defect(number: String(parts[0]), finding: String(parts[1])) : nil
        }
    }

    @Test func `every planted defect is found at its place, and nothing else`() throws {
        let checked = try check(Self.fixtures + "/planted-round", with: Repository.program)
        let found = checked.diagnostics.map { diagnostic in
            var place = diagnostic.location
            place?.field = nil
            return "\(diagnostic.rule.rawValue) \(place.map { "\($0)" } ?? "-")"
        }
        #expect(try found == defects().map(\.finding))
    }

    @Test func `at least 24 of the thirty defects are planted`() throws {
        #expect(Set(try defects().compactMap { Int($0.number) }).count >= 24)
    }
}
