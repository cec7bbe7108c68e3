// SPDX-License-Identifier: Apache-2.0

import PaperTree
import TextShaping
import Typesetting
import UnicodeText

/// The text that pages draw, by its owners.
struct DrawnText {
    /// The text in one bracket.
    struct Stretch {
        var owner: Owner
        /// Whether it is invisible.
        var isBlank: Bool
        /// How many images are drawn with it.
        var images: Int
    }

    /// The text in each bracket of each page, in the order in which it is drawn.
    ///
    /// Cairo numbers the brackets of a page from zero, so that the index of a bracket is its number in Cairo's file.
    private(set) var stretches: [[Stretch]] = []
    /// The drawings of each page.
    private(set) var drawings: [[Drawing]] = []
    private var nodes: [TextDigest] = []
    private var labels: [TextDigest] = []

    init(of pages: [Page]) {
        stretches.reserveCapacity(pages.count)
        drawings.reserveCapacity(pages.count)
        for page in pages {
            var ofPage: [Stretch] = []
            let drawn = page.drawings
            drawings.append(drawn)
            for drawing in drawn where drawing.kind == .content {
                guard let owner = page.items[drawing.items.lowerBound].owner else { continue }
                var stretch = Stretch(owner: owner, isBlank: true, images: 0)
                for index in drawing.items {
                    switch page.items[index] {
                    case .text(let run) where run.hasGlyphs: add(run, to: &stretch)
                    case .image:
                        stretch.images += 1
                        stretch.isBlank = false
                    default: break
                    }
                }
                ofPage.append(stretch)
            }
            stretches.append(ofPage)
        }
    }

    private mutating func add(_ run: TextRun, to stretch: inout Stretch) {
        for placed in run.pieces {
            placed.piece.withDrawnRuns { runs in
                for drawn in runs {
                    if !drawn.isBlank { stretch.isBlank = false }
                    switch stretch.owner {
                    case .node(let id): nodes.add(drawn.read, at: id.index)
                    case .label(let id): labels.add(drawn.read, at: id.index)
                    case .furniture: break
                    }
                }
            }
        }
    }

    /// The digest of all words that are drawn for an owner.
    func words(of owner: Owner) -> TextDigest {
        switch owner {
        case .node(let id): nodes.indices.contains(id.index) ? nodes[id.index] : TextDigest()
        case .label(let id): labels.indices.contains(id.index) ? labels[id.index] : TextDigest()
        case .furniture: TextDigest()
        }
    }
}

extension [TextDigest] {
    fileprivate mutating func add(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        if index >= count { append(contentsOf: repeatElement(TextDigest(), count: index + 1 - count)) }
        self[index].add(text)
    }
}
