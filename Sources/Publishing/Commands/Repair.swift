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

    /// The paths of the files.
    package var paths: [String] { files.map(\.path) }

    /// Whether errors are left when the files have been written.
    package fileprivate(set) var leavesErrors = false

    /// What changes, place by place: what a report shows of the line, which never is what may not be quoted.
    package var changes: [Change] { repaired.compactMap(Change.init) }

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
    // What is read of such a file may not be what its officer wrote.
    let unclear = Set(current.filter(\.rule.leavesTextUnclear).compactMap { $0.location?.sourceFile })
    let mistakes = current.filter { diagnostic in
        diagnostic.replacement != nil && diagnostic.location.map { !unclear.contains($0.sourceFile) } ?? false
    }
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
    repair.leavesErrors = current.holdsErrors
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
    /// So they are where a line ends with a carriage return alone, as on old machines.
    init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let scalars = Array(text.unicodeScalars)
        guard !scalars.indices.contains(where: { scalars[$0] == "\r" && scalars.dropFirst($0 + 1).first != "\n" })
        else {
            return nil
        }
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
            var start = location.column - (location.line == 1 && line.first == "\u{FEFF}" ? 0 : 1)
            // A cell or a value in quotation marks begins with them.
            if start < line.count, line[start] == "\"" || line[start] == "'", written.first != line[start] {
                start += 1
            }
            guard start <= line.count, line[start...].starts(with: written),
                !replacement.divides(lines[..<location.line], upTo: start)
            else { continue }
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

extension Replacement {
    /// Whether the answer has a mark that divides a list in brackets, and the place is in one: `[Report on Children, Families and Education, b]`
    /// would be three reports.
    ///
    /// - Parameters:
    ///   - lines: those up to the place, which is in the last.
    ///   - column: where the place begins in that line.
    fileprivate func divides(_ lines: ArraySlice<[Unicode.Scalar]>, upTo column: Int) -> Bool {
        let marks = ",[]{}:#\"'".unicodeScalars
        guard right.unicodeScalars.contains(where: { marks.contains($0) && !written.unicodeScalars.contains($0) })
        else {
            return false
        }
        var depth = 0
        for line in lines.dropLast() + [lines.last.map { Array($0.prefix(column)) } ?? []] {
            for scalar in line {
                if scalar == "[" || scalar == "{" { depth += 1 }
                if scalar == "]" || scalar == "}" { depth = max(0, depth - 1) }
            }
        }
        return depth > 0
    }
}
