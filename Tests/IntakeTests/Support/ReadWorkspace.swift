// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Monitoring
import Publishing
import TestSupport
import WorkspaceFiles

@testable import Intake

/// Reads a workspace of files with the layouts of `GoodWorkspace`.
func read(_ files: [String: String]) throws -> WorkspaceContents {
    try read(bytes: files.mapValues { Array($0.utf8) })
}

/// The same, of files that are no texts too.
func read(bytes files: [String: [UInt8]]) throws -> WorkspaceContents {
    let workspace = try TemporaryFolder(files)
    let layouts = try GoodWorkspace.layoutsFolder()
    return try readWorkspace(at: workspace.path, programLayouts: layouts.path)
}

extension GoodWorkspace {
    /// The layouts on disk, with the program's own words and bank holidays.
    static func layoutsFolder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(layouts)
        for name in ["words.yaml", "bank-holidays.json"] {
            let bytes = try Data(contentsOf: URL(filePath: Repository.program.layouts + "/" + name))
            try folder.write(Array(bytes), to: name)
        }
        return folder
    }
}

/// `GoodWorkspace` with one text of one file replaced.
func read(replacing text: String, with other: String, in file: String) throws -> WorkspaceContents {
    var files = GoodWorkspace.files
    files[file] = files[file]?.replacing(text, with: other)
    return try read(files)
}

extension DiagnosticCollector {
    /// An empty collector that screens what is read by the rules on exempt information.
    static func screened() -> DiagnosticCollector {
        DiagnosticCollector(screen: ExemptSignScreen(), isProgramField: KnownFields.contains)
    }
}
