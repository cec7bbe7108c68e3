// SPDX-License-Identifier: Apache-2.0

import PaperTree

/// A note for the foot of a page, its lines broken in the measure of the page.
struct Footnote {
    var boxes: [Box]
    /// The notes that it marks itself.
    var marked: [NodeID]
    /// Its number in the section, by which the notes of a page are ordered.
    var number: Int
    /// The first note of the section that says the same and marks notes that do, which may be this one: of such notes a page shows one.
    var original: NodeID
}
