// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import HTMLExport
import PaperTree
import Publishing

/// Where things are on the server: every path of the preview is made here and taken apart in ``Route``.
struct Places: Sendable {
    /// The first part of every path: the token, if there is one.
    let root: [String]

    var overview: Address { .path(root) }
    var program: Address { .path(root + ["preview.js"]) }
    var sheet: Address { .path(root + ["preview.css"]) }
    var events: Address { .path(root + ["events"]) }

    func paper(_ key: PaperKey) -> Address { .path(path(of: key)) }
    func pages(_ key: PaperKey) -> Address { .path(path(of: key) + ["pages"]) }
    func passages(_ key: PaperKey) -> Address { .path(path(of: key) + ["places"]) }

    /// A picture; its digest makes a browser ask again when the page shows something else.
    func picture(_ number: Int, of key: PaperKey, digest: Int) -> Address {
        .path(path(of: key) + ["pages", "\(number)"], query: String(UInt(bitPattern: digest), radix: 16))
    }

    private func path(of key: PaperKey) -> [String] { root + [Self.folder(of: key.audience), key.id] }

    static func folder(of audience: Audience) -> String { audience == .restricted ? "restricted" : "papers" }
}

/// What the pages of the preview share: the parts that its program looks for, and tables and lists of problems.
protocol PreviewPage: MarkupBuilder {
    var places: Places { get }
    /// The state of the round that the page shows.
    var generation: String { get }
}

extension PreviewPage {
    /// The name of the elements that the program of the page looks for; none is a name in a paper.
    static var bar: ElementID { .numbered("pv", 0) }
    static var news: ElementID { .numbered("pv", 1) }
    static var lost: ElementID { .numbered("pv", 2) }
    static var passage: ElementID { .numbered("pv", 3) }
    static var problems: ElementID { .numbered("pv", 4) }
    static var main: ElementID { .numbered("pv", 5) }
    static var problemsTitle: ElementID { .numbered("pv", 6) }

    /// A whole page of the preview's own, with its head.
    mutating func writePage(title: String, key: PaperKey? = nil, shown: PaperView? = nil, content: (inout Self) -> Void)
    {
        element(.html, .language("en-GB")) { page in
            page.element(.head) { page in
                page.element(.meta, .utf8())
                page.element(.meta, .name("color-scheme"), .content("light dark"))
                page.element(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
                page.element(.title) { $0.write(title) }
                page.writeLinks()
            }
            page.element(.body, .class("pv-own")) { page in
                page.element(.a, .class("pv-skip"), .link(to: .fragment(Self.main))) { $0.write("Skip to the content") }
                page.writeBar(of: key, shown: shown)
                page.element(.main, .id(Self.main), content: content)
            }
        }
        write("\n")
    }

    /// What the head of a page has of the preview: it comes from the same server, and nothing from elsewhere.
    mutating func writeLinks() {
        element(.link, .relation("stylesheet"), .link(to: places.sheet))
        script(at: places.program)
    }

    /// The bar over a page: where one can go, and what has happened to the page.
    mutating func writeBar(
        of key: PaperKey?,
        shown: PaperView?,
        isRestricted: Bool = false,
        content: (inout Self) -> Void = { _ in }
    ) {
        let subject = key.map { Places.folder(of: $0.audience) + "/" + $0.id } ?? ""
        var attributes: [Attribute] = [
            .id(Self.bar), .class("pv-bar"), .language("en-GB"), .label("Preview"), .generation(generation),
            .subject(subject),
            .events(places.events),
        ]
        if let key, shown == .text { attributes.append(.places(places.passages(key))) }
        element(.aside, attributes) { page in
            if key?.audience == .restricted {
                page.element(.p, .class("pv-restricted")) { $0.write("Restricted edition: not for publication") }
            }
            page.element(.p, .class("pv-links")) { page in
                page.link("All papers", to: page.places.overview, isCurrent: key == nil && shown == .list)
                if let key, let shown {
                    page.write(" ")
                    page.link("As a web page", to: page.places.paper(key), isCurrent: shown == .text)
                    page.write(" ")
                    page.link("As printed pages", to: page.places.pages(key), isCurrent: shown == .pages)
                }
            }
            page.element(.p, .id(Self.news), .class("pv-news"), .role("status"))
            page.element(.p, .id(Self.lost), .class("pv-lost"), .role("alert"), .hidden()) { page in
                page.write("This page no longer follows the files: the preview has ended, or cannot be reached. ")
                page.write("Start it again and open the address that it prints.")
            }
            content(&page)
        }
    }

    private mutating func link(_ words: String, to address: Address, isCurrent: Bool) {
        element(.a, [.link(to: address)] + (isCurrent ? [.isCurrentPage()] : [])) { $0.write(words) }
    }

    /// The problems of a paper in a list, each with its place.
    mutating func writeProblems(_ problems: [PlacedProblem]) {
        element(.div, .id(Self.problems)) { page in
            if problems.isEmpty { return }
            let count = DiagnosticCount(problems.map(\.problem))
            page.element(.section, .class("pv-problems"), .labelled(by: [Self.problemsTitle])) { page in
                page.element(.h2, .id(Self.problemsTitle)) { $0.write("Problems of this paper: \(count)") }
                page.element(.ul) { page in
                    for placed in problems { page.element(.li) { $0.write(placed.problem) } }
                }
            }
        }
    }

    mutating func write(_ problem: Diagnostic) {
        let kind = problem.severity == .error ? "Error" : "Warning"
        element(.strong) { $0.write(kind) }
        write(problem.location.map { " in \($0.placeWords): " } ?? ": ")
        write(problem.message.asSentence)
        if let hint = problem.hint { write(" \(hint.capitalisingFirst.asSentence)") }
    }

    /// What a page says of a paper that is not as the files are now.
    mutating func writeState(of paper: PreviewPaper) {
        if let failure = paper.failure { element(.p, .class("pv-bad")) { $0.write(failure) } }
        let words: String
        switch (paper.state, paper.document == nil) {
        case (.good, _): return
        case (.problems, false):
            words =
                "This is the paper as it was made last. It has errors now, and cannot be made until they are mended."
        case (.problems, true): words = "This paper has errors, and cannot be made until they are mended."
        case (.heldBack, false):
            words =
                "This is the paper as it was made last. It is held back now: something in it may be exempt, and must be marked or released."
        case (.heldBack, true):
            words = "This paper is held back: something in it may be exempt, and must be marked or released."
        }
        element(.p, .class("pv-bad")) { $0.write(words) }
    }
}

/// How a paper is shown, or the list of all.
enum PaperView: Sendable, Hashable {
    case list, text, pages
}

extension String {
    /// With a capital letter at its beginning.
    var capitalisingFirst: String { prefix(1).uppercased() + dropFirst() }

    /// With a full stop, unless it has a mark at its end.
    var asSentence: String { last.map { "?!.".contains($0) } ?? true ? self : self + "." }
}
