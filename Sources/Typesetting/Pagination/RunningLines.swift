// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

/// Lays out the running lines at the head and the foot of each page.
///
/// The left, the centre and the right part share a line if they fit on one. Otherwise they are stacked, each broken into lines as any
/// paragraph is: running lines are never cut off, and never overlap.
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
    }

    let theme: Theme
    let shaper: TextShaper
    let banner: String?
    /// Whether the first page has a masthead, over which the head is not printed: there is only what marks a draft.
    let hasMasthead: Bool
    let head: RunningText
    let foot: RunningText

    /// The margins of a page: the theme's, or larger ones if head or foot need more room.
    ///
    /// - Parameter pages: the largest possible number of pages.
    func margins(labels: Set<String>, pages: Int, blocks: inout BlockShaper) throws(FontError) -> Sides<Length> {
        var margins = theme.page.margins
        // A landscape sheet is wider, so that its lines need no more room.
        let measure = theme.page.measure
        let banner = try bannerHeight(measure, blocks: &blocks)
        for label in labels.sorted() {
            let last = Place(label: label, page: pages, pages: pages, appendixPage: pages, appendixPages: pages)
            let head = try boxes(of: head, .head, measure, at: last, blocks: &blocks)
            let foot = try boxes(of: foot, .foot, measure, at: last, blocks: &blocks)
            // Head and foot of more than a line stay as far from the text as one line does.
            let line = theme.running.text.leading
            margins.top = max(
                margins.top,
                headTop(under: banner) + head.height + gap,
                theme.page.margins.top + banner + head.height - line
            )
            margins.bottom = max(
                margins.bottom,
                theme.running.fromEdge + foot.height + gap * 2,
                theme.page.margins.bottom + foot.height - line
            )
        }
        return margins
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
        let banner = try bannerHeight(measure, blocks: &blocks)
        var items = try bannerItems(left: left, measure, sheet: sheet.size, blocks: &blocks)
        items += head[...].items(x: left, y: headTop(under: banner)) + foot[...].items(x: left, y: top)
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

    // MARK: - The banner

    /// The width of the edge down the left side of a marked page, by which a sheet is recognised in a pile.
    private var edgeWidth: Length { min(.millimetres(5), theme.page.margins.left / 2) }

    /// The lines of the banner, with padding at their sides.
    private func bannerLines(_ measure: Length, blocks: inout BlockShaper) throws(FontError) -> [Box] {
        guard let banner else { return [] }
        var style = theme.running.text
        style.isBold = true
        style.colour = theme.running.banner.textColour
        let text = try blocks.shapeRunning(banner, .head, in: style)
        return LineBreaker(shaper: shaper).boxes(of: text, measure: measure - gap * 4, alignment: .left)
    }

    /// The height of the banner with the gap under it; zero if there is none.
    private func bannerHeight(_ measure: Length, blocks: inout BlockShaper) throws(FontError) -> Length {
        let lines = try bannerLines(measure, blocks: &blocks)
        return lines.isEmpty ? .zero : lines.height + gap * 3
    }

    /// From the upper edge of the sheet to the head, under a banner of some height.
    private func headTop(under banner: Length) -> Length {
        max(theme.running.headFromEdge ?? .zero, theme.running.fromEdge + banner)
    }

    private func bannerItems(
        left: Length,
        _ measure: Length,
        sheet: Size,
        blocks: inout BlockShaper
    ) throws(FontError) -> [PageItem] {
        let lines = try bannerLines(measure, blocks: &blocks)
        if lines.isEmpty { return [] }
        let fill = theme.running.banner.fill
        let top = theme.running.fromEdge
        let band = Rectangle(
            origin: Point(x: left, y: top),
            size: Size(width: measure, height: lines.height + gap * 2)
        )
        let edge = Rectangle(origin: .zero, size: Size(width: edgeWidth, height: sheet.height))
        return [.fill(Fill(rectangle: edge, colour: fill)), .fill(Fill(rectangle: band, colour: fill))]
            + lines[...].items(x: left + gap * 2, y: top + gap)
    }

    /// The gap between foot and rule, and the least between head or rule and text.
    private var gap: Length { theme.running.text.leading / 3 }

    private func boxes(
        of line: RunningText,
        _ furniture: Owner.Furniture,
        _ measure: Length,
        at place: Place,
        blocks: inout BlockShaper
    ) throws(FontError) -> [Box] {
        let parts: [([RunningText.Piece], HorizontalAlignment)] = [
            (line.left, .left), (line.centre, .centre), (line.right, .right),
        ]
        var set: [[Box]] = []
        var widths: [Length] = []
        for (pieces, alignment) in parts {
            let words = pieces.map { $0.words(at: place) }.joined()
            let text = try blocks.shapeRunning(words, furniture)
            widths.append(text.naturalWidth)
            let breaker = LineBreaker(shaper: shaper)
            set.append(words.isEmpty ? [] : breaker.boxes(of: text, measure: measure, alignment: alignment))
        }
        if sharesLine(widths, measure) {
            var line = Box(height: theme.running.text.leading)
            for box in set.joined() { line.items += box.items }
            return line.items.isEmpty ? [] : [line]
        }
        return Array(set.joined())
    }

    /// Whether the left, the centre and the right part fit on one line.
    private func sharesLine(_ widths: [Length], _ measure: Length) -> Bool {
        let space = theme.running.text.size
        let sides = max(widths[0], widths[2])
        if widths[1] > .zero { return sides * 2 + space * 2 + widths[1] <= measure }
        return widths[0] + space + widths[2] <= measure
    }
}

extension RunningText.Piece {
    fileprivate func words(at place: RunningLines.Place) -> String {
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
