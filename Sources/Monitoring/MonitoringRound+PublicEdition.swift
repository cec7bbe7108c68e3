// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

extension MonitoringRound {
    /// The round as the public may know it: what is exempt is not hidden but gone, so that no later stage can let it out.
    ///
    /// That something is exempt stays, with its paragraphs; so do the unit and the status of an exempt row, which are counted.
    package var publicEdition: MonitoringRound {
        var round = self
        round.returns = returns.map(\.publicEdition)
        round.papers = papers.map(\.publicEdition)
        return round
    }
}

extension PaperSource {
    /// The same without what is exempt in it; of a paper that is exempt as a whole, who it is from and to and what it is about.
    fileprivate var publicEdition: PaperSource {
        var paper = self
        paper.exemptReasons = exemptReasons.map(\.publicEdition)
        if let exemption {
            paper.exemption = exemption.withheld
            paper.summary = Prose()
            paper.body = Prose()
            paper.purpose = nil
            paper.recommendations = []
            paper.route = []
            // That a return is appended is known; what the appendix is called is not.
            for index in appendices.indices {
                paper.appendices[index].title = ""
                paper.appendices[index].exemption = exemption.withheld
            }
            paper.backgroundPapers = []
            paper.amendments = []
            return paper
        }
        paper.summary = summary.publicEdition
        paper.body = body.publicEdition
        paper.backgroundPapers = backgroundPapers.map(\.publicEdition)
        for index in amendments.indices { paper.amendments[index].text = amendments[index].text.publicEdition }
        for index in recommendations.indices {
            paper.recommendations[index].text = recommendations[index].text.publicEdition
        }
        for index in appendices.indices { paper.appendices[index].exemption = appendices[index].exemption?.withheld }
        return paper
    }
}

extension DirectorateReturn {
    fileprivate var publicEdition: DirectorateReturn {
        var directorateReturn = self
        directorateReturn.exemptReasons = exemptReasons.map(\.publicEdition)
        directorateReturn.statement = statement.publicEdition
        directorateReturn.items = items.map(\.publicEdition)
        directorateReturn.indicators = indicators.map(\.publicEdition)
        for index in tables.indices {
            directorateReturn.tables[index].title = tables[index].title?.publicEdition
            directorateReturn.tables[index].introduction = tables[index].introduction.publicEdition
        }
        for index in notes.indices { directorateReturn.notes[index].text = notes[index].text.publicEdition }
        directorateReturn.dropNotesMarked(onlyInExemptWordsOf: self)
        return directorateReturn
    }
}

extension ExemptReason {
    /// A reason is public, and holds nothing exempt: what is marked in it all the same is an error, and is not let out by it.
    fileprivate var publicEdition: ExemptReason {
        var reason = self
        reason.reason = self.reason.publicEdition
        reason.publicInterest = publicInterest.publicEdition
        return reason
    }
}

extension PlanItem {
    fileprivate var publicEdition: PlanItem {
        guard let exemption else {
            var item = self
            item.title = title.publicEdition
            item.outcome = outcome.publicEdition
            item.comment = comment.publicEdition
            return item
        }
        return PlanItem(
            reportedClass: reportedClass,
            unit: unit,
            title: Prose(),
            status: status,
            comment: .own(reason: Prose(), response: Prose()),
            exemption: exemption.withheld,
            location: location
        )
    }
}

extension Indicator {
    fileprivate var publicEdition: Indicator {
        guard let exemption else {
            var indicator = self
            indicator.measure = measure.publicEdition
            indicator.comment = comment.publicEdition
            return indicator
        }
        return Indicator(
            unit: unit,
            measure: Prose(),
            polarity: .neither,
            group: group,
            status: status,
            figures: [:],
            comment: .own(reason: Prose(), response: Prose()),
            exemption: exemption.withheld,
            location: location
        )
    }
}

extension Comment {
    fileprivate var publicEdition: Comment {
        switch self {
        case .own(let reason, let response): .own(reason: reason.publicEdition, response: response.publicEdition)
        case .sharedWithRowAbove: self
        }
    }
}

extension Prose {
    /// The same with nothing in its exempt passages.
    package var publicEdition: Prose { exemptions.isEmpty ? self : Prose(Self.publicEdition(of: blocks)) }

    private static func publicEdition(of blocks: [Block]) -> [Block] {
        blocks.map { block in
            var block = block
            switch block.content {
            case .exempt(let exemption, _): block.content = .exempt(exemption.withheld, [])
            case .list(let start, let items):
                block.content = .list(start: start, items: items.map { publicEdition(of: $0) })
            case .quotation(let inner): block.content = .quotation(publicEdition(of: inner))
            case .heading, .paragraph, .table, .insertion: break
            }
            return block
        }
    }

    /// Its exempt passages, in order, each with where it stands.
    package var exemptions: [(exemption: Exemption, location: SourceLocation)] { Self.exemptions(in: blocks) }

    private static func exemptions(in blocks: [Block]) -> [(exemption: Exemption, location: SourceLocation)] {
        blocks.flatMap { block -> [(exemption: Exemption, location: SourceLocation)] in
            switch block.content {
            case .exempt(let exemption, _): [(exemption, block.location)]
            case .list(_, let items): items.flatMap { exemptions(in: $0) }
            case .quotation(let inner): exemptions(in: inner)
            case .heading, .paragraph, .table, .insertion: []
            }
        }
    }
}
