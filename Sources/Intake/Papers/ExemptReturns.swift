// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// A file in `papers/`, as far as it could be read.
struct ReadPaper {
    /// One, or one for each of several bodies; none if its header cannot be read.
    var sources: [PaperSource] = []
    /// Whether it is `Unrestricted`, and all that it may say of exempt information was understood.
    var isClear: Bool
}

/// The returns that papers append as exempt: no report quotes them, and no other paper should print them for everybody.
struct ExemptReturns {
    let papers: [ReadPaper]
    /// `nil` if the council's file could not be read.
    let council: Council?
    /// The names of the folders in `returns/`.
    let folders: [String]

    func report(to findings: DiagnosticCollector) {
        var open: [String: (file: String, location: SourceLocation)] = [:]
        var openForSure: Set<String> = []
        var exempt: [String: (file: String, location: SourceLocation)] = [:]
        for paper in papers {
            for source in paper.sources {
                for printed in printedReturns(of: source) {
                    let directorate = printed.directorate
                    if printed.isExempt {
                        exempt[directorate] = exempt[directorate] ?? (source.file, printed.location)
                    } else {
                        open[directorate] = open[directorate] ?? (source.file, printed.location)
                        if paper.isClear { openForSure.insert(directorate) }
                    }
                }
            }
        }
        for (directorate, paper) in exempt.sorted(by: { $0.key < $1.key }) {
            guard let other = open[directorate] else { continue }
            // In both papers: neither edition for everybody is made.
            findings.report(.exemptReturn(of: directorate, publicIn: other.file), at: paper.location)
            findings.report(.publicReturn(of: directorate, exemptIn: paper.file), at: other.location)
        }
        // Where a paper was not understood, any return may be exempt that none appends for everybody.
        let closed = papers.allSatisfy(\.isClear) ? Set(exempt.keys) : Set(folders)
        for directorate in closed.subtracting(openForSure) {
            findings.hide("returns/\(directorate)/")
        }
    }

    /// The returns that a paper prints; without a council, any folder may be one of those that it does not name.
    private func printedReturns(of paper: PaperSource) -> [PrintedReturn] {
        if let council { return council.printedReturns(of: paper) }
        func printed(_ ids: [String], isExempt: Bool, at location: SourceLocation) -> [PrintedReturn] {
            ids.map { PrintedReturn(directorate: $0, isExempt: isExempt, location: location) }
        }
        let isWhollyExempt = paper.exemption != nil
        let listed = paper.printsRows && !isWhollyExempt ? folders : []
        return printed(listed, isExempt: false, at: paper.location)
            + paper.appendices.flatMap { appendix in
                let ids =
                    switch appendix.content {
                    case .returns(.directorates(let ids)): ids
                    case .returns: folders
                    case .text: [String]()
                    }
                return printed(ids, isExempt: isWhollyExempt || appendix.exemption != nil, at: appendix.location)
            }
    }
}

extension Diagnostic.Message {
    fileprivate static func exemptReturn(of directorate: String, publicIn file: String) -> Self {
        Self(
            .publicAndExemptReturn,
            "the return of `\(directorate, from: .council)` is exempt here, and public in `\(own: file)`",
            hint:
                "say in both that it is exempt, mark in the return what is, or name the other `directorates` in a paper that lists its rows"
        )
    }

    fileprivate static func publicReturn(of directorate: String, exemptIn file: String) -> Self {
        Self(
            .publicAndExemptReturn,
            "the return of `\(directorate, from: .council)` is public here, and exempt in `\(own: file)`",
            hint: "say in both that it is exempt, or mark in the return what is"
        )
    }
}
