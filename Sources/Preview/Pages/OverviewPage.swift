// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import HTMLExport
import Monitoring
import PaperTree
import Publishing

/// The list of papers, what is still missing, and the problems of the workspace.
struct OverviewPage: PreviewPage {
    let round: PreviewRound
    let places: Places
    let generation: String
    let showsRestricted: Bool
    var markup = Markup(capacity: 1 << 14)

    init(_ round: PreviewRound, places: Places, generation: String, showsRestricted: Bool) {
        self.round = round
        self.places = places
        self.generation = generation
        self.showsRestricted = showsRestricted
    }

    /// The page in UTF-8.
    var bytes: [UInt8] {
        var page = self
        page.write()
        return page.markup.bytes
    }

    private var title: String {
        let name = [round.council, round.title].filter { !$0.isEmpty }.joined(separator: ": ")
        return name.isEmpty ? "Preview of papers" : "Preview of \(name)"
    }

    private mutating func write() {
        writePage(title: title, shown: .list) { page in
            page.element(.h1) { $0.write($0.title) }
            if page.showsRestricted {
                page.element(.p, .class("pv-restricted")) {
                    $0.write(
                        "Restricted editions are shown too: they are not for publication. Do not share this screen."
                    )
                }
            }
            if let failure = page.round.failure { page.element(.p, .class("pv-bad")) { $0.write(failure) } }
            if page.round.generation == 0 {
                return page.element(.p) { $0.write("The papers are being made for the first time.") }
            }
            if page.round.failure == nil { page.element(.p) { $0.write($0.summary) } }
            page.writePapers()
            page.writeDirectorates()
            page.writeProblemTable()
        }
    }

    private var summary: String {
        let papers = round.papers.count
        let good = round.papers.count { $0.state == .good }
        if papers == 0 { return "There are no papers." }
        let count = DiagnosticCount(round.diagnostics)
        return
            "\(good) of \(papers) papers can be made. There \(count.errors + count.warnings == 1 ? "is" : "are") \(count)."
    }

    // MARK: - Papers

    private mutating func writePapers() {
        if round.papers.isEmpty { return }
        table("Papers", ["Paper", "Meeting", "Publish by", "Edition", "State", "Problems"]) { page in
            for paper in page.round.papers { page.element(.tr) { $0.write(paper) } }
        }
    }

    private mutating func write(_ paper: PreviewPaper) {
        element(.th, .scope("row")) { page in
            // Papers of several meetings have one title.
            let meeting = paper.announcement?.meeting.map { "\($0.body), \($0.date)" } ?? paper.key.id
            page.element(.a, .link(to: page.places.paper(paper.key)), .label("\(paper.name), \(meeting)")) {
                $0.write(paper.name)
            }
            if paper.name != paper.key.id {
                page.element(.br)
                page.element(.span, .class("pv-quiet")) { $0.write(paper.key.id) }
            }
        }
        element(.td) { page in
            guard let meeting = paper.announcement?.meeting else { return page.write("–") }
            page.write("\(meeting.body), ")
            page.writeDay(meeting.date)
        }
        element(.td) { page in
            guard let meeting = paper.announcement?.meeting else { return page.write("–") }
            page.writeDay(meeting.publishBy)
        }
        element(.td) { page in
            switch paper.edition {
            case .whole: page.write("for everybody")
            case .open: page.write("public, without what is exempt")
            case .restricted: page.element(.strong) { $0.write("not for publication") }
            }
        }
        element(.td) { page in
            switch paper.state {
            case .good: page.write("good")
            case .problems: page.element(.span, .class("pv-bad")) { $0.write("has problems") }
            case .heldBack:
                page.element(.span, .class("pv-bad")) { $0.write("held back: something in it may be exempt") }
            }
            if paper.document == nil, paper.state != .good { page.write("; not made yet") }
        }
        element(.td) { $0.write("\(DiagnosticCount(paper.problems.map(\.problem)))") }
    }

    private mutating func writeDay(_ day: CalendarDate) { element(.time, .moment(day.iso8601)) { $0.write("\(day)") } }

    // MARK: - Returns

    private mutating func writeDirectorates() {
        if round.directorates.isEmpty { return }
        table("Returns", ["Directorate", "Received", "Still owed", "Rows", "Units with nothing to report"]) { page in
            for directorate in page.round.directorates { page.element(.tr) { $0.write(directorate) } }
        }
    }

    private mutating func write(_ directorate: DirectorateState) {
        element(.th, .scope("row")) { $0.write(directorate.name) }
        element(.td) { page in
            if !directorate.hasReturned {
                page.write("no")
            } else if let received = directorate.received {
                page.writeDay(received)
            } else {
                page.write("yes")
            }
        }
        element(.td) { page in
            let count = DiagnosticCount(errors: directorate.errors, warnings: directorate.warnings)
            if !directorate.hasReturned {
                page.element(.span, .class("pv-bad")) { $0.write("the return") }
            } else if count.errors + count.warnings == 0 {
                page.write("nothing")
            } else {
                page.write("an answer to \(count)")
            }
        }
        element(.td, .class("pv-number")) { $0.write("\(directorate.rows)") }
        element(.td, .class("pv-number")) { $0.write("\(directorate.nilReturns)") }
    }

    // MARK: - Problems

    private mutating func writeProblemTable() {
        if round.diagnostics.isEmpty { return }
        table("Problems", ["Kind", "Where", "What"]) { page in
            for problem in page.round.diagnostics {
                page.element(.tr) { page in
                    page.element(.td) { $0.write(problem.severity.rawValue) }
                    page.element(.th, .scope("row")) { $0.write(problem.location?.placeWords ?? "the round") }
                    page.element(.td) { page in
                        page.write(problem.message)
                        guard let hint = problem.hint else { return }
                        page.element(.br)
                        page.write(hint)
                    }
                }
            }
        }
    }

    /// A table that scrolls by itself where it is wider than the window.
    private mutating func table(_ caption: String, _ heads: [String], rows: (inout OverviewPage) -> Void) {
        element(.div, .class("pv-scroll"), .role("region"), .label(caption), .tabStop()) { page in
            page.element(.table) { page in
                page.element(.caption) { $0.write(caption) }
                page.element(.thead) { page in
                    page.element(.tr) { page in
                        for head in heads { page.element(.th, .scope("col")) { $0.write(head) } }
                    }
                }
                page.element(.tbody) { rows(&$0) }
            }
        }
    }
}
