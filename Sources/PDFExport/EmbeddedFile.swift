// SPDX-License-Identifier: Apache-2.0

/// A file that is embedded in a PDF: the data of what the paper prints (ISO 32000-1, 7.11.4).
package struct EmbeddedFile: Sendable, Hashable {
    /// Without a folder: `figures.csv`.
    package var name: String
    /// What a reader shows beside the name.
    package var description: String
    /// Its type, as `text/csv`.
    package var mediaType: String
    /// All of the file.
    package var bytes: [UInt8]

    package init(name: String, description: String, mediaType: String, bytes: [UInt8]) {
        self.name = name
        self.description = description
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// The part of ISO 19005 that a PDF conforms to, at level A in both.
package enum ArchivalPart: Sendable, Hashable {
    /// PDF/A-2a (ISO 19005-2). A file without embedded files.
    case two
    /// PDF/A-3a (ISO 19005-3), which permits embedded files of any type.
    case three
}
