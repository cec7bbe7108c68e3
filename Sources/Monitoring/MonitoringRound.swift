// SPDX-License-Identifier: Apache-2.0

/// Everything that is known of one round: the council, its returns, and the papers to be made of them.
package struct MonitoringRound: Sendable, Hashable {
    /// The council that the round is of.
    package var council: Council
    /// Which half-year it is.
    package var round: Round
    /// In the council's order.
    package var returns: [DirectorateReturn]
    /// One for each meeting that a paper goes to, in the order of their files.
    package var papers: [PaperSource]

    package init(council: Council, round: Round, returns: [DirectorateReturn], papers: [PaperSource]) {
        self.council = council
        self.round = round
        self.returns = returns
        self.papers = papers
    }

    /// Whether something in it is not for publication.
    package var holdsExemptInformation: Bool {
        papers.contains { !$0.exemptReasons.isEmpty } || returns.contains { !$0.exemptReasons.isEmpty }
    }

    /// The return of a directorate, or `nil` if none has come.
    package func directorateReturn(_ directorate: String) -> DirectorateReturn? {
        returns.first { $0.directorate == directorate }
    }
}
