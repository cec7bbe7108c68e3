// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// One paper to be made, in each of its editions.
struct PaperJob: Sendable, Hashable {
    /// What the paper is made of.
    enum Content: Sendable, Hashable {
        /// A file in `papers/`, by the position of the paper in the round and the file's name without its extension.
        case paper(index: Int, file: String, sourceFile: SourceFile)
        /// The return of one directorate.
        case directorateReturn(String)
    }

    /// The identifier of the paper, which its files are named after.
    var id: String
    var content: Content

    /// The file in `papers/` that the paper is written in, without its extension, or `nil` for a return.
    var file: String? { if case .paper(_, let file, _) = content { file } else { nil } }

    /// The directorate whose return it is, or `nil` for a paper.
    var directorate: String? { if case .directorateReturn(let id) = content { id } else { nil } }

    /// The file or folder that it is made of.
    var sourceFile: SourceFile {
        switch content {
        case .paper(_, _, let sourceFile): sourceFile
        case .directorateReturn(let id): SourceFile("returns/\(id)", subject: .directorateReturn(id))
        }
    }
}

extension MonitoringRound {
    /// The papers of the round, then the return of every directorate.
    var jobs: [PaperJob] {
        papers.enumerated().map {
            PaperJob(id: $1.id, content: .paper(index: $0, file: $1.file, sourceFile: $1.location.sourceFile))
        }
            + council.directorates.map(PaperJob.init(returnOf:))
    }

    /// What the files of some papers are about: their own, and the returns that they hold.
    func subjects(of jobs: [PaperJob]) -> Set<SourceFile.Subject> {
        Set(
            jobs.flatMap { job -> [SourceFile.Subject] in
                switch job.content {
                case .directorateReturn(let id): return [.directorateReturn(id)]
                case .paper(let index, let file, _):
                    let paper = papers[index]
                    let appended = paper.appendices.flatMap { council.directorates(in: $0, of: paper) }
                    let printed = paper.printsRows ? council.directorates(of: paper).map(\.id) : []
                    return [.paper(file: file)] + (appended + printed).map { .directorateReturn($0) }
                }
            }
        )
    }

    /// The directorates whose rows a paper prints for everybody: in an appendix that is not exempt, or in tables of its own.
    func openDirectorates(of job: PaperJob) -> Set<String> {
        switch job.content {
        case .directorateReturn(let id): return [id]
        case .paper(let index, _, _):
            let paper = papers[index]
            if paper.exemption != nil { return [] }
            let appended = paper.appendices.filter { $0.exemption == nil }.flatMap {
                council.directorates(in: $0, of: paper)
            }
            return Set(appended + (paper.printsRows ? council.directorates(of: paper).map(\.id) : []))
        }
    }
}

extension PaperJob {
    init(returnOf directorate: Directorate) {
        self.init(id: directorate.paperIdentifier, content: .directorateReturn(directorate.id))
    }
}
