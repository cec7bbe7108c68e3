// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Geometry
import Layouts
import Monitoring
import Publishing
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// What a workspace without problems is read as.
struct GoodWorkspaceTests {
    @Test func `a good workspace has no problems`() throws {
        #expect(try read(GoodWorkspace.files).diagnostics.map(\.line) == [])
    }

    @Test func `its council is read whole`() throws {
        let council = try #require(try read(GoodWorkspace.files).round?.council)
        #expect(council.name == "Wealdshire County Council")
        #expect(council.shortName == "Wealdshire County Council")
        #expect(council.nation == .england)
        #expect(council.bodies.map(\.members) == ["Cabinet Members"])
        #expect(council.people.map(\.telephone) == [nil, "01632 960123"])
        #expect(council.directorates.map(\.id) == ["communities", "highways"])
        #expect(council.directorates[1].places.map(\.id) == ["works", "roads", "bridges"])
        #expect(council.statuses == .standard)
    }

    @Test func `its round is read whole`() throws {
        let round = try #require(try read(GoodWorkspace.files).round?.round)
        #expect(round.year.first == 2009)
        #expect(round.period.span == .half(1))
        #expect(round.asAt.iso8601 == "2009-09-30")
    }

    @Test func `rows become plan items in the order of the file`() throws {
        let items = try #require(try read(GoodWorkspace.files).round?.returns.first?.items)
        #expect(items.map(\.reference) == ["S1", "S2", "L1"])
        #expect(items.map(\.status.meaning) == [.notOnCourse, .notOnCourse, .onCourse])
        #expect(items[0].title.dump == "p Open the pool")
        #expect(items[2].outcome.dump == "p A new archive")
        #expect(items.map { $0.due?.description } == ["March 2010", "31 March 2010", "2010"])
        #expect(items[1].comment == .sharedWithRowAbove)
        guard case .own(let reason, let response) = items[0].comment else {
            Issue.record("the first row has a comment of its own")
            return
        }
        #expect(reason.dump == "p The roof leaks.")
        #expect(response.dump == "p Repair it.")
        #expect(items[0].location.description == "returns/communities/actions.csv:2:1")
    }

    @Test func `activity levels have their figures, and core services need none`() throws {
        let items = try #require(try read(GoodWorkspace.files).round?.returns.last?.items)
        #expect(items.map(\.reportedClass) == [.coreServices, .activity])
        #expect(items.map { $0.forecast?.value } == [nil, .number(Quantity(digits: 120))])
        #expect(items.map { $0.actual?.value } == [nil, .number(Quantity(digits: 58))])
    }

    @Test func `indicators have a figure for each period`() throws {
        let indicators = try #require(try read(GoodWorkspace.files).round?.returns.first?.indicators)
        let midYear = Indicator.FigureKey(Period(year: ReportingYear(first: 2009), span: .half(1)), .actual)
        let target = Indicator.FigureKey(Period(year: ReportingYear(first: 2009), span: .year), .target)
        #expect(indicators[0].figures[midYear]?.qualifiers == [.provisional])
        #expect(indicators[1].figures[target]?.value == .absent(.notSet))
        #expect(indicators[1].figures[midYear]?.value == .number(Quantity(digits: 2055)))
        #expect(indicators[1].figures[midYear]?.notes == ["method"])
        let place = indicators[1].figures[midYear]?.location.description
        #expect(place == "returns/communities/indicators.csv:3:56 (2009/10 mid-year)")
    }

    @Test func `a return has its tables, totals, nil returns and notes`() throws {
        let directorateReturn = try #require(try read(GoodWorkspace.files).round?.returns.first)
        #expect(directorateReturn.received?.iso8601 == "2009-10-19")
        #expect(directorateReturn.tables.map(\.kind) == ["exceptions", "indicators"])
        #expect(directorateReturn.tables[1].introduction.dump == "p Targets were not set in every case<^method>.")
        #expect(
            directorateReturn.tables[1].introduction.notes.map(\.location.description) == [
                "returns/communities/return.yaml:11:20 (introduction)"
            ]
        )
        #expect(directorateReturn.totals == [.actions: ["sport": 24, "libraries": 31]])
        #expect(ReportedClass.allCases.allSatisfy { directorateReturn.nilReturns[$0] == ["youth"] })
        #expect(directorateReturn.notes.map(\.name) == ["method"])
    }

    @Test func `a paper has its header and its body`() throws {
        let paper = try #require(try read(GoodWorkspace.files).round?.papers.first)
        #expect(paper.id == "cabinet")
        #expect(paper.authors == ["leader"])
        #expect(paper.meeting.date.iso8601 == "2009-11-30")
        #expect(paper.summary.dump == "p This report says what was done.")
        #expect(paper.recommendations.map(\.verb) == [.note])
        #expect(paper.appendices.map(\.content) == [.returns(.allDirectorates)])
        #expect(paper.backgroundPapers == [])
        #expect(paper.status == .final)
        #expect(paper.body.dump == "h1 Introduction\np See <a #appendix-1></a>.\ninsert outcomes of=actions")
        #expect(paper.body.blocks.map(\.location.line) == [17, 19, 21])
    }

    @Test func `layouts, kinds of table and themes are read`() throws {
        let layouts = try read(GoodWorkspace.files).layouts
        #expect(layouts.papers["cabinet"]?.parts.count == 6)
        #expect(layouts.returns["directorate-return"]?.parts.count == 4)
        let exceptions = try #require(layouts.tables["exceptions"])
        #expect(exceptions.bands == [.division, .unit])
        #expect(exceptions.columns.map(\.width) == [.share(3), .fixed(.millimetres(60))])
        #expect(exceptions.columns[0].fields.map(\.name) == [.ref, .action, .outcome, .due, .forecast, .actual])
        #expect(exceptions.columns[0].fields.map { $0.label?.pieces } == [[.text("Ref.")], nil, nil, nil, nil, nil])
        #expect(
            layouts.tables["indicators"]?.columns[1].fields.map(\.period) == [
                TableKind.RelativePeriod(.year, yearsAgo: 1)
            ]
        )
        let theme = try #require(layouts.themes["accessible"])
        #expect(theme.body.text.colour == Colour(hexadecimal: "#0b0c0c"))
        #expect(theme.headings.count == 6)
        #expect(theme.headings[5].text.isBold)
        #expect(theme.table.text.size == .points(10))
        #expect(theme.table.text.colour == theme.body.text.colour)
    }

    @Test func `a layout of the workspace replaces the program's of the same name`() throws {
        var files = GoodWorkspace.files
        files["layouts/tables/outcomes.yaml"] = """
            title: Ours
            rows: directorates
            columns:
              - { title: Directorate, field: directorat }
            """
        let contents = try read(files)
        #expect(contents.layouts.tables["outcomes"]?.title.dump == "p Ours")
        #expect(
            contents.diagnostics.map(\.line) == [
                "error layouts/tables/outcomes.yaml:4:34 (field): unknown field `directorat`"
            ]
        )
    }

    @Test func `a folder that is not there is an error of its own`() {
        let error = #expect(throws: FileError.self) {
            try readWorkspace(at: "/nowhere/at/all", programLayouts: "/nowhere")
        }
        #expect(error?.description == "cannot open the folder `/nowhere/at/all`: No such file or directory")
    }

    @Test func `an empty folder says which files are missing`() throws {
        let contents = try read([String: String]())
        #expect(contents.round == nil)
        #expect(
            contents.diagnostics.map(\.line) == [
                "error council.yaml: `council.yaml` is missing", "error papers: there is no paper",
                "error round.yaml: `round.yaml` is missing",
            ]
        )
    }

    @Test func `the program's theme is missed`() throws {
        let layouts = try GoodWorkspace.layoutsFolder()
        try FileManager.default.removeItem(atPath: layouts.path + "/themes/accessible.yaml")
        let workspace = try TemporaryFolder(GoodWorkspace.files)
        let found = try readWorkspace(at: workspace.path, programLayouts: layouts.path).diagnostics
        #expect(found.map(\.line) == ["error layouts/themes/accessible.yaml: the theme `accessible` is missing"])
        #expect(found.map(\.hint) == ["install the program anew: it comes with the theme"])
    }

    @Test func `a workspace reads the same from a snapshot as from disk`() throws {
        let disk = DiskFiles(root: Repository.sample)
        var files = FileSnapshot()
        for (path, entry) in try disk.tree() where entry != .folder {
            files[path] = try disk.bytes(of: path).map { .bytes($0) }
        }
        let frozen = try readWorkspace(from: files, programLayouts: Repository.program.layouts)
        let read = try readWorkspace(at: Repository.sample, programLayouts: Repository.program.layouts)
        #expect(frozen.round != nil)
        #expect(frozen.round == read.round)
        #expect(frozen.diagnostics == read.diagnostics)
    }
}
