// SPDX-License-Identifier: Apache-2.0

import PaperTree

extension [Block] {
    /// Raises headings that stand more than one level below the heading before them, as they do where a layout leaves a title out:
    /// PDF/UA-1, 7.4.2 lets no level be skipped.
    ///
    /// - Parameter level: that of the heading before, 0 at the beginning of a paper; afterwards that of the last heading.
    mutating func closeHeadingLevels(after level: inout Int) {
        for index in indices {
            guard case .heading(var heading) = self[index].content else { continue }
            heading.level = Swift.min(heading.level, level + 1)
            level = heading.level
            self[index].content = .heading(heading)
        }
    }
}
