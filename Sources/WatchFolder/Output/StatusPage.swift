// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import HTMLExport
import Monitoring
import PaperTree
import Publishing

/// The status as a page for a browser: one file, readable by keyboard and screen reader, and whole without its program.
///
/// The program of the page, which is the only one that its policy lets run, works out how old the page is and how many days are left, and reads
/// it again every minute.
struct StatusPage: RoundPage {
    static let classes = RoundPageClasses(scroll: "scroll", number: "number", bad: "bad")

    let status: WatchStatus
    var markup = Markup(capacity: 1 << 14)

    init(status: WatchStatus) { self.status = status }

    /// The page in UTF-8.
    var bytes: [UInt8] {
        var page = self
        page.write()
        return page.markup.bytes
    }

    private var title: String {
        let name = [status.council, status.title].filter { !$0.isEmpty }.joined(separator: ": ")
        return name.isEmpty ? "Papers" : "Papers of \(name)"
    }

    private mutating func write() {
        element(.html, .language("en-GB")) { page in
            page.element(.head) { $0.writeMetadata() }
            page.element(.body) { page in
                page.element(.main) { page in
                    page.element(.h1) { $0.write($0.title) }
                    page.writeSummary()
                    page.writePapers()
                    page.writeReturns(page.status.directorates) { page, directorate, count in
                        page.element(.a, .link(to: .fragment(.name("problems-\(directorate.id)")))) {
                            $0.write("\(count)")
                        }
                    }
                    page.writeFailedDrops()
                    page.writeProblems()
                }
                page.script(Self.program)
            }
        }
    }

    private mutating func writeMetadata() {
        element(.meta, .utf8())
        element(
            .meta,
            .httpField("Content-Security-Policy"),
            .content("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(Self.digestOfProgram)'")
        )
        element(.meta, .name("color-scheme"), .content("light dark"))
        element(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
        element(.meta, .name("robots"), .content("noindex"))
        element(.title) { $0.write("\($0.status.summary) – \($0.title)") }
        style(Self.sheet)
    }

    // MARK: - How things are

    private mutating func writeSummary() {
        element(.p, .id(.name("stale")), .class("bad"), .role("status"), .hidden()) {
            $0.write(
                "This page is out of date: the service that makes the papers has not said for a while that it is at work. Tell whoever looks after it."
            )
        }
        if let failure = status.failure { element(.p, .class("bad")) { $0.write(failure) } }
        element(.p) { page in
            page.write("\(page.status.summary) Last looked at on ")
            page.writeTime(page.status.updated)
            page.write("; that took \(page.seconds). The service was last seen at work on ")
            page.element(.time, .id(.name("alive")), .moment(page.status.alive.stamp)) {
                $0.write($0.status.alive.words)
            }
            page.element(.span, .id(.name("age")))
            page.write(".")
        }
        element(.p, .id(.name("refreshing")), .hidden()) { page in
            page.element(.button, .id(.name("pause")), .type("button"), .isPressed(false)) {
                $0.write("Do not read this page again by itself")
            }
        }
    }

    private var seconds: String {
        let tenths = Int((status.duration.inSeconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) seconds"
    }

    private mutating func writeTime(_ time: WallTime) {
        element(.time, .moment(time.stamp)) { $0.write(time.words) }
    }

    // MARK: - Papers

    private mutating func writePapers() {
        // By the days until which they must be published; returns alone go to no meeting.
        let papers = status.papers.sorted { first, second in
            switch (first.announcement?.meeting?.publishBy, second.announcement?.meeting?.publishBy) {
            case (let one?, let other?) where one != other: one < other
            case (.some, nil): true
            case (nil, .some): false
            default: (first.id, first.file) < (second.id, second.file)
            }
        }
        if papers.isEmpty { return }
        writeTable("Papers", ["Paper", "Meeting", "Publish by", "State", "Pages", "Made", "Problems"]) { page in
            for paper in papers { page.element(.tr) { $0.write(paper) } }
        }
    }

    private mutating func write(_ paper: WatchStatus.Paper) {
        // What is not for publication is in another folder, to which nothing leads from here.
        let isNotForPublication = paper.edition == .restricted
        element(.th, .scope("row")) { page in
            if isNotForPublication {
                page.write("\(paper.name) (not for publication)")
            } else if paper.written == nil {
                page.write(paper.name)
            } else {
                page.element(.a, .link(to: .file(paper.file))) { $0.write(paper.name) }
                for file in paper.otherFiles {
                    page.element(.br)
                    page.element(.a, .link(to: .file(file)), .class("other"), .label("\(paper.name): web page")) {
                        $0.write("web page")
                    }
                }
            }
            if paper.name != paper.id {
                page.element(.br)
                page.element(.span, .class("quiet")) { $0.write(paper.id) }
            }
        }
        element(.td) { page in
            guard let meeting = paper.announcement?.meeting else { return page.write("–") }
            page.write("\(meeting.body), ")
            page.writeDay(meeting.date)
        }
        element(.td) { page in
            guard let meeting = paper.announcement?.meeting else { return page.write("–") }
            page.writeDay(meeting.publishBy, .class("due"))
        }
        element(.td) { page in
            switch paper.state {
            case .current: page.write("current")
            case .problems: page.writeBad("has problems")
            case .unwritten:
                page.writeBad("cannot be written")
                page.write("; tried again soon")
            case .withdrawn: page.write("no longer in the workspace")
            }
        }
        element(.td, .class("number")) { $0.write(paper.pages.map { "\($0)" } ?? "unknown") }
        element(.td) { page in
            if let written = paper.written { page.writeTime(written) } else { page.write("not yet") }
        }
        element(.td) { page in
            let count = "\(DiagnosticCount(errors: paper.errors, warnings: paper.warnings))"
            guard paper.state == .problems, !isNotForPublication else { return page.write(count) }
            page.element(.a, .link(to: .file(ProblemsText.name(for: paper.id)))) {
                $0.write("\(count) in \(paper.name)")
            }
        }
    }

    // MARK: - What somebody has to put right

    private mutating func writeFailedDrops() {
        if status.failedDrops.isEmpty { return }
        writeTable("Files that were not taken", ["Sent back", "Why"]) { page in
            for drop in page.status.failedDrops {
                page.element(.tr) { page in
                    page.element(.th, .scope("row")) { $0.writeTime(drop.failed) }
                    page.element(.td) {
                        $0.write(
                            "see the report whose name begins with \(drop.number), in the folder failed of the inbox"
                        )
                    }
                }
            }
        }
    }

    /// The problems of each return in a table of its own, and the others.
    private mutating func writeProblems() {
        for directorate in status.directorates {
            let own = status.diagnostics.filter { $0.subject == .directorateReturn(directorate.id) }
            writeProblems(
                own,
                "Problems of the return of \(directorate.name)",
                id: .name("problems-\(directorate.id)"),
                place: \.description
            )
        }
        let ids = Set(status.directorates.map(\.id))
        let others = status.diagnostics.filter { problem in
            if case .directorateReturn(let id) = problem.subject { !ids.contains(id) } else { true }
        }
        let caption = others.count == status.diagnostics.count ? "Problems" : "Other problems"
        writeProblems(others, caption, id: .name("problems"), place: \.description)
    }
}
