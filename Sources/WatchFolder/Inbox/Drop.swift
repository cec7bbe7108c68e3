// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Intake
import ResourceLimits
import WorkspaceFiles

/// What somebody dropped into the inbox: a return, or files of one.
struct Drop: Equatable {
    var directorate: String
    /// By their names in the return's folder.
    var files: [String: [UInt8]]

    /// Whether it was dropped as a file of the return by itself.
    private(set) var isOneFile = false

    /// Whether it takes the place of the whole return, rather than of single files: it does where it has a `return.yaml`.
    var isWhole: Bool { files["return.yaml"] != nil }

    /// What is wrong with a drop.
    struct Refusal: Error {
        var diagnostics: [Diagnostic]

        init(_ rule: DiagnosticText, at file: String, hint: DiagnosticText) {
            diagnostics = [.error(rule, at: SourceLocation(file: file), hint: hint)]
        }
    }

    /// Reads a drop.
    ///
    /// - Parameters:
    ///   - name: as it was dropped: `communities`, `communities.zip` or `communities-actions.csv`; in letters of either case, and with what
    ///     systems put into the name of a copy.
    ///   - path: where it is now.
    init(name: String, path: String, directorates: [String]) throws(Refusal) {
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        let own = String(path[path.index(after: path.lastIndex(of: "/") ?? path.startIndex)...])
        let disk = DiskFiles(root: parent)
        let plainName = Self.plain(name)
        let kind: FileKind?
        do {
            kind = try disk.kind(of: own)
        } catch {
            throw Refusal(
                "cannot \(error.operation): \(error.reason)",
                at: name,
                hint: DiagnosticText(own: error.hint ?? "drop it again")
            )
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
                throw Refusal(DiagnosticText(own: error.rule), at: name, hint: DiagnosticText(own: error.hint))
            }
            files = try Self.returnFiles(inside, of: name, directorate: directorate)
        } else {
            // The longest name that fits: a directorate may have a hyphen in its own.
            let fitting = Self.names.first { plainName.hasSuffix("-" + $0) && plainName.count > $0.count + 1 }
            guard let fitting else {
                throw Refusal(
                    "`\(name)` is not the name of a return",
                    at: name,
                    hint: "drop a folder or a zip file named after its directorate, or one of its files, such as "
                        + "`\(directorates.first ?? "directorate")-actions.csv`"
                )
            }
            let wanted = String(plainName.dropLast(fitting.count + 1))
            directorate = try Self.directorate(wanted, of: name, among: directorates)
            isOneFile = true
            files = [fitting: try Self.bytes(of: own, in: disk, name: name)]
        }
        if files.isEmpty {
            throw Refusal(
                "there is no file of a return in it",
                at: name,
                hint: "a return's files: \(own: Self.names.inBackticks)"
            )
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
        throw Refusal(
            "`\(wanted)` is not a directorate of the council",
            at: name,
            hint: NearestName.hint(for: wanted, among: directorates, from: .program)
                ?? "name it after the directorate, as council.yaml does"
        )
    }

    private static func bytes(of own: String, in disk: DiskFiles, name: String) throws(Refusal) -> [UInt8] {
        do throws(FileError) {
            guard let bytes = try disk.bytes(of: own) else {
                throw FileError(operation: "read the file", path: name, reason: "it has gone")
            }
            return bytes
        } catch {
            throw Refusal(
                "cannot \(error.operation): \(error.reason)",
                at: name,
                hint: DiagnosticText(own: error.hint ?? "drop it again")
            )
        }
    }

    private static func folder(_ path: String, name: String) throws(Refusal) -> [String: [UInt8]] {
        let disk = DiskFiles(root: path)
        do throws(FileError) {
            return try files(of: disk)
        } catch {
            throw Refusal(
                "cannot \(error.operation): \(error.reason)",
                at: error.path.isEmpty ? name : "\(name)/\(error.path)",
                hint: DiagnosticText(own: error.hint ?? "drop it again")
            )
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
                throw Refusal(
                    "`\(inner)` is not a file of a return",
                    at: "\(name)/\(path)",
                    hint: NearestName.hint(for: inner, among: names, from: .program)
                        ?? "a return's files: \(own: Self.names.inBackticks)"
                )
            }
            guard files.updateValue(bytes, forKey: inner) == nil else {
                throw Refusal(
                    "there are two of `\(inner)`",
                    at: "\(name)/\(path)",
                    hint: "leave the one that is to be taken"
                )
            }
        }
        return files
    }
}
