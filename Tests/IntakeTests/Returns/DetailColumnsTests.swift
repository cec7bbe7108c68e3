// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// Details of rows: columns that the program knows, and columns that a kind of table declares.
struct DetailColumnsTests {
    private static let kind = """
        title: "Delivery of {{ classes }}"
        rows: items
        columns:
          - { title: Action, fields: [ref, action, outcome, due], row-header: true }
          - { title: Officer, field: owner }
          - { title: Now due, fields: [revised-due, { field: approved-by, label: "Approved by:" }] }
          - { title: Review, own: next-review, holds: date }
          - { title: Budget, fields: [{ own: budget, holds: figure }, { own: sponsor }] }
          - { title: Progress, fields: [status, reason, response] }

        """

    private func read(_ rows: String, kind: String = kind, statuses: String = "") throws -> (
        items: [PlanItem], problems: [Diagnostic]
    ) {
        var files = GoodWorkspace.files
        files["layouts/tables/delivery.yaml"] = kind
        files["council.yaml"]? += statuses
        files["returns/communities/return.yaml"] = files["returns/communities/return.yaml"]?
            .replacing("kind: exceptions\n", with: "kind: delivery\n")
        files["returns/communities/actions.csv"] = rows
        let contents = try IntakeTests.read(files)
        let items = contents.round?.directorateReturn("communities")?.items ?? []
        return (items, contents.diagnostics.filter { $0.location?.file.hasSuffix("statement.md") == false })
    }

    @Test func `details are read as the kind of table says, whatever the case of their columns`() throws {
        let found = try read(
            """
            unit,ref,action,status,Owner,revised due,Approved by,Next review,budget,sponsor,reason
            sport,S1,Open the pool,re-dated,A. Reed,2010-09,"Cabinet, 4 October",2010-01-31,£1.2m,*Sport*,The roof leaks.
            libraries,L1,Move the archive,on course,,,,,,,

            """,
            statuses:
                "statuses: { done: done, ongoing: done and ongoing, on course: on course, not on course: not on course, "
                + "re-dated: re-dated }\n"
        )
        #expect(found.problems.map(\.line) == [])
        #expect(found.items.map(\.status.meaning) == [.redated, .onCourse])
        let details = found.items[0].details
        #expect(details["owner"]?.prose?.blocks.map(\.content) == [.paragraph([.text("A. Reed")])])
        #expect(details["revised-due"] == .date(.month(year: 2010, month: 9)))
        #expect(details["approved-by"]?.prose?.blocks.map(\.content) == [.paragraph([.text("Cabinet, 4 October")])])
        #expect(details["next-review"] == DueDate("2010-01-31").map { .date($0) })
        #expect(details["budget"]?.observation.map { "\($0.value)" }?.contains("£1.2m") == true)
        #expect(details["sponsor"]?.prose?.blocks.map(\.content) == [.paragraph([.emphasis([.text("Sport")])])])
        #expect(found.items[1].details == [:])
    }

    @Test func `a row that is re-dated says to when, and who approved it`() throws {
        let found = try read(
            "unit,action,status,reason,revised due,approved by\nsport,Open the pool,re-dated,Rain.,,\n"
                + "libraries,Move it,at risk,,,\n"
        )
        #expect(
            found.problems.map(\.line) == [
                "error returns/communities/actions.csv:2:36 (revised due): a row that is re-dated has nothing under `revised-due`",
                "error returns/communities/actions.csv:2:37 (approved by): a row that is re-dated has nothing under `approved-by`",
                "error returns/communities/actions.csv:3:27 (reason): a row that is at risk has no reason",
            ]
        )
    }

    @Test(arguments: [
        (
            "unit,action,status,owner,Owner\nsport,Open it,on course,A,B\n",
            ["error returns/communities/actions.csv:1: the columns `Owner` and `owner` are one"]
        ),
        (
            "unit,action,status,next review\nsport,Open it,on course,soon\n",
            ["error returns/communities/actions.csv:2:25 (next review): `soon` is not a date"]
        ),
        (
            "unit,action,status,ownr\nsport,Open it,on course,A\n",
            ["error returns/communities/actions.csv:1:20: unknown column `…`"]
        ),
        (
            "unit,action,status,ward,risk\nsport,Open it,on course,Weir,\nsport,Open it,on course,,High\n",
            [
                "warning returns/communities/actions.csv:2 (ward): no table prints the column `ward`: `delivery` has no column for it",
                "warning returns/communities/actions.csv:3 (risk): no table prints the column `risk`: `delivery` has no column for it",
            ]
        ),
    ])
    func `a detail that cannot be read, or that no table prints, is reported`(rows: String, lines: [String]) throws {
        let found = try read(rows)
        #expect(found.problems.map(\.line).filter { !$0.contains("libraries") } == lines)
    }

    @Test(arguments: [
        ("own: next-review, holds: date", "own: status", "cannot be a column of the kind's own"),
        ("own: next-review, holds: date", "own: cost", "cannot be a column of the kind's own"),
        ("own: next-review, holds: date", "own: Next Review", "cannot be a column of the kind's own"),
        ("own: next-review, holds: date", "own: sponsor, holds: date", "holds a text here and a date"),
        ("field: owner", "field: detail", "unknown field `detail`"),
        ("field: owner", "field: ownr", "unknown field `ownr`"),
    ])
    func `a column of a kind's own has a name of its own, and one meaning`(old: String, new: String, words: String)
        throws
    {
        let found = try read(
            "unit,action,status\nsport,Open it,on course\nlibraries,Move it,on course\n",
            kind: Self.kind.replacing(old, with: new)
        )
        let own = found.problems.filter { $0.location?.file == "layouts/tables/delivery.yaml" }
        #expect(own.count == 1)
        #expect(own.first?.message.contains(words) == true, "\(own.map(\.line))")
    }

    @Test func `a reason that no table prints is reported`() throws {
        let found = try read(
            "unit,action,status,reason\nsport,Open it,on course,It rained.\nlibraries,Move it,on course,\n",
            kind: Self.kind.replacing("[status, reason, response]", with: "[status]")
        )
        #expect(
            found.problems.map(\.line) == [
                "warning returns/communities/actions.csv:2 (reason): no table prints the reason: `delivery` leaves it out"
            ]
        )
    }

    @Test func `a total that one unit lacks is asked for`() throws {
        var files = GoodWorkspace.files
        files["returns/communities/return.yaml"]?.replace(", libraries: 31", with: "")
        let lines = try IntakeTests.read(files).diagnostics.map(\.line).filter { $0.contains("total") }
        #expect(
            lines == [
                "warning returns/communities/return.yaml:13:3 (actions): every unit has a total of the class `actions` but `libraries`"
            ]
        )
    }
}
