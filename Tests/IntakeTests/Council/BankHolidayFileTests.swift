// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// The program's list of bank holidays, and a council's own.
struct BankHolidayFileTests {
    /// The workspace of a council in a nation, maybe with a list of bank holidays.
    private func contents(_ nation: Nation, _ list: String? = nil) throws -> WorkspaceContents {
        var files = GoodWorkspace.files
        files["council.yaml"] = files["council.yaml"]?.replacing("nation: England", with: "nation: \(nation.rawValue)")
        // The paper's own meeting would be on St Andrew's Day.
        files["papers/cabinet.md"] = files["papers/cabinet.md"]?.replacing("2009-11-30", with: "2009-12-01")
        files["bank-holidays.json"] = list
        return try read(files)
    }

    /// By when papers for a meeting must be public.
    private func lastDay(_ nation: Nation, _ meeting: String, _ list: String? = nil) throws -> String {
        let contents = try contents(nation, list)
        #expect(contents.diagnostics.map(\.line) == [])
        let council = try #require(contents.round?.council)
        return council.calendar.lastDayOfPublication(before: try #require(CalendarDate(meeting))).iso8601
    }

    private func division(_ name: String, _ days: [(date: String, title: String)]) -> String {
        let events = days.map {
            #"{"title":"\#($0.title)","date":"\#($0.date)","notes":"","bunting":true}"#
        }
        return #""\#(name)":{"division":"\#(name)","events":[\#(events.joined(separator: ","))]}"#
    }

    private func file(_ divisions: String...) -> String { "{" + divisions.joined(separator: ",") + "}" }

    /// 2026 in Scotland, as GOV.UK publishes it.
    private static let scotland2026 = [
        ("2026-01-01", "New Year’s Day"), ("2026-01-02", "2nd January"), ("2026-04-03", "Good Friday"),
        ("2026-05-04", "Early May bank holiday"), ("2026-05-25", "Spring bank holiday"),
        ("2026-06-15", "World Cup bank holiday"), ("2026-08-03", "Summer bank holiday"),
        ("2026-11-30", "St Andrew’s Day"), ("2026-12-25", "Christmas Day"), ("2026-12-28", "Boxing Day"),
    ]

    // MARK: - The program's list

    @Test(arguments: [
        (Nation.scotland, "2026-06-18", "2026-06-11"), (.scotland, "2026-06-16", "2026-06-09"),
        (.scotland, "2026-06-15", "2026-06-09"), (.scotland, "2026-06-22", "2026-06-16"),
        (.england, "2026-06-18", "2026-06-10"), (.wales, "2026-06-18", "2026-06-12"),
        (.northernIreland, "2026-06-18", "2026-06-10"),
    ])
    func `the World Cup is a holiday in Scotland alone`(nation: Nation, meeting: String, last: String) throws {
        #expect(try lastDay(nation, meeting) == last)
    }

    @Test(arguments: [
        (Nation.england, "2000-01-06", "1999-12-23"), (.england, "2002-06-07", "2002-05-28"),
        (.england, "2011-05-04", "2011-04-20"), (.england, "2012-06-08", "2012-05-29"),
        (.england, "2020-05-12", "2020-05-01"), (.england, "2022-06-08", "2022-05-27"),
        (.england, "2022-09-22", "2022-09-13"), (.england, "2023-05-10", "2023-04-28"),
        (.wales, "2022-06-08", "2022-05-31"), (.wales, "2023-05-10", "2023-05-03"),
        (.scotland, "2020-05-12", "2020-05-05"), (.scotland, "2022-06-08", "2022-05-31"),
        (.northernIreland, "2023-05-10", "2023-04-28"),
    ])
    func `days that were moved and added by proclamation are known`(nation: Nation, meeting: String, last: String)
        throws
    {
        #expect(try lastDay(nation, meeting) == last)
    }

    /// As GOV.UK has published them.
    @Test(arguments: [
        (Nation.wales, 2012, ["01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"]),
        (.england, 2020, ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"]),
        (
            .england, 2022,
            ["01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"]
        ),
        (.england, 2023, ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"]),
        (
            .scotland, 2022,
            ["01-03", "01-04", "04-15", "05-02", "06-02", "06-03", "08-01", "09-19", "11-30", "12-26", "12-27"]
        ),
        (.scotland, 2023, ["01-02", "01-03", "04-07", "05-01", "05-08", "05-29", "08-07", "11-30", "12-25", "12-26"]),
        (.scotland, 2026, scotland2026.map { String($0.0.dropFirst(5)) }),
        (
            .northernIreland, 2023,
            ["01-02", "03-17", "04-07", "04-10", "05-01", "05-08", "05-29", "07-12", "08-28", "12-25", "12-26"]
        ),
    ])
    func `the working days of a year are those that GOV.UK says`(nation: Nation, year: Int, holidays: [String]) throws {
        let calendar = try #require(contents(nation).round?.council.calendar)
        var day = try #require(CalendarDate(year: year, month: 1, day: 1))
        var found: [String] = []
        while day.year == year {
            if !day.isWeekend, !calendar.isWorkingDay(day) { found.append(String(day.iso8601.dropFirst(5))) }
            day = day.adding(days: 1)
        }
        #expect(found == holidays)
    }

    @Test func `the program's list is missed`() throws {
        let layouts = try GoodWorkspace.layoutsFolder()
        try FileManager.default.removeItem(atPath: layouts.path + "/bank-holidays.json")
        let workspace = try TemporaryFolder(GoodWorkspace.files)
        let contents = try readWorkspace(at: workspace.path, programLayouts: layouts.path)
        #expect(
            contents.diagnostics.map(\.line) == [
                "error layouts/bank-holidays.json (program): `bank-holidays.json` is missing"
            ]
        )
        #expect(contents.diagnostics.map(\.hint) == ["install the program anew: it comes with the file"])
    }

    // MARK: - A council's list

    @Test func `a list as GOV.UK publishes it alone says what the holidays of its years are`() throws {
        let days = Self.scotland2026.filter { $0.0 != "2026-06-15" && $0.0 != "2026-05-25" } + [("2026-05-26", "Local")]
        let list = file(division("scotland", days), division("england-and-wales", []))
        // Neither the program's 15 June nor the rule's 25 May is in the list, and 26 May is.
        #expect(try lastDay(.scotland, "2026-06-18", list) == "2026-06-12")
        #expect(try lastDay(.scotland, "2026-05-28", list) == "2026-05-21")
        // The years around it are as they were.
        #expect(try lastDay(.scotland, "2025-01-07", list) == "2024-12-30")
        #expect(try lastDay(.scotland, "2022-06-08", list) == "2022-05-31")
        #expect(try lastDay(.scotland, "2027-01-06", list) == "2026-12-29")
    }

    @Test func `a list of one day adds it and takes nothing away`() throws {
        let list = file(division("scotland", [("2026-12-24", "A proclaimed day")]))
        #expect(try lastDay(.scotland, "2026-12-31", list) == "2026-12-22")
        #expect(try lastDay(.scotland, "2026-06-18", list) == "2026-06-11")
    }

    @Test func `a list moves a holiday of the same title`() throws {
        let list = file(division("england-and-wales", [("2027-05-07", "Early May bank holiday (VE day)")]))
        #expect(try lastDay(.wales, "2027-05-06", list) == "2027-04-30")
        #expect(try lastDay(.wales, "2027-05-10", list) == "2027-05-03")
    }

    @Test func `a part of a year is a warning, and the rules are kept`() throws {
        let part = Self.scotland2026.filter { $0.0 < "2026-07" } + [("2026-07-06", "Fair")]
        let contents = try contents(.scotland, file(division("scotland", part)))
        #expect(
            contents.diagnostics.map(\.line) == [
                "warning bank-holidays.json:1:46 (events): `scotland` has only a part of the bank holidays of 2026"
            ]
        )
        #expect(
            contents.diagnostics.first?.hint
                == "list those of the whole year, 1 January 2026 to 28 December 2026, or only what is new"
        )
        let calendar = try #require(contents.round?.council.calendar)
        for day in ["2026-07-06", "2026-08-03", "2026-12-25", "2026-06-15"] {
            #expect(try !calendar.isWorkingDay(#require(CalendarDate(day))))
        }
    }

    @Test(arguments: [
        ("", "error bank-holidays.json: the file is not JSON"),
        ("<!DOCTYPE html>", "error bank-holidays.json: this is a web page (HTML) under the name of a JSON file"),
        ("england-and-wales: { events: [] }", "error bank-holidays.json: the file is not JSON"),
        (#"{"england-and-wales":{"events":[]}"#, "error bank-holidays.json: the file is not JSON"),
        ("[]", "error bank-holidays.json:1:1: a file of bank holidays must be a group of keys, not a list"),
        (
            "{}",
            "error bank-holidays.json: `england-and-wales` is missing in a file of bank holidays"
        ),
        (
            #"{"scotland":{"events":[]}}"#,
            "error bank-holidays.json: `england-and-wales` is missing in a file of bank holidays"
        ),
        (
            "{\n  \"england-and-whales\": { \"events\": [] }\n}",
            "error bank-holidays.json:2:3 (england-and-whales): unknown key `england-and-whales` in a file of bank holidays"
        ),
        (
            #"{"england-and-wales":[]}"#,
            "error bank-holidays.json:1:22 (england-and-wales): `england-and-wales` must be a group of keys, not a list"
        ),
        (
            #"{"england-and-wales":{"division":"england-and-wales"}}"#,
            "error bank-holidays.json:1:22 (england-and-wales): `events` is missing in a division"
        ),
        (
            #"{"england-and-wales":{"events":[{"title":"Jubilee"}]}}"#,
            "error bank-holidays.json:1:33 (events): `date` is missing in a bank holiday"
        ),
        (
            #"{"england-and-wales":{"events":[{"title":"Jubilee","date":"2026-06-31"}]}}"#,
            "error bank-holidays.json:1:59 (date): 31 June 2026 does not exist"
        ),
        (
            #"{"england-and-wales":{"events":[{"title":"Jubilee","date":"15 June"}]}}"#,
            "error bank-holidays.json:1:59 (date): `15 June` has no year"
        ),
        (
            """
            { "england-and-wales": { "events": [
              { "title": "Jubilee", "date": "2026-06-15" },
              { "title": "Wedding", "date": "2026-06-15" }
            ] } }
            """,
            "error bank-holidays.json:3:25 (date): 15 June 2026 is listed twice"
        ),
        (
            #"{"england-and-wales":{"events":[]},"england-and-wales":{"events":[]}}"#,
            "error bank-holidays.json:1:36 (england-and-wales): `england-and-wales` is given twice"
        ),
    ])
    func `a malformed list is reported at its place`(list: String, line: String) throws {
        #expect(try contents(.england, list).diagnostics.map(\.line) == [line])
    }

    @Test func `a day that is listed twice is told by the title of the first`() throws {
        let list = file(division("england-and-wales", [("2026-06-15", "Jubilee"), ("2026-06-15", "Wedding")]))
        #expect(
            try contents(.england, list).diagnostics.first?.hint
                == "it is that of `Jubilee` too: correct one of the two dates, or delete one of the two days"
        )
    }

    @Test func `a list among the layouts is not read, and that is said`() throws {
        var files = GoodWorkspace.files
        files["layouts/bank-holidays.json"] = "{}"
        let diagnostics = try read(files).diagnostics
        #expect(diagnostics.map(\.line) == ["warning layouts/bank-holidays.json: the file is not read"])
        #expect(diagnostics.first?.hint == "put it beside council.yaml")
    }
}
