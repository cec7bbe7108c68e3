// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

/// The day of a meeting: one on which its body meets, or where the council gives no calendar of the body, one on which its offices are open.
struct MeetingDay {
    private let date: CalendarDate
    private let body: Body?
    private let council: Council?

    /// - Parameter body: the identifier of the body that meets, or `nil` to ask only whether the offices are open.
    init(_ date: CalendarDate, of body: String? = nil, council: Council?) {
        self.date = date
        self.body = body.flatMap { council?.body($0) }
        self.council = council
    }

    func report(to findings: DiagnosticCollector, at location: SourceLocation) {
        if let body, !body.meets.isEmpty {
            // A day of the calendar was looked at where the calendar is.
            if !body.meets.contains(date) { findings.report(.notInCalendar(date, of: body), at: location) }
        } else if date.isWeekend {
            findings.report(.meetingOnWeekend(date), at: location)
        } else if let council, !council.calendar.isWorkingDay(date) {
            findings.report(.meetingOnHoliday(date), at: location)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func meetingOnWeekend(_ date: CalendarDate) -> Self {
        Self(
            .unlikelyMeetingDay,
            "the meeting of \(date) falls on a \(date.weekday.name)",
            hint: "is it the right day?"
        )
    }

    fileprivate static func meetingOnHoliday(_ date: CalendarDate) -> Self {
        Self(.unlikelyMeetingDay, "the meeting of \(date) falls on a holiday", hint: "is it the right day?")
    }

    fileprivate static func notInCalendar(_ date: CalendarDate, of body: Body) -> Self {
        let nearest = body.meets.min { abs($0.dayNumber - date.dayNumber) < abs($1.dayNumber - date.dayNumber) }
        return Self(
            .meetingNotInCalendar,
            "`\(body.id, from: .council)` has no meeting on \(date): its calendar in council.yaml does not list that day",
            hint: nearest.map {
                "its nearest meeting is on \($0, from: .council); put the day right, or add it to `meets` of the body"
            }
        )
    }
}
