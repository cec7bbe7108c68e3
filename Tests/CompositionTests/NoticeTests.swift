// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import TestSupport
import Testing

/// The days for notices that a paper may name.
struct NoticeTests {
    /// A paper that names the last day for its notice. Its meeting is on 30 November 2009.
    private func fixture(_ change: (inout PaperSource) -> Void = { _ in }) throws -> Fixture {
        var fixture = try Fixture()
        fixture.setBody(.paragraph([.text("By "), .placeholder(name: "meeting.notice-by", Fixture.place)]))
        change(&fixture.round.papers[0])
        return fixture
    }

    private func reason() throws -> ExemptReason {
        ExemptReason(
            paragraph: 3,
            reason: Prose(text: "Why.", at: Fixture.place),
            publicInterest: Prose(text: "So.", at: Fixture.place),
            location: Fixture.place
        )
    }

    private func expectNotice(_ fixture: Fixture) throws {
        let composed = try fixture.composed()
        #expect(composed.diagnostics.map(\.message) == [])
        #expect(composed.paper.dump.contains("paragraph “By 30 October 2009”"))
    }

    private func expectNone(_ fixture: Fixture) throws {
        #expect(
            try fixture.composed().diagnostics.map(\.message) == ["`meeting.notice-by` has no value in this round"]
        )
    }

    @Test func `a key decision has notice, with its reference or without`() throws {
        try expectNotice(fixture { $0.keyDecision = PaperSource.KeyDecision() })
        try expectNotice(fixture { $0.keyDecision = PaperSource.KeyDecision(reference: "FP/2009/31") })
    }

    @Test func `a meeting that is in private for a part of a paper or a return has notice`() throws {
        let reason = try reason()
        var own = try fixture { $0.exemptReasons = [reason] }
        #expect(own.round.lastDayOfNotice(of: own.round.papers[0])?.iso8601 == "2009-10-30")
        own = try fixture()
        own.round.returns[0].exemptReasons = [reason]
        #expect(own.round.lastDayOfNotice(of: own.round.papers[0])?.iso8601 == "2009-10-30")
        own = try fixture { $0.appendices[0].exemption = Exemption([3]) }
        #expect(own.round.lastDayOfNotice(of: own.round.papers[0])?.iso8601 == "2009-10-30")
        // The public edition says the same day.
        let edition = PublicRound(redacting: own.round).content
        #expect(edition.lastDayOfNotice(of: edition.papers[0])?.iso8601 == "2009-10-30")
    }

    @Test func `a paper that decides nothing of the kind has none, nor has one that goes to a committee`() throws {
        try expectNone(fixture())
        var committee = try fixture { $0.keyDecision = PaperSource.KeyDecision() }
        committee.round.council.bodies[0].kind = .overview
        try expectNone(committee)
        let unappended = try fixture { $0.appendices = [] }
        #expect(unappended.round.lastDayOfNotice(of: unappended.round.papers[0]) == nil)
    }

    @Test func `the reference of a key decision is printed, and is public`() throws {
        var fixture = try fixture {
            $0.keyDecision = PaperSource.KeyDecision(reference: "FP/2009/31")
            $0.exemption = Exemption([3])
        }
        #expect(PublicRound(redacting: fixture.round).content.papers[0].keyDecision?.reference == "FP/2009/31")
        fixture.round.papers[0].exemption = nil
        fixture.setBody(.paragraph([.placeholder(name: "key-decision", Fixture.place)]))
        #expect(try fixture.composed().paper.dump.contains("paragraph “FP/2009/31”"))
    }
}
