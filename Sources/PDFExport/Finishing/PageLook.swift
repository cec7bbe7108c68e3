// SPDX-License-Identifier: Apache-2.0

import Geometry
import Typesetting

extension Page {
    /// A fingerprint of all that its content in the finished file is made of: what it draws, and the types of what its brackets hold; not
    /// which elements these are. It means nothing in another run of the program, or with another shaper. Of 64 bits: that two pages of a paper
    /// look different and have the same is too rare to be met.
    ///
    /// - Parameter brackets: its own, as they are drawn.
    func look(in brackets: [MarkedContent.Bracket], structure: StructureTree) -> Int {
        var hasher = Hasher()
        hasher.combine(size)
        var rest = brackets[...]
        for drawing in drawings {
            switch drawing {
            case .text(_, let range):
                switch rest.popFirst()?.content {
                case .element(let element): hasher.combine(structure.elements[element].type.rawValue)
                case .artifact(let furniture): hasher.combine(furniture.rawValue)
                case nil: break
                }
                for run in runs(in: range) { run.addLook(to: &hasher) }
            case .fill(let fill): hasher.combine(fill)
            case .rules(_, let range):
                for rule in rules(in: range) { hasher.combine(rule) }
            }
            // What comes next is of another drawing.
            hasher.combine(-1)
        }
        return hasher.finalize()
    }
}

extension TextRun {
    fileprivate func addLook(to hasher: inout Hasher) {
        hasher.combine(origin)
        hasher.combine(colour)
        hasher.combine(pieces)
    }
}
