// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Formats
import Glibc
package import Publishing
import WorkspaceFiles

/// The configuration file of the program: where it is, and how it is read.
///
/// ```swift
/// let file = ConfigurationFile(written: ["watch", "--config", "/etc/cleardays/councils.yaml"]) { _ in nil }
/// let (configuration, diagnostics) = try file.read(.councils)
/// ```
package struct ConfigurationFile: Sendable, Hashable {
    /// Where it is if nobody names another.
    package static let standardPath = "/etc/cleardays/cleardays.yaml"
    /// The variable that names another.
    package static let variable = "CLEARDAYS_CONFIG"
    /// The option that names another.
    package static let flag = "--config"

    /// How much of the file is read.
    package enum Extent: Sendable, Hashable {
        /// What is for commands: a mistake in a council is none of them.
        case defaults
        /// All of it.
        case everything
        /// All of it, and there must be councils.
        case councils
    }

    /// The path as it was given.
    package let path: String
    /// Whether somebody named it, so that it must be there.
    package let isNamed: Bool

    package init(path: String, isNamed: Bool) {
        self.path = path
        self.isNamed = isNamed
    }

    /// The file of a command line.
    ///
    /// - Parameters:
    ///   - words: the command line.
    ///   - variable: the value of a variable of the environment.
    package init(written words: [String], variable: (String) -> String?) {
        let words = words.prefix { $0 != "--" }
        let joined = words.last { $0.hasPrefix(Self.flag + "=") }.map { String($0.dropFirst(Self.flag.count + 1)) }
        let next = words.lastIndex(of: Self.flag).map { words.index(after: $0) }
        let apart = next.flatMap { words.indices.contains($0) ? words[$0] : nil }
        let named = joined ?? apart ?? variable(Self.variable).flatMap { $0.isEmpty ? nil : $0 }
        self.init(path: named ?? Self.standardPath, isNamed: named != nil)
    }

    /// A command line without the option that names the file, for a program that does not read it.
    package static func withoutFlag(_ words: [String]) -> [String] {
        var kept: [String] = []
        var isValue = false
        for word in words {
            if isValue {
                isValue = false
            } else if word == flag {
                isValue = true
            } else if !word.hasPrefix(flag + "=") {
                kept.append(word)
            }
        }
        return kept
    }

    /// Whether there is anything at the path.
    package var isThere: Bool { access(path, F_OK) == 0 }

    /// Reads the file.
    ///
    /// - Parameter isPermitted: whether the user may read a file.
    /// - Returns: what it says, as far as it can be used, and all that is wrong with it. A file that nobody named and that is not there says nothing, and
    ///   one that may not be read neither, with a warning.
    /// - Throws: a ``PublicationError`` if a file that was named is not there.
    package func read(
        _ extent: Extent,
        isPermitted: (String) -> Bool = { access($0, R_OK) == 0 || errno != EACCES }
    ) throws(PublicationError) -> (Configuration, [Diagnostic]) {
        // It is the administrator's, and commands of all users look for it.
        if !isNamed, !isPermitted(path) {
            let location = SourceLocation(file: SourceFile(path, subject: .program))
            return (Configuration(), [Diagnostic(.unread(path), at: location)])
        }
        guard let resolved = realpath(path, nil) else {
            if !isNamed, errno == ENOENT || errno == ENOTDIR { return (Configuration(), []) }
            throw PublicationError(.inputOutput, "the configuration \(path) cannot be read: \(Self.reason)")
        }
        defer { free(resolved) }
        let real = String(cString: resolved)
        let slash = real.lastIndex(of: "/") ?? real.startIndex
        let findings = DiagnosticCollector()
        let name = String(real[real.index(after: slash)...])
        let folder = WorkspaceFolder(
            DiskFiles(root: slash == real.startIndex ? "/" : String(real[..<slash])),
            prefix: path.lastIndex(of: "/").map { String(path[...$0]) } ?? "",
            subject: .program,
            findings: findings
        )
        let value = folder.yaml(name)
        let reader = ConfigurationReader(findings: findings)
        let configuration = value.map { reader.read($0, extent) } ?? Configuration()
        return (configuration, findings.report())
    }

    private static var reason: String { String(cString: strerror(errno)) }
}

extension Diagnostic.Message {
    fileprivate static func unread(_ path: String) -> Self {
        Self(
            .unreadConfiguration,
            "\(path) cannot be read: \(String(cString: strerror(EACCES)))",
            hint: "let everybody read it, or name another file with `--config`; nothing of it is taken"
        )
    }
}
