// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// Holds the meeting of a paper against a day: whether the paper can still be public in time.
///
/// The day is given and never asked of the clock, so that the same workspace has the same findings.
struct PublicationRules {
    /// From how many working days before the last one advice is given.
    private static let notice = 3

    let council: Council
    /// The day on which the paper stands as it does.
    let today: CalendarDate

    func check(_ paper: PaperSource, _ report: (Diagnostic.Message, SourceLocation) -> Void) {
        // What no one may read has no last day of publication, and of a day that could not be read nothing is known.
        guard paper.exemption == nil, let location = paper.meetingLocation else { return }
        let deadline = Deadline(
            body: council.body(paper.meeting.body)?.name ?? paper.meeting.body,
            meeting: paper.meeting.date,
            last: council.calendar.lastDayOfPublication(before: paper.meeting.date),
            clearDays: council.nation.clearDays,
            isDraft: paper.status == .draft
        )
        if today > deadline.meeting {
            if deadline.isDraft { report(.draftOfPastMeeting(deadline), location) }
        } else if today > deadline.last {
            report(.latePublication(deadline, today: today), location)
        } else if let days = workingDays(until: deadline.last) {
            report(.publicationDue(deadline, inWorkingDays: days), location)
        }
    }

    /// How many working days there are after today up to a day, or `nil` if they are more than give cause for advice.
    private func workingDays(until last: CalendarDate) -> Int? {
        var date = today
        var days = 0
        while date < last {
            date = date.adding(days: 1)
            if council.calendar.isWorkingDay(date) { days += 1 }
            if days > Self.notice { return nil }
        }
        return days
    }
}

/// By when a paper has to be public, and why.
private struct Deadline {
    var body: String
    var meeting: CalendarDate
    /// The last day on which it can be published.
    var last: CalendarDate
    var clearDays: Int
    var isDraft: Bool
}

extension DiagnosticText.Source {
    fileprivate static let council = DiagnosticText.Source.file("council.yaml")
}

extension Diagnostic.Message {
    fileprivate static func latePublication(_ deadline: Deadline, today: CalendarDate) -> Self {
        Self(
            .latePublication,
            "the paper for \(deadline.body, from: .council) had to be public by \(own: deadline.last), "
                + "\(deadline.clearDays) clear days before its meeting on \(own: deadline.meeting), "
                + "and it is \(own: today) now",
            hint: deadline.isDraft
                ? "ask whether the meeting can take it as urgent, and say in it why it is late; or take it to a later meeting"
                : "if it was published by then, nothing has to be done; if not, ask whether the meeting can take it as urgent, "
                    + "and say in it why it is late"
        )
    }

    fileprivate static func publicationDue(_ deadline: Deadline, inWorkingDays days: Int) -> Self {
        let time =
            switch days {
            case 0: "today"
            case 1: "in 1 working day"
            default: "in \(days) working days"
            }
        return Self(
            .publicationDue,
            "the paper for \(deadline.body, from: .council) must be public by \(own: deadline.last), \(own: time): "
                + "\(deadline.clearDays) clear days before its meeting on \(own: deadline.meeting)",
            hint: deadline.isDraft
                ? "it is still a draft: have it cleared, write `status: final`, and publish it"
                : "publish it, if it is not public yet"
        )
    }

    fileprivate static func draftOfPastMeeting(_ deadline: Deadline) -> Self {
        Self(
            .draftOfPastMeeting,
            "its meeting was on \(own: deadline.meeting), and the paper is still a draft",
            hint: "write `status: final` if it is what the meeting had, or put the day of the meeting right"
        )
    }
}
