// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

/// The day of a meeting, which a council does not hold when its offices are closed.
struct MeetingDay {
    private let date: CalendarDate
    private let council: Council?

    init(_ date: CalendarDate, council: Council?) {
        self.date = date
        self.council = council
    }

    func report(to findings: DiagnosticCollector, at location: SourceLocation) {
        if date.isWeekend {
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
}
