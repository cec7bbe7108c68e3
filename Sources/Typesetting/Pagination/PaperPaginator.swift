// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Geometry
import Layouts
import PaperTree
import ResourceLimits
import TextShaping

/// Divides the sections of a paper into pages, until the page numbers that it prints are those of its pages.
struct PaperPaginator {
    /// Room is left for page numbers of as many digits as this has.
    private static let widestPageNumber = 8888
    /// How often contents and references may move their own pages before the paginator gives up.
    private static let maximumRounds = 8

    private let shaped: ShapedPaper
    private var blocks: BlockShaper
    private var sections: [TypesetSection]
    private let runningLines: RunningLines
    private let sheets: Sheets
    /// The upper margin of the first page, where it is not that of every page.
    private let firstTop: Length?
    private var diagnostics: [Diagnostic] = []
    private var pages: [Page] = []

    init(_ shaped: ShapedPaper) throws(FontError) {
        self.shaped = shaped
        blocks = shaped.blocks
        sections = shaped.sections
        let paper = shaped.paper
        runningLines = RunningLines(
            theme: shaped.theme,
            shaper: shaped.shaper,
            banner: paper.banner,
            draft: paper.draft,
            hasMasthead: paper.masthead != nil,
            head: paper.head,
            foot: paper.foot
        )
        let labels = Set(paper.sections.map(\.label))
        let pages = Self.widestPageNumber
        sheets = Sheets(
            of: shaped.theme.page,
            upright: try runningLines.margins(labels: labels, pages: pages, on: .portrait, blocks: &blocks),
            onSide: try runningLines.margins(labels: labels, pages: pages, on: .landscape, blocks: &blocks)
        )
        firstTop = try runningLines.firstTop(pages: Self.widestPageNumber, blocks: &blocks)
    }

    /// Divides every section into pages, without any page number.
    mutating func fillPages() throws(FontError) {
        for index in sections.indices { paginate(section: index, pageNumbers: nil) }
    }

    /// Prints the page numbers of the round before, until these are right.
    mutating func settlePageNumbers() throws(FontError) {
        guard sections.contains(where: \.needsPageNumbers) else { return }
        let references = sections.reduce(into: Set()) { $0.formUnion($1.pageReferences) }
        var numbers = PageNumbers(of: sections.flatMap(\.pages), references: references)
        for _ in 0..<Self.maximumRounds {
            for index in sections.indices where sections[index].needsPageNumbers {
                try sections[index].fillIn(numbers, shaper: &blocks)
                paginate(section: index, pageNumbers: numbers)
            }
            let found = PageNumbers(of: sections.flatMap(\.pages), references: references)
            if found == numbers { return }
            numbers = found
        }
        diagnostics = sections.flatMap { $0.staleReferences(in: numbers) }
        if sections.contains(where: \.holdsContents) {
            diagnostics.report(.unsettledContents, at: nil)
        }
    }

    private mutating func paginate(section index: Int, pageNumbers: PageNumbers?) {
        sections[index].paginate(
            theme: shaped.theme,
            sheets: sheets,
            firstTop: index == 0 ? firstTop : nil,
            shaper: shaped.shaper,
            pageNumbers: pageNumbers
        )
    }

    /// Adds head and foot to every page.
    mutating func finishPages() throws(FontError) {
        // What the sections report comes first: their shaping, then their layout, then their page numbers.
        diagnostics = blocks.diagnostics + sections.flatMap(\.diagnostics) + diagnostics
        var bodies = sections.flatMap(\.pages)
        if bodies.count > Limits.mostPages {
            reportTooManyPages()
            bodies.removeSubrange(Limits.mostPages...)
        }
        // A paper without words is a page all the same.
        if bodies.isEmpty { bodies.append(PageBody(label: "", orientation: .portrait)) }
        pages.reserveCapacity(bodies.count)
        let appendices = sections.flatMap { section in section.pages.map { _ in section.section.appendix } }
        var numbers: [Int?: Int] = [:]
        let counts = appendices.prefix(bodies.count).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        for (index, body) in bodies.enumerated() {
            let appendix = index < appendices.count ? appendices[index] : nil
            numbers[appendix, default: 0] += 1
            let lines = try runningLines.items(
                at: RunningLines.Place(
                    label: body.label,
                    page: index + 1,
                    pages: bodies.count,
                    appendixPage: numbers[appendix] ?? 1,
                    appendixPages: counts[appendix] ?? 1
                ),
                orientation: body.orientation,
                blocks: &blocks
            )
            pages.append(
                Page(
                    number: index + 1,
                    size: shaped.theme.page.turned(to: body.orientation).size,
                    items: body.items + lines,
                    destinations: body.destinations,
                    ending: body.ending
                )
            )
        }
    }

    private mutating func reportTooManyPages() {
        diagnostics.report(.tooManyPages, at: shaped.paper.sections.lazy.flatMap(\.blocks).compactMap(\.location).first)
    }

    /// The paper with all its pages.
    var typesetPaper: TypesetPaper {
        var paper = shaped.paper
        paper.sections = sections.map(\.printed)
        return TypesetPaper(
            paper: paper,
            pages: pages,
            sectionPages: sections.map(\.pages.count),
            outline: sections.flatMap(\.outline),
            diagnostics: diagnostics.withoutRunningLineDuplicates
        )
    }
}

extension [Diagnostic] {
    /// Without those of running lines, which have no location, if their words are reported at the place where they are written.
    fileprivate var withoutRunningLineDuplicates: [Diagnostic] {
        let reported = Set(filter { $0.location != nil }.map(\.message))
        return filter { $0.location != nil || !reported.contains($0.message) }
    }
}

extension Diagnostic.Message {
    fileprivate static var unsettledContents: Self {
        Self(
            .unsettledPages,
            "the page numbers of the contents do not settle",
            hint: "put right the references to pages that are reported, or leave the contents out"
        )
    }

    fileprivate static var tooManyPages: Self {
        Self(
            .tooManyPages,
            "the paper has more than \(Limits.mostPages) pages",
            hint: "append fewer returns, or print only exceptions"
        )
    }
}
