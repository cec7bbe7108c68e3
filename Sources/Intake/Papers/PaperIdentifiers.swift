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
    func report(to findings: Findings) {
        let directorates = council?.directorates ?? []
        var files = Dictionary(directorates.map { ($0.paperIdentifier, "") }) { first, _ in first }
        for source in papers.flatMap(\.sources) {
            guard let other = files.updateValue(source.file, forKey: source.id) else { continue }
            let place = SourceLocation(file: "papers/\(source.file).md")
            if other.isEmpty {
                findings.error(
                    "the return of a directorate is called `\(source.id)` where it is made by itself",
                    at: place,
                    hint: "rename the file: the paper's PDF is called after it"
                )
            } else {
                findings.error(
                    "two papers are called `\(source.id)`",
                    at: place,
                    hint:
                        "the other one is papers/\(own: other).md: give one of the two another date, or a subject of its own"
                )
            }
        }
    }
}
