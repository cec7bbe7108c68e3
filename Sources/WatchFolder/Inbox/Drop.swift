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

    /// Whether it takes the place of the whole return, rather than of single files: it does where it has a `return.yaml`.
    var isWhole: Bool { files["return.yaml"] != nil }

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
    ///   - name: as it was dropped: `communities`, `communities.zip` or `communities-actions.csv`; in letters of either case, and with what
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
            files = try Self.returnFiles(try Self.folder(path, name: name), of: name, directorate: directorate)
        } else if plainName.hasSuffix(".zip") {
            directorate = try Self.directorate(String(plainName.dropLast(4)), of: name, among: directorates)
            let bytes = try Self.bytes(of: own, in: disk, name: name)
            let inside: [String: [UInt8]]
            do throws(ZipArchive.Refusal) {
                inside = try ZipArchive(bytes: bytes).files()
            } catch {
                throw Refusal(.unusableArchive(error), at: name)
            }
            files = try Self.returnFiles(inside, of: name, directorate: directorate)
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

    private static var names: [String] { returnFileNames }

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

    private static func folder(_ path: String, name: String) throws(Refusal) -> [String: [UInt8]] {
        let disk = DiskFiles(root: path)
        do throws(FileError) {
            return try files(of: disk)
        } catch {
            throw Refusal(.unreadable(error), at: error.path.isEmpty ? name : "\(name)/\(error.path)")
        }
    }

    private static func files(of disk: DiskFiles) throws(FileError) -> [String: [UInt8]] {
        let paths = try disk.tree().filter { $0.value != .folder }.keys.sorted()
        if paths.count > Limits.mostFilesInDrop {
            throw tooMuch("it holds more than \(Limits.mostFilesInDrop) files", at: "")
        }
        var files: [String: [UInt8]] = [:]
        var size = 0
        for path in paths {
            guard let bytes = try disk.bytes(of: path) else { continue }
            size += bytes.count
            if size > Limits.largestDrop {
                throw tooMuch("the files come to more than \(Limits.largestDrop >> 20) MB", at: path)
            }
            files[path] = bytes
        }
        return files
    }

    private static func tooMuch(_ reason: String, at path: String) -> FileError {
        FileError(
            operation: "take the folder",
            path: path,
            reason: reason,
            hint: "put only the files of the return into it"
        )
    }

    /// The files without the one folder that a zip program may put around them.
    private static func returnFiles(
        _ inside: [String: [UInt8]],
        of name: String,
        directorate: String
    ) throws(Refusal) -> [String: [UInt8]] {
        let tops = Set(inside.keys.map { $0.split(separator: "/").first ?? "" })
        let isWrapped = tops.count == 1 && inside.keys.allSatisfy { $0.contains("/") }
        var files: [String: [UInt8]] = [:]
        for (path, bytes) in inside {
            let inner = Self.plain(isWrapped ? String(path.drop { $0 != "/" }.dropFirst()) : path)
            guard names.contains(inner) else {
                throw Refusal(.unknownFile(inner), at: "\(name)/\(path)")
            }
            guard files.updateValue(bytes, forKey: inner) == nil else {
                throw Refusal(.repeatedFile(inner), at: "\(name)/\(path)")
            }
        }
        return files
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
                + "`\(directorates.first ?? "directorate")-actions.csv`"
        )
    }

    fileprivate static var emptyDrop: Self {
        Self(
            .emptyDrop,
            "there is no file of a return in it",
            hint: "a return's files: \(own: returnFileNames.inBackticks)"
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
                ?? "a return's files: \(own: returnFileNames.inBackticks)"
        )
    }

    fileprivate static func repeatedFile(_ name: String) -> Self {
        Self(.repeatedReturnFile, "there are two of `\(name)`", hint: "leave the one that is to be taken")
    }
}
