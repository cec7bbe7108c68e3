// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

/// What the papers are called: no two PDFs may have one name, or the one would take the place of the other.
struct PaperIdentifiers {
    let papers: [ReadPaper]
    /// `nil` where the council's file could not be read.
    let council: Council?

    /// Reports each file in `papers/` with a paper that is called like another before it, or like a return by itself.
    func report(to findings: DiagnosticCollector) {
        let directorates = council?.directorates ?? []
        var files = Dictionary(directorates.map { ($0.paperIdentifier, "") }) { first, _ in first }
        for source in papers.flatMap(\.sources) {
            guard let other = files.updateValue(source.file, forKey: source.id) else { continue }
            let place = source.location.wholeFile
            if other.isEmpty {
                findings.report(.nameOfReturn(source.id), at: place)
            } else {
                findings.report(.repeatedPaperName(source.id, other: other), at: place)
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func nameOfReturn(_ id: String) -> Self {
        Self(
            .repeatedPaperName,
            "the return of a directorate is called `\(id)` where it is made by itself",
            hint: "rename the file: the paper's PDF is called after it"
        )
    }

    fileprivate static func repeatedPaperName(_ id: String, other file: String) -> Self {
        Self(
            .repeatedPaperName,
            "two papers are called `\(id)`",
            hint: "the other one is papers/\(own: file).md: give one of the two another date, or a subject of its own"
        )
    }
}
