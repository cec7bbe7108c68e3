// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing

/// The files of one paper and edition that a council has now: the object that is replaced when a paper was made anew.
struct PaperView: Codable, Sendable, Hashable {
    struct File: Codable, Sendable, Hashable {
        var name: String
        var digest: String
        var size: Int
        var pages: Int
    }

    /// What the files were made of.
    var identity: RenderJob.Identity
    /// When the submission was made that they are of, in milliseconds since 1970.
    var submitted: Int
    var files: [File]

    /// Whether it has what a job would make.
    func holds(_ job: RenderJob) -> Bool { identity == job.identity && submitted >= job.submitted }
}

extension ObjectStore {
    /// The files that a council has of a paper, or `nil` if there are none.
    func view(ofCouncil council: String, stem: String) throws(StoreError) -> PaperView? {
        try bytes(of: ObjectName.view(ofCouncil: council, stem: stem)).flatMap { StableJSON.read($0) }
    }

    /// The files that a council has of a paper now, as they were made.
    ///
    /// - Throws: a ``StoreError`` if it has none, or the store gives others: names in a view become parts of paths, so each is looked at.
    func files(ofCouncil council: String, _ key: PaperKey) throws(StoreError) -> [Publication.File] {
        let name = ObjectName.view(ofCouncil: council, stem: key.stem)
        guard let view = try view(ofCouncil: council, stem: key.stem) else {
            throw StoreError("\(name) is not in the store")
        }
        var files: [Publication.File] = []
        for file in view.files {
            guard key.canName(file.name), ObjectName.isDigest(file.digest) else {
                throw StoreError("\(name) names a file that is none of the paper")
            }
            files.append(
                Publication.File(
                    name: file.name,
                    paper: key.id,
                    edition: key.audience == .restricted ? .restricted : .whole,
                    bytes: try blob(file.digest),
                    pages: file.pages
                )
            )
        }
        return files
    }

    /// Keeps the files of a paper, each under its digest, and then has the council's view name them. A view of a later submission stays.
    func put(_ files: [Publication.File], of job: RenderJob) throws(StoreError) {
        var view = PaperView(identity: job.identity, submitted: job.submitted, files: [])
        for file in files {
            view.files.append(
                PaperView.File(
                    name: file.name,
                    digest: try put(blob: file.bytes),
                    size: file.bytes.count,
                    pages: file.pages
                )
            )
        }
        let bytes = StableJSON.write(view)
        try update(ObjectName.view(ofCouncil: job.council, stem: job.key.stem)) { former in
            if let former, let former: PaperView = StableJSON.read(former), former.submitted > job.submitted {
                return nil
            }
            return former == bytes ? nil : bytes
        }
    }
}
