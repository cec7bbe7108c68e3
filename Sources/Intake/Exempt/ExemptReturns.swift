// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring

/// The returns that papers append as exempt: no report quotes them, and no other paper should print them for everybody.
struct ExemptReturns {
    let papers: [PaperSource]
    let council: Council

    func report(to findings: Findings) {
        var open: [String: String] = [:]
        var exempt: [String: SourceLocation] = [:]
        for paper in papers {
            for appendix in paper.appendices {
                let isExempt = paper.exemption != nil || appendix.exemption != nil
                for directorate in council.directorates(in: appendix, of: paper) {
                    if isExempt {
                        exempt[directorate] = exempt[directorate] ?? appendix.location
                    } else {
                        open[directorate] = open[directorate] ?? paper.file
                    }
                }
            }
        }
        for (directorate, location) in exempt.sorted(by: { $0.key < $1.key }) {
            if let paper = open[directorate] {
                findings.warning(
                    "the return of `\(directorate)` is exempt here, and public in `\(paper)`",
                    at: location,
                    hint: "say in both that it is exempt, or mark in the return what is"
                )
            } else {
                for name in returnFileNames {
                    findings.hide(FileLines(file: "returns/\(directorate)/\(name)", lines: 1...Int.max))
                }
            }
        }
    }
}
