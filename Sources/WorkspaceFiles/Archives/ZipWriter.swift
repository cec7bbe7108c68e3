// SPDX-License-Identifier: Apache-2.0

import CZip
import Glibc

/// A zip file that is being written (libzip), the same bytes each time: nothing is packed, and every file has the first day that a zip file
/// can name.
///
/// ```
/// var zip = try ZipWriter()
/// try zip.add(part, at: "word/document.xml")
/// let bytes = try zip.finish()
/// ```
package struct ZipWriter: ~Copyable {
    /// The library could not write, for want of memory.
    package struct Failure: Error {}

    /// 1 January 1980, as MS-DOS writes it.
    private static let day: zip_uint16_t = 33

    private let archive: OpaquePointer
    /// Holds the bytes once the file is closed.
    private let source: OpaquePointer
    private var isClosed = false

    package init() throws(Failure) {
        var error = zip_error_t()
        guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw Failure() }
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
            zip_source_free(source)
            throw Failure()
        }
        // The library frees the source with the file, and its bytes are wanted after that.
        zip_source_keep(source)
        self.archive = archive
        self.source = source
    }

    deinit {
        if !isClosed { zip_discard(archive) }
        zip_source_free(source)
    }

    /// Adds a file.
    package mutating func add(_ bytes: [UInt8], at path: String) throws(Failure) {
        // The library frees the copy.
        guard let copy = malloc(max(1, bytes.count)) else { throw Failure() }
        bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
        guard let part = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            throw Failure()
        }
        let index = zip_file_add(archive, path, part, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(part)
            throw Failure()
        }
        guard zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0) == 0,
            zip_file_set_dostime(archive, zip_uint64_t(index), 0, Self.day, 0) == 0
        else { throw Failure() }
    }

    /// Ends the file.
    ///
    /// - Returns: its bytes.
    package consuming func finish() throws(Failure) -> [UInt8] {
        guard zip_close(archive) == 0 else { throw Failure() }
        isClosed = true
        guard zip_source_open(source) == 0 else { throw Failure() }
        defer { zip_source_close(source) }
        guard zip_source_seek(source, 0, SEEK_END) == 0 else { throw Failure() }
        let count = Int(zip_source_tell(source))
        guard count >= 0, zip_source_seek(source, 0, SEEK_SET) == 0 else { throw Failure() }
        var bytes = [UInt8](repeating: 0, count: count)
        let read = bytes.withUnsafeMutableBytes { buffer in
            // libzip 1.11 takes no pointer that may be null.
            buffer.baseAddress.map { zip_source_read(source, $0, zip_uint64_t(count)) } ?? 0
        }
        guard read == count else { throw Failure() }
        return bytes
    }
}
