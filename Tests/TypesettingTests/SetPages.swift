// SPDX-License-Identifier: Apache-2.0

import Layouts
import PaperTree
import TestSupport
@testable import Typesetting

/// The pages of blocks in a theme.
func pages(of blocks: [Block], in theme: Theme = .plain()) throws -> [Page] {
    var builder = PaperBuilder()
    return try typeset(builder.paper(blocks), theme: theme, shaper: Repository.shaper()).pages
}

extension [Page] {
    /// The lines of each page, without the spaces at their ends.
    var texts: [[String]] {
        map { page in
            page.lines.map { line in
                let head = line.drop { $0 == " " }
                return String(head.hasSuffix(" ") ? head.dropLast() : head)
            }
        }
    }
}
