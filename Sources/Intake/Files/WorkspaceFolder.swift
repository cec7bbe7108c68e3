// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import ResourceLimits

/// A folder of the workspace or of the program, whose files are read as texts; what cannot be read is reported.
struct WorkspaceFolder {
    let folder: Folder
    /// What stands before a file's name in reports: `returns/communities/`.
    let prefix: String
    /// What stands behind it: ` (program)`.
    var suffix = ""
    let findings: Findings

    func inner(_ name: String) -> WorkspaceFolder {
        WorkspaceFolder(folder: folder.folder(name), prefix: "\(prefix)\(name)/", suffix: suffix, findings: findings)
    }

    /// By what name reports call a file in it.
    func file(_ name: String) -> String { prefix + name + suffix }

    /// The names in it, in alphabetical order; none where there is no such folder.
    var names: [String] {
        do {
            return try folder.names()
        } catch {
            if error.isMissing { return [] }
            report(error, of: "")
            return []
        }
    }

    /// A file's text; nothing where there is no such file, or it cannot be read.
    func text(_ name: String, fallback: TextDecoder.Fallback = .none) -> SourceText? {
        do {
            guard let bytes = try folder.bytes(of: name) else { return nil }
            guard findings.hasRoom(for: bytes.count) else {
                findings.error(
                    "the files of the workspace come to more than \(Limits.largestWorkspace >> 20) MB",
                    at: SourceLocation(file: file(name)),
                    hint:
                        "this file and those after it are not read: move what belongs to no paper out of the workspace"
                )
                return nil
            }
            return TextDecoder(findings: findings).decode(bytes, file: file(name), fallback: fallback)
        } catch {
            report(error, of: name)
            return nil
        }
    }

    /// A file's YAML; nothing where there is no such file, or it cannot be read.
    func yaml(_ name: String) -> YAMLValue? {
        text(name).flatMap { YAMLReader(findings: findings, file: $0.file).read($0.string) }
    }

    /// Whether something stands under a file's name. What may not be opened, or is a folder or a pipe, is there all the same, and is
    /// reported when it is read.
    func holdsFile(_ name: String) -> Bool {
        do {
            return try folder.kind(of: name) != nil
        } catch {
            return true
        }
    }

    /// Whether there is such a folder; one that may not be opened is reported.
    func holdsFolder(_ name: String) -> Bool {
        do {
            switch try folder.kind(of: name) {
            case .folder: return true
            case .file, nil: return false
            case .other:
                // It is neither, and reading it says what it is.
                _ = try folder.bytes(of: name)
                return false
            }
        } catch {
            report(error, of: name)
            return false
        }
    }

    private func report(_ error: IntakeError, of name: String) {
        findings.error(
            "cannot \(own: error.operation): \(own: error.reason)",
            at: SourceLocation(file: file(name)),
            hint: error.hint.map(DiagnosticText.init(own:))
        )
    }
}
