// SPDX-License-Identifier: Apache-2.0

package import WorkspaceFiles

extension WorkspaceFolder {
    /// The rows of a table file, or `nil` if there is no such file or it cannot be read.
    package func rows(_ name: String) -> (any RowSource)? {
        text(name, fallback: .spreadsheet).map { CSVFile($0, findings: findings) }
    }
}
