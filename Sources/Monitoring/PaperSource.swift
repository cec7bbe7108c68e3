// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// A paper as an officer writes it: its header, and its body in Markdown.
package struct PaperSource: Sendable, Hashable {
    /// The meeting that it goes to.
    package struct Meeting: Sendable, Hashable {
        /// The identifier of a body of the council.
        package var body: String
        /// The day of the meeting, from which clear days are counted.
        package var date: CalendarDate

        package init(body: String, date: CalendarDate) {
            self.body = body
            self.date = date
        }
    }

    /// What the meeting is asked to do.
    package struct Recommendation: Sendable, Hashable {
        /// The words that a recommendation may turn on.
        package enum Verb: String, Sendable, Hashable, CaseIterable {
            case note = "NOTE"
            case agree = "AGREE"
            case approve = "APPROVE"
            case comment = "COMMENT"
            case endorse = "ENDORSE"
            case recommend = "RECOMMEND"
        }

        /// What the members are asked to do, printed in capitals.
        package var verb: Verb
        /// What follows the verb.
        package var text: Prose

        package init(verb: Verb, text: Prose) {
            self.verb = verb
            self.text = text
        }
    }

    /// What a body takes a paper for.
    package enum Purpose: String, Sendable, Hashable, CaseIterable {
        case information, discussion, decision, approval
    }

    /// A meeting on a paper's way.
    package struct RouteStep: Sendable, Hashable {
        /// Where and when.
        package var meeting: Meeting
        /// What that meeting takes the paper for.
        package var purpose: Purpose
        /// Where the header has the step, for diagnostics.
        package var location: SourceLocation

        package init(meeting: Meeting, purpose: Purpose, location: SourceLocation) {
            self.meeting = meeting
            self.purpose = purpose
            self.location = location
        }
    }

    /// What is appended.
    package struct Appendix: Sendable, Hashable {
        /// Which returns an appendix holds.
        package enum Scope: Sendable, Hashable {
            case allDirectorates
            /// Those that the body of the meeting looks after.
            case remit
            case directorates([String])
        }

        /// What an appendix holds.
        package enum Content: Sendable, Hashable {
            case returns(Scope)
            /// A text, such as the minute of the committee that has looked at the round before; of an exempt appendix one exempt passage.
            case text(Prose)
        }

        /// What the appendix is called in its heading.
        package var title: String
        /// The returns or the text in it.
        package var content: Content
        /// Where the whole appendix is not for publication.
        package var exemption: Exemption?
        /// Where the header has the appendix, for diagnostics.
        package var location: SourceLocation

        package init(title: String, content: Content, exemption: Exemption? = nil, location: SourceLocation) {
            self.title = title
            self.content = content
            self.exemption = exemption
            self.location = location
        }

        /// The text in it; empty if it holds returns.
        package var text: Prose { if case .text(let prose) = content { prose } else { Prose() } }
    }

    /// What has changed in a part of the paper, in the officer's own words.
    package struct Amendment: Sendable, Hashable {
        /// The name by which links find the part.
        package var place: String
        /// What has changed, in a sentence or more.
        package var text: Prose
        /// Where the header has the amendment, for diagnostics.
        package var location: SourceLocation

        package init(place: String, text: Prose, location: SourceLocation) {
            self.place = place
            self.text = text
            self.location = location
        }
    }

    /// A key decision of the executive, of which notice has to be given before it is made.
    package struct KeyDecision: Sendable, Hashable {
        /// Its reference in the council's forward plan, or `nil` if the header gives none.
        package var reference: String?

        package init(reference: String? = nil) { self.reference = reference }
    }

    /// Whether the paper may still change.
    package enum Status: String, Sendable, Hashable, CaseIterable {
        case draft, final
    }

    /// The name of its PDF: the file's own, or in a paper for each of several bodies one made of meeting and subject.
    package var id: String
    /// The file's name without its ending.
    package var file: String
    /// A file in `layouts/`.
    package var layout: String
    /// People, members before officers.
    package var authors: [String]
    /// The meeting that this paper is for; a file for several bodies is several papers.
    package var meeting: Meeting
    /// Where the header gives the day of the meeting, for diagnostics; `nil` if the day could not be read.
    package var meetingLocation: SourceLocation?
    /// The directorates that it is about, or `nil` for all that report to the body of its meeting.
    package var directorates: [String]?
    /// Whether it prints rows or figures of returns by itself, in tables, charts of indicators, key figures or changes.
    package var printsRows: Bool
    /// What the paper is about, as its header block and its title say.
    package var subject: String
    /// Where the whole paper is not for publication.
    package var exemption: Exemption?
    /// Why it, or something in it, is exempt.
    package var exemptReasons: [ExemptReason]
    /// The summary of the header; empty if the paper has none.
    package var summary: Prose
    /// What the meeting takes the paper for, or `nil` if the header does not say.
    package var purpose: Purpose?
    /// The key decision that the meeting is asked for, or `nil` if it is asked for none.
    package var keyDecision: KeyDecision?
    /// The wards that it is about, or `nil` if the header does not say.
    package var wards: Wards?
    /// What a decision would mean, in the order of the layout.
    package var implications: [Implication]
    /// Who has cleared the paper, in order.
    package var clearances: [Clearance]
    /// What the meeting is asked to do, in order.
    package var recommendations: [Recommendation]
    /// Whether its layout prints what the meeting is asked to do, and its header asks for nothing; what is asked for in a wrong way is something.
    package var lacksRecommendations: Bool
    /// The meetings on the way of the paper, in order of their days.
    package var route: [RouteStep]
    /// The identifier of the contact officer, or `nil` for none.
    package var contact: String?
    /// In the order of their numbers.
    package var appendices: [Appendix]
    /// Empty where there are none, which the officer said in so many words (Local Government Act 1972, s. 100D).
    package var backgroundPapers: [Prose]
    /// Draft or final: a draft says so on every page.
    package var status: Status
    /// Of a draft: "2".
    package var version: String
    /// Of a draft: the day whose state it shows; the round's where it says none.
    package var asAt: CalendarDate?
    /// What the officer says of changes since the last draft, in place of what is found by comparison.
    package var amendments: [Amendment]
    /// The sections of the paper, below its header.
    package var body: Prose
    /// The header of the file, for diagnostics.
    package var location: SourceLocation

    package init(
        id: String,
        file: String? = nil,
        layout: String,
        authors: [String],
        meeting: Meeting,
        meetingLocation: SourceLocation? = nil,
        directorates: [String]? = nil,
        printsRows: Bool = false,
        subject: String,
        exemption: Exemption? = nil,
        exemptReasons: [ExemptReason] = [],
        summary: Prose = Prose(),
        purpose: Purpose? = nil,
        keyDecision: KeyDecision? = nil,
        wards: Wards? = nil,
        implications: [Implication] = [],
        clearances: [Clearance] = [],
        recommendations: [Recommendation] = [],
        lacksRecommendations: Bool = false,
        route: [RouteStep] = [],
        contact: String? = nil,
        appendices: [Appendix] = [],
        backgroundPapers: [Prose] = [],
        status: Status = .draft,
        version: String = "1",
        asAt: CalendarDate? = nil,
        amendments: [Amendment] = [],
        body: Prose = Prose(),
        location: SourceLocation
    ) {
        self.id = id
        self.file = file ?? id
        self.layout = layout
        self.authors = authors
        self.meeting = meeting
        self.meetingLocation = meetingLocation
        self.directorates = directorates
        self.printsRows = printsRows
        self.subject = subject
        self.exemption = exemption
        self.exemptReasons = exemptReasons
        self.summary = summary
        self.purpose = purpose
        self.keyDecision = keyDecision
        self.wards = wards
        self.implications = implications
        self.clearances = clearances
        self.recommendations = recommendations
        self.lacksRecommendations = lacksRecommendations
        self.route = route
        self.contact = contact
        self.appendices = appendices
        self.backgroundPapers = backgroundPapers
        self.status = status
        self.version = version
        self.asAt = asAt
        self.amendments = amendments
        self.body = body
        self.location = location
    }
}
