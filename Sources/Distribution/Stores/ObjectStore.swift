// SPDX-License-Identifier: Apache-2.0

import Digests

/// Where snapshots and papers are kept that several machines work on: objects under names, each whole or not there.
package protocol ObjectStore: Sendable {
    /// The bytes of an object, or `nil` if there is none.
    func bytes(of name: String) throws(StoreError) -> [UInt8]?

    /// Keeps an object, durably when this returns. One of the name is replaced.
    func put(_ bytes: [UInt8], as name: String) throws(StoreError)

    /// Replaces an object by what a function makes of it, so that of two who do so at once neither is lost.
    ///
    /// - Parameter change: is given the bytes that are there, and returns those that shall be, or `nil` to leave it. It may be called again.
    func update(_ name: String, _ change: ([UInt8]?) -> [UInt8]?) throws(StoreError)
}

/// What an object, or all files of a workspace, may have at most, in bytes.
let mostBytesOfObject = 1 << 30

/// Why a store does not do what it should.
package struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String

    package init(_ description: String) { self.description = description }
}

extension ObjectStore {
    /// Keeps bytes under their digest.
    ///
    /// - Returns: the digest.
    @discardableResult
    func put(blob bytes: [UInt8]) throws(StoreError) -> String {
        let digest = contentDigest(of: bytes)
        try put(bytes, as: ObjectName.blob(digest))
        return digest
    }

    /// The bytes of a digest; they are digested again, since what a store gives is not trusted.
    ///
    /// - Throws: a ``StoreError`` if there are none, or others.
    func blob(_ digest: String, as name: String? = nil) throws(StoreError) -> [UInt8] {
        let name = name ?? ObjectName.blob(digest)
        guard let bytes = try bytes(of: name) else { throw StoreError("\(name) is not in the store") }
        guard contentDigest(of: bytes) == digest else { throw StoreError("\(name) is damaged in the store") }
        return bytes
    }
}

/// The names of objects in a store.
enum ObjectName {
    /// A file of a snapshot or of a paper, by its digest.
    static func blob(_ digest: String) -> String { "blobs/\(digest.prefix(2))/\(digest)" }

    /// The manifest of a snapshot, by its digest.
    static func snapshot(_ digest: String) -> String { "snapshots/\(digest).json" }

    /// The files of a paper that a council has now.
    static func view(ofCouncil council: String, stem: String) -> String { "views/\(council)/\(stem).json" }

    /// The SHA-256 digest of bytes.
    static func digest(of bytes: [UInt8]) -> String { contentDigest(of: bytes) }

    /// Whether it is a digest, as names of objects have it.
    static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// Whether it can be a part of a name in any store: letters without accents, digits, and a few signs between.
    static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 200 && !text.hasPrefix(".")
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }

    /// The name that a council has in a store, of its name in words: `fenwick-vale-council`.
    static func plain(_ name: String) -> String {
        var plain = ""
        for character in name.lowercased() {
            if character.isASCII, character.isLetter || character.isNumber {
                plain.append(character)
            } else if !plain.isEmpty, !plain.hasSuffix("-") {
                plain.append("-")
            }
        }
        while plain.hasSuffix("-") { plain.removeLast() }
        return String(plain.prefix(100))
    }
}
