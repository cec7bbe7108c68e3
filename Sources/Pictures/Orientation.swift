// SPDX-License-Identifier: Apache-2.0

/// How a camera was held: the orientation of Exif (Exif 2.32, 4.6.4), from 1 to 8.
struct Orientation {
    /// Whether each row is mirrored.
    private var isMirrored = false
    /// Whether the last row is the first.
    private var isUpsideDown = false
    /// Whether rows become columns, after that.
    private(set) var isTransposed = false

    static let upright = Orientation()

    private init() {}

    /// The orientation that Exif data say, which are a TIFF file; upright if they say none.
    init(exif bytes: ArraySlice<UInt8>) {
        var reader = ByteReader(bytes: bytes)
        if reader.holds("II", at: 0) { reader.isLittleEndian = true } else if !reader.holds("MM", at: 0) { return }
        guard let directory = reader.number(4, at: 4), let count = reader.number(2, at: directory) else { return }
        for index in 0..<count {
            let entry = directory + 2 + index * 12
            guard let tag = reader.number(2, at: entry) else { return }
            guard tag == 0x0112 else { continue }
            let value = reader.number(2, at: entry + 8) ?? 1
            guard (1...8).contains(value) else { return }
            isMirrored = [2, 3, 7, 8].contains(value)
            // 6 is turned a quarter clockwise to be upright: what is at the lower left comes to the upper left.
            isUpsideDown = [3, 4, 6, 7].contains(value)
            isTransposed = value >= 5
            return
        }
    }

    /// The image, upright.
    func applied(to image: RasterImage) -> RasterImage {
        if !isMirrored, !isUpsideDown, !isTransposed { return image }
        let (width, height) = (image.width, image.height)
        let pixels = image.pixels.withUnsafeBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: source.count) { target, initialized in
                for row in 0..<height {
                    let newRow = isUpsideDown ? height - 1 - row : row
                    for column in 0..<width {
                        let newColumn = isMirrored ? width - 1 - column : column
                        let place = isTransposed ? newColumn * height + newRow : newRow * width + newColumn
                        for channel in 0..<3 {
                            target[place * 3 + channel] = source[(row * width + column) * 3 + channel]
                        }
                    }
                }
                initialized = source.count
            }
        }
        return RasterImage(
            width: isTransposed ? height : width,
            height: isTransposed ? width : height,
            pixels: pixels,
            digest: image.digest
        )
    }
}
