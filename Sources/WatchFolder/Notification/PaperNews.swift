// SPDX-License-Identifier: Apache-2.0

import Monitoring
import PaperTree
import Publishing

/// Decides what is news of the papers: an outcome that is another than before, and a last day of publication that comes near or has passed.
struct PaperNews {
    /// How many days before the last day of publication it is told of.
    static let daysOfNotice = 3

    /// A last day of publication as it was told of. One that is put off is another.
    private struct Deadline: Hashable {
        let paper: String
        let day: CalendarDate
        let hasPassed: Bool
    }

    /// The problems of the papers that were told of as failed.
    private var failed: [PaperKey: Int] = [:]
    private var deadlines: Set<Deadline> = []

    /// The outcomes that are news.
    ///
    /// - Parameter changed: the papers whose files are others than before, or had a report of problems beside them.
    mutating func outcomes(
        of papers: [WatchStatus.Paper],
        changed: Set<PaperKey>,
        on today: CalendarDate
    ) -> [PaperEvent] {
        papers.compactMap { paper in
            switch paper.state {
            case .current:
                let hadFailed = failed.removeValue(forKey: paper.key) != nil
                return hadFailed || changed.contains(paper.key) ? PaperEvent(.made, of: paper, on: today) : nil
            case .problems, .unwritten:
                let event = PaperEvent(.failed, of: paper, on: today)
                return failed.updateValue(event.problems, forKey: paper.key) == event.problems ? nil : event
            case .withdrawn:
                failed[paper.key] = nil
                return nil
            }
        }
    }

    /// The papers whose last day of publication is news: one event a paper, whatever editions it has, of that for the public if there is one.
    mutating func dueEvents(of papers: [WatchStatus.Paper], on today: CalendarDate) -> [PaperEvent] {
        var seen: Set<String> = []
        return papers.sorted { $0.key < $1.key }.compactMap { paper in
            guard paper.state != .withdrawn, let day = paper.announcement?.meeting?.publishBy,
                seen.insert(paper.id).inserted
            else { return nil }
            let event = PaperEvent(.due, of: paper, on: today)
            guard let left = event.daysLeft, left <= Self.daysOfNotice else { return nil }
            let deadline = Deadline(paper: paper.id, day: day, hasPassed: left < 0)
            return deadlines.insert(deadline).inserted ? event : nil
        }
    }
}
