// SPDX-License-Identifier: Apache-2.0

import PaperTree

extension TypesetPaper {
    /// How many pages each appendix has, by its number.
    package var appendixPages: [Int: Int] {
        zip(paper.sections, sectionPages).reduce(into: [:]) { pages, section in
            if let appendix = section.0.appendix { pages[appendix, default: 0] += section.1 }
        }
    }
}
