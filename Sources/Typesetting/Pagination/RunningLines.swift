// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

/// Lays out the running lines at the head and the foot of each page.
///
/// The left, the centre and the right part share a line if they fit on one: the centre part is in the middle of the page, or between the others where
/// one of them reaches too far. Otherwise left and right share one and the centre is on the next, or all are stacked, each broken into lines as any
/// paragraph is: running lines are never cut off, and never overlap. Which it is depends on the last page, so that all pages of a section have
/// the same.
struct RunningLines {
    /// Which page its lines are for.
    struct Place {
        /// The label of its section.
        var label: String
        /// The number of the page in the paper, and how many that has.
        var page: Int
        var pages: Int
        /// The same within its appendix; within the main part for a page before the first appendix.
        var appendixPage: Int
        var appendixPages: Int

        /// The last page of a section, with the longest numbers that its lines can have.
        ///
        /// - Parameter appendixPages: by default as many as the paper has.
        static func last(label: String = "", of pages: Int, appendixPages: Int? = nil) -> Place {
            let appendixPages = appendixPages ?? pages
            return Place(
                label: label,
                page: pages,
                pages: pages,
                appendixPage: appendixPages,
                appendixPages: appendixPages
            )
        }
    }

    let theme: Theme
    let shaper: TextShaper
    let banner: Paper.Banner?
    let draft: Paper.Draft?
    /// Whether the first page has a masthead, over which the head is not printed: there is only what marks a draft.
    let hasMasthead: Bool
    /// With the mark of a draft, unless that has a band of its own.
    let head: RunningText
    let foot: RunningText

    init(
        theme: Theme,
        shaper: TextShaper,
        banner: Paper.Banner?,
        draft: Paper.Draft?,
        hasMasthead: Bool,
        head: RunningText,
        foot: RunningText
    ) {
        self.theme = theme
        self.shaper = shaper
        self.banner = banner
        self.draft = draft
        self.hasMasthead = hasMasthead
        self.foot = foot
        var head = head
        if let draft, banner != nil || theme.running.draftRule == .zero {
            head.centre = draft.mark + (head.centre.isEmpty ? [] : [.text(" – ")] + head.centre)
        }
        self.head = head
    }

    /// The margins of a page: the theme's, or larger ones if head or foot need more room.
    ///
    /// - Parameters:
    ///   - pages: the largest possible number of pages.
    ///   - orientation: that of the page: head and foot may have fewer lines on a sheet that lies on its side.
    func margins(
        labels: Set<String>,
        pages: Int,
        on orientation: Orientation,
        blocks: inout BlockShaper
    ) throws(FontError) -> Sides<Length> {
        var margins = theme.page.margins
        let measure = theme.page.turned(to: orientation).measure
        for label in labels.sorted() {
            let last = Place.last(label: label, of: pages)
            let banner = try band(measure, at: last, blocks: &blocks)?.bottom
            let head = try boxes(of: head, .head, measure, at: last, blocks: &blocks)
            let foot = try boxes(of: foot, .foot, measure, at: last, blocks: &blocks)
            // Head and foot of more than a line stay as far from the text as one line does.
            let line = theme.running.text.leading
            margins.top = max(
                margins.top,
                headTop(under: banner) + head.height + gap,
                headTop(under: banner) + head.height + theme.page.margins.top - headTop(under: nil) - line
            )
            margins.bottom = max(
                margins.bottom,
                theme.running.fromEdge + foot.height + gap * 2,
                theme.page.margins.bottom + foot.height - line
            )
        }
        return margins
    }

    /// The upper margin of a first page with a masthead: the theme's, or more for what marks a draft or what is not for publication. `nil`
    /// where that page is as the others.
    func firstTop(pages: Int, blocks: inout BlockShaper) throws(FontError) -> Length? {
        guard hasMasthead, let top = theme.page.mastheadTop else { return nil }
        let measure = theme.page.measure
        let place = Place.last(of: pages)
        let banner = try band(measure, at: place, blocks: &blocks)?.bottom
        let head = try boxes(of: RunningText(centre: head.centre), .head, measure, at: place, blocks: &blocks)
        if head.isEmpty, banner == nil { return top }
        let end = head.isEmpty ? banner ?? .zero : headTop(under: banner) + head.height
        let distance = theme.page.margins.top - headTop(under: nil) - theme.running.text.leading
        return max(top, end + max(gap, distance))
    }

    /// The head and the foot of a page.
    func items(
        at place: Place,
        orientation: Orientation,
        blocks: inout BlockShaper
    ) throws(FontError) -> [PageItem] {
        let sheet = theme.page.turned(to: orientation)
        let left = sheet.margins.left
        let measure = sheet.measure
        let printed = place.page == 1 && hasMasthead ? RunningText(centre: head.centre) : head
        let head = try boxes(of: printed, .head, measure, at: place, blocks: &blocks)
        let foot = try boxes(of: foot, .foot, measure, at: place, blocks: &blocks)
        let top = sheet.size.height - theme.running.fromEdge - foot.height
        let band = try band(measure, at: place, blocks: &blocks)
        var items = band?.items(left: left, sheet: sheet.size) ?? []
        items += head[...].items(x: left, y: headTop(under: band?.bottom)) + foot[...].items(x: left, y: top)
        if theme.running.rule > .zero {
            items.append(
                .rule(
                    RuleLine(
                        from: Point(x: left, y: top - gap),
                        to: Point(x: left + measure, y: top - gap),
                        thickness: theme.running.rule,
                        colour: theme.table.borderColour
                    )
                )
            )
        }
        return items
    }

    /// From the upper edge of the sheet to the head, under a band that ends at some height.
    private func headTop(under bottom: Length?) -> Length {
        let top = bottom.map { $0 + gap } ?? theme.running.fromEdge
        return max(theme.running.headFromEdge ?? .zero, top)
    }

    /// The gap between foot and rule, and the least between head or rule and text.
    var gap: Length { theme.running.text.leading / 3 }

    private func boxes(
        of line: RunningText,
        _ furniture: Owner.Furniture,
        _ measure: Length,
        at place: Place,
        blocks: inout BlockShaper
    ) throws(FontError) -> [Box] {
        let last = Place.last(label: place.label, of: place.pages, appendixPages: place.appendixPages)
        let parts: [([RunningText.Piece], HorizontalAlignment)] = [
            (line.left, .left), (line.centre, .centre), (line.right, .right),
        ]
        let breaker = LineBreaker(shaper: shaper)
        var set: [[Box]] = []
        var widths: [Length] = []
        for (pieces, alignment) in parts {
            let words = pieces.map { $0.words(at: place) }.joined()
            let widest = pieces.map { $0.words(at: last) }.joined()
            let text = try blocks.shapeRunning(words, furniture)
            widths.append((widest == words ? text : try blocks.shapeRunning(widest, furniture)).naturalWidth)
            set.append(words.isEmpty ? [] : breaker.boxes(of: text, measure: measure, alignment: alignment))
        }
        let left = widths[0]
        let centre = widths[1]
        let right = widths[2]
        let space = theme.running.text.size
        func sharedLine(_ parts: [[Box]]) -> [Box] {
            let items = parts.joined().flatMap(\.items)
            return items.isEmpty ? [] : [Box(height: theme.running.text.leading, items: items)]
        }
        if centre == .zero ? left + space + right <= measure : max(left, right) * 2 + space * 2 + centre <= measure {
            return sharedLine(set)
        }
        if left + space + centre + space + right <= measure {
            // From the middle of the page to the middle of what the others leave.
            let shift = (left - right) / 2
            for index in set[1].indices {
                set[1][index].items = set[1][index].items.map { $0.moved(x: shift, y: .zero) }
            }
            return sharedLine(set)
        }
        if left > .zero, right > .zero, left + space + right <= measure {
            return sharedLine([set[0], set[2]]) + set[1]
        }
        return Array(set.joined())
    }
}

extension RunningText.Piece {
    /// Its words on a page.
    func words(at place: RunningLines.Place) -> String {
        switch self {
        case .text(let text): text
        case .page: String(place.page)
        case .pages: String(place.pages)
        case .sectionLabel: place.label
        case .appendixPage: String(place.appendixPage)
        case .appendixPages: String(place.appendixPages)
        }
    }
}
