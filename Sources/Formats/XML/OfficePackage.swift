// SPDX-License-Identifier: Apache-2.0

import ResourceLimits
import WorkspaceFiles

/// The parts of a file of Office: a zip file of XML, in which parts refer to one another (ISO/IEC 29500-2).
struct OfficePackage: ~Copyable {
    /// Why a part cannot be read.
    enum Fault: Error, Hashable {
        case damaged
        case locked
        case tooLarge
        /// It is of another kind: "a Word document".
        case otherKind(String)
    }

    private let archive: ZipArchive
    /// By path in small letters, since some programs spell a name in two ways.
    private let entries: [String: ZipArchive.Entry]
    /// Bytes that may still be unpacked.
    private var room = Limits.largestWorkbook

    private init(archive: consuming ZipArchive, entries: [String: ZipArchive.Entry]) {
        self.archive = archive
        self.entries = entries
    }

    /// Opens a package from its bytes.
    static func open(_ bytes: [UInt8]) throws(Fault) -> OfficePackage {
        let archive = try opened(bytes)
        let entries = try entries(of: archive)
        return OfficePackage(archive: archive, entries: entries)
    }

    private static func opened(_ bytes: [UInt8]) throws(Fault) -> ZipArchive {
        do throws(ZipArchive.Refusal) { return try ZipArchive(bytes: bytes) } catch { throw Fault(error) }
    }

    private static func entries(of archive: borrowing ZipArchive) throws(Fault) -> [String: ZipArchive.Entry] {
        do throws(ZipArchive.Refusal) {
            let entries = try archive.entries(atMost: Limits.mostPartsOfWorkbook)
            return Dictionary(entries.map { ($0.path.lowercased(), $0) }) { first, _ in first }
        } catch {
            throw Fault(error)
        }
    }

    /// Whether there is a part.
    func holds(_ path: String) -> Bool { entries[path.lowercased()] != nil }

    /// Hands a part of XML to a handler, piece by piece.
    ///
    /// - Returns: whether there is such a part.
    @discardableResult
    mutating func read(_ path: String, with handler: any XMLHandler) throws(Fault) -> Bool {
        guard let entry = entries[path.lowercased()] else { return false }
        guard let reader = try? XMLReader(handler) else { throw .damaged }
        var isWellFormed = true
        var count = 0
        do throws(ZipArchive.Refusal) {
            try archive.read(entry, atMost: room) { chunk in
                count += chunk.count
                isWellFormed = (try? reader.read(chunk)) != nil
                return isWellFormed && !reader.isFinished
            }
        } catch {
            throw Fault(error)
        }
        room -= count
        guard isWellFormed, (try? reader.finish()) != nil else { throw .damaged }
        return true
    }

    /// The bytes of a part that is no XML, or `nil` if there is none, or it is larger than a picture can be.
    mutating func bytes(_ path: String) throws(Fault) -> [UInt8]? {
        guard let entry = entries[path.lowercased()] else { return nil }
        do throws(ZipArchive.Refusal) {
            let bytes = try archive.bytes(of: entry, atMost: min(room, Limits.largestPicture))
            room -= bytes.count
            return bytes
        } catch {
            let fault = Fault(error)
            if fault == .tooLarge { return nil }
            throw fault
        }
    }

    /// What a part refers to.
    ///
    /// - Parameter path: the part; empty for the package as a whole.
    mutating func relationships(of path: String) throws(Fault) -> [PartRelationship] {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        let name = path[folder.endIndex...]
        let reader = RelationshipReader(folder: String(folder))
        try read("\(folder)_rels/\(name).rels", with: reader)
        return reader.relationships
    }

    /// The path of the main part, by what the package refers to.
    mutating func mainPart() throws(Fault) -> String? {
        try relationships(of: "").first { $0.type == "officeDocument" && !$0.isExternal }?.target
    }
}

extension OfficePackage.Fault {
    init(_ refusal: ZipArchive.Refusal) {
        switch refusal.kind {
        case .damaged, .unsafe: self = .damaged
        case .locked: self = .locked
        case .tooLarge: self = .tooLarge
        }
    }
}

/// A reference from one part of a package to another.
struct PartRelationship: Sendable, Hashable {
    var id: String
    /// The last word of the type: `worksheet`, `styles`.
    var type: String
    /// The path of the part that is referred to, or an address outside the package.
    var target: String
    /// Whether it leads out of the package.
    var isExternal = false
}

/// Reads a part `.rels`.
private final class RelationshipReader: XMLHandler {
    private(set) var relationships: [PartRelationship] = []
    /// The folder of the part that refers, with a stroke at its end.
    private let folder: String

    init(folder: String) { self.folder = folder }

    func start(_ name: XMLName, _ attributes: XMLAttributes) -> Bool {
        guard name.namespace == .packageRelationships, name.local == "Relationship",
            let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
        else { return true }
        let isExternal = attributes["TargetMode"].map { $0 == "External" } ?? false
        relationships.append(
            PartRelationship(
                id: id.string,
                type: type.string.split(separator: "/").last.map(String.init) ?? "",
                target: isExternal ? target.string : path(of: target.string),
                isExternal: isExternal
            )
        )
        return relationships.count < Limits.mostPartsOfWorkbook
    }

    func end(_ name: XMLName) -> Bool { true }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { true }

    /// The path of a target, which is given from the folder of the part unless it begins with a stroke.
    private func path(of target: String) -> String {
        var parts: [Substring] = []
        let whole = target.hasPrefix("/") ? target : folder + target
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
