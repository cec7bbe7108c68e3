// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// By which elements the headings of a paper are written.
///
/// A page of the web has one heading of the first level. A paper whose title is its first heading has it; for any other its title is written
/// over it, and each of its headings is one level lower than in the PDF.
struct HeadingLevels {
    /// Whether the title of the paper is written over it.
    let hasTitle: Bool

    init(of paper: Paper) {
        var levels: [Int] = []
        for section in paper.sections {
            section.blocks.walk { block in
                switch block.content {
                case .heading(let heading): levels.append(heading.level)
                case .contents(let contents): levels.append(contents.heading.level)
                case .masthead, .paragraph, .list, .quotation, .details, .signature, .table, .figure, .notes: break
                }
            }
        }
        hasTitle = levels.first != 1 || levels.count { $0 == 1 } > 1
    }

    /// The element of headings of a level; `nil` for the seventh, which HTML knows as a role only.
    func element(ofLevel level: Int) -> Element? { Element(headingLevel: level + (hasTitle ? 1 : 0)) }

    /// The selector of headings of a level.
    func selector(ofLevel level: Int) -> StaticString {
        switch level + (hasTitle ? 1 : 0) {
        case 1: "h1"
        case 2: "h2"
        case 3: "h3"
        case 4: "h4"
        case 5: "h5"
        case 6: "h6"
        default: ".h7"
        }
    }
}
