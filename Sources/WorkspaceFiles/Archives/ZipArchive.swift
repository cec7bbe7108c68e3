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
        /// The rule that it breaks, in lower case.
        package var rule: String
        /// How an officer can mend it.
        package var hint: String
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
            throw Refusal(rule: "the file is not a good zip file", hint: "make it again, or drop the folder itself")
        }
        self.archive = archive
    }

    deinit { zip_discard(archive) }

    /// The files in it by their paths, without those that ``IgnoredFile`` matches.
    package func files() throws(Refusal) -> [String: [UInt8]] {
        let count = zip_get_num_entries(archive, 0)
        guard count <= Limits.mostFilesInDrop else {
            throw Refusal(
                rule: "the zip file holds more than \(Limits.mostFilesInDrop) files",
                hint: "put only the files of the return into it"
            )
        }
        var files: [String: [UInt8]] = [:]
        var total = 0
        for index in 0..<zip_uint64_t(max(0, count)) {
            guard let written = zip_get_name(archive, index, ZIP_FL_ENC_GUESS).map({ String(cString: $0) }) else {
                throw Self.damaged
            }
            // Old Windows programs separate names with backslashes.
            let name = written.replacing("\\", with: "/")
            try checkName(name)
            let parts = name.split(separator: "/")
            if name.hasSuffix("/") || parts.first == "__MACOSX"
                || parts.contains(where: { IgnoredFile.matches(String($0)) })
            {
                continue
            }
            let path = parts.joined(separator: "/")
            if isLink(index) {
                throw Refusal(rule: "the zip file holds a link, `\(path)`", hint: "put the file itself into it")
            }
            let bytes = try bytes(of: index, path: path, room: Limits.largestDrop - total)
            total += bytes.count
            guard files.updateValue(bytes, forKey: path) == nil else {
                throw Refusal(rule: "the zip file holds `\(path)` twice", hint: "make it again")
            }
        }
        return files
    }

    private func checkName(_ name: String) throws(Refusal) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let leadsOut =
            name.hasPrefix("/") || name.contains("\0") || parts.contains("..")
            || (parts.first?.dropFirst().first == ":")
        if leadsOut {
            throw Refusal(
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

    /// The bytes of an entry. Reading stops at the limit, since the size in the entry's header is only a claim.
    private func bytes(of index: zip_uint64_t, path: String, room: Int) throws(Refusal) -> [UInt8] {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw Self.damaged }
        if status.encryption_method != UInt16(ZIP_EM_NONE) {
            throw Refusal(rule: "the zip file is locked with a password", hint: "make it again without one")
        }
        let tooLarge = Refusal(
            rule: "`\(path)` in the zip file is larger than a return can be",
            hint: "put only the files of the return into it"
        )
        guard status.size <= UInt64(Limits.largestFile) else { throw tooLarge }
        guard let file = zip_fopen_index(archive, index, 0) else { throw Self.damaged }
        defer { zip_fclose(file) }
        let packed = Int(clamping: status.comp_size)
        let unpacked = packed.multipliedReportingOverflow(by: Limits.highestZipRatio)
        let limit = min(room, Limits.largestFile, max(Self.smallSize, unpacked.overflow ? .max : unpacked.partialValue))
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = zip_fread(file, &buffer, UInt64(buffer.count))
            if count < 0 { throw Self.damaged }
            if count == 0 { return bytes }
            bytes += buffer[..<Int(count)]
            if bytes.count > limit { throw tooLarge }
        }
    }

    private static var damaged: Refusal {
        Refusal(rule: "the zip file is damaged", hint: "make it again, or drop the folder itself")
    }
}
