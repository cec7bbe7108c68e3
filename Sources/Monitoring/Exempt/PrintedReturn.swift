// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A return of which a paper prints rows or figures, in an appendix or in tables and charts of its own.
package struct PrintedReturn: Sendable, Hashable {
    /// The identifier of the directorate.
    package var directorate: String
    /// Whether the public edition of the paper leaves all of it out.
    package var isExempt: Bool
    /// The appendix, or the header of the paper.
    package var location: SourceLocation

    package init(directorate: String, isExempt: Bool, location: SourceLocation) {
        self.directorate = directorate
        self.isExempt = isExempt
        self.location = location
    }
}

extension Council {
    /// The returns that a paper prints: those of its own tables and charts first, then those of its appendices.
    ///
    /// The tables and charts of a paper that is exempt as a whole are in its restricted edition only, and make no return exempt.
    package func printedReturns(of paper: PaperSource) -> [PrintedReturn] {
        let listed =
            paper.printsRows && paper.exemption == nil
            ? directorates(of: paper).map {
                PrintedReturn(directorate: $0.id, isExempt: false, location: paper.location)
            } : []
        return listed
            + paper.appendices.flatMap { appendix in
                directorates(in: appendix, of: paper).map {
                    PrintedReturn(
                        directorate: $0,
                        isExempt: paper.exemption != nil || appendix.exemption != nil,
                        location: appendix.location
                    )
                }
            }
    }
}
