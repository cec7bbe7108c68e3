// SPDX-License-Identifier: Apache-2.0

import Geometry
import Layouts
import PaperTree

/// A symbol in the size of its words, drawn as paths: few fonts have the characters, and none has all of them.
struct SymbolDrawing {
    private let symbol: Symbol
    private let style: Theme.SymbolStyle
    /// The em of the words.
    private let em: Length

    init(_ symbol: Symbol, style: Theme.SymbolStyle, em: Length) {
        self.symbol = symbol
        self.style = style
        self.em = em
    }

    /// The width of the symbol and of the gap to its words: 8.5 and 4.5 points in text of 10.5 points.
    var width: Length { side + em * (4.5 / 10.5) }

    private var side: Length { em * (8.5 / 10.5) }
    private var line: Length { em * (1 / 10.5) }

    /// The marks of the symbol at the beginning of a line, half as high above the baseline as capitals are.
    func items(baseline: Length, x: Length) -> [PageItem] {
        let centre = Point(x: x + side / 2, y: baseline - em * 0.36)
        func place(_ x: Double, _ y: Double) -> Point { centre.moved(x: side * (x / 2), y: side * (y / 2)) }
        func outline(_ corners: [(Double, Double)]) -> Path { Path(polygon: corners.map { place($0.0, $0.1) }) }
        func open(_ points: [(Double, Double)]) -> Path { Path(through: points.map { place($0.0, $0.1) }) }
        let box = outline([(-1, -1), (1, -1), (1, 1), (-1, 1)])
        let rhomb = outline([(0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)])
        let circle = Path(circle: centre, radius: side / 2)
        let tick = open([(-0.5, 0.05), (-0.12, 0.42), (0.52, -0.38)])
        let minus = open([(-0.5, 0), (0.5, 0)])
        var cross = open([(-0.45, -0.45), (0.45, 0.45)])
        cross.append(open([(-0.45, 0.45), (0.45, -0.45)]))
        let bold = line * 1.4
        switch symbol {
        case .square: return [filled(box, style.steps.square ?? style.off), stroked(cross, .white, bold)]
        case .diamond: return [filled(rhomb, style.steps.diamond ?? style.tolerance), stroked(minus, .white, bold)]
        case .hollowDiamond:
            let colour = style.steps.hollowDiamond ?? style.tolerance
            return [stroked(rhomb, colour, line), stroked(minus, colour, bold)]
        case .disc: return [filled(circle, style.steps.disc ?? style.on), stroked(tick, .white, bold)]
        case .star: return [filled(Path(polygon: star(around: centre)), style.steps.star ?? style.on)]
        case .tickInRing: return [stroked(inner(circle, centre), style.on, line), stroked(tick, style.on, bold)]
        case .ring: return [stroked(inner(circle, centre), style.none, line)]
        case .dashedSquare: return [stroked(dashes(from: centre), style.none, line)]
        case .improving: return [filled(outline([(-1, 0.85), (0, -0.95), (1, 0.85)]), style.direction)]
        case .worsening:
            return [stroked(outline([(-0.88, -0.75), (0.88, -0.75), (0, 0.8)]), style.direction, line)]
        case .stable: return [filled(outline([(-1, -0.28), (1, -0.28), (1, 0.28), (-1, 0.28)]), style.direction)]
        case .notComparable:
            var dashes = open([(-1, 0), (-0.2, 0)])
            dashes.append(open([(0.2, 0), (1, 0)]))
            return [stroked(dashes, style.direction, bold)]
        }
    }

    private func filled(_ path: Path, _ colour: Colour) -> PageItem {
        .path(PathMark(path: path, fill: colour, stroke: nil, owner: .furniture(.symbol)))
    }

    private func stroked(_ path: Path, _ colour: Colour, _ thickness: Length) -> PageItem {
        let stroke = PathMark.Stroke(colour: colour, thickness: thickness)
        return .path(PathMark(path: path, fill: nil, stroke: stroke, owner: .furniture(.symbol)))
    }

    /// The circle whose line is as wide as a filled one.
    private func inner(_ circle: Path, _ centre: Point) -> Path {
        Path(circle: centre, radius: side / 2 - line / 2)
    }

    /// Five points, the first upwards.
    private func star(around centre: Point) -> [Point] {
        // Of the outer and the inner corners in turn, with the sine and cosine of 36 degrees and its double.
        let outer = [(0.0, -1.0), (0.951, -0.309), (0.588, 0.809), (-0.588, 0.809), (-0.951, -0.309)]
        let inner = [(0.588, -0.809), (0.951, 0.309), (0.0, 1.0), (-0.951, 0.309), (-0.588, -0.809)]
        let radius = side * 0.56
        return zip(outer, inner).flatMap { outer, inner in
            [
                centre.moved(x: radius * outer.0, y: radius * outer.1),
                centre.moved(x: radius * (inner.0 * 0.42), y: radius * (inner.1 * 0.42)),
            ]
        }
    }

    /// The sides of a square, each as two dashes.
    private func dashes(from centre: Point) -> Path {
        let half = side / 2 - line / 2
        let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        var path = Path()
        for (index, from) in corners.enumerated() {
            let to = corners[(index + 1) % 4]
            func place(_ part: Double) -> Point {
                let x = from.0 + (to.0 - from.0) * part
                let y = from.1 + (to.1 - from.1) * part
                return centre.moved(x: half * x, y: half * y)
            }
            path.append(Path(through: [place(0), place(0.32)]))
            path.append(Path(through: [place(0.68), place(1)]))
        }
        return path
    }
}
