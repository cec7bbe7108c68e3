// SPDX-License-Identifier: Apache-2.0

import Monitoring
import TestSupport
import Testing

@testable import Intake

/// The return of a directorate of which the council names no units and divisions.
struct UndividedReturnTests {
    private static let council = (
        "    units:\n      sport: Sport\n      libraries: Libraries and Archives\n      youth: Youth Service\n", ""
    )
    private static let folder = "returns/communities/"

    private func contents(
        totals: String = "totals:\n  actions: 24\n",
        unit: String = ""
    ) throws -> (own: DirectorateReturn?, problems: [String]) {
        var files = GoodWorkspace.files
        files["council.yaml"] = GoodWorkspace.council.replacing(Self.council.0, with: "")
        files[Self.folder + "return.yaml"] = GoodWorkspace.communities
            .replacing("totals:\n  actions: { sport: 24, libraries: 31 }\nnil: [youth]\n", with: totals)
        files[Self.folder + "actions.csv"] = """
            ref,action,outcome,status,reason,response,due,comment
            S1,Open the pool,,not on course,The roof leaks.,Repair it.,2010-03,
            L1,Move the archive,A new archive,on course,,,2010,

            """
        files[Self.folder + "indicators.csv"] = """
            unit,ref,measure,better,2008/09 actual,2009/10 target,2009/10 mid-year,comment
            \(unit),NI 8,Adults in sport,higher,23.4%,25%,24.1% [p],Rising[^method].

            """
        let contents = try read(files)
        return (
            contents.round?.directorateReturn("communities"),
            contents.diagnostics.map { $0.line.replacing(Self.folder, with: "") }
        )
    }

    @Test func `rows need no unit, and a class has one total`() throws {
        let (own, problems) = try contents()
        #expect(problems == [])
        #expect(own?.items.map(\.unit) == ["", ""])
        #expect(own?.totals == [.actions: ["": 24]])
        let counts = own?.statusCounts(of: .actions)
        #expect(counts?.keys.sorted() == [""])
        #expect(counts?[""]?.exceptions == Share(1, of: 24))
    }

    @Test func `a unit that the council does not name is refused with what to do`() throws {
        let (_, problems) = try contents(unit: "sport")
        #expect(
            problems == ["error indicators.csv:2:1 (unit): `sport` is not a unit of `communities`"]
        )
    }

    @Test func `a total is a number, and no smaller than the rows`() throws {
        #expect(
            try contents(totals: "totals:\n  actions: 1\n").problems == [
                "error return.yaml:13:12 (actions): `communities` has 2 rows in actions.csv, more than its total of 1"
            ]
        )
        #expect(
            try contents(totals: "totals:\n  actions: many\n").problems == [
                "error return.yaml:13:12 (actions): the total of `actions` is not a whole number above zero"
            ]
        )
    }

    @Test func `a directorate with units still has a total for each`() throws {
        let problems = try read(
            replacing: "actions: { sport: 24, libraries: 31 }",
            with: "actions: 55",
            in: Self.folder + "return.yaml"
        ).diagnostics.map(\.line)
        #expect(
            problems == [
                "error returns/communities/return.yaml:13:12 (actions): the totals of `actions` must be a group of keys, not a text"
            ]
        )
    }
}
