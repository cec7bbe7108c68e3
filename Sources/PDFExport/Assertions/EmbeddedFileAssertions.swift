// SPDX-License-Identifier: Apache-2.0

/// Embedded files are in PDF/A-3 alone, and each says what it is (ISO 19005-3, 6.8; ISO 14289-1, 7.11).
///
/// PDF/A-2 permits embedded files that are PDF/A themselves; data never are.
struct EmbeddedFileAssertions {
    let files: [EmbeddedFile]
    let part: ArchivalPart

    func check() throws(ExportError) {
        if part == .two, let file = files.first { throw ExportError("`\(file.name)` is embedded in PDF/A-2a") }
        if part == .three, files.isEmpty { throw ExportError("PDF/A-3a is claimed, and no file is embedded") }
        var names: Set<String> = []
        for file in files {
            // A reader saves a file under this name.
            guard !file.name.isEmpty, !file.name.hasPrefix("."), file.name.utf8.allSatisfy(\.isOfName) else {
                throw ExportError("`\(file.name)` is not a name for an embedded file")
            }
            guard names.insert(file.name).inserted else { throw ExportError("two files are called `\(file.name)`") }
            if TextDigest(file.description).isEmpty { throw ExportError("`\(file.name)` does not say what it is") }
            let type = file.mediaType.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            guard type.count == 2, type.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isOfName) }) else {
                throw ExportError("`\(file.name)` has no type, but `\(file.mediaType)`")
            }
        }
    }
}

extension UInt8 {
    /// Whether it may be in the name of a file and in a media type.
    fileprivate var isOfName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "+"):
            true
        default: false
        }
    }
}
