// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import Testing

/// What a check says of a paper on a day. Its meeting is on Monday 30 November 2009, so that it has to be public by Friday 20 November.
struct PublicationRulesTests {
    private func lines(on day: String?, _ edits: (file: String, old: String, new: String)...) throws -> [String] {
        try ReviewedRound(edits: edits, today: day.flatMap { CalendarDate($0) }).lines()
    }

    private let isFinal = (file: "papers/cabinet.md", old: "status: draft", new: "status: final")

    @Test(arguments: [
        ("2009-11-17", "in 3 working days"), ("2009-11-18", "in 2 working days"), ("2009-11-19", "in 1 working day"),
        ("2009-11-20", "today"),
    ])
    func `from three working days before the last one a draft is to be finished`(day: String, time: String) throws {
        #expect(
            try lines(on: day) == [
                "publication-due papers/cabinet.md:4:22 (date): the paper for Cabinet must be public by 20 November 2009, \(time): 5 clear days before its meeting on 30 November 2009 (it is still a draft: have it cleared, write `status: final`, and publish it)"
            ]
        )
    }

    @Test func `a final paper is to be published, if it is not public yet`() throws {
        #expect(
            try lines(on: "2009-11-19", isFinal) == [
                "publication-due papers/cabinet.md:4:22 (date): the paper for Cabinet must be public by 20 November 2009, in 1 working day: 5 clear days before its meeting on 30 November 2009 (publish it, if it is not public yet)"
            ]
        )
    }

    @Test func `a weekend is no time to work`() throws {
        // From Saturday to Friday there are four working days between, and the last one.
        #expect(try lines(on: "2009-11-14") == [])
        #expect(try lines(on: "2009-11-16") == [])
    }

    @Test(arguments: ["2009-11-21", "2009-11-30"])
    func `a draft is late from the day after the last one until its meeting`(day: String) throws {
        let date = try #require(CalendarDate(day))
        #expect(
            try lines(on: day) == [
                "late-publication papers/cabinet.md:4:22 (date): the paper for Cabinet had to be public by 20 November 2009, 5 clear days before its meeting on 30 November 2009, and it is \(date) now (ask whether the meeting can take it as urgent, and say in it why it is late; or take it to a later meeting)"
            ]
        )
    }

    @Test func `a final paper may be public since`() throws {
        #expect(
            try lines(on: "2009-11-24", isFinal) == [
                "late-publication papers/cabinet.md:4:22 (date): the paper for Cabinet had to be public by 20 November 2009, 5 clear days before its meeting on 30 November 2009, and it is 24 November 2009 now (if it was published by then, nothing has to be done; if not, ask whether the meeting can take it as urgent, and say in it why it is late)"
            ]
        )
    }

    @Test func `a draft of a meeting that has been is one by mistake`() throws {
        #expect(
            try lines(on: "2009-12-01") == [
                "draft-of-past-meeting papers/cabinet.md:4:22 (date): its meeting was on 30 November 2009, and the paper is still a draft (write `status: final` if it is what the meeting had, or put the day of the meeting right)"
            ]
        )
        #expect(try lines(on: "2009-12-01", isFinal) == [])
    }

    @Test func `three clear days are enough in Wales`() throws {
        let wales = (file: "council.yaml", old: "nation: England", new: "nation: Wales")
        #expect(try lines(on: "2009-11-18", wales) == [])
        #expect(
            try lines(on: "2009-11-25", wales) == [
                "late-publication papers/cabinet.md:4:22 (date): the paper for Cabinet had to be public by 24 November 2009, 3 clear days before its meeting on 30 November 2009, and it is 25 November 2009 now (ask whether the meeting can take it as urgent, and say in it why it is late; or take it to a later meeting)"
            ]
        )
    }

    @Test func `each meeting of a paper for several bodies is asked about, at its day`() throws {
        let bodies = (
            file: "council.yaml",
            old: "people:\n  leader",
            new: """
              care-poc: { name: Care POC, kind: overview, members: Members, remit: [people] }
              schools-poc: { name: Schools POC, kind: overview, members: Members, remit: [people] }
            people:
              leader
            """
        )
        let each = (
            file: "papers/cabinet.md",
            old: "to: { body: cabinet, date: 2009-11-30 }",
            new: """
            for-each: overview-bodies
            to: { body: each, dates: { care-poc: 2009-11-30, schools-poc: 2009-12-14 } }
            """
        )
        #expect(
            try lines(on: "2009-11-20", bodies, each) == [
                "publication-due papers/cabinet.md:5:38 (care-poc): the paper for Care POC must be public by 20 November 2009, today: 5 clear days before its meeting on 30 November 2009 (it is still a draft: have it cleared, write `status: final`, and publish it)"
            ]
        )
    }

    @Test func `a paper that is exempt as a whole is never public`() throws {
        let exempt = (
            file: "papers/cabinet.md",
            old: "classification: Unrestricted",
            new: """
            classification: Exempt
            exempt:
              - paragraph: 3
                reason: The contract has not been let.
                public-interest: The interest in keeping it back is greater.
            """
        )
        #expect(try lines(on: "2009-11-24", exempt) == [])
    }

    @Test func `without a day nothing that needs one is asked`() throws {
        #expect(try lines(on: nil) == [])
    }
}
