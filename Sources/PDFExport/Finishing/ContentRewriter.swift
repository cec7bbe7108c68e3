// SPDX-License-Identifier: Apache-2.0

import Typesetting

/// Rewrites the content of a page: brackets get the types and numbers of the elements whose text they hold, and what is drawn between
/// them becomes an artifact (ISO 32000-1, 14.6 and 14.8.2.2).
///
/// Text that runs from right to left is drawn in the order of reading (14.8.2.3.3), so that the place of the next glyph is before that of
/// the last. PDFium, the reader of Chrome and Edge, sorts the operators of a line by their places, turns about what it takes for a run from
/// right to left, and leaves the glyphs of an operator as they stand: several in one come out reversed. So `TJ` ends before each move
/// back, and the next one begins with it. No glyph moves.
struct ContentRewriter {
    /// The position in Cairo's brackets.
    private enum State {
        /// Between brackets, from a byte on, and whether anything has been painted there.
        case between(start: Int, paints: Bool)
        /// In a bracket, from a byte on, with the number of open brackets in it, spans with the text of their glyphs, and of the images
        /// that have been drawn.
        case inside(start: Int, depth: Int, isShown: Bool, images: Int)
    }

    let structure: StructureTree
    /// The rewritten content.
    private(set) var rewritten = PDFBytes()

    init(structure: StructureTree) { self.structure = structure }

    /// Rewrites the content of a page into ``rewritten``.
    ///
    /// - Throws: an ``ExportError`` for content that is not as expected: text between brackets, a bracket that is missing or holds nothing,
    ///   another number of images than the bracket has, a path in one of an element that is no figure, an operator that Cairo does not write.
    mutating func rewrite(
        _ content: UnsafeRawBufferPointer,
        brackets: [MarkedContent.Bracket],
        page: Int
    ) throws(ExportError) {
        rewritten.removeAll()
        rewritten.reserve(content.count + brackets.count * 40)
        var scanner = ContentScanner(content)
        var state = State.between(start: 0, paints: false)
        var next = 0
        var number = 0
        while let instruction = scanner.next() {
            switch (instruction.kind, state) {
            case (.unknown, _):
                throw ExportError("an operator on page \(page + 1) is not known")
            case (.beginMarked, .between(let start, let paints)):
                guard let bracket = brackets.indices.contains(next) ? brackets[next] : nil,
                    ContentScanner.bracketNumber(of: instruction, in: content) == next
                else { throw ExportError("a bracket on page \(page + 1) is not one of ours") }
                append(content[start..<instruction.start], isArtifact: paints)
                append(bracket, number: &number)
                next += 1
                state = .inside(start: instruction.end, depth: 0, isShown: false, images: 0)
            case (.beginMarked, .inside(let start, let depth, let isShown, let images)):
                state = .inside(start: start, depth: depth + 1, isShown: isShown, images: images)
            case (.endMarked, .inside(let start, let depth, let isShown, let images)):
                if depth > 0 {
                    state = .inside(start: start, depth: depth - 1, isShown: isShown, images: images)
                } else {
                    // Cairo drops what is off the page.
                    guard isShown || brackets[next - 1].isBlank else {
                        throw ExportError("a bracket on page \(page + 1) holds no text")
                    }
                    guard images == brackets[next - 1].images else {
                        throw ExportError("a bracket on page \(page + 1) does not hold its images")
                    }
                    rewritten.append(content[start..<instruction.end])
                    state = .between(start: instruction.end, paints: false)
                }
            case (.endMarked, .between): throw ExportError("a bracket on page \(page + 1) ends that has not begun")
            case (.showText, .between): throw ExportError("page \(page + 1) holds text outside its brackets")
            case (.showText, .inside(var start, let depth, _, let images)):
                for place in scanner.movesBack {
                    rewritten.append(content[start..<place])
                    rewritten.append("]TJ[")
                    start = place
                }
                state = .inside(start: start, depth: depth, isShown: true, images: images)
            case (.paint, .between(let start, _)):
                state = .between(start: start, paints: true)
            case (.picture, .between): throw ExportError("page \(page + 1) holds a picture outside its brackets")
            case (.paint, .inside(let start, let depth, _, let images)) where mayHoldPaths(brackets[next - 1]):
                state = .inside(start: start, depth: depth, isShown: true, images: images)
            case (.picture, .inside(let start, let depth, _, let images)) where images < brackets[next - 1].images:
                state = .inside(start: start, depth: depth, isShown: true, images: images + 1)
            case (.paint, .inside), (.picture, .inside):
                // Cairo draws a glyph that has no outline as a picture.
                throw ExportError("a bracket on page \(page + 1) holds a drawing")
            case (.other, _): break
            }
        }
        guard next == brackets.count, case .between(let start, let paints) = state, scanner.isWhole else {
            throw ExportError("the brackets on page \(page + 1) are not all there")
        }
        append(content[start...], isArtifact: paints)
    }

    /// Whether a bracket may hold paths: figures are drawn with them, and symbols and their copies, which are artifacts.
    private func mayHoldPaths(_ bracket: MarkedContent.Bracket) -> Bool {
        switch bracket.content {
        case .element(let element): structure.elements[element].type == .figure
        case .artifact: true
        }
    }

    private mutating func append(_ bracket: MarkedContent.Bracket, number: inout Int) {
        switch bracket.content {
        case .element(let element):
            rewritten.append("\n/")
            rewritten.append(structure.elements[element].type.rawValue.utf8)
            rewritten.append("<</MCID ")
            rewritten.append(number)
            rewritten.append(">>BDC")
            number += 1
        case .artifact(let furniture): rewritten.append(furniture.artifact)
        }
    }

    private mutating func append(_ content: Slice<UnsafeRawBufferPointer>, isArtifact: Bool) {
        if isArtifact { rewritten.append("\n/Artifact<</Type/Layout>>BDC\n") }
        rewritten.append(content)
        if isArtifact { rewritten.append("\nEMC\n") }
    }
}

extension Owner.Furniture {
    /// The beginning of the artifact (ISO 32000-1, table 330): whatever page breaks cause is pagination.
    fileprivate var artifact: StaticString {
        switch self {
        case .head: "\n/Artifact<</Type/Pagination/Subtype/Header>>BDC"
        case .foot: "\n/Artifact<</Type/Pagination/Subtype/Footer>>BDC"
        case .repeatedHeader, .continuedBand, .continuedTitle, .overleaf, .repeatedCell, .repeatedTerm, .carriedTotal:
            "\n/Artifact<</Type/Pagination>>BDC"
        case .symbol, .decoration, .columnLabel: "\n/Artifact<</Type/Layout>>BDC"
        }
    }
}
