// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree

/// Writes one paper: the head of the document, then its sections block by block in reading order.
struct PaperWriter: MarkupBuilder {
    var markup = Markup()
    let paper: Paper
    let theme: Theme
    private let wording: Wording
    private let pdf: PDFSibling?
    /// Whether elements carry the nodes of their blocks.
    let marksBlocks: Bool
    private let levels: HeadingLevels
    /// The first fault, for which no document is made.
    private(set) var fault: HTMLExportError?
    /// The names that elements have already: the first element of a name keeps it.
    private var anchors: Set<String> = []
    /// The headings over what is written, outermost first.
    private var headings: [(level: Int, title: RegionTitle)] = []
    /// The caption of a table just before it.
    private var caption: RegionTitle?
    /// The titles of regions so far, each of which is another.
    private var regionTitles: Set<String> = []

    /// The element that names a region, with its words.
    struct RegionTitle {
        var id: ElementID
        var words: String
    }

    init(_ paper: Paper, theme: Theme, wording: Wording, pdf: PDFSibling?, marksBlocks: Bool) {
        self.paper = paper
        self.theme = theme
        self.wording = wording
        self.pdf = pdf
        self.marksBlocks = marksBlocks
        levels = HeadingLevels(of: paper)
    }

    mutating func record(_ fault: HTMLExportError) { self.fault = self.fault ?? fault }

    // MARK: - Document

    private static let main = ElementID.numbered("page", 0)

    mutating func write() {
        element(.html, .language(paper.properties.language)) { page in
            page.element(.head) { $0.writeMetadata() }
            page.element(.body) { page in
                page.element(.a, .class("skip"), .link(to: .fragment(Self.main))) { page in
                    page.write(page.wording.words(.skipLink))
                }
                page.element(.header) { $0.writeHead() }
                page.writeDefinitions()
                page.element(.main, .id(Self.main)) { page in
                    for section in page.paper.sections { page.write(section) }
                }
            }
        }
        write("\n")
    }

    private mutating func writeMetadata() {
        element(.meta, .utf8())
        element(.meta, .name("color-scheme"), .content("light dark"))
        element(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
        element(.title) { page in page.write(page.title) }
        let properties = paper.properties
        if !properties.subject.isEmpty { element(.meta, .name("description"), .content(properties.subject)) }
        if !properties.creator.isEmpty { element(.meta, .name("author"), .content(properties.creator)) }
        if properties.edition == .restricted { element(.meta, .name("robots"), .content("noindex")) }
        style(StyleSheet(theme, levels: levels))
    }

    /// The title of the document, which says who may read it: the name of a tab is all that some see of it.
    private var title: String {
        let properties = paper.properties
        let marks = [paper.banner?.words ?? properties.classification, properties.draftMark].filter { !$0.isEmpty }
        var names = ["title": properties.title, "council": properties.creator]
        if marks.isEmpty { return wording.words(.documentTitle, names) }
        names["classification"] = marks.joined(separator: ", ")
        return wording.words(.classifiedTitle, names)
    }

    /// Writes the page header: classification, draft status, masthead and the link to the PDF.
    private mutating func writeHead() {
        if let banner = paper.banner { element(.p, .class("banner")) { $0.write(banner.words) } }
        let properties = paper.properties
        var marks = [properties.classification, properties.draftMark].filter { !$0.isEmpty }
        // The council and the meeting, which every page of a PDF says at its head.
        if !paper.namesItsMeeting, !properties.subject.isEmpty { marks.insert(properties.subject, at: 0) }
        if !marks.isEmpty {
            element(.p, .class("status")) { page in
                for mark in marks {
                    page.element(.span) { $0.write(mark) }
                    page.write(" ")
                }
            }
        }
        if let block = paper.masthead, case .masthead(let masthead) = block.content { write(masthead) }
        if levels.hasTitle { element(.h1) { page in page.write(page.paper.properties.title) } }
        guard let pdf else { return }
        element(.p, .class("status pdf")) { page in
            page.element(.a, .link(to: .file(pdf.name)), .type("application/pdf")) { page in
                let names = ["size": String(max(1, (pdf.size + 512) / 1024)), "pages": String(pdf.pages)]
                page.write(page.wording.words(pdf.pages == 1 ? .pdfLinkOfPage : .pdfLink, names))
            }
        }
    }

    private mutating func write(_ section: Section) {
        var blocks = section.blocks[...]
        if let first = blocks.first, first == paper.masthead { blocks = blocks.dropFirst() }
        var attributes: [Attribute] = []
        if !section.anchor.isEmpty, anchors.insert(section.anchor).inserted {
            attributes.append(.id(.name(section.anchor)))
        }
        headings = []
        element(.section, attributes) { $0.write(Array(blocks)) }
    }

    /// Writes a heading of a level with its number before it.
    mutating func write(_ heading: Heading, id: ElementID, _ marks: [Attribute] = []) {
        guard (1...6).contains(heading.level) else {
            return record(HTMLExportError("there is no heading of level \(heading.level)"))
        }
        let attributes: [Attribute]
        let name = levels.element(ofLevel: heading.level)
        if name == nil {
            attributes = [.class("h7"), .role("heading"), .level(heading.level + 1), .id(id)]
        } else {
            attributes = [.id(id)]
        }
        element(name ?? .div, attributes + marks) { page in
            page.write(number: heading.prefix)
            page.write(heading.inlines)
        }
    }

    // MARK: - Names

    /// The attribute by which links find an element, or `nil` if an element before it has the name.
    mutating func identifier(_ anchor: String) -> ElementID? {
        anchors.insert(anchor).inserted ? .name(anchor) : nil
    }

    /// Notes a heading, which names the regions under it.
    mutating func enter(_ heading: Heading, id: ElementID) {
        headings.removeAll { $0.level >= heading.level }
        let words = [heading.prefix, heading.inlines.plainText].compactMap(\.self).joined(separator: " ")
        headings.append((heading.level, RegionTitle(id: id, words: words)))
        caption = nil
    }

    /// Notes the caption of a table, until something else than a note follows it.
    mutating func enter(_ caption: RegionTitle?) { self.caption = caption }

    /// The elements that name the next region: its caption or the heading over it, and as many of the headings over that as make its title one
    /// of its own.
    ///
    /// - Returns: besides whether no region before it has the title: there may be two tables under one heading.
    mutating func regionTitle() -> (ids: [ElementID], isUnique: Bool) {
        let titles = headings.map(\.title) + [caption].compactMap(\.self)
        for count in 0..<titles.count {
            let named = titles.suffix(count + 1)
            if regionTitles.insert(named.map(\.words).joined(separator: " ")).inserted {
                return (named.map(\.id), true)
            }
        }
        return (titles.suffix(1).map(\.id), false)
    }
}

extension Paper {
    /// Whether its first page says whose it is and for which meeting, in a masthead or a header block.
    fileprivate var namesItsMeeting: Bool {
        masthead != nil
            || sections.first?.blocks.contains { block in
                if case .details(let details) = block.content { details.role == .headerBlock } else { false }
            } == true
    }
}
