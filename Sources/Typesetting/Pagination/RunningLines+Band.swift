// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree
import TextShaping

/// The band across the head of each page: of what is not for publication, or of a draft.
extension RunningLines {
    /// A band, which is as wide as the text.
    struct Band {
        /// Its distance from the upper edge of the sheet, and that of its foot.
        var top: Length
        var bottom: Length
        var width: Length
        /// Its words, from its own top left corner.
        var words: [PageItem]
        var ground: Ground
    }

    /// What is drawn with the words.
    enum Ground {
        /// A fill, and an edge down the left side of the sheet.
        case filled(Colour, edge: Length)
        /// Dashed rules over and under them.
        case dashed(Colour, thickness: Length)
    }

    /// The band of a page, or `nil` if the paper is neither.
    func band(_ measure: Length, at place: Place, blocks: inout BlockShaper) throws(FontError) -> Band? {
        let style = theme.running.banner
        let top = style.fromEdge ?? theme.running.fromEdge
        if let banner {
            let lines: [Box]
            if let mark = style.mark, !banner.mark.isEmpty {
                lines = try sides(banner.mark, banner.reason, in: mark, style.textColour, measure - gap * 4, &blocks)
            } else {
                var bold = theme.running.text
                bold.isBold = true
                bold.colour = style.textColour
                let text = try blocks.shapeRunning(banner.words, .head, in: bold)
                lines = LineBreaker(shaper: shaper).boxes(of: text, measure: measure - gap * 4, alignment: .left)
            }
            return Band(
                top: top,
                bottom: top + lines.height + gap * 2,
                width: measure,
                words: lines[...].items(x: gap * 2, y: gap),
                ground: .filled(style.fill, edge: edgeWidth)
            )
        }
        guard let draft, theme.running.draftRule > .zero else { return nil }
        let mark = draft.mark.map { $0.words(at: place) }
        var bold = theme.running.text
        bold.isBold = true
        let ink = theme.body.text.colour
        let lines = try sides(mark.joined(), draft.notice, in: style.mark ?? bold, ink, measure, &blocks)
        return Band(
            top: top,
            bottom: top + lines.height + gap * 2,
            width: measure,
            words: lines[...].items(x: .zero, y: gap),
            ground: .dashed(ink, thickness: theme.running.draftRule)
        )
    }

    /// The width of the edge down the left side of a page that is not for publication, by which a sheet is recognised in a pile.
    private var edgeWidth: Length { min(.millimetres(5), theme.page.margins.left / 2) }

    /// A mark at the left and words at the right of one line, or under it where the line has no room for both.
    private func sides(
        _ mark: String,
        _ words: String,
        in style: Theme.TextStyle,
        _ colour: Colour,
        _ measure: Length,
        _ blocks: inout BlockShaper
    ) throws(FontError) -> [Box] {
        var large = style
        large.colour = colour
        var small = theme.running.text
        small.colour = colour
        let breaker = LineBreaker(shaper: shaper)
        let left = try blocks.shapeRunning(mark, .head, in: large)
        let right = try blocks.shapeRunning(words, .head, in: small)
        let isShared = left.naturalWidth + large.size + right.naturalWidth <= measure
        var boxes = breaker.boxes(of: left, measure: measure, alignment: .left)
        if words.isEmpty { return boxes }
        let others = breaker.boxes(of: right, measure: measure, alignment: isShared ? .right : .left)
        guard isShared else { return boxes + others }
        // Both are on one baseline.
        let lower = left.baseline - right.baseline
        boxes[0].items += others[...].items(x: .zero, y: lower)
        return boxes
    }
}

extension RunningLines.Band {
    /// What is drawn on a sheet.
    func items(left: Length, sheet: Size) -> [PageItem] {
        let area = Rectangle(origin: Point(x: left, y: top), size: Size(width: width, height: bottom - top))
        let ground: [PageItem] =
            switch self.ground {
            case .filled(let colour, let edge):
                [
                    .fill(
                        Fill(
                            rectangle: Rectangle(origin: .zero, size: Size(width: edge, height: sheet.height)),
                            colour: colour
                        )
                    ),
                    .fill(Fill(rectangle: area, colour: colour)),
                ]
            case .dashed(let colour, let thickness):
                [
                    .path(
                        PathMark(
                            path: dashes(area, thickness),
                            stroke: PathMark.Stroke(colour: colour, thickness: thickness),
                            owner: .furniture(.head)
                        )
                    )
                ]
            }
        return ground + words.map { $0.moved(x: left, y: top) }
    }

    /// The dashes at the upper and the lower edge of an area: four points on, three off. Lines, of which Cairo finds the extents faster than of
    /// rectangles.
    private func dashes(_ area: Rectangle, _ thickness: Length) -> Path {
        let (dash, step) = (Length.points(4), Length.points(7))
        var path = Path()
        for y in [area.origin.y + thickness / 2, area.origin.y + area.size.height - thickness / 2] {
            var x = Length.zero
            while x < area.size.width {
                let end = min(x + dash, area.size.width)
                path.append(Path(through: [x, end].map { Point(x: area.origin.x + $0, y: y) }))
                x += step
            }
        }
        return path
    }
}
