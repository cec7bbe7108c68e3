// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits

/// A folder of the workspace or of the program, whose files are read as texts. A file that cannot be read is reported.
package struct WorkspaceFolder {
    private let files: any FileSource
    /// The path of the folder in the file source.
    package let path: String
    /// Precedes a file's name in diagnostics: `returns/communities/`.
    package let prefix: String
    /// Follows a file's name in diagnostics: ` (program)`.
    private let suffix: String
    /// What the files in the folder are about, unless it is said of one.
    private let subject: SourceFile.Subject
    /// Takes the problems of whatever is read from the folder.
    package let findings: DiagnosticCollector
    /// The names that files of the folder have, by the names under which they are read.
    private var writtenNames: [String: String] = [:]

    /// The top folder of a file source, or one below it.
    package init(
        _ files: any FileSource,
        path: String = "",
        prefix: String,
        suffix: String = "",
        subject: SourceFile.Subject = .workspace,
        findings: DiagnosticCollector
    ) {
        self.files = files
        self.path = path
        self.prefix = prefix
        self.suffix = suffix
        self.subject = subject
        self.findings = findings
    }

    /// A folder in this one.
    ///
    /// - Parameter subject: what the files in it are about; `nil` for what those in this folder are.
    package func inner(_ name: String, about subject: SourceFile.Subject? = nil) -> WorkspaceFolder {
        WorkspaceFolder(
            files,
            path: full(name),
            prefix: "\(prefix)\(name)/",
            suffix: suffix,
            subject: subject ?? self.subject,
            findings: findings
        )
    }

    /// A file or folder in this one, for diagnostics.
    ///
    /// - Parameter subject: what it is about; `nil` for what the files in this folder are.
    package func file(_ name: String, about subject: SourceFile.Subject? = nil) -> SourceFile {
        SourceFile(prefix + name + suffix, subject: subject ?? self.subject)
    }

    private func full(_ name: String) -> String {
        let written = writtenNames[name] ?? name
        return path.isEmpty ? written : path + "/" + written
    }

    /// The same folder, whose files and folders of these names are found in capitals too: Windows keeps `Actions.CSV` for `actions.csv`.
    ///
    /// Diagnostics name them as they are read. One that has the name itself comes before one in capitals.
    package func ignoringCase(of known: some Sequence<String>) -> WorkspaceFolder {
        var folder = self
        let names = names
        let exact = Set(names)
        let others = Dictionary(names.map { ($0.lowercased(), $0) }) { first, _ in first }
        for name in known where !exact.contains(name) {
            if let written = others[name.lowercased()] { folder.writtenNames[name] = written }
        }
        return folder
    }

    /// The names in the folder under which its files are read, in alphabetical order; empty if there is no such folder.
    package var names: [String] {
        do {
            let names = try files.names(in: path)
            if writtenNames.isEmpty { return names }
            let known = Dictionary(writtenNames.map { ($0.value, $0.key) }) { first, _ in first }
            return names.map { known[$0] ?? $0 }.sorted()
        } catch {
            if error.isMissing { return [] }
            report(error, of: file(""))
            return []
        }
    }

    /// The text of a file, or `nil` if there is no such file or it cannot be read.
    package func text(
        _ name: String,
        about subject: SourceFile.Subject? = nil,
        fallback: TextDecoder.Fallback = .none
    ) -> SourceText? {
        let file = file(name, about: subject)
        do {
            guard let bytes = try files.bytes(of: full(name)) else { return nil }
            guard findings.budget.takeFile(ofBytes: bytes.count) else {
                findings.report(.workspaceTooLarge, at: SourceLocation(in: file))
                return nil
            }
            if let signature = FileSignature(bytes, name: name) {
                findings.report(.wrongFormat(signature, name: name), at: SourceLocation(in: file))
                return nil
            }
            return TextDecoder(findings: findings).decode(bytes, file: file, fallback: fallback)
        } catch {
            report(error, of: file)
            return nil
        }
    }

    /// The bytes of a file that is no text, or `nil` if there is no such file or it cannot be read.
    package func bytes(_ name: String) -> [UInt8]? {
        let file = file(name)
        do {
            guard let bytes = try files.bytes(of: full(name)) else { return nil }
            if findings.budget.takeFile(ofBytes: bytes.count) { return bytes }
            findings.report(.workspaceTooLarge, at: SourceLocation(in: file))
        } catch {
            report(error, of: file)
        }
        return nil
    }

    /// Whether an item has the name of a file. A folder, a pipe or a file that may not be opened counts too, and is reported when it is
    /// read.
    package func holdsFile(_ name: String) -> Bool {
        do {
            return try files.kind(of: full(name)) != nil
        } catch {
            return true
        }
    }

    /// Whether an item has the name and is a plain file.
    package func isPlainFile(_ name: String) -> Bool { (try? files.kind(of: full(name))) == .file }

    /// Whether there is such a folder; one that may not be opened is reported.
    package func holdsFolder(_ name: String, about subject: SourceFile.Subject? = nil) -> Bool {
        do {
            switch try files.kind(of: full(name)) {
            case .folder: return true
            case .file, nil: return false
            case .other:
                // Neither a file nor a folder: reading it throws an error that names what it is.
                _ = try files.bytes(of: full(name))
                return false
            }
        } catch {
            report(error, of: file(name, about: subject))
            return false
        }
    }

    private func report(_ error: FileError, of file: SourceFile) {
        findings.report(.unreadable(error), at: SourceLocation(in: file))
    }
}

extension Diagnostic.Message {
    fileprivate static var workspaceTooLarge: Self {
        Self(
            .fileTooLarge,
            "the files of the workspace come to more than \(Limits.largestWorkspace >> 20) MB",
            hint: "this file and those after it are not read: move what belongs to no paper out of the workspace"
        )
    }

    fileprivate static func unreadable(_ error: FileError) -> Self {
        Self(
            .unreadableFile,
            "cannot \(own: error.operation): \(own: error.reason)",
            hint: error.hint.map(DiagnosticText.init(own:))
        )
    }
}
