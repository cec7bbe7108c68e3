// SPDX-License-Identifier: Apache-2.0

import Formats
import Monitoring
import WorkspaceFiles

/// The header of a paper.
enum PaperForm {
    static let layout = FormKey("layout", required: true, "the layout of the paper: a file in layouts/")
    static let by = FormKey("by", .texts, required: true, "the people whose paper it is, members before officers")
    static let to = FormKey("to", .group(MeetingForm.form), required: true, "the meeting that it goes to")
    static let subject = FormKey("subject", required: true, "what the paper is about")
    static let classification = FormKey(
        "classification",
        .choice(Classification.allCases.map(\.rawValue)),
        required: true,
        "who may read it: `Unrestricted`, or `Exempt` where the whole paper is not for publication"
    )
    static let exempt = FormKey(
        "exempt",
        .list(of: ExemptForm.form),
        "why the paper, or something in it, is not for publication"
    )
    static let summary = FormKey("summary", "what the paper says, in a few sentences of Markdown")
    static let forEach = FormKey(
        "for-each",
        .choice(ForEach.allCases.map(\.rawValue)),
        "makes a paper for each of several bodies: `overview-bodies`; `to` then says `body: each`; or about each directorate: `directorates`"
    )
    static let directorates = FormKey(
        "directorates",
        .texts,
        "the directorates that it is about, where it is not about all that report to the body"
    )
    static let purpose = FormKey(
        "purpose",
        .choice(PaperSource.Purpose.allCases.map(\.rawValue)),
        "what the meeting takes it for"
    )
    static let keyDecision = FormKey(
        "key-decision",
        "`true` where the paper asks for a key decision of the executive, or the decision's reference in the forward plan"
    )
    static let wards = FormKey("wards", .texts, "the wards that it is about, or the word `all`")
    static let implications = FormKey(
        "implications",
        .namedTexts,
        "what a decision would mean, each under its name in the layout: Markdown, or the word `none`"
    )
    static let clearedBy = FormKey("cleared-by", .list(of: ClearanceForm.form), "who has cleared the paper, and when")
    static let route = FormKey("route", .list(of: RouteForm.form), "the meetings that it goes to, in order")
    static let version = FormKey(
        "version",
        format: .wholeNumber(1...999),
        "of a draft: which it is; 1 where it is not said"
    )
    static let asAt = FormKey("as-at", format: .date, "of a draft: the day whose state it shows")
    static let recommendations = FormKey(
        "recommendations",
        .list(of: RecommendationForm.form),
        "what the meeting is asked to do"
    )
    static let contact = FormKey("contact", "the identifier of the person who answers for it")
    static let appendices = FormKey("appendices", .list(of: AppendixForm.form), "what is appended, in order")
    static let backgroundPapers = FormKey(
        "background-papers",
        .texts,
        required: true,
        "a list of the papers that it relies on, or the word `none`: the law asks for one or the other (Local "
            + "Government Act 1972, section 100D)"
    )
    static let amendments = FormKey(
        "amendments",
        .namedTexts,
        "what has changed in a section since the last draft, in words of your own, by the name of the section"
    )
    static let status = FormKey(
        "status",
        .choice(PaperSource.Status.allCases.map(\.rawValue)),
        required: true,
        "whether it may still change"
    )

    static let form = Form(
        "the header of a paper",
        [
            layout, by, forEach, to, directorates, subject, classification, exempt, ExemptionWaivers.key,
            WaiverForm.key,
            purpose,
            keyDecision, wards, summary, implications, clearedBy,
            recommendations,
            route, contact,
            appendices,
            backgroundPapers, status, version, asAt, amendments,
        ]
    )
}

/// Who may read a paper.
enum Classification: String, CaseIterable {
    case unrestricted = "Unrestricted"
    /// Part 1 of Schedule 12A to the Local Government Act 1972.
    case exempt = "Exempt"
}

/// What one file makes several papers for.
enum ForEach: String, CaseIterable {
    /// A paper for each of these bodies.
    case overviewBodies = "overview-bodies"
    /// A paper about each directorate, for one meeting.
    case directorates = "directorates"
}

/// The meeting that a paper goes to.
enum MeetingForm {
    static let body = FormKey("body", required: true, "the identifier of one of the `bodies`")
    static let date = FormKey("date", format: .date, "the day of the meeting, written `2009-11-30`")
    static let dates = FormKey(
        "dates",
        .namedTexts,
        format: .date,
        "of a paper for each of several bodies: the day on which each meets"
    )

    static let form = Form("a meeting", [body, date, dates])
    /// The body name that means each body in turn.
    static let each = "each"
}

/// A meeting on a paper's way.
enum RouteForm {
    static let body = FormKey("body", required: true, "the identifier of one of the `bodies`, or `each`")
    static let date = FormKey(
        "date",
        format: .date,
        "the day of the meeting; with `each` it is that of the paper's own meeting, and is left out"
    )
    static let purpose = FormKey(
        "purpose",
        .choice(PaperSource.Purpose.allCases.map(\.rawValue)),
        required: true,
        "what the meeting takes it for"
    )

    static let form = Form("a step of the route", [body, date, purpose])
}

/// Who has cleared a paper.
enum ClearanceForm {
    static let person = FormKey("person", required: true, "the identifier of the person")
    static let date = FormKey("date", format: .date, required: true, "the day on which they did")

    static let form = Form("a clearance", [person, date])
}

/// What a meeting is asked to do.
enum RecommendationForm {
    static let verb = FormKey(
        "verb",
        .choice(PaperSource.Recommendation.Verb.allCases.map(\.rawValue)),
        required: true,
        "the word that it turns on"
    )
    static let text = FormKey("text", required: true, "what follows the verb, in Markdown")

    static let form = Form("a recommendation", [verb, text])
}

/// What is appended.
enum AppendixForm {
    static let title = FormKey("title", required: true, "what the appendix is called")
    static let scope = FormKey(
        "of",
        .texts,
        "whose returns it holds: `all-directorates`, `remit` (those that the meeting's body looks after), or a list of them"
    )

    static let text = FormKey(
        "text",
        "what it says, in Markdown, where it holds no returns: the minute of the committee that has looked at them, say"
    )
    static let exempt = FormKey(
        "exempt",
        .texts,
        "the paragraphs of Schedule 12A under which the whole appendix is not for publication"
    )

    static let form = Form("an appendix", [title, scope, text, exempt])
}
