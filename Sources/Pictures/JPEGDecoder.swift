// SPDX-License-Identifier: Apache-2.0

import CTurboJPEG

/// Decodes JPEG files with TurboJPEG, which returns errors where libjpeg leaves by `longjmp`.
///
/// Owns the decoder.
struct JPEGDecoder: ~Copyable {
    private let handle: tjhandle

    init() throws(PictureError) {
        guard let handle = tjInitDecompress() else { throw .damaged("there is no memory to read it") }
        self.handle = handle
    }

    deinit { tjDestroy(handle) }

    /// The pixels of a file: grey, YCbCr and the inks of CMYK become red, green and blue.
    func pixels(of bytes: [UInt8], _ segments: JPEGSegments) throws(PictureError) -> [UInt8] {
        var size = (width: Int32(0), height: Int32(0))
        var (subsampling, space) = (Int32(0), Int32(0))
        let count = UInt(bytes.count)
        guard tjDecompressHeader3(handle, bytes, count, &size.width, &size.height, &subsampling, &space) == 0 else {
            throw .damaged(message)
        }
        guard Int(size.width) == segments.width, Int(size.height) == segments.height else {
            throw .damaged("its header is not what it says")
        }
        let hasInks = space == Int32(TJCS_CMYK.rawValue) || space == Int32(TJCS_YCCK.rawValue)
        let pixels = segments.width * segments.height
        var isRead = false
        let decoded = [UInt8](unsafeUninitializedCapacity: pixels * (hasInks ? 4 : 3)) { buffer, initialized in
            let format = hasInks ? TJPF_CMYK : TJPF_RGB
            // A file that ends too early is a warning to the library, which makes up the rest.
            let flags = TJFLAG_STOPONWARNING
            isRead =
                tjDecompress2(
                    handle,
                    bytes,
                    count,
                    buffer.baseAddress,
                    size.width,
                    0,
                    size.height,
                    Int32(format.rawValue),
                    flags
                ) == 0
            initialized = isRead ? buffer.count : 0
        }
        guard isRead else { throw .damaged(message) }
        return hasInks ? Self.colours(ofInks: decoded, areInverted: segments.hasAdobeMarker) : decoded
    }

    /// Red, green and blue of cyan, magenta, yellow and black.
    ///
    /// A plain conversion: the profile of a printing press, which the file may hold, is left aside.
    private static func colours(ofInks inks: [UInt8], areInverted: Bool) -> [UInt8] {
        let count = inks.count / 4
        return inks.withUnsafeBufferPointer { inks in
            [UInt8](unsafeUninitializedCapacity: count * 3) { colours, initialized in
                for pixel in 0..<count {
                    let black = Int(areInverted ? inks[pixel * 4 + 3] : 255 - inks[pixel * 4 + 3])
                    for channel in 0..<3 {
                        let ink = inks[pixel * 4 + channel]
                        let light = Int(areInverted ? ink : 255 - ink)
                        colours[pixel * 3 + channel] = UInt8((light * black + 127) / 255)
                    }
                }
                initialized = count * 3
            }
        }
    }

    /// The library's own words.
    private var message: String {
        tjGetErrorStr2(handle).map { String(cString: $0) } ?? "the library does not say why"
    }
}
