// SPDX-License-Identifier: Apache-2.0

import Geometry
import Typesetting

extension Page {
    /// A digest of all that the content stream of the page is made of: what it draws, and the types of the elements that its brackets
    /// belong to, but not which elements these are.
    ///
    /// It is valid in one process and for one shaper only. With 64 bits, a collision of two pages of a paper is too rare to be met.
    ///
    /// - Parameters:
    ///   - brackets: those of the page, as they are drawn.
    ///   - drawings: those of the page, where they are known.
    func contentDigest(
        in brackets: [MarkedContent.Bracket],
        structure: StructureTree,
        drawings: [Drawing]? = nil
    ) -> Int {
        var hasher = Hasher()
        hasher.combine(size)
        var rest = brackets[...]
        for drawing in drawings ?? self.drawings {
            switch drawing.kind {
            case .content:
                switch rest.popFirst()?.content {
                case .element(let element): hasher.combine(structure.elements[element].type.rawValue)
                case .artifact(let furniture): hasher.combine(furniture.rawValue)
                case nil: break
                }
                for index in drawing.items {
                    switch items[index] {
                    case .text(let run): if run.hasGlyphs { run.hashContent(into: &hasher) }
                    case .path(let mark): mark.hashContent(into: &hasher)
                    case .image(let mark): mark.hashContent(into: &hasher)
                    case .rule, .fill, .link, .figure: break
                    }
                }
            case .fill: if case .fill(let fill) = items[drawing.items.lowerBound] { hasher.combine(fill) }
            case .rules: for rule in rules(of: drawing) { hasher.combine(rule) }
            }
            // Separates this drawing from the next.
            hasher.combine(-1)
        }
        return hasher.finalize()
    }
}

extension PathMark {
    fileprivate func hashContent(into hasher: inout Hasher) {
        hasher.combine(path)
        hasher.combine(fill)
        hasher.combine(stroke)
    }
}

extension ImageMark {
    fileprivate func hashContent(into hasher: inout Hasher) {
        hasher.combine(image)
        hasher.combine(width)
        hasher.combine(height)
        hasher.combine(rectangle)
    }
}

extension TextRun {
    fileprivate func hashContent(into hasher: inout Hasher) {
        hasher.combine(origin)
        hasher.combine(isRotated)
        hasher.combine(colour)
        hasher.combine(pieces)
    }
}
