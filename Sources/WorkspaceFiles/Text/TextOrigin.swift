// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// The position of an embedded text in its file, which maps locations in the text to locations in the file.
///
/// A Markdown text in a YAML scalar or a CSV cell is parsed on its own; its diagnostics are located in the file.
package struct TextOrigin: Sendable {
    /// The location of the text's first character.
    package let start: SourceLocation
    /// The number of columns before each line but the first.
    private let indent: Int
    /// Whether a line of the text is a line of the file. If not, as in a folded scalar, every location maps to the start.
    private let keepsLines: Bool

    /// The origin of a text that begins at a location.
    package init(start: SourceLocation, indent: Int = 0, keepsLines: Bool = true) {
        self.start = start
        self.indent = indent
        self.keepsLines = keepsLines
    }

    /// The location in the file of a line and a column of the text, both counted from one; column zero is the whole line.
    package func location(line: Int, column: Int) -> SourceLocation {
        guard keepsLines, line >= 1 else { return start }
        let isFirst = line == 1
        let columnInFile =
            column <= 0
            ? (isFirst ? start.column : 0) : (isFirst ? max(start.column, 1) + column - 1 : indent + column)
        return start.at(line: start.line + line - 1, column: columnInFile)
    }
}
