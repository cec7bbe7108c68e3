// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// Reads the meetings that a paper goes to, and checks that they can follow one another.
struct RouteReader {
    let findings: DiagnosticCollector
    /// `nil` if the council's file could not be read.
    let council: Council?

    /// The steps in order.
    ///
    /// - Parameter meeting: the paper's own, which `each` names.
    func route(_ form: FilledForm, for meeting: PaperSource.Meeting) -> [PaperSource.RouteStep] {
        let bodies = council.map { KnownNames($0.bodies.map(\.id) + [MeetingForm.each]) }
        let steps = form.list(PaperForm.route).compactMap { step($0, for: meeting, among: bodies) }
        for (earlier, later) in zip(steps, steps.dropFirst()) { check(later, after: earlier) }
        let own = steps.filter { $0.meeting.body == meeting.body }
        if let first = own.first, !own.contains(where: { $0.meeting.date == meeting.date }) {
            findings.report(
                .conflictingRouteDate(of: name(first), on: first.meeting.date, paperOn: meeting.date),
                at: first.location
            )
        }
        return steps
    }

    private func step(
        _ form: FilledForm,
        for meeting: PaperSource.Meeting,
        among bodies: KnownNames?
    ) -> PaperSource.RouteStep? {
        guard let body = form.text(RouteForm.body),
            let purpose = form.choice(RouteForm.purpose, of: PaperSource.Purpose.self)
        else { return nil }
        var step = PaperSource.RouteStep(meeting: meeting, purpose: purpose, location: form.location)
        if body.string != MeetingForm.each {
            findings.check(
                body,
                among: bodies,
                of: "body",
                from: .council
            )
            step.meeting.body = body.string
            if !form.mentions(RouteForm.date) {
                findings.report(.missingStepDate, at: form.location)
                return nil
            }
        }
        if form.mentions(RouteForm.date) {
            if body.string == MeetingForm.each {
                findings.report(.dateInStepForEach, at: form.location(of: RouteForm.date))
                return step
            }
            guard let date = form.date(RouteForm.date) else { return nil }
            step.meeting.date = date
            MeetingDay(date, of: body.string, council: council).report(
                to: findings,
                at: form.location(of: RouteForm.date)
            )
        }
        return step
    }

    private func name(_ step: PaperSource.RouteStep) -> String {
        council?.body(step.meeting.body)?.name ?? step.meeting.body
    }

    /// A step comes after the one before it, and is better made public only when that has met.
    private func check(_ later: PaperSource.RouteStep, after earlier: PaperSource.RouteStep) {
        if later.meeting.date < earlier.meeting.date {
            findings.report(.routeOutOfOrder(from: earlier.meeting.date, to: later.meeting.date), at: later.location)
            return
        }
        guard let council else { return }
        let last = council.calendar.lastDayOfPublication(before: later.meeting.date)
        guard last <= earlier.meeting.date else { return }
        findings.report(
            .publicBeforeEarlierMeeting(
                name(later),
                on: later.meeting.date,
                publicBy: last,
                earlierBody: name(earlier),
                earlierDate: earlier.meeting.date
            ),
            at: later.location
        )
    }
}

extension Diagnostic.Message {
    fileprivate static func conflictingRouteDate(of body: String, on step: CalendarDate, paperOn date: CalendarDate)
        -> Self
    {
        Self(
            .impossibleRoute,
            "the route has \(body, from: .council) meet on \(step), and `to` on \(date)",
            hint: "one of the two days is wrong"
        )
    }

    fileprivate static var missingStepDate: Self {
        Self(.missingKey, "`date` is missing in a step of the route", hint: "it is the day of the meeting")
    }

    fileprivate static var dateInStepForEach: Self {
        Self(
            .conflictingKeys,
            "`date` stands in a step of the route for `each`",
            hint: "delete it: the day is that of the paper's own meeting"
        )
    }

    fileprivate static func routeOutOfOrder(from earlier: CalendarDate, to later: CalendarDate) -> Self {
        Self(
            .impossibleRoute,
            "the route goes back from \(earlier) to \(later)",
            hint: "put the steps in the order of their days"
        )
    }

    fileprivate static func publicBeforeEarlierMeeting(
        _ body: String,
        on date: CalendarDate,
        publicBy last: CalendarDate,
        earlierBody: String,
        earlierDate: CalendarDate
    ) -> Self {
        Self(
            .publicBeforeEarlierMeeting,
            "the paper for \(body, from: .council) on \(date) must be public by \(last), "
                + "before \(earlierBody, from: .council) has met on \(earlierDate)",
            hint: "what \(earlierBody, from: .council) changes will need a supplement; or move one of the meetings"
        )
    }
}
