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

    /// The rating of an indicator some periods before its latest figure; `nil` if the council has no scale.
    ///
    /// Earlier figures are rated by the targets of their own periods: what officers judged then is not known.
    package func verdict(of indicator: Indicator, periodsAgo: Int) -> Verdict? {
        guard let scale = council.ratings else { return nil }
        if periodsAgo == 0 { return indicator.rating?.verdict }
        return indicator.verdict(at: round.period.before(indicator.lag + periodsAgo), of: .actual, by: scale)
    }

    /// The direction of travel of an indicator's latest figure by the council's rule; `nil` if neither way is better.
    package func direction(of indicator: Indicator) -> Direction? {
        direction(of: indicator, against: council.direction.comparison)
    }

    /// The direction of travel of an indicator's latest figure.
    package func direction(of indicator: Indicator, against comparison: DirectionRule.Comparison) -> Direction? {
        let latest = round.period.before(indicator.lag)
        return indicator.direction(at: latest, against: comparison, band: council.direction.band)
    }

    /// Whether the rating of an indicator is better or worse than in the previous period; `nil` if either figure has no rating.
    package func move(of indicator: Indicator) -> Direction? {
        guard let steps = council.ratings?.steps,
            case .step(let former)? = verdict(of: indicator, periodsAgo: 1),
            case .step(let latter)? = indicator.rating?.verdict,
            let before = steps.firstIndex(of: former), let now = steps.firstIndex(of: latter)
        else { return nil }
        return before == now ? .stable : now < before ? .improving : .worsening
    }

    /// The return of a directorate, or `nil` if none has come.
    package func directorateReturn(_ directorate: String) -> DirectorateReturn? {
        returns.first { $0.directorate == directorate }
    }
}
