// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import Testing

/// A way in which a workspace can be made to ask for more than its size in work, at any size.
struct Pathology: Sendable, CustomTestStringConvertible {
    var name: String
    /// How many of its parts are planted where growth is counted: from this to twice as many.
    var count: Int
    /// How many are planted in the whole program: what somebody took who attacked it, or more.
    var full: Int
    /// Changes the starting workspace in a folder.
    var plant: @Sendable (TemporaryFolder, Int) throws -> Void

    var testDescription: String { name }

    /// The starting workspace with so many parts of this in it.
    func workspace(count: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: Self.folder)
        try plant(folder, count)
        return folder
    }

    /// The workspace's name in its temporary folder.
    static let folder = "round"
    static let council = "round/council.yaml"
    static let bankHolidays = "round/bank-holidays.json"
    static let statement = "round/returns/community-services/statement.md"
    static let actions = "round/returns/community-services/actions.csv"
    static let returnForm = "round/returns/community-services/return.yaml"
    static let paper = "round/papers/cabinet.md"

    /// Text in a file of the starting workspace, where another stood.
    static func text(
        _ name: String,
        in file: String,
        for old: String,
        count: Int,
        full: Int,
        _ text: @escaping @Sendable (Int) -> String
    ) -> Pathology {
        Pathology(name: name, count: count, full: full) { folder, count in
            try folder.edit(file, old, text(count))
        }
    }

    /// A paragraph, or several, in a statement; in full as much as a text may hold.
    static func prose(
        _ name: String,
        count: Int = 2_000,
        full: Int? = nil,
        _ text: @escaping @Sendable (Int) -> String
    ) -> Pathology {
        let full = full ?? 1_000_000 * count / text(count).utf8.count
        return .text(name, in: statement, for: "# The rest", count: count, full: full) { text($0) + "\n\n# The rest" }
    }

    /// A cell of a return.
    static func cell(
        _ name: String,
        count: Int = 2_000,
        full: Int = 400_000,
        _ text: @escaping @Sendable (Int) -> String
    ) -> Pathology {
        .text(name, in: actions, for: "Rebuild the library at Sampleton", count: count, full: full, text)
    }

    /// Rows of a return behind the others.
    static func rows(
        _ name: String,
        count: Int = 500,
        full: Int = 500_000,
        _ row: @escaping @Sendable (Int) -> String
    ) -> Pathology {
        .text(name, in: actions, for: "sport,S1", count: count, full: full) { count in
            (0..<count).map { row($0) + "\n" }.joined() + "sport,S1"
        }
    }

    /// Lines of the council's file, where those stood that name its only unit of sport.
    static func units(
        _ name: String,
        count: Int = 500,
        full: Int = 20_000,
        _ lines: @escaping @Sendable (Int) -> String
    ) -> Pathology {
        .text(name, in: council, for: "      sport: Sport and Leisure\n", count: count, full: full) { count in
            "      sport: Sport and Leisure\n" + lines(count)
        }
    }
}

/// So many times the same.
func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

/// So many texts, one for each number, one behind another.
func each(_ count: Int, _ text: (Int) -> String) -> String { (0..<count).map(text).joined() }

/// Texts for the numbers from one on, until these come to so many: as long in all as the count says, if each is as long as its number.
func growing(_ count: Int, _ text: (Int) -> String) -> String {
    var (texts, number, sum) = ("", 1, 0)
    while sum < count {
        texts += text(number)
        sum += number
        number += 1
    }
    return texts
}
