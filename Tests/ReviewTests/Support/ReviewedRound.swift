// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Intake
import Monitoring
import Publishing
import Review
import TestSupport
import WorkspaceFiles

/// A workspace of which only what a test is about is written out, and what its review finds.
struct ReviewedRound {
    /// The text of the statement.
    var statement = "The year was good."
    /// The rows of indicators, each with its reference, its measure, which way is better, the figures of 2007/08, 2008/09 and of the mid-year of
    /// 2009/10, and its comment.
    var indicators: [String] = []
    /// The columns of the indicators.
    var columns = "unit,ref,measure,better,2007/08 actual,2008/09 actual,2009/10 mid-year,comment"
    /// The rows of actions.
    var actions: [String] = []
    /// What is written differently in a file than in the base workspace, by its path: words, and those in their place.
    var edits: [(file: String, old: String, new: String)] = []
    /// The day of the review.
    var today: CalendarDate?
    /// The body of the paper.
    var body = "The returns follow."
    /// What council.yaml has besides.
    var council = ""

    private var files: [String: String] {
        var files = [
            "council.yaml": Self.council + council, "round.yaml": Self.round,
            "papers/cabinet.md": Self.paper + body + "\n",
            "returns/people/return.yaml": """
            declares: [actions, indicators]
            received: 2009-10-19
            signed-by: officer
            tables:
              - kind: exceptions-three-columns
                of: [actions]
              - kind: indicators-trend
                of: [indicators]

            """,
            "returns/people/statement.md": statement + "\n",
        ]
        files["returns/people/indicators.csv"] =
            ([columns] + indicators.map { "care,\($0)" }).joined(separator: "\n") + "\n"
        files["returns/people/actions.csv"] =
            (["unit,ref,action,outcome,status,reason,response,due"] + actions.map { "care,\($0)" })
            .joined(separator: "\n") + "\n"
        for edit in edits { files[edit.file] = files[edit.file]?.replacing(edit.old, with: edit.new) }
        return files
    }

    /// What the review finds, in reading order, with what may not be quoted hidden.
    func diagnostics(
        dictionary: @escaping () -> (any ReviewDictionary)? = { RoundDictionary.english }
    ) throws -> [Diagnostic] {
        let folder = try TemporaryFolder(files)
        return try Self.diagnostics(of: folder.path, on: today, dictionary: dictionary)
    }

    /// The program's layouts are those of every test.
    private static let cache = ReadingCache()

    /// What the review finds in a workspace.
    static func diagnostics(
        of workspace: String,
        on today: CalendarDate? = nil,
        dictionary: @escaping () -> (any ReviewDictionary)? = { RoundDictionary.english }
    ) throws -> [Diagnostic] {
        let contents = try readWorkspace(
            from: DiskFiles(root: workspace),
            programLayouts: Repository.program.layouts,
            cache: cache
        )
        guard let round = contents.round else { return contents.diagnostics }
        var finder = contents.texts.wordFinder
        let found = review(round, on: today, spelling: dictionary) { start, length, words in
            finder.location(of: words, from: start, length: length)
        }
        return contents.texts.excerpting(found.inReadingOrder)
    }

    /// Each finding with its rule, its place, its message and its hint.
    func lines() throws -> [String] { try diagnostics().map(\.report) }

    private static let council = """
        name: Wealdshire County Council
        short-name: Wealdshire
        nation: England
        language: en-GB
        bodies:
          cabinet: { name: Cabinet, kind: executive, members: Cabinet Members }
        people:
          leader: { name: Nasreen Holloway, post: Leader, role: member }
          officer:
            name: Ruth Okafor
            post: Performance Manager
            telephone: 01632 960123
            email: ruth.okafor@wealdshire.example
        directorates:
          people:
            name: People
            head: { person: officer, title: Managing Director }
            units: { care: Care, schools: Schools }

        """

    private static let round = """
        title: 2009/10 half-year monitoring
        year: 2009/10
        point: half-year
        as-at: 2009-09-30

        """

    private static let paper = """
        ---
        layout: cabinet
        by: [leader, officer]
        to: { body: cabinet, date: 2009-11-30 }
        subject: Half-year monitoring 2009/10
        classification: Unrestricted
        summary: |
          This report shows how far the plans had been carried out.
        recommendations:
          - { verb: NOTE, text: the report }
        contact: officer
        appendices:
          - { title: Directorate returns, of: all-directorates }
        background-papers: none
        status: draft
        ---

        """
}
