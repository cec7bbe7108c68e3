// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

/// Reads the meetings that a paper goes to, and checks that they can follow one another.
struct RouteReader {
    let findings: Findings
    /// Nothing where the council's file could not be read.
    let council: Council?

    /// The steps in order.
    ///
    /// - Parameter meeting: the paper's own, which `each` stands for.
    func route(_ form: FilledForm, for meeting: PaperSource.Meeting) -> [PaperSource.RouteStep] {
        let bodies = council.map { KnownNames($0.bodies.map(\.id) + [MeetingForm.each]) }
        let steps = form.list(PaperForm.route).compactMap { step($0, for: meeting, among: bodies) }
        for (earlier, later) in zip(steps, steps.dropFirst()) { check(later, after: earlier) }
        let own = steps.filter { $0.meeting.body == meeting.body }
        if let first = own.first, !own.contains(where: { $0.meeting.date == meeting.date }) {
            findings.error(
                "the route has \(name(first), from: .council) meet on \(first.meeting.date), and `to` on \(meeting.date)",
                at: first.location,
                hint: "one of the two days is wrong"
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
                findings.error(
                    "`date` is missing in a step of the route",
                    at: form.location,
                    hint: "it is the day of the meeting"
                )
                return nil
            }
        }
        if form.mentions(RouteForm.date) {
            if body.string == MeetingForm.each {
                findings.error(
                    "`date` stands in a step of the route for `each`",
                    at: form.location(of: RouteForm.date),
                    hint: "delete it: the day is that of the paper's own meeting"
                )
                return step
            }
            guard let date = form.date(RouteForm.date) else { return nil }
            step.meeting.date = date
            MeetingDay(date, council: council).report(to: findings, at: form.location(of: RouteForm.date))
        }
        return step
    }

    private func name(_ step: PaperSource.RouteStep) -> String {
        council?.body(step.meeting.body)?.name ?? step.meeting.body
    }

    /// A step comes after the one before it, and is better made public only when that has met.
    private func check(_ later: PaperSource.RouteStep, after earlier: PaperSource.RouteStep) {
        if later.meeting.date < earlier.meeting.date {
            findings.error(
                "the route goes back from \(earlier.meeting.date) to \(later.meeting.date)",
                at: later.location,
                hint: "put the steps in the order of their days"
            )
            return
        }
        guard let council else { return }
        let last = council.calendar.lastDayOfPublication(before: later.meeting.date)
        guard last <= earlier.meeting.date else { return }
        findings.warning(
            "the paper for \(name(later), from: .council) on \(later.meeting.date) must be public by \(last), "
                + "before \(name(earlier), from: .council) has met on \(earlier.meeting.date)",
            at: later.location,
            hint: "what \(name(earlier), from: .council) changes will need a supplement; or move one of the meetings"
        )
    }
}
