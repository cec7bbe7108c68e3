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
    fileprivate(set) var files: [File] = []
    /// The mistakes that are put right in the files, in reading order.
    package private(set) var repaired: [Diagnostic] = []
    /// The mistakes with one right answer that are left: in workbooks and documents, in text that may be exempt, and where the file would not be
    /// read as before, as in a row of CSV without quotation marks where the answer has a comma.
    package private(set) var left: [Diagnostic] = []

    /// Whether no file would be changed.
    package var isEmpty: Bool { files.isEmpty }

    /// The changed lines, as `diff -U0` writes them.
    package var difference: String {
        files.map { file in
            let before = Self.lines(of: file.before)
            let after = Self.lines(of: file.after)
            var text = "--- \(file.path)\n+++ \(file.path)\n"
            for (number, (old, new)) in zip(before, after).enumerated() where old != new {
                text += "@@ -\(number + 1) +\(number + 1) @@\n-\(old)\n+\(new)\n"
            }
            return text
        }
        .joined()
    }

    /// Writes the files, each at once and with the access rights that it had.
    ///
    /// - Returns: the paths of the files that were written; one that somebody has changed in between stays as it is.
    /// - Throws: a ``PublicationError`` if a file cannot be written.
    package func write() throws(PublicationError) -> [String] {
        var written: [String] = []
        let current = DiskFiles(root: workspace)
        for file in files {
            guard let now = try? current.bytes(of: file.path), now == file.before else { continue }
            let path = URL(filePath: "\(workspace)/\(file.path)")
            var status = stat()
            // A link stays one: what it leads to belongs to somebody else.
            guard lstat(path.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
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

    private static func lines(of bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
}

/// Finds the mistakes of a workspace that have exactly one right answer, and puts them right in copies of its text files; writes nothing.
///
/// A file is changed only if a check of the workspace with the changed file finds fewer problems and no more errors.
///
/// - Throws: a ``PublicationError`` as ``check(_:setsPages:with:readingCache:)`` does.
package func repair(_ workspace: String, with program: ProgramFiles) throws(PublicationError) -> Repair {
    let pipeline = Pipeline(program: program, workspace: workspace)
    let files = DiskFiles(root: workspace)
    var current = try problems(of: files, with: pipeline)
    var repair = Repair(workspace: workspace)
    var overlay = FileOverlay(files)
    let mistakes = current.filter { $0.replacement != nil }
    for group in FileDiagnostics.grouping(mistakes) {
        let own = group.groups.flatMap(\.diagnostics).inReadingOrder
        guard let path = group.file?.path, let before = try? files.bytes(of: path),
            let (after, made) = RepairedText(before)?.replacing(in: own), !made.isEmpty
        else {
            repair.leave(own)
            continue
        }
        var changed = overlay
        changed.replace(path, by: after)
        let found = try problems(of: changed, with: pipeline)
        guard found.count < current.count, DiagnosticCount(found).errors <= DiagnosticCount(current).errors else {
            repair.leave(own)
            continue
        }
        (overlay, current) = (changed, found)
        repair.add(Repair.File(path: path, before: before, after: after), repairing: made)
        repair.leave(own.filter { !made.contains($0) })
    }
    return repair
}

extension Repair {
    fileprivate mutating func add(_ file: File, repairing diagnostics: [Diagnostic]) {
        files.append(file)
        repaired += diagnostics
    }

    fileprivate mutating func leave(_ diagnostics: [Diagnostic]) { left += diagnostics }
}

/// The lines of a text file in which words are replaced.
private struct RepairedText {
    private var lines: [[Unicode.Scalar]]

    /// Nothing if the bytes are no UTF-8: the file's other letters would be lost.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    }

    /// The bytes with the words of diagnostics replaced, and the diagnostics of which the words were found where they are said to be.
    func replacing(in diagnostics: [Diagnostic]) -> (bytes: [UInt8], made: [Diagnostic]) {
        var lines = lines
        var made: [Diagnostic] = []
        // From the end, so that places before keep their columns.
        for diagnostic in diagnostics.reversed() {
            guard let location = diagnostic.location, let replacement = diagnostic.replacement,
                diagnostic.excerpt != nil,
                lines.indices.contains(location.line - 1), location.column > 0
            else { continue }
            let line = lines[location.line - 1]
            let written = Array(replacement.written.unicodeScalars)
            // A byte order mark is no column.
            let start = location.column - (location.line == 1 && line.first == "\u{FEFF}" ? 0 : 1)
            guard start <= line.count, line[start...].starts(with: written) else { continue }
            lines[location.line - 1].replaceSubrange(
                start..<(start + written.count),
                with: replacement.right.unicodeScalars
            )
            made.append(diagnostic)
        }
        var text = String.UnicodeScalarView()
        for (index, line) in lines.enumerated() {
            if index > 0 { text.append("\n") }
            text.append(contentsOf: line)
        }
        return (Array(String(text).utf8), made.reversed())
    }
}
