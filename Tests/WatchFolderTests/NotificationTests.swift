// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import Publishing
import TestSupport
import Testing

@testable import WatchFolder

/// What the program of `--notify` is told, and when.
struct NotificationTests {
    private static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private func paper(
        _ state: WatchStatus.Paper.State = .current,
        edition: Edition = .whole,
        problems: Int = 0,
        publishBy: String = "2009-11-30"
    ) throws -> WatchStatus.Paper {
        WatchStatus.Paper(
            id: "cabinet",
            edition: edition,
            state: state,
            pages: 3,
            written: nil,
            errors: state == .problems ? problems : 0,
            warnings: state == .problems ? 0 : problems,
            announcement: PaperAnnouncement(
                id: "cabinet",
                title: "Half-year \"report\"",
                meeting: .init(body: "Cabinet", date: try Self.day("2009-12-08"), publishBy: try Self.day(publishBy))
            )
        )
    }

    @Test func `an event is one line of JSON with its members by name`() throws {
        let event = PaperEvent(.made, of: try paper(problems: 2), on: try Self.day("2009-11-28"))
        #expect(
            event.line
                == #"{"days-left":2,"edition":"whole","event":"made","meeting":"2009-12-08","paper":"cabinet","problems":2,"publish-by":"2009-11-30","title":"Half-year \"report\""}"#
                + "\n"
        )
    }

    @Test(arguments: [(WatchStatus.Paper.State.problems, Edition.whole), (.unwritten, .whole), (.current, .restricted)])
    func `a title that the status page does not show is not told`(
        state: WatchStatus.Paper.State,
        edition: Edition
    ) throws {
        let event = PaperEvent(.failed, of: try paper(state, edition: edition), on: try Self.day("2009-12-01"))
        #expect(
            event.line
                == #"{"days-left":-1,"edition":"\#(edition.rawValue)","event":"failed","meeting":"2009-12-08","paper":"cabinet","problems":0,"publish-by":"2009-11-30"}"#
                + "\n"
        )
    }

    @Test func `a return that goes to no meeting has no days`() throws {
        var paper = try paper()
        paper.announcement = nil
        let event = PaperEvent(.made, of: paper, on: try Self.day("2009-11-28"))
        #expect(event.line == #"{"edition":"whole","event":"made","paper":"cabinet","problems":0}"# + "\n")
    }

    @Test func `an outcome is told once per change`() throws {
        let today = try Self.day("2009-11-01")
        var news = PaperNews()
        func kinds(_ paper: WatchStatus.Paper, isChanged: Bool = false) -> [PaperEvent.Kind] {
            news.outcomes(of: [paper], changed: isChanged ? [paper.key] : [], on: today).map(\.kind)
        }
        // A service that starts finds the paper as it was.
        #expect(kinds(try paper()) == [])
        #expect(kinds(try paper(), isChanged: true) == [.made])
        #expect(kinds(try paper()) == [])
        #expect(kinds(try paper(.problems, problems: 1)) == [.failed])
        #expect(kinds(try paper(.problems, problems: 1)) == [])
        #expect(kinds(try paper(.problems, problems: 2)) == [.failed])
        // The paper that was kept is current again.
        #expect(kinds(try paper()) == [.made])
        #expect(kinds(try paper()) == [])
        #expect(kinds(try paper(.unwritten)) == [.failed])
        #expect(kinds(try paper(.unwritten)) == [])
        #expect(kinds(try paper(.withdrawn)) == [])
        #expect(kinds(try paper(.unwritten)) == [.failed])
    }

    @Test func `a paper is due when three days are left and when the day has passed, each told once`() throws {
        var news = PaperNews()
        func days(_ papers: [WatchStatus.Paper], on day: String) throws -> [Int?] {
            news.dueEvents(of: papers, on: try Self.day(day)).map(\.daysLeft)
        }
        let papers = [try paper(edition: .restricted), try paper(edition: .open)]
        #expect(try days(papers, on: "2009-11-26") == [])
        #expect(try days(papers, on: "2009-11-27") == [3])
        #expect(try days(papers, on: "2009-11-28") == [])
        #expect(try days(papers, on: "2009-11-30") == [])
        #expect(try days(papers, on: "2009-12-01") == [-1])
        #expect(try days(papers, on: "2009-12-02") == [])
        // A meeting that is put off has another last day.
        let later = try paper(publishBy: "2009-12-04")
        #expect(try days([later], on: "2009-12-02") == [2])
        #expect(try days([try paper(.withdrawn, publishBy: "2009-12-03")], on: "2009-12-02") == [])
    }

    @Test func `of two editions that are due the public one is told of`() throws {
        var news = PaperNews()
        let papers = [try paper(edition: .restricted), try paper(edition: .open)]
        let events = news.dueEvents(of: papers, on: try Self.day("2009-11-30"))
        #expect(events.map(\.edition) == [.open])
        #expect(events.map(\.title) == ["Half-year \"report\""])
    }

    @Test func `the newest event of a paper and kind takes the place of the one that waits`() throws {
        let today = try Self.day("2009-11-01")
        var queue = EventQueue()
        let events = [
            PaperEvent(.failed, of: try paper(.problems, problems: 1), on: today),
            PaperEvent(.made, of: try paper(), on: today),
            PaperEvent(.failed, of: try paper(.problems, edition: .restricted, problems: 1), on: today),
            PaperEvent(.failed, of: try paper(.problems, problems: 2), on: today),
        ]
        let hadRoom = events.map { queue.add($0) }
        #expect(hadRoom == [true, true, true, true])
        let taken = (0..<4).map { _ in queue.takeFirst() }
        #expect(taken == [events[3], events[1], events[2], nil])
    }

    @Test func `of more events than may wait the oldest goes`() throws {
        let today = try Self.day("2009-11-01")
        var queue = EventQueue()
        var paper = try paper()
        for number in 0...EventQueue.capacity {
            paper.id = "paper-\(number)"
            let hadRoom = queue.add(PaperEvent(.made, of: paper, on: today))
            #expect(hadRoom == (number < 256))
        }
        let first = queue.takeFirst()
        #expect(first?.paper == "paper-1")
    }

    @Test func `a program is found by its path, or by its name in the folders of PATH`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.script("told", "exit 0")
        try folder.write("", to: "text")
        #expect(HookProgram.path(of: path) == path)
        #expect(HookProgram.path(of: "told", searching: "bin:/nowhere:\(folder.path)") == "\(folder.path)/told")
        for name in ["", "text", "missing", "\(folder.path)/text", "\(folder.path)/missing", folder.path] {
            #expect(HookProgram.path(of: name, searching: folder.path) == nil)
        }
    }
}
