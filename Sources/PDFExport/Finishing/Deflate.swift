// SPDX-License-Identifier: Apache-2.0

import CDeflate

/// Compresses bytes as PDF's FlateDecode expects them (zlib, RFC 1950), with libdeflate.
///
/// Owns the compressor and its output buffer.
final class Deflater {
    private let compressor: OpaquePointer
    private var room: UnsafeMutableRawBufferPointer

    /// - Throws: an ``ExportError`` if there is no memory.
    init() throws(ExportError) {
        guard let compressor = libdeflate_alloc_compressor(level) else { throw ExportError("libdeflate has no memory") }
        self.compressor = compressor
        room = .allocate(byteCount: 0, alignment: 1)
    }

    deinit {
        libdeflate_free_compressor(compressor)
        room.deallocate()
    }

    /// Compresses bytes of any kind, to the last one.
    func compressed(binary data: PDFBytes) throws(ExportError) -> [UInt8] {
        try data.bytes.lend { bytes throws(ExportError) in try compressed(bytes) }
    }

    /// Compresses PDF syntax: the content of a page, or objects. White space at its end has no meaning (ISO 32000-1, 7.2.2).
    ///
    /// A space is added if the stream would end with a carriage return, which some checkers take for a part of the end of line after it. Another level of compression would not help: the last byte is of the checksum (RFC 1950).
    func compressed(syntax data: PDFBytes) throws(ExportError) -> [UInt8] {
        let compressed = try compressed(binary: data)
        if compressed.last != 0x0D { return compressed }
        var longer = data
        longer.append(byte: 0x20)
        return try self.compressed(syntax: longer)
    }

    private func compressed(_ bytes: UnsafeRawBufferPointer) throws(ExportError) -> [UInt8] {
        let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
        if room.count < bound {
            room.deallocate()
            room = .allocate(byteCount: bound, alignment: 1)
        }
        let count = libdeflate_zlib_compress(compressor, bytes.baseAddress, bytes.count, room.baseAddress, room.count)
        guard count > 0 else { throw ExportError("libdeflate could not compress") }
        return Array(room[..<count])
    }
}

/// What libdeflate calls its default: higher levels take far longer for a few per cent.
private let level: Int32 = 6

/// Decompresses what Cairo has written, with libdeflate.
///
/// Owns the decompressor and its output buffer.
final class Inflater {
    private let decompressor: OpaquePointer
    private var room: UnsafeMutableRawBufferPointer

    /// - Throws: an ``ExportError`` if there is no memory.
    init() throws(ExportError) {
        guard let decompressor = libdeflate_alloc_decompressor() else { throw ExportError("libdeflate has no memory") }
        self.decompressor = decompressor
        room = .allocate(byteCount: 1 << 16, alignment: 1)
    }

    deinit {
        libdeflate_free_decompressor(decompressor)
        room.deallocate()
    }

    /// Decompresses bytes; the result is valid until the next call.
    ///
    /// - Throws: an ``ExportError`` if they are not a whole zlib stream.
    func inflated(_ bytes: UnsafeRawBufferPointer) throws(ExportError) -> UnsafeRawBufferPointer {
        while true {
            var count = 0
            let result = libdeflate_zlib_decompress(
                decompressor,
                bytes.baseAddress,
                bytes.count,
                room.baseAddress,
                room.count,
                &count
            )
            switch result {
            case LIBDEFLATE_SUCCESS: return UnsafeRawBufferPointer(rebasing: room[..<count])
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                let larger = room.count * 2
                room.deallocate()
                room = .allocate(byteCount: larger, alignment: 1)
            default: throw ExportError("a stream of Cairo's file cannot be decompressed")
            }
        }
    }
}
