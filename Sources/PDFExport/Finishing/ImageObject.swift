// SPDX-License-Identifier: Apache-2.0

/// The image XObject that Cairo writes for an opaque image (ISO 32000-1, 8.9.5).
///
/// Cairo says `DeviceGray` of an image without colours, with one bit where it is only black and white. Both device colour spaces are what
/// the output intent covers (ISO 19005-2, 6.2.4.3).
enum ImageObject {
    /// For each key, the values that it may have; `nil` for a number or what is written anew.
    private static let known: [String: [String]?] = [
        "Length": nil,
        "Filter": ["/FlateDecode"],
        "Type": ["/XObject"],
        "Subtype": ["/Image"],
        "Width": nil,
        "Height": nil,
        "ColorSpace": ["/DeviceRGB", "/DeviceGray"],
        "Interpolate": nil,
        "BitsPerComponent": ["8", "1"],
    ]

    /// - Throws: an ``ExportError`` for an image with a mask, in another colour space, or with anything else that Cairo does not write for
    ///   an opaque one.
    static func check(_ dictionary: PDFDictionary, in file: CairoFile) throws(ExportError) {
        for entry in dictionary.entries {
            guard let values = known[entry.key] else {
                throw ExportError("`\(entry.key)` of an image of Cairo's file is not known")
            }
            let value = String(decoding: file.bytes[entry.value], as: UTF8.self)
            guard values?.contains(value) ?? true else {
                throw ExportError("`\(entry.key)` of an image of Cairo's file is `\(value)`, which is not known")
            }
        }
    }
}
