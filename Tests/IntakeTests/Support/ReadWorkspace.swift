// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import WorkspaceFiles

@testable import Intake

/// Reads a workspace of files with the layouts of `GoodWorkspace`.
func read(_ files: [String: String]) throws -> WorkspaceContents {
    let workspace = try TemporaryFolder(files)
    let layouts = try TemporaryFolder(GoodWorkspace.layouts)
    return try readWorkspace(at: workspace.path, programLayouts: layouts.path)
}

/// `GoodWorkspace` with one text of one file replaced.
func read(replacing text: String, with other: String, in file: String) throws -> WorkspaceContents {
    var files = GoodWorkspace.files
    files[file] = files[file]?.replacing(text, with: other)
    return try read(files)
}

extension Findings {
    /// An empty collector that screens what is read by the rules on exempt information.
    static func screened() -> Findings { Findings(screen: ExemptScreen(), isProgramField: KnownFields.contains) }
}
