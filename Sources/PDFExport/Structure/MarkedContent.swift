// SPDX-License-Identifier: Apache-2.0

import Geometry
import PaperTree
import Typesetting

/// The content of pages for each element of a structure tree: its brackets, and its links.
struct MarkedContent {
    /// Text on a page that is drawn as one marked-content sequence.
    struct Bracket {
        /// What the text is.
        enum Content {
            /// Text of an element.
            case element(Int)
            /// Text that only the page needs.
            case artifact(Owner.Furniture)
        }

        var content: Content
        /// Whether the text is invisible: Cairo drops such text if it is off the page.
        var isBlank = false
        /// How many images are drawn in it.
        var images = 0

        static func element(_ element: Int) -> Bracket { Bracket(content: .element(element)) }
        static func artifact(_ furniture: Owner.Furniture) -> Bracket { Bracket(content: .artifact(furniture)) }
    }

    /// Text of an element on a page.
    struct Sequence {
        /// From zero.
        var page: Int
        /// Its number among those of its page that belong to elements (MCID).
        var number: Int
        /// Its index among all brackets of the paper.
        var order: Int
    }

    /// The area of a link on a page.
    struct Annotation {
        /// From zero.
        var page: Int
        var area: LinkArea
        var element: Int
    }

    /// The area of a figure on a page.
    struct Area {
        /// From zero.
        var page: Int
        /// From the top left corner of the page, and inside the page.
        var rectangle: Rectangle
    }

    /// The brackets of each page as they are drawn.
    private(set) var brackets: [[Bracket]] = []
    private(set) var annotations: [Annotation] = []
    /// The area of each figure, by its element.
    private var areas: [Int: Area] = [:]
    private var sequences: [Sequence] = []
    /// The index of the first sequence of each element, and the number of all sequences.
    private var starts: [Int]
    /// The index of the first bracket of each element or its descendants.
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
                    ofPage.append(
                        Bracket(content: .artifact(furniture), isBlank: stretch.isBlank, images: stretch.images)
                    )
                } else {
                    guard let element = structure.element(of: stretch.owner) else {
                        throw ExportError("page \(page + 1) holds text that no element of the paper owns")
                    }
                    ofPage.append(
                        Bracket(content: .element(element), isBlank: stretch.isBlank, images: stretch.images)
                    )
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
            addAreas(of: page, number, in: structure)
            for case .link(let area) in page.items {
                guard let element = structure.element(of: .node(area.node)) ?? structure.element(of: .label(area.node)),
                    structure.elements[element].type == .link
                else { throw ExportError("page \(number + 1) holds a link that no element of the paper owns") }
                annotationsOfElement[element, default: []].append(annotations.count)
                annotations.append(Annotation(page: number, area: area, element: element))
            }
        }
    }

    /// Sorts sequences by element, and keeps the order in which they are drawn (a counting sort).
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

    /// The area of a figure on its first page, or `nil` for any other element.
    func area(of element: Int) -> Area? { areas[element] }

    /// Records the areas of figures; one that reaches over the edge of its page is cut there.
    private mutating func addAreas(of page: Page, _ number: Int, in structure: StructureTree) {
        let sheet = Rectangle(origin: .zero, size: page.size)
        for case .figure(let figure) in page.items {
            guard let element = structure.element(of: .node(figure.node)),
                let area = figure.rectangle.intersection(sheet)
            else { continue }
            let known = areas[element]
            if let known, known.page != number { continue }
            areas[element] = Area(page: number, rectangle: known?.rectangle.union(area) ?? area)
        }
    }

    /// The index of the first bracket of an element or its descendants, or `nil` if they draw no text.
    func order(of element: Int) -> Int? { first[element] == .max ? nil : first[element] }
}
