// SPDX-License-Identifier: Apache-2.0

import CZip
import Glibc
import ResourceLimits

/// An open zip file (libzip), which is not trusted: no name leads out of it, and no file in it is larger than a return can be,
/// whatever its own headers say.
package struct ZipArchive: ~Copyable {
    /// Up to this size any ratio of compression is harmless.
    private static let smallSize = 1 << 20

    /// Why a zip file is refused.
    package struct Refusal: Error, Hashable {
        /// What kind of fault it is, for a reader whose files are zip files under another name.
        package enum Kind: Sendable, Hashable {
            case damaged, locked, tooLarge, unsafe
        }

        /// The kind of fault.
        package var kind: Kind
        /// The rule that it breaks, in lower case.
        package var rule: String
        /// How an officer can mend it.
        package var hint: String
    }

    /// A file in the zip file.
    package struct Entry: Sendable, Hashable {
        /// Its path, with `/` between the parts.
        package var path: String
        fileprivate var index: zip_uint64_t
    }

    private let archive: OpaquePointer

    /// Opens a zip file from its bytes, so that the library opens no path.
    package init(bytes: [UInt8]) throws(Refusal) {
        // The library frees the copy.
        guard let copy = malloc(max(1, bytes.count)) else { throw Self.damaged }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            free(copy)
            throw Self.damaged
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw Refusal(
                kind: .damaged,
                rule: "the file is damaged, or is no zip file",
                hint: "make it again, or drop the folder itself"
            )
        }
        self.archive = archive
    }

    deinit { zip_discard(archive) }

    /// The files in it by their paths, without those that ``IgnoredFile`` matches.
    package func files() throws(Refusal) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        var total = 0
        let entries = try entries(atMost: Limits.mostFilesInDrop)
        for entry in entries
        where !entry.path.split(separator: "/").contains(where: { IgnoredFile.matches(String($0)) }) {
            let bytes = try bytes(of: entry, atMost: min(Limits.largestDrop - total, Limits.largestFile))
            total += bytes.count
            files[entry.path] = bytes
        }
        return files
    }

    /// The files in it, each path once, without folders and what the Finder of a Mac adds. Nothing is unpacked.
    ///
    /// - Parameter most: how many files there may be.
    package func entries(atMost most: Int) throws(Refusal) -> [Entry] {
        let count = zip_get_num_entries(archive, 0)
        guard count <= most else {
            throw Refusal(
                kind: .tooLarge,
                rule: "the zip file holds more than \(most) files",
                hint: "put only the files of the return into it"
            )
        }
        var entries: [Entry] = []
        var paths: Set<String> = []
        for index in 0..<zip_uint64_t(max(0, count)) {
            guard let written = zip_get_name(archive, index, ZIP_FL_ENC_GUESS).map({ String(cString: $0) }) else {
                throw Self.damaged
            }
            // Old Windows programs separate names with backslashes.
            let name = written.replacing("\\", with: "/")
            try checkName(name)
            // As a file system reads `./a//b`.
            let parts = name.split(separator: "/").filter { $0 != "." }
            if name.hasSuffix("/") || parts.first == "__MACOSX" { continue }
            guard !parts.isEmpty else {
                throw Refusal(
                    kind: .unsafe,
                    rule: "the zip file holds a file without a name",
                    hint: "make it again, or drop the folder itself"
                )
            }
            let path = parts.joined(separator: "/")
            if isLink(index) {
                throw Refusal(
                    kind: .unsafe,
                    rule: "the zip file holds a link, `\(path)`",
                    hint: "put the file itself into it"
                )
            }
            guard paths.insert(path).inserted else {
                throw Refusal(kind: .unsafe, rule: "the zip file holds `\(path)` twice", hint: "make it again")
            }
            entries.append(Entry(path: path, index: index))
        }
        return entries
    }

    private func checkName(_ name: String) throws(Refusal) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let leadsOut =
            name.hasPrefix("/") || name.contains("\0") || parts.contains("..")
            || (parts.first?.dropFirst().first == ":")
        if leadsOut {
            throw Refusal(
                kind: .unsafe,
                rule: "the zip file holds a name that leads out of it",
                hint: "make it again with a program that you trust"
            )
        }
    }

    /// Whether an entry is a symbolic link: its Unix mode is in the upper half of the attributes.
    private func isLink(_ index: zip_uint64_t) -> Bool {
        var system: zip_uint8_t = 0
        var attributes: zip_uint32_t = 0
        guard zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 else { return false }
        return (attributes >> 16) & 0o170000 == 0o120000
    }

    /// The bytes of a file.
    ///
    /// - Parameter most: how many there may be.
    package func bytes(of entry: Entry, atMost most: Int) throws(Refusal) -> [UInt8] {
        var bytes: [UInt8] = []
        try read(entry, atMost: most) { chunk in
            bytes += chunk
            return true
        }
        return bytes
    }

    /// Unpacks a file piece by piece. Reading stops at the limit, since the size in the entry's header is only a claim.
    ///
    /// - Parameters:
    ///   - most: how many bytes there may be.
    ///   - use: takes the next piece, and says whether the rest is wanted.
    package func read(
        _ entry: Entry,
        atMost most: Int,
        _ use: (UnsafeRawBufferPointer) -> Bool
    ) throws(Refusal) {
        var status = zip_stat_t()
        guard zip_stat_index(archive, entry.index, 0, &status) == 0 else { throw Self.damaged }
        if status.encryption_method != UInt16(ZIP_EM_NONE) {
            throw Refusal(
                kind: .locked,
                rule: "the zip file is locked with a password",
                hint: "make it again without one"
            )
        }
        let tooLarge = Refusal(
            kind: .tooLarge,
            rule: "`\(entry.path)` in the zip file is larger than a return can be",
            hint: "put only the files of the return into it"
        )
        guard status.size <= UInt64(most) else { throw tooLarge }
        guard let file = zip_fopen_index(archive, entry.index, 0) else { throw Self.damaged }
        defer { zip_fclose(file) }
        let packed = Int(clamping: status.comp_size)
        let unpacked = packed.multipliedReportingOverflow(by: Limits.highestZipRatio)
        let limit = min(most, max(Self.smallSize, unpacked.overflow ? .max : unpacked.partialValue))
        var total = 0
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = zip_fread(file, &buffer, UInt64(buffer.count))
            if count < 0 { throw Self.damaged }
            if count == 0 { return }
            total += Int(count)
            if total > limit { throw tooLarge }
            let goesOn = buffer.withUnsafeBytes { use(UnsafeRawBufferPointer(rebasing: $0[..<Int(count)])) }
            if !goesOn { return }
        }
    }

    private static var damaged: Refusal {
        Refusal(kind: .damaged, rule: "the zip file is damaged", hint: "make it again, or drop the folder itself")
    }
}
