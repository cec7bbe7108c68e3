// SPDX-License-Identifier: Apache-2.0

/// A cache of the words that have been shaped in one style.
struct WordCache {
    /// Words, with the pieces between which a line may break.
    var words: [Substring: [ShapedPiece]] = [:]
    var pieces: [Substring: ShapedPiece] = [:]
    /// Pieces that run from right to left.
    var backwardPieces: [Substring: ShapedPiece] = [:]

    var count: Int { words.count + pieces.count + backwardPieces.count }
}
