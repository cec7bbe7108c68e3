// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Reads the comments of a sheet, of the older kind (`comments1.xml`) or threaded (`threadedComment1.xml`).
final class CommentReader: XMLHandler {
    /// Text by cell.
    private(set) var comments: [(cell: CellReference, text: String)] = []
    /// Whether there are more than are read.
    private(set) var isCut = false
    private var cell: CellReference?
    private var text: [UInt8] = []
    private var isInText = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        if name.local == "comment" || name.local == "threadedComment" {
            cell = attributes["ref"].flatMap { CellReference($0.bytes) }
            text = []
        } else if name.local == "t" || name.namespace == .threadedComments && name.local == "text" {
            isInText = true
        }
        return true
    }

    func end(_ name: XMLName) -> Bool {
        if name.local == "comment" || name.local == "threadedComment" {
            if let cell { comments.append((cell, String(decoding: text, as: UTF8.self))) }
        } else if name.local == "t" || name.local == "text" {
            isInText = false
        }
        isCut = comments.count >= Limits.mostCellComments
        return !isCut
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if isInText, text.count < Limits.longestCell { text += bytes }
        return true
    }
}
