// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import Typesetting

/// What the structure finds on the pages: which brackets belong to which element, and where its links are.
struct MarkedContent {
    /// Text on a page that stands in one marked-content sequence.
    struct Bracket {
        /// What the text is.
        enum Content {
            /// Text of an element.
            case element(Int)
            /// Text that is drawn for the page's sake.
            case artifact(Owner.Furniture)
        }

        var content: Content
        /// Whether the text shows nothing: Cairo leaves such text out where it would stand off the page.
        var isBlank = false

        static func element(_ element: Int) -> Bracket { Bracket(content: .element(element)) }
        static func artifact(_ furniture: Owner.Furniture) -> Bracket { Bracket(content: .artifact(furniture)) }
    }

    /// Text of an element on a page.
    struct Sequence {
        /// From zero.
        var page: Int
        /// Its number among those of its page that belong to elements (MCID).
        var number: Int
        /// Its place among all brackets of the paper.
        var order: Int
    }

    /// A rectangle on a page that leads somewhere.
    struct Annotation {
        /// From zero.
        var page: Int
        var area: LinkArea
        var element: Int
    }

    /// The brackets of each page as they are drawn.
    private(set) var brackets: [[Bracket]] = []
    private(set) var annotations: [Annotation] = []
    private var sequences: [Sequence] = []
    /// Where the sequences of each element begin, and where the last end.
    private var starts: [Int]
    /// The place of the first bracket in each element or its descendants.
    private var first: [Int]
    private var annotationsOfElement: [Int: [Int]] = [:]

    /// - Throws: an ``ExportError`` for text or a link that no element owns.
    init(of drawn: DrawnText, pages: [Page], in structure: StructureTree) throws(ExportError) {
        starts = Array(repeating: 0, count: structure.elements.count + 1)
        first = Array(repeating: .max, count: structure.elements.count)
        var found: [(element: Int, sequence: Sequence)] = []
        var order = 0
        for (page, stretches) in drawn.stretches.enumerated() {
            var ofPage: [Bracket] = []
            ofPage.reserveCapacity(stretches.count)
            var number = 0
            for stretch in stretches {
                if case .furniture(let furniture) = stretch.owner {
                    ofPage.append(Bracket(content: .artifact(furniture), isBlank: stretch.isBlank))
                } else {
                    guard let element = structure.element(of: stretch.owner) else {
                        throw ExportError("page \(page + 1) holds text that no element of the paper owns")
                    }
                    ofPage.append(Bracket(content: .element(element), isBlank: stretch.isBlank))
                    found.append((element, Sequence(page: page, number: number, order: order)))
                    number += 1
                    starts[element + 1] += 1
                    first[element] = min(first[element], order)
                }
                order += 1
            }
            brackets.append(ofPage)
        }
        sort(found)
        for index in structure.elements.indices.reversed().dropLast() {
            let parent = structure.elements[index].parent
            first[parent] = min(first[parent], first[index])
        }
        for (number, page) in pages.enumerated() {
            for case .link(let area) in page.items {
                guard let element = structure.element(of: .node(area.node)) ?? structure.element(of: .label(area.node)),
                    structure.elements[element].type == .link
                else { throw ExportError("page \(number + 1) holds a link that no element of the paper owns") }
                annotationsOfElement[element, default: []].append(annotations.count)
                annotations.append(Annotation(page: number, area: area, element: element))
            }
        }
    }

    /// Counting sort: sequences stand together by element, in the order in which they are drawn.
    private mutating func sort(_ found: [(element: Int, sequence: Sequence)]) {
        for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
        guard let any = found.first?.sequence else { return }
        sequences = Array(repeating: any, count: found.count)
        var next = starts
        for (element, sequence) in found {
            sequences[next[element]] = sequence
            next[element] += 1
        }
    }

    /// The text of an element itself, in the order in which it is drawn.
    func sequences(of element: Int) -> ArraySlice<Sequence> { sequences[starts[element]..<starts[element + 1]] }

    /// The links of an element, as indices of ``annotations``: one for each line that it is broken over.
    func annotations(of element: Int) -> [Int] { annotationsOfElement[element] ?? [] }

    /// The place of the first bracket in an element or its descendants; nothing where nothing is drawn.
    func order(of element: Int) -> Int? { first[element] == .max ? nil : first[element] }
}
