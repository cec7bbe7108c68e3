// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport
import Testing

/// A table lists what its place can give it, and what its title says.
struct RowsByContextTests {
    private static let form = "ws/returns/community-services/return.yaml"
    private static let indicators = "ws/returns/community-services/indicators.csv"
    private static let paper = "ws/papers/cabinet.md"

    private func folder() throws -> TemporaryFolder {
        try TemporaryFolder(copying: Repository.program.starter, to: "ws")
    }

    private func problems(_ folder: TemporaryFolder) throws -> [String] {
        try check(folder.path + "/ws", with: Repository.program).diagnostics.map { problem in
            let place = problem.location.map { "\($0)" } ?? ""
            return "\(problem.severity.rawValue) \(place): \(problem.message)"
        }
    }

    /// The lines of the Cabinet paper's tree that hold a text.
    private func lines(_ folder: TemporaryFolder, holding text: String) throws -> Int {
        let request = PublicationRequest(workspace: folder.path + "/ws", papers: ["cabinet"], formats: [.tree])
        let publication = try publish(request, with: Repository.program)
        #expect(publication.diagnostics == [])
        let tree = publication.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        return tree.split(separator: "\n").count { $0.contains(text) }
    }

    @Test(arguments: ["route", "outcomes"])
    func `a table of a paper cannot stand in a return`(kind: String) throws {
        let folder = try folder()
        try folder.edit(Self.form, "kind: exceptions-three-columns", "kind: \(kind)")
        let rows = kind == "route" ? "route" : "directorates"
        #expect(
            try problems(folder).contains(
                "error returns/community-services/return.yaml:7:11 (kind): "
                    + "a return cannot hold the table `\(kind)`: its rows are `\(rows)`"
            )
        )
    }

    @Test func `a table of returns stands in a paper under its own title, and lists the rows of all of them`() throws {
        let folder = try folder()
        let before = try lines(folder, holding: "Exception reporting against")
        let rows = try lines(folder, holding: "header cell “**Ref.")
        try folder.edit(Self.paper, "{{> outcomes of: actions }}", "{{> exceptions-three-columns of: actions }}")
        let after = try lines(folder, holding: "Exception reporting against")
        #expect(after > before, "\(before), \(after)")
        #expect(try lines(folder, holding: "header cell “**Ref.") > rows)
    }

    @Test func `a table in a paper needs the columns that it shows`() throws {
        let folder = try folder()
        try folder.edit(Self.paper, "{{> outcomes of: actions }}", "{{> indicators-trend of: indicators }}")
        let found = try problems(folder)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.contains("a table of the kind `indicators-trend` needs the column") })
    }

    @Test func `a table that there is not is an error that names the nearest`() throws {
        let folder = try folder()
        try folder.edit(Self.paper, "{{> outcomes of: actions }}", "{{> exceptions-three-colums }}")
        #expect(try problems(folder) == ["error papers/cabinet.md:25:1: there is no block `exceptions-three-colums`"])
    }

    @Test func `a table of what is not expected to be achieved lists only indicators that are not on course`() throws {
        let folder = try folder()
        #expect(try lines(folder, holding: "Visits to libraries") == 1)
        #expect(try lines(folder, holding: "Swimming lessons taken up") == 1)
        #expect(try lines(folder, holding: "Visits to leisure centres") == 0)
        try folder.edit(Self.form, "indicators-six-columns", "indicators-four-columns")
        #expect(try lines(folder, holding: "Visits to leisure centres") == 1)
    }

    @Test func `where every indicator is on course, a sentence says so in place of the table`() throws {
        let folder = try folder()
        try folder.write(
            """
            unit,measure,better,status,2024/25 actual,2025/26 target,2025/26 mid-year,2025/26 forecast,comment
            libraries,Visits,higher,on course,1,2,3,4,
            sport,Lessons,higher,done,1,2,3,4,

            """,
            to: Self.indicators
        )
        try folder.edit(
            Self.form,
            "notes:\n  flood: The central library was closed for five weeks after a flood.\n",
            ""
        )
        #expect(
            try lines(folder, holding: "All key performance indicators are expected to be achieved as planned.") == 1
        )
    }

    @Test func `a table of exceptions wants to know how each indicator stands`() throws {
        let folder = try folder()
        try folder.edit(Self.indicators, "taken up,higher,not on course", "taken up,higher,")
        let row = "returns/community-services/indicators.csv:3"
        #expect(
            try problems(folder) == [
                "error \(row) (status): the indicator has no status, and `indicators-six-columns` lists only what is not on course"
            ]
        )
        let text = try folder.text(of: Self.indicators)
        try folder.write(
            text.replacing(/,(status|not on course|on course|)(?=,(2024|"412|\[new|"96))/, with: ""),
            to: Self.indicators
        )
        #expect(
            try problems(folder) == [
                "error returns/community-services/indicators.csv:1: a table of the kind `indicators-six-columns` needs the column `status`"
            ]
        )
    }

    @Test func `a comment that no table prints is a warning`() throws {
        let folder = try folder()
        let row = "\"98,000\",\"50,300\",\"101,000\","
        try folder.edit(Self.indicators, row, row + "A good year.")
        let message =
            "no table prints the comment: the indicator is on course, and `indicators-six-columns` lists only what is not"
        #expect(try problems(folder) == ["warning returns/community-services/indicators.csv:4 (comment): \(message)"])
    }
}
