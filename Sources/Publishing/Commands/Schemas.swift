// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Intake

/// The JSON Schemas of the files of a workspace, for editors.
package enum Schemas {
    /// The folder of a workspace in which editors find them. Nothing else reads it: it may be deleted, and written again.
    static let folder = ".schemas"

    /// What is said to an editor in the first line of a file, before the path of its schema.
    private static let reference = "# yaml-language-server: $schema="

    /// A schema, as the command line speaks of it.
    package struct Schema: Sendable, Hashable {
        /// By which it is asked for: `council`.
        package var name: String
        /// Which files it is of.
        package var files: String
        /// The schema itself.
        package var text: String
        /// The name of the file that it is written to.
        var fileName: String { "\(name).json" }

        /// A schema of a file that is in no workspace.
        package init(name: String, files: String, text: String) {
            self.name = name
            self.files = files
            self.text = text
        }

        init(_ schema: WorkspaceSchema) {
            self.init(name: schema.rawValue, files: schema.files, text: schema.text)
        }
    }

    /// The schemas of some names, or all of them.
    ///
    /// - Parameter others: those of files that are in no workspace.
    /// - Throws: a ``PublicationError`` if there is no schema of a name.
    package static func named(_ names: [String], and others: [Schema] = []) throws(PublicationError) -> [Schema] {
        let all = WorkspaceSchema.allCases.map { Schema($0) } + others
        let wanted = names.isEmpty ? all.map(\.name) : try known(names, among: all.map(\.name), what: "schema")
        return wanted.compactMap { name in all.first { $0.name == name } }
    }

    /// Writes schemas into a folder, each as a file of its name.
    ///
    /// - Returns: the paths of the files.
    /// - Throws: a ``PublicationError`` if they cannot be written.
    package static func write(_ schemas: [Schema], to folder: String) throws(PublicationError) -> [String] {
        var paths: [String] = []
        for schema in schemas {
            try AtomicFile.write(Array(schema.text.utf8), to: schema.fileName, in: folder)
            paths.append("\(folder)/\(schema.fileName)")
        }
        return paths
    }

    /// Writes the schemas into a workspace, and names its schema in the first line of each YAML file that does not yet.
    ///
    /// A path is relative to the file, so that a workspace can be moved, and no editor needs a network.
    ///
    /// - Throws: a ``PublicationError`` if they cannot be written.
    static func add(to workspace: String) throws(PublicationError) {
        _ = try write(named([]), to: "\(workspace)/\(folder)")
        for (path, schema) in files(of: workspace) {
            let url = URL(filePath: "\(workspace)/\(path)")
            // A file in another encoding stays as it is.
            guard let bytes = try? Data(contentsOf: url), let text = String(validating: bytes, as: UTF8.self),
                text.unicodeScalars.first != "\u{FEFF}", !text.contains(reference)
            else { continue }
            let up = String(repeating: "../", count: path.count { $0 == "/" })
            let line = "\(reference)\(up)\(folder)/\(schema.fileName)\n"
            let parts = path.split(separator: "/").map(String.init)
            try AtomicFile.write(
                Array((line + text).utf8),
                to: parts[parts.count - 1],
                in: ([workspace] + parts.dropLast()).joined(separator: "/")
            )
        }
    }

    /// The YAML files of a workspace that are by officers, with the schema of each.
    private static func files(of workspace: String) -> [(path: String, schema: WorkspaceSchema)] {
        func names(in folder: String) -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(workspace)/\(folder)")) ?? []).sorted()
        }
        let headers = names(in: "papers").filter { $0.hasSuffix(".yaml") }.map { "papers/\($0)" }
        let returns = names(in: "returns").map { "returns/\($0)/return.yaml" }
        let all: [(path: String, schema: WorkspaceSchema)] =
            [("council.yaml", .council), ("round.yaml", .round)] + headers.map { ($0, .paper) }
            + returns.map { ($0, .directorateReturn) }
        return all.filter { FileManager.default.fileExists(atPath: "\(workspace)/\($0.path)") }
    }
}
