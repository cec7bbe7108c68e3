// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree

extension LineBreaker {
    /// The lines of a paragraph as boxes, from the cache of its lines if they are there.
    func boxes(
        of text: ShapedText,
        measure: Length,
        alignment: HorizontalAlignment,
        anchor: String? = nil
    ) -> [Box] {
        var boxes = text.lineCache?.boxes(of: text, measure: measure, alignment: alignment) ?? []
        if boxes.isEmpty {
            var text = text
            var last: NoteMark?
            for line in lines(of: &text, measure: measure) {
                var box = Box(height: text.leading, items: text.items(of: line, measure: measure, alignment: alignment))
                let marks = text.marks(in: line)
                // A mark that is wider than a narrow column goes on over several lines, and belongs to the first.
                box.marks = Array(marks.drop { $0 == last })
                last = marks.last ?? last
                if !boxes.isEmpty, text.beginsWithMark(line) { boxes[boxes.count - 1].isMarkedBelow = true }
                boxes.append(box)
            }
            text.lineCache?.insert(boxes, of: text, measure: measure, alignment: alignment)
        }
        if let anchor { boxes[0].anchors.append(anchor) }
        return boxes
    }
}
