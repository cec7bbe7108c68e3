// SPDX-License-Identifier: Apache-2.0

/// A page as it stands in the finished file.
struct FinishedPage {
    var mediaBox: [UInt8]
    /// How it is composed with what lies under it, where it says so.
    var group: [UInt8]?
    /// Compressed.
    var content: [UInt8]
    /// What it is drawn with, where that is more than the glyphs of the paper.
    var resources: Range<Int>?
}
