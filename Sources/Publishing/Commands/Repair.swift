// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import FoundationEssentials
import Glibc
import WorkspaceFiles

/// What `check --fix` would write: the text files of a workspace in which mistakes with exactly one right answer are put right.
package struct Repair {
    /// A file, as it is and as it would be.
    struct File {
        let path: String
        let before: [UInt8]
        let after: [UInt8]
    }

    let workspace: String
    private(set) var files: [File] = []
    /// The mistakes that are put right in the files, in reading order.
    package private(set) var repaired: [Diagnostic] = []
    /// The mistakes with one right answer that are left: in workbooks and documents, in text that may be exempt, and where more would change
    /// than what is meant, as in a row of CSV without quotation marks where the answer has a comma.
    package private(set) var left: [Diagnostic] = []

    init(workspace: String) { self.workspace = workspace }

    /// Whether no file would be changed.
    package var isEmpty: Bool { files.isEmpty }

    /// The paths of the files.
    package var paths: [String] { files.map(\.path) }

    /// Whether errors are left when the files have been written.
    package internal(set) var leavesErrors = false

    /// What changes, place by place: what a report shows of the line, which never is what may not be quoted.
    package var changes: [Change] { repaired.compactMap(Change.init) }

    /// What is left for the officer, place by place; nothing of what may not be quoted.
    package var instructions: [Instruction] { left.compactMap(Instruction.init) }

    mutating func add(_ file: File, repairing diagnostics: [Diagnostic]) {
        files.append(file)
        repaired += diagnostics
    }

    mutating func leave(_ diagnostics: [Diagnostic]) { left += diagnostics }

    /// Writes the files, each at once and with the access rights that it had.
    ///
    /// - Returns: the paths of the files that were written; one that somebody has changed in between, that may not be written or that is a link stays
    ///   as it is.
    /// - Throws: a ``PublicationError`` if a file cannot be written.
    package func write() throws(PublicationError) -> [String] {
        var written: [String] = []
        let current = DiskFiles(root: workspace)
        for file in files {
            guard let now = try? current.bytes(of: file.path), now == file.before else { continue }
            let path = URL(filePath: "\(workspace)/\(file.path)")
            var status = stat()
            // A link stays one: what it leads to belongs to somebody else.
            guard lstat(path.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                status.st_mode & 0o222 != 0, access(path.path, W_OK) == 0
            else { continue }
            try AtomicFile.write(
                file.after,
                to: path.lastPathComponent,
                in: path.deletingLastPathComponent().path,
                mode: status.st_mode & 0o7777
            )
            written.append(file.path)
        }
        return written
    }
}

extension Repair {
    /// A line before and after a change; a long one is cut around the place.
    package struct Change {
        /// Where it is.
        package let location: SourceLocation
        /// The line as it is and as it would be.
        package let before, after: String

        fileprivate init?(_ diagnostic: Diagnostic) {
            guard let location = diagnostic.location, let replacement = diagnostic.replacement,
                let excerpt = diagnostic.excerpt
            else { return nil }
            var scalars = Array(excerpt.unicodeScalars)
            let written = Array(replacement.written.unicodeScalars)
            let start = location.column - diagnostic.excerptColumn
            guard (0...scalars.count).contains(start),
                let place = [start, start + 1].first(where: {
                    $0 <= scalars.count && scalars[$0...].starts(with: written)
                })
            else { return nil }
            scalars.replaceSubrange(place..<(place + written.count), with: replacement.right.unicodeScalars)
            self.location = location
            before = excerpt
            after = String(String.UnicodeScalarView(scalars))
        }
    }

    /// What an officer is to write at a place, in a workbook or a document or where a file would say something else.
    package struct Instruction {
        /// Where it is: a cell, a paragraph or a line.
        package let location: SourceLocation
        /// The words that are there, and those that belong in their place.
        package let written, right: String

        fileprivate init?(_ diagnostic: Diagnostic) {
            guard let location = diagnostic.location, let replacement = diagnostic.replacement else { return nil }
            self.location = location
            written = replacement.written
            right = replacement.right
        }
    }
}
