// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Publishing
import WorkspaceFiles

/// The settings of a worker, which its supervisor sends first.
struct WorkerSettings: Codable, Sendable, Equatable {
    /// What a worker is for, which decides what it may touch.
    enum Role: Codable, Sendable, Equatable {
        /// Makes papers, again and again.
        case rendering
        /// Checks one drop, in a folder on disk.
        case checking(in: String)
        /// Makes papers of a workspace that stays as it is, each when it is asked for.
        case publishing
    }

    var role: Role
    /// The folder of the workspace.
    var workspace: String
    /// The folder of the program's files.
    var program: String
    var theme: String?
    /// What is made of each paper.
    var formats: Set<PublicationRequest.Format>
    var madeAt: Int?
    /// Where restricted editions are, which the ledger of exempt information is compared with; `nil` if they are on another machine.
    var restrictedFolder: String?
    /// Whether it confines itself before it reads anything.
    var isConfined: Bool
    /// The process that started it, with which it ends.
    var supervisor: Int32
}

/// What a supervisor asks of a worker.
enum WorkerRequest: Codable, Sendable {
    case open(WorkerSettings)
    /// To read what has settled. It answers with ``WorkerReply/read(_:)``.
    case read([SettledItem])
    /// To make the papers that have changed. It answers with each paper, and waits for ``proceed(_:)`` after each; then with
    /// ``WorkerReply/finished(_:)``.
    case build(BuildRequest)
    /// Whether it goes on after a paper.
    case proceed(Bool)
    /// To check a drop against what it has read. It answers with ``WorkerReply/checked(_:)``.
    case check(DropRequest)
    /// To make one paper in one edition. It answers with ``WorkerReply/published(_:)``.
    case publish(PaperKey)
}

/// An item of the workspace that has settled.
struct SettledItem: Codable, Sendable, Equatable {
    var path: String
    /// `nil` if it was removed.
    var entry: TreeEntry?
}

/// What papers a worker is to make.
struct BuildRequest: Codable, Sendable, Equatable {
    /// The papers whose record is dropped, so that they are made though nothing has changed.
    var forgotten: [PaperKey] = []
    /// Whether all records and fonts are dropped.
    var forgetsAll = false
    var order = BuildOrder()
}

/// A drop to be checked.
struct DropRequest: Codable, Sendable, Equatable {
    /// As it was dropped.
    var name: String
    /// Where it is now.
    var path: String
    /// The papers that are not made with it, by their identifiers.
    var skippedPapers: Set<String> = []
}

/// What a worker answers.
enum WorkerReply: Codable, Sendable {
    /// It is ready; what of its confinement the system does not have.
    case opened(warnings: [String])
    /// It has begun something.
    case began(Activity)
    /// What reading each item came to, in the order of the request.
    case read([WorkspaceStore.Outcome])
    /// A paper; the bytes of its file follow.
    case built(BuiltPaper)
    case finished(BuildReport)
    case checked(DropVerdict)
    /// A paper; the bytes of its files follow.
    case published(PublishedPaper)
    /// A fault that no officer can mend.
    case failed(PublicationError)
}

/// A ``PaperBuild`` whose bytes follow the message: those of its files, one after the other.
struct BuiltPaper: Codable, Sendable {
    /// A file of a paper, which is named by its format.
    struct File: Codable, Sendable {
        var format: PublicationRequest.Format
        var size: Int
        var pages: Int
    }

    var id: String
    var edition: Edition
    var outcome: Outcome
    var diagnostics: [Diagnostic]

    enum Outcome: Codable, Sendable {
        case made([File])
        case unchanged(pages: Int)
        case failed
    }

    /// The message for a paper.
    init(_ build: PaperBuild) {
        id = build.id
        edition = build.edition
        diagnostics = build.diagnostics
        outcome =
            switch build.outcome {
            case .made(let files):
                .made(
                    files.compactMap { file in
                        guard let format = WatchedFormat(fileName: file.name) else { return nil }
                        return File(format: format.format, size: file.bytes.count, pages: file.pages)
                    }
                )
            case .unchanged(let pages): .unchanged(pages: pages)
            case .failed: .failed
            }
    }

    /// The paper, with the bytes that followed the message; failed if these are not those of its files.
    ///
    /// Its files are named by its identifier, its edition and their formats, whatever a worker may say.
    func build(with bytes: [UInt8]) -> PaperBuild {
        var build = PaperBuild(id: id, edition: edition, outcome: .failed, diagnostics: diagnostics)
        switch outcome {
        case .made(let files):
            var made: [Publication.File] = []
            var rest = bytes[...]
            for file in files {
                guard let format = WatchedFormat(file.format), (0...rest.count).contains(file.size) else {
                    return build
                }
                made.append(
                    Publication.File(
                        name: build.stem + format.ending,
                        paper: id,
                        edition: edition,
                        bytes: Array(rest.prefix(file.size)),
                        pages: file.pages
                    )
                )
                rest = rest.dropFirst(file.size)
            }
            if rest.isEmpty, !made.isEmpty { build.outcome = .made(made) }
        case .unchanged(let pages): build.outcome = .unchanged(pages: pages)
        case .failed: break
        }
        return build
    }
}

/// A paper that was asked for by itself; the bytes of its files follow the message, one after the other.
struct PublishedPaper: Codable, Sendable {
    struct File: Codable, Sendable {
        var name: String
        var size: Int
        var pages: Int
    }

    var files: [File]
    /// How many errors hold the paper up.
    var errors: Int

    init(_ publication: Publication) {
        files = publication.files.map { File(name: $0.name, size: $0.bytes.count, pages: $0.pages) }
        errors = publication.diagnostics.count { $0.severity == .error }
    }

    /// The files of a paper; `nil` if the bytes are not theirs, or one has a name that a file of the paper cannot have, whatever a worker may say.
    func files(of key: PaperKey, edition: Edition, with bytes: [UInt8]) -> [Publication.File]? {
        var made: [Publication.File] = []
        var rest = bytes[...]
        for file in files {
            guard (0...rest.count).contains(file.size), key.canName(file.name) else { return nil }
            made.append(
                Publication.File(
                    name: file.name,
                    paper: key.id,
                    edition: edition,
                    bytes: Array(rest.prefix(file.size)),
                    pages: file.pages
                )
            )
            rest = rest.dropFirst(file.size)
        }
        return rest.isEmpty ? made : nil
    }
}

/// What the check of a drop came to.
enum DropVerdict: Codable, Sendable {
    /// The workspace has no council or round that can be read: the drop waits.
    case unready
    case refused([Diagnostic])
    /// It may be taken; the bytes of its files follow, one after the other.
    case accepted(CheckedDrop)
}

/// A drop that was found to be good.
struct CheckedDrop: Codable, Sendable, Equatable {
    /// A file of the return, and how many bytes it has.
    struct File: Codable, Sendable, Equatable {
        var name: String
        var size: Int
    }

    var directorate: String
    var files: [File]

    init(_ drop: Drop) {
        directorate = drop.directorate
        files = drop.files.sorted { $0.key < $1.key }.map { File(name: $0.key, size: $0.value.count) }
    }

    /// The drop, with the bytes that followed the message; `nil` if they are not those of its files, or a name is not one of a return.
    ///
    /// - Parameter name: as it was dropped, which begins with the name of its directorate.
    func drop(with bytes: [UInt8], called name: String) -> Drop? {
        guard directorate.isPlainFileName, name.lowercased().hasPrefix(directorate.lowercased()) else {
            return nil
        }
        var files: [String: [UInt8]] = [:]
        var rest = bytes[...]
        for file in self.files {
            guard file.size >= 0, file.size <= rest.count,
                Drop.names.contains(file.name) || file.name == Drop.workbook(of: directorate)
            else { return nil }
            files[file.name] = Array(rest.prefix(file.size))
            rest = rest.dropFirst(file.size)
        }
        return rest.isEmpty && files.count == self.files.count ? Drop(directorate: directorate, files: files) : nil
    }
}

extension String {
    /// Whether it can be the name of a file and is no path.
    var isPlainFileName: Bool {
        !isEmpty && utf8.count <= 200 && !hasPrefix(".") && !contains("/") && !contains("\0")
    }
}
