// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import HTMLExport
import Monitoring
import PaperTree
import Publishing
import WatchFolder

/// The list of papers, what is still missing, and the problems of the workspace.
struct OverviewPage: PreviewPage, RoundPage {
    static let classes = RoundPageClasses(scroll: "pv-scroll", number: "pv-number", bad: "pv-bad")

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
            page.writeReturns(page.round.directorates) { page, _, count in page.write("\(count)") }
            page.writeProblems(page.round.diagnostics, "Problems", place: \.placeWords)
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
        writeTable("Papers", ["Paper", "Meeting", "Publish by", "Edition", "State", "Problems"]) { page in
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
            case .problems: page.writeBad("has problems")
            case .heldBack: page.writeBad("held back: something in it may be exempt")
            }
            if paper.document == nil, paper.state != .good { page.write("; not made yet") }
        }
        element(.td) { $0.write("\(DiagnosticCount(paper.problems.map(\.problem)))") }
    }
}
