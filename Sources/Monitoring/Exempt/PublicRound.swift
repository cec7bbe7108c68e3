// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A round without its exempt information: what the public may know of it (Local Government Act 1972, s. 100A(4), Schedule 12A).
///
/// Exempt text is not hidden but absent, so that no later stage can publish it. What remains of something exempt is that there is
/// something, with its paragraphs of Schedule 12A; of an exempt row also its unit and status, which are counted.
///
/// Whatever makes a public edition takes this type, and only ``init(redacting:)`` makes it:
///
/// ```
/// let edition = RoundEdition.public(PublicRound(redacting: round))
/// ```
package struct PublicRound: Sendable, Hashable {
    /// The redacted content, in the shape that both editions have in common.
    package let content: MonitoringRound

    /// The public part of a round; a round without exempt information is public as it is.
    package init(redacting whole: MonitoringRound) {
        content = MonitoringRound(
            council: whole.council,
            round: whole.round,
            returns: whole.returns.map(DirectorateReturn.init(redacting:)),
            papers: whole.papers.map(PaperSource.init(redacting:))
        )
    }
}

// Each initialiser below assigns every stored property, and none of them delegates: a new property does not compile until it says
// what of it is public.

extension PaperSource {
    /// The public part of a paper; of a paper that is exempt as a whole, only who it is from and to and what it is about.
    fileprivate init(redacting whole: PaperSource) {
        let isPublic = whole.exemption == nil
        id = whole.id
        file = whole.file
        layout = whole.layout
        authors = whole.authors
        meeting = whole.meeting
        meetingLocation = whole.meetingLocation
        directorates = whole.directorates
        printsRows = whole.printsRows
        subject = whole.subject
        exemption = whole.exemption
        exemptReasons = whole.exemptReasons.map(ExemptReason.init(redacting:))
        summary = isPublic ? whole.summary.redacted : Prose()
        purpose = isPublic ? whole.purpose : nil
        // The notice of a key decision is public, whatever the paper is (the 2012 Regulations, reg. 9).
        keyDecision = whole.keyDecision
        wards = isPublic ? whole.wards : nil
        implications = isPublic ? whole.implications.map(Implication.init(redacting:)) : []
        clearances = isPublic ? whole.clearances : []
        recommendations = isPublic ? whole.recommendations.map(Recommendation.init(redacting:)) : []
        lacksRecommendations = whole.lacksRecommendations
        route = isPublic ? whole.route : []
        contact = whole.contact
        appendices = whole.appendices.map { Appendix(redacting: $0, ofExemptPaper: whole.exemption) }
        backgroundPapers = isPublic ? whole.backgroundPapers.map(\.redacted) : []
        status = whole.status
        version = whole.version
        asAt = whole.asAt
        amendments = isPublic ? whole.amendments.map(Amendment.init(redacting:)) : []
        body = isPublic ? whole.body.redacted : Prose()
        location = whole.location
    }
}

extension PaperSource.Implication {
    fileprivate init(redacting whole: Self) {
        name = whole.name
        text = whole.text.redacted
        location = whole.location
    }
}

extension PaperSource.Recommendation {
    fileprivate init(redacting whole: Self) {
        verb = whole.verb
        text = whole.text.redacted
    }
}

extension PaperSource.Appendix {
    /// - Parameter exemption: that of the paper as a whole. It is public that the paper appends a return, and not what the appendix is
    ///   called, or what a text in it says.
    fileprivate init(redacting whole: Self, ofExemptPaper exemption: Exemption?) {
        title = exemption == nil ? whole.title : ""
        switch whole.content {
        case .returns: content = whole.content
        case .text(let prose): content = .text(exemption == nil ? prose.redacted : Prose())
        }
        self.exemption = exemption ?? whole.exemption
        location = whole.location
    }
}

extension PaperSource.Amendment {
    fileprivate init(redacting whole: Self) {
        place = whole.place
        text = whole.text.redacted
        location = whole.location
    }
}

extension ExemptReason {
    /// A reason is public and holds nothing exempt: a passage marked in it all the same is an error, and is redacted nevertheless.
    fileprivate init(redacting whole: ExemptReason) {
        paragraph = whole.paragraph
        reason = whole.reason.redacted
        publicInterest = whole.publicInterest.redacted
        location = whole.location
    }
}

extension DirectorateReturn {
    fileprivate init(redacting whole: DirectorateReturn) {
        directorate = whole.directorate
        declares = whole.declares
        received = whole.received
        signatory = whole.signatory
        numbersStatement = whole.numbersStatement
        statement = whole.statement.redacted
        tables = whole.tables.map(TableRequest.init(redacting:))
        items = whole.items.map(PlanItem.init(redacting:))
        indicators = whole.indicators.map(Indicator.init(redacting:))
        formerIndicators = whole.publicFormerIndicators
        totals = whole.totals
        nilReturns = whole.nilReturns
        notes = whole.notes.map(Note.init(redacting:))
        exemptReasons = whole.exemptReasons.map(ExemptReason.init(redacting:))
        location = whole.location
        dropNotesMarked(onlyInExemptWordsOf: whole)
    }
}

extension DirectorateReturn {
    /// The indicators of the previous round without those that are exempt now, in whole or in part: they would be listed as dropped or
    /// redefined, with words that are exempt now. If an exempt indicator has no reference, only former indicators with a public successor
    /// are kept, since any other may be the exempt one.
    fileprivate var publicFormerIndicators: [Indicator] {
        if formerIndicators.isEmpty { return [] }
        func key(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
        let exempt = indicators.filter { $0.exemption != nil || !$0.prose.flatMap(\.exemptions).isEmpty }
        let references = Set(exempt.compactMap { $0.reference.map(key) })
        let measures = Set(exempt.map { key($0.measure.plainWords) })
        let isAnyUnnamed = exempt.contains { $0.reference == nil }
        let open = Set(indicators.filter { $0.exemption == nil }.map(\.reference))
        return formerIndicators.filter { former in
            guard let reference = former.reference else { return false }
            if isAnyUnnamed, !open.contains(reference) { return false }
            return !references.contains(key(reference)) && !measures.contains(key(former.measure.plainWords))
        }.map(Indicator.init(redacting:))
    }
}

extension DirectorateReturn.TableRequest {
    fileprivate init(redacting whole: Self) {
        kind = whole.kind
        classes = whole.classes
        name = whole.name
        title = whole.title?.redacted
        group = whole.group
        introduction = whole.introduction.redacted
        location = whole.location
    }
}

extension DirectorateReturn.Note {
    fileprivate init(redacting whole: Self) {
        name = whole.name
        text = whole.text.redacted
        location = whole.location
    }
}

extension Detail {
    fileprivate init(redacting whole: Detail) {
        switch whole {
        case .text(let prose): self = .text(prose.redacted)
        case .date, .figure: self = whole
        }
    }
}

extension PlanItem {
    fileprivate init(redacting whole: PlanItem) {
        let isPublic = whole.exemption == nil
        reportedClass = whole.reportedClass
        unit = whole.unit
        reference = isPublic ? whole.reference : nil
        title = isPublic ? whole.title.redacted : Prose()
        outcome = isPublic ? whole.outcome.redacted : Prose()
        forecast = isPublic ? whole.forecast : nil
        actual = isPublic ? whole.actual : nil
        due = isPublic ? whole.due : nil
        status = whole.status
        comment = isPublic ? Comment(redacting: whole.comment) : .empty
        details = isPublic ? whole.details.mapValues(Detail.init(redacting:)) : [:]
        exemption = whole.exemption
        location = whole.location
    }
}

extension Indicator {
    fileprivate init(redacting whole: Indicator) {
        let isPublic = whole.exemption == nil
        unit = whole.unit
        reference = isPublic ? whole.reference : nil
        measure = isPublic ? whole.measure.redacted : Prose()
        polarity = isPublic ? whole.polarity : .neither
        group = whole.group
        status = whole.status
        figures = isPublic ? whole.figures : [:]
        basis = isPublic ? whole.basis : nil
        asAt = isPublic ? whole.asAt : nil
        lag = isPublic ? whole.lag : 0
        tolerance = isPublic ? whole.tolerance : nil
        // A rating is worked out of figures, and would tell of them.
        rating = isPublic ? whole.rating.map(Rating.init(redacting:)) : nil
        yearEndRating = isPublic ? whole.yearEndRating.map(Rating.init(redacting:)) : nil
        comparison = isPublic ? whole.comparison : nil
        comparatorFigures = isPublic ? whole.comparatorFigures : [:]
        rank = isPublic ? whole.rank : nil
        quartile = isPublic ? whole.quartile : nil
        comment = isPublic ? Comment(redacting: whole.comment) : .empty
        changeReason = isPublic ? whole.changeReason.redacted : Prose()
        details = isPublic ? whole.details.mapValues(Detail.init(redacting:)) : [:]
        exemption = whole.exemption
        location = whole.location
    }
}

extension Rating {
    fileprivate init(redacting whole: Rating) {
        self.init(computed: whole.computed, stated: whole.stated, reason: whole.reason.redacted)
    }
}

extension Comment {
    fileprivate static let empty = Comment.own(reason: Prose(), response: Prose())

    fileprivate init(redacting whole: Comment) {
        switch whole {
        case .own(let reason, let response): self = .own(reason: reason.redacted, response: response.redacted)
        case .sharedWithRowAbove: self = .sharedWithRowAbove
        }
    }
}

extension Prose {
    /// The prose with every exempt passage empty.
    package var redacted: Prose { exemptions.isEmpty ? self : Prose(Self.redacted(blocks)) }

    private static func redacted(_ blocks: [Block]) -> [Block] {
        blocks.map { block in
            var block = block
            switch block.content {
            case .exempt(let exemption, _): block.content = .exempt(exemption, [])
            case .list(let start, let items): block.content = .list(start: start, items: items.map { redacted($0) })
            case .quotation(let inner): block.content = .quotation(redacted(inner))
            case .heading, .paragraph, .table, .insertion, .picture, .pageBreak, .definitions: break
            }
            return block
        }
    }

    /// The exempt passages, in order, each with its location.
    package var exemptions: [(exemption: Exemption, location: SourceLocation)] { Self.exemptions(in: blocks) }

    private static func exemptions(in blocks: [Block]) -> [(exemption: Exemption, location: SourceLocation)] {
        blocks.flatMap { block -> [(exemption: Exemption, location: SourceLocation)] in
            switch block.content {
            case .exempt(let exemption, _): [(exemption, block.location)]
            case .list(_, let items): items.flatMap { exemptions(in: $0) }
            case .quotation(let inner): exemptions(in: inner)
            case .heading, .paragraph, .table, .insertion, .picture, .pageBreak, .definitions: []
            }
        }
    }
}
