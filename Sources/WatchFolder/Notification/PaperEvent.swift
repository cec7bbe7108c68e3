// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree
import Publishing

/// What the program of `--notify` is told of a paper: what the status page shows, and no words of a return.
struct PaperEvent: Codable, Hashable, Sendable {
    enum Kind: String, Codable {
        /// Its files were written, and say something else than before or had problems before.
        case made
        /// It has problems, or cannot be written.
        case failed
        /// Its last day of publication is near, or has passed.
        case due
    }

    var kind: Kind
    /// Its identifier.
    var paper: String
    /// `nil` where the status page shows none.
    var title: String?
    var edition: Edition
    /// The day of its meeting (ISO 8601).
    var meeting: String?
    /// The last day of publication (ISO 8601).
    var publishBy: String?
    /// Until the last day of publication: 0 on that day, and below when it has passed.
    var daysLeft: Int?
    /// How many errors and warnings it has.
    var problems: Int

    private enum CodingKeys: String, CodingKey {
        case kind = "event"
        case paper, title, edition, meeting, problems
        case publishBy = "publish-by"
        case daysLeft = "days-left"
    }

    init(_ kind: Kind, of paper: WatchStatus.Paper, on today: CalendarDate) {
        let meeting = paper.announcement?.meeting
        self.kind = kind
        self.paper = paper.id
        title = paper.shownTitle
        edition = paper.edition
        self.meeting = meeting?.date.iso8601
        publishBy = meeting?.publishBy.iso8601
        daysLeft = meeting.map { $0.publishBy.dayNumber - today.dayNumber }
        problems = paper.errors + paper.warnings
    }

    /// One line of JSON, its members by name.
    var line: String { JSONText(self).description + "\n" }

    /// Whether a later event makes this one out of date: both are of one kind, and of one edition of one paper.
    func isReplaced(by later: PaperEvent) -> Bool {
        (kind, paper, edition.audience) == (later.kind, later.paper, later.edition.audience)
    }
}
