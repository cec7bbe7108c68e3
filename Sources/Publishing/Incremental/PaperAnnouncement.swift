// SPDX-License-Identifier: Apache-2.0

package import Monitoring

/// What an agenda says of a paper: its title, its meeting, and until when it has to be published.
package struct PaperAnnouncement: Sendable, Hashable, Codable {
    /// Where a paper goes to.
    package struct Meeting: Sendable, Hashable, Codable {
        /// The name of the body that meets.
        package var body: String
        /// The day of the meeting.
        package var date: CalendarDate
        /// The last day on which it is public five clear days before the meeting (Local Government Act 1972, section 100B).
        package var publishBy: CalendarDate

        package init(body: String, date: CalendarDate, publishBy: CalendarDate) {
            self.body = body
            self.date = date
            self.publishBy = publishBy
        }
    }

    package var id: String
    /// The subject, or the directorate of a return; `nil` for a paper that is exempt as a whole, whose subject may be too.
    package var title: String?
    /// `nil` for a directorate's return alone, which goes to no meeting, and where the council has no such body.
    package var meeting: Meeting?

    package init(id: String, title: String?, meeting: Meeting? = nil) {
        self.id = id
        self.title = title
        self.meeting = meeting
    }

    /// Those of a round: of its papers in their order, and of the returns.
    static func all(in round: MonitoringRound) -> [PaperAnnouncement] {
        round.papers.map { paper in
            PaperAnnouncement(
                id: paper.id,
                title: paper.exemption == nil ? paper.subject : nil,
                meeting: round.council.body(paper.meeting.body).map { body in
                    Meeting(
                        body: body.name,
                        date: paper.meeting.date,
                        publishBy: round.council.calendar.lastDayOfPublication(before: paper.meeting.date)
                    )
                }
            )
        } + round.council.directorates.map { PaperAnnouncement(id: $0.paperIdentifier, title: "Return of \($0.name)") }
    }
}
