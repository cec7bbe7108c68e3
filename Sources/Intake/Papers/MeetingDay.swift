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

    func report(to findings: Findings, at location: SourceLocation) {
        if date.isWeekend {
            findings.warning(
                "the meeting of \(date) falls on a \(date.weekday.name)",
                at: location,
                hint: "is it the right day?"
            )
        } else if let council, !council.calendar.isWorkingDay(date) {
            findings.warning("the meeting of \(date) falls on a holiday", at: location, hint: "is it the right day?")
        }
    }
}
