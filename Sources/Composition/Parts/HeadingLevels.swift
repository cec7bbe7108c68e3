// SPDX-License-Identifier: Apache-2.0

import PaperTree

extension [Block] {
    /// Decreases heading levels so that none is skipped (PDF/UA-1, 7.4.2), as happens when a layout omits a title.
    ///
    /// - Parameter level: the level of the previous heading, 0 at the start of a paper; on return, that of the last heading.
    mutating func closeHeadingLevels(after level: inout Int) {
        for index in indices {
            guard case .heading(var heading) = self[index].content else { continue }
            heading.level = Swift.min(heading.level, level + 1)
            level = heading.level
            self[index].content = .heading(heading)
        }
    }
}
