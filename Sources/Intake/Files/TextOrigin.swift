// SPDX-License-Identifier: Apache-2.0

import Diagnostics

/// Where in a file a stretch of text stands, so that a place in the text can be told as a place in the file.
struct TextOrigin {
    /// Of the text's first character.
    let start: SourceLocation
    /// How many columns stand before each later line.
    var indent = 0
    /// Whether a line of the text is a line of the file; where it is not, everything is told as the start.
    var keepsLines = true

    /// The place of a line and column of the text, both counted from one; column zero is the whole line.
    func location(line: Int, column: Int) -> SourceLocation {
        guard keepsLines, line >= 1 else { return start }
        var location = start
        location.line = start.line + line - 1
        if column <= 0 {
            location.column = line == 1 ? start.column : 0
        } else {
            location.column = line == 1 ? max(start.column, 1) + column - 1 : indent + column
        }
        return location
    }
}
