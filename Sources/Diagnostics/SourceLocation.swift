// SPDX-License-Identifier: Apache-2.0

/// A place in a file of the workspace or of a layout folder.
///
/// Lines and columns count from one; columns count characters, as an editor shows them. Files are named
/// relative to the workspace, so that no path of the machine reaches a reader.
package struct SourceLocation: Sendable, Hashable {
    /// The path from the folder of the workspace: `returns/communities/actions.csv`.
    package var file: String
    /// Zero where the whole file is meant.
    package var line: Int
    /// Zero where the whole line is meant.
    package var column: Int
    /// The column's name where the place is a field of a CSV file, or the key of a YAML file.
    package var field: String?

    package init(file: String, line: Int = 0, column: Int = 0, field: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `returns/communities/actions.csv:3:14 (reason)`.
    package var description: String {
        var text = file
        if line > 0 { text += ":\(line)" }
        if line > 0, column > 0 { text += ":\(column)" }
        if let field { text += " (\(field))" }
        return text
    }
}

extension SourceLocation: Comparable {
    /// In the order in which one reads: by file, then down, then across.
    package static func < (lhs: SourceLocation, rhs: SourceLocation) -> Bool {
        (lhs.file, lhs.line, lhs.column) < (rhs.file, rhs.line, rhs.column)
    }
}
