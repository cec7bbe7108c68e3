// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc

/// The workspace that a path is of, and the part of it that the path names.
///
/// An officer who has put a return into its folder checks that folder: the workspace is found above it, and what is told is of the return.
package struct WorkspacePlace: Sendable, Hashable {
    /// The folder of the workspace, in the words in which the path was given, as far as these go.
    package let workspace: String
    /// The file or folder in it that is meant, or `nil` for the whole workspace.
    package let part: WorkspacePart?

    /// The names of which every workspace has both: one of them is enough to know a workspace in which the other is missing.
    private static let files = ["council.yaml", "round.yaml"]

    /// - Parameter path: of a workspace, or of a file or folder in one. A path in no workspace is one itself, so that whoever reads it reports
    ///   what is missing.
    package init(_ path: String) {
        let full = URL(filePath: path).standardizedFileURL.pathComponents
        var names: [String] = []
        var folder = full
        while access(Self.path(of: full), F_OK) == 0, !folder.isEmpty {
            if Self.isWorkspace(Self.path(of: folder)) {
                workspace = names.isEmpty ? path : Self.shortened(path, by: names, to: Self.path(of: folder))
                part = names.isEmpty ? nil : WorkspacePart(path: names.joined(separator: "/"))
                return
            }
            names.insert(folder.removeLast(), at: 0)
        }
        workspace = path
        part = nil
    }

    private static func isWorkspace(_ folder: String) -> Bool {
        files.contains { access("\(folder)/\($0)", F_OK) == 0 }
    }

    private static func path(of components: [String]) -> String {
        components.first == "/"
            ? "/" + components.dropFirst().joined(separator: "/") : components.joined(separator: "/")
    }

    /// A path without its last names, or the folder in full where the path does not end with them.
    private static func shortened(_ path: String, by names: [String], to folder: String) -> String {
        let written = path.split(separator: "/").map(String.init)
        guard !written.contains(".."), Array(written.suffix(names.count)) == names else { return folder }
        let rest = written.dropLast(names.count).joined(separator: "/")
        if path.hasPrefix("/") { return "/" + rest }
        return rest.isEmpty ? "." : rest
    }
}

/// A file or folder of a workspace.
package struct WorkspacePart: Sendable, Hashable, CustomStringConvertible {
    /// Relative to the workspace.
    package let path: String

    package init(path: String) { self.path = path }

    package var description: String { path }

    /// Whether a file of the workspace is in it. The header beside a paper in Word is a part of the paper.
    func holds(_ file: String) -> Bool {
        if file == path || file.hasPrefix(path + "/") { return true }
        return ["docx", "yaml"].contains { file.hasPrefix("papers/") && file == Self.stem(path) + ".\($0)" }
            && ["docx", "yaml"].contains { path == Self.stem(path) + ".\($0)" }
    }

    /// Whether the return of a directorate is in it, or it is in the return.
    func concerns(returnOf directorate: String) -> Bool {
        let folder = "returns/\(directorate)".lowercased()
        let path = path.lowercased()
        return path == "returns" || path == folder || path.hasPrefix(folder + "/")
    }

    private static func stem(_ path: String) -> String { path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path }
}
