// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Intake
import ResourceLimits
import WorkspaceFiles

/// What somebody dropped into the inbox: a return, or files of one.
package struct Drop: Equatable {
    /// The identifier of the directorate, as the council has it.
    package var directorate: String
    /// By their names in the return's folder.
    package var files: [String: [UInt8]]

    /// Whether it was dropped as a file of the return by itself.
    private(set) var isOneFile = false

    /// A drop of these files.
    init(directorate: String, files: [String: [UInt8]]) {
        self.directorate = directorate
        self.files = files
    }

    /// Whether it takes the place of the whole return, rather than of single files: it does where it has a `return.yaml`, or a workbook with
    /// a statement.
    var isWhole: Bool {
        files["return.yaml"] != nil
            || files.keys.contains(where: Self.isStatement) && files.keys.contains(where: isWorkbook)
    }

    /// Whether a file is the statement of a return, in whatever format.
    private static func isStatement(_ name: String) -> Bool { name == "statement.md" || name == statementDocument }

    /// Whether a file of the return goes once the drop is taken: a return has one workbook, whatever it is called, and one
    /// statement.
    func replaces(_ name: String) -> Bool {
        files[name] != nil || isWorkbook(name) && files.keys.contains(where: isWorkbook)
            || Self.isStatement(name) && files.keys.contains(where: Self.isStatement)
    }

    /// What is wrong with a drop.
    package struct Refusal: Error {
        /// One for each fault, located in the drop.
        package var diagnostics: [Diagnostic]

        init(_ message: Diagnostic.Message, at file: String) {
            diagnostics = [Diagnostic(message, at: SourceLocation(in: SourceFile(file, subject: .drop)))]
        }
    }

    /// Reads a drop.
    ///
    /// - Parameters:
    ///   - name: as it was dropped: `communities`, `communities.zip`, `communities.xlsx` or `communities-actions.csv`; in letters of either case, and with what
    ///     systems put into the name of a copy.
    ///   - path: where it is now.
    package init(name: String, path: String, directorates: [String]) throws(Refusal) {
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        let own = String(path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...])
        let disk = DiskFiles(root: parent)
        let plainName = Self.plain(name)
        let kind: FileKind?
        do {
            kind = try disk.kind(of: own)
        } catch {
            throw Refusal(.unreadable(error), at: name)
        }
        if kind == .folder {
            directorate = try Self.directorate(plainName, of: name, among: directorates)
            files = try Self.folder(path, name: name, directorate: directorate)
        } else if plainName.hasSuffix(".zip") {
            directorate = try Self.directorate(String(plainName.dropLast(4)), of: name, among: directorates)
            let bytes = try Self.bytes(of: own, in: disk, name: name)
            let inside: [String: [UInt8]]
            do throws(ZipArchive.Refusal) {
                inside = try ZipArchive(bytes: bytes).files()
            } catch {
                throw Refusal(.unusableArchive(error), at: name)
            }
            let names = try Self.returnNames(inside.keys.sorted(), of: name, directorate: directorate)
            files = inside.reduce(into: [:]) { files, file in names[file.key].map { files[$0] = file.value } }
        } else if isWorkbook(plainName) {
            directorate = try Self.directorate(String(plainName.dropLast(5)), of: name, among: directorates)
            isOneFile = true
            files = [Self.workbook(of: directorate): try Self.bytes(of: own, in: disk, name: name)]
        } else if isDocument(plainName),
            let own = directorates.first(where: { $0.lowercased() + ".docx" == plainName })
        {
            directorate = own
            isOneFile = true
            files = [
                statementDocument: try Self.bytes(
                    of: String(path.split(separator: "/").last ?? ""),
                    in: disk,
                    name: name
                )
            ]
        } else {
            // The longest name that fits: a directorate may have a hyphen in its own.
            let fitting = Self.names.first { plainName.hasSuffix("-" + $0) && plainName.count > $0.count + 1 }
            guard let fitting else {
                throw Refusal(.notAReturn(name, of: directorates), at: name)
            }
            let wanted = String(plainName.dropLast(fitting.count + 1))
            directorate = try Self.directorate(wanted, of: name, among: directorates)
            isOneFile = true
            files = [fitting: try Self.bytes(of: own, in: disk, name: name)]
        }
        if files.isEmpty {
            throw Refusal(.emptyDrop, at: name)
        }
    }

    /// The names of the files that a return may have.
    static var names: [String] { returnFileNames }

    /// The name of the workbook that a directorate drops, whatever it was called.
    static func workbook(of directorate: String) -> String { directorate + ".xlsx" }

    /// A name in small letters, without what systems put into that of a copy: ` (1)`, ` - Copy`, ` copy 2`, before the ending.
    private static func plain(_ name: String) -> String {
        let copyMarks = /(?: - copy| copy(?: [0-9]+)?| ?\((?:[0-9]+|copy)\))+(?<ending>\.[a-z]+)?$/
        return name.lowercased().replacing(copyMarks) { $0.output.ending ?? "" }
    }

    private static func directorate(
        _ wanted: String,
        of name: String,
        among directorates: [String]
    ) throws(Refusal) -> String {
        if let directorate = directorates.first(where: { $0.lowercased() == wanted }) { return directorate }
        throw Refusal(.unknownDirectorate(wanted, among: directorates), at: name)
    }

    private static func bytes(of own: String, in disk: DiskFiles, name: String) throws(Refusal) -> [UInt8] {
        do throws(FileError) {
            guard let bytes = try disk.bytes(of: own) else {
                throw FileError(operation: "read the file", path: name, reason: "it has gone")
            }
            return bytes
        } catch {
            throw Refusal(.unreadable(error), at: name)
        }
    }

    /// The files in a folder, each by the name that it has in a return. Nothing is read before all names and sizes are known to be good.
    ///
    /// - Parameter directorate: whose return it is.
    private static func folder(
        _ path: String,
        name: String,
        directorate: String
    ) throws(Refusal) -> [String: [UInt8]] {
        let disk = DiskFiles(root: path)
        func refusal(_ error: FileError) -> Refusal {
            Refusal(.unreadable(error), at: error.path.isEmpty ? name : "\(name)/\(error.path)")
        }
        let sizes: [String: Int64]
        do throws(FileError) {
            sizes = try self.sizes(of: disk)
        } catch {
            throw refusal(error)
        }
        let names = try returnNames(sizes.keys.sorted(), of: name, directorate: directorate)
        var total: Int64 = 0
        for (path, size) in sizes.sorted(by: { $0.key < $1.key }) {
            total += size
            if total > Limits.largestDrop {
                throw refusal(tooMuch("the files come to more than \(Limits.largestDrop >> 20) MB", at: path))
            }
        }
        do throws(FileError) {
            var files: [String: [UInt8]] = [:]
            for (path, name) in names { files[name] = try disk.bytes(of: path) }
            return files
        } catch {
            throw refusal(error)
        }
    }

    /// The sizes of the files in a folder, by their paths in it.
    private static func sizes(of disk: DiskFiles) throws(FileError) -> [String: Int64] {
        var sizes: [String: Int64] = [:]
        for (path, entry) in try disk.tree() {
            if case .file(let mark) = entry { sizes[path] = mark.size }
        }
        if sizes.count > Limits.mostFilesInDrop {
            throw tooMuch("it holds more than \(Limits.mostFilesInDrop) files", at: "")
        }
        return sizes
    }

    private static func tooMuch(_ reason: String, at path: String) -> FileError {
        FileError(
            operation: "take the folder",
            path: path,
            reason: reason,
            hint: "put only the files of the return into it"
        )
    }

    /// The name in a return of each file of a drop, by its path in the drop, without the one folder that a zip program may put around them.
    private static func returnNames(
        _ paths: [String],
        of name: String,
        directorate: String
    ) throws(Refusal) -> [String: String] {
        let tops = Set(paths.map { $0.split(separator: "/").first ?? "" })
        let isWrapped = tops.count == 1 && paths.allSatisfy { $0.contains("/") }
        var inner: [String: String] = [:]
        var taken: Set<String> = []
        for path in paths {
            var plain = Self.plain(isWrapped ? String(path.drop { $0 != "/" }.dropFirst()) : path)
            // Whatever a workbook is called, it is the return's.
            if isWorkbook(plain), !plain.contains("/") { plain = Self.workbook(of: directorate) }
            guard plain == Self.workbook(of: directorate) || names.contains(plain) else {
                throw Refusal(.unknownFile(plain), at: "\(name)/\(path)")
            }
            guard taken.insert(plain).inserted else {
                throw Refusal(.repeatedFile(plain), at: "\(name)/\(path)")
            }
            inner[path] = plain
        }
        return inner
    }
}

extension Diagnostic.Message {
    fileprivate static func unreadable(_ error: FileError) -> Self {
        Self(
            .unreadableFile,
            "cannot \(error.operation): \(error.reason)",
            hint: DiagnosticText(own: error.hint ?? "drop it again")
        )
    }

    fileprivate static func unusableArchive(_ error: ZipArchive.Refusal) -> Self {
        Self(.unusableArchive, DiagnosticText(own: error.rule), hint: DiagnosticText(own: error.hint))
    }

    fileprivate static func notAReturn(_ name: String, of directorates: [String]) -> Self {
        Self(
            .invalidDropName,
            "`\(name)` is not the name of a return",
            hint: "drop a folder or a zip file named after its directorate, or one of its files, such as "
                + "`\(directorates.first ?? "directorate").xlsx`"
        )
    }

    fileprivate static var emptyDrop: Self {
        Self(
            .emptyDrop,
            "there is no file of a return in it",
            hint: "a return's files: \(own: returnFileNames.inBackticks), or a workbook"
        )
    }

    fileprivate static func unknownDirectorate(_ name: String, among directorates: [String]) -> Self {
        Self(
            .unknownDirectorate,
            "`\(name)` is not a directorate of the council",
            hint: NearestName.hint(for: name, among: directorates, from: .program)
                ?? "name it after the directorate, as council.yaml does"
        )
    }

    fileprivate static func unknownFile(_ name: String) -> Self {
        Self(
            .unknownReturnFile,
            "`\(name)` is not a file of a return",
            hint: NearestName.hint(for: name, among: returnFileNames, from: .program)
                ?? "a return's files: \(own: returnFileNames.inBackticks), or a workbook"
        )
    }

    fileprivate static func repeatedFile(_ name: String) -> Self {
        Self(.repeatedReturnFile, "there are two of `\(name)`", hint: "leave the one that is to be taken")
    }
}
