// SPDX-License-Identifier: Apache-2.0

import HTMLExport
import PaperTree
import Publishing

/// What is added to the HTML of a paper, so that it follows the files and says where its passages come from.
struct PaperAdditions: PreviewPage {
    let paper: PreviewPaper
    let places: Places
    let generation: String
    var markup = Markup(capacity: 1 << 12, isFragment: true)

    init(_ paper: PreviewPaper, places: Places, generation: String) {
        self.paper = paper
        self.places = places
        self.generation = generation
    }

    /// What the head of the document has.
    var head: [UInt8] {
        var page = self
        page.writeLinks()
        return page.markup.bytes
    }

    /// What comes before the paper.
    var body: [UInt8] {
        var page = self
        page.writeBar(of: paper.key, shown: .text) { page in
            page.element(.p, .id(Self.passage), .class("pv-passage"), .role("status")) {
                $0.write("Click a passage, or go to it by Tab and the arrow keys, to see where it was written.")
            }
            page.writeState(of: page.paper)
            page.writeProblems(page.paper.problems)
        }
        return page.markup.bytes
    }
}

/// A paper of which there is no HTML: what keeps it from being made.
struct MissingPaperPage: PreviewPage {
    let paper: PreviewPaper
    let places: Places
    let generation: String
    /// Whether its printed pages were asked for.
    let view: PaperView
    var markup = Markup(capacity: 1 << 12)

    init(_ paper: PreviewPaper, view: PaperView, places: Places, generation: String) {
        self.paper = paper
        self.view = view
        self.places = places
        self.generation = generation
    }

    /// The page in UTF-8.
    var bytes: [UInt8] {
        var page = self
        page.writePage(title: "\(paper.name) – preview", key: paper.key, shown: view) { page in
            page.element(.h1) { $0.write($0.paper.name) }
            page.writeState(of: page.paper)
            page.writeProblems(page.paper.problems)
        }
        return page.markup.bytes
    }
}

/// A paper as it is printed: pictures of its pages.
struct PicturesPage: PreviewPage {
    let paper: PreviewPaper
    let places: Places
    let generation: String
    var markup = Markup(capacity: 1 << 13)

    init(_ paper: PreviewPaper, places: Places, generation: String) {
        self.paper = paper
        self.places = places
        self.generation = generation
    }

    /// The page in UTF-8.
    var bytes: [UInt8] {
        var page = self
        let count = paper.pages.count
        page.writePage(title: "\(paper.name), printed pages – preview", key: paper.key, shown: .pages) { page in
            page.element(.h1) { $0.write($0.paper.name) }
            page.writeState(of: page.paper)
            page.element(.p) { page in
                page.write(count == 1 ? "1 page, as it is printed. " : "\(count) pages, as they are printed. ")
                page.write("These are pictures; their words are in the ")
                page.element(.a, .link(to: page.places.paper(page.paper.key))) { $0.write("paper as a web page") }
                page.write(".")
            }
            page.writeProblems(page.paper.problems)
            page.element(.ol, .class("pv-pages")) { page in
                for (index, own) in page.paper.pages.enumerated() {
                    page.element(.li) { page in
                        page.element(
                            .img,
                            .source(page.places.picture(index + 1, of: page.paper.key, digest: own.digest)),
                            .width(own.width),
                            .height(own.height),
                            .lazy(),
                            .alternativeText("Page \(index + 1) of \(count) of \(page.paper.name)")
                        )
                    }
                }
            }
        }
        return page.markup.bytes
    }
}

/// A page in place of one that is not there.
struct AbsentPage: PreviewPage {
    let places: Places
    let generation: String
    var markup = Markup(capacity: 1 << 11)

    init(places: Places, generation: String) {
        self.places = places
        self.generation = generation
    }

    /// The page in UTF-8.
    var bytes: [UInt8] {
        var page = self
        page.writePage(title: "Not in this round – preview") { page in
            page.element(.h1) { $0.write("Not in this round") }
            page.element(.p) { page in
                page.write("There is no such paper in the workspace. It may have been renamed or removed: see ")
                page.element(.a, .link(to: page.places.overview)) { $0.write("all papers") }
                page.write(".")
            }
        }
        return page.markup.bytes
    }
}
