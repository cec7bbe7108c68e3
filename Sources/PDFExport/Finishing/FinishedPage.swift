// SPDX-License-Identifier: Apache-2.0

/// A page as it is written to the finished file.
struct FinishedPage {
    var mediaBox: [UInt8]
    /// The transparency group, if it has one.
    var group: [UInt8]?
    /// The content stream, compressed.
    var content: [UInt8]
    /// Resources of its own, if it needs more than the glyphs of the paper.
    var resources: Range<Int>?
}
