// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Monitoring

/// What a kind of paper consists of, in which order, and how its parts are named: a file in `layouts/`.
package struct PaperLayout: Sendable, Hashable {
    /// A part of a paper.
    package enum Part: Sendable, Hashable {
        case headerBlock(HeaderBlock)
        /// A heading over everything, and words under it. A compact one is no larger than the other headings, for a page that has much to hold.
        case title(heading: Template, subheading: Template?, isCompact: Bool)
        /// How many rows of some classes have each status, as large figures side by side.
        case keyFigures([ReportedClass])
        /// The indicators with a better rating, and those with a worse rating, than in the previous period.
        case changes
        /// Markdown of the layout's own, with tables and charts.
        case text(Prose)
        /// The unnumbered opening section; a paper with one recommendation may have a heading of its own.
        ///
        /// `boxesRecommendations` puts a panel around the recommendations.
        case summary(heading: Template, headingForOne: Template?, holds: [SummaryContent], boxesRecommendations: Bool)
        /// Headings down to a depth with their pages, in a paper of so many pages or more.
        case contents(heading: Template, depth: Int, fromPages: Int)
        /// The Markdown body, whose numbers later parts continue.
        case body(Numbering)
        /// What the meeting is to do with the paper, in a panel or not; left out for a purpose without words.
        case purpose(heading: Template?, [PaperSource.Purpose: Template], isBoxed: Bool)
        /// The recommendations as a section that goes on with the body's numbers.
        case recommendations(one: Template, several: Template)
        /// The meetings that the paper goes to, in a table of a kind; left out where the paper has no route.
        case route(heading: Template, table: String)
        /// What a decision would mean, as a section with a heading for each respect; `none` is said where there is nothing.
        case implications(heading: Template, none: Template, items: [Implication])
        case contact(label: Template)
        /// Who has cleared the paper, and when; left out where nobody has.
        case clearance(label: Template)
        /// Why something is exempt; left out where nothing is.
        case exemptInformation(heading: Template, isBoxed: Bool = false)
        case backgroundPapers(heading: Template, none: Template)
        /// The appendices with their pages, and the returns in each; left out where the paper has none.
        case appendixList(heading: Template, entry: Template, returnEntry: Template)
        /// `heading` opens the appendix; `label` is what a reference says.
        case appendices(heading: Template, label: Template, layout: String)
    }

    /// What the program numbers in a text.
    package struct Numbering: Sendable, Hashable {
        /// Headings down to this level have numbers; zero for none.
        package var depth: Int
        /// Whether the paragraphs under a numbered heading have numbers, which minutes can cite.
        package var includesParagraphs: Bool

        package init(depth: Int, includesParagraphs: Bool = false) {
            self.depth = depth
            self.includesParagraphs = includesParagraphs
        }

        /// Nothing.
        package static let none = Numbering(depth: 0)
        /// Headings of every level, and no paragraphs.
        package static let headings = Numbering(depth: 6)
    }

    /// One respect in which a decision may mean something.
    package struct Implication: Sendable, Hashable {
        /// By which papers name it: `financial`.
        package var name: String
        /// Its heading.
        package var heading: Template

        package init(name: String, heading: Template) {
            self.name = name
            self.heading = heading
        }
    }

    /// What a summary section may hold, in the order in which it is listed.
    package enum SummaryContent: String, Sendable, Hashable, CaseIterable {
        case summary, recommendations
    }

    /// The labels of the block that heads a paper.
    package struct HeaderBlock: Sendable, Hashable {
        /// The labels of who the paper is from and of who it is to.
        package var by: Template
        package var to: Template
        /// How the addressee is said: "{{ body.name }}, {{ meeting.date }}".
        package var addressee: Template
        /// The label of who may read it.
        package var classification: Template
        /// The label of what the paper is about; `nil` where its title says that.
        package var subject: Template?
        /// The labels of whether it asks for a key decision, and of the wards that it is about; `nil` to leave these out.
        package var decision: Template?
        package var wards: Template?

        package init(
            by: Template,
            to: Template,
            addressee: Template,
            subject: Template?,
            classification: Template,
            decision: Template? = nil,
            wards: Template? = nil
        ) {
            self.by = by
            self.to = to
            self.addressee = addressee
            self.subject = subject
            self.classification = classification
            self.decision = decision
            self.wards = wards
        }
    }

    /// How recommendations are worded: a sentence for one, a lead-in before the list of several.
    package struct Recommendations: Sendable, Hashable {
        /// The sentence for one recommendation, with `{{ verb }}` and `{{ text }}`.
        package var one: Template
        /// The words before a list of several.
        package var several: Template

        package init(one: Template, several: Template) {
            self.one = one
            self.several = several
        }
    }

    /// The file's name without its ending.
    package var id: String
    /// What the kind of paper is called, for people who choose one.
    package var title: String
    /// How recommendations are worded, wherever the parts put them.
    package var recommendations: Recommendations
    /// What the paper consists of, in the order in which it is printed.
    package var parts: [Part]
    /// Whether tables with a title are numbered through the paper.
    package var numbersTables: Bool
    /// In the middle of every page's head while the paper is a draft.
    package var draft: Template?
    /// The line at the head of every page, and the one at its foot.
    package var head: RunningLine
    package var foot: RunningLine
    /// The file, for diagnostics.
    package var location: SourceLocation

    package init(
        id: String,
        title: String,
        recommendations: Recommendations,
        parts: [Part],
        numbersTables: Bool = false,
        draft: Template? = nil,
        head: RunningLine,
        foot: RunningLine,
        location: SourceLocation
    ) {
        self.id = id
        self.title = title
        self.recommendations = recommendations
        self.parts = parts
        self.numbersTables = numbersTables
        self.draft = draft
        self.head = head
        self.foot = foot
        self.location = location
    }
}

extension PaperLayout {
    /// The Markdown of its own.
    package var texts: [Prose] {
        parts.compactMap { part in if case .text(let prose) = part { prose } else { nil } }
    }

    /// Whether papers print what is appended to them.
    package var hasAppendices: Bool {
        parts.contains { if case .appendices = $0 { true } else { false } }
    }

    /// Whether it prints what the meeting is asked to do, by itself or within the summary.
    package var printsRecommendations: Bool {
        parts.contains { part in
            switch part {
            case .recommendations: true
            case .summary(_, _, let holds, _): holds.contains(.recommendations)
            default: false
            }
        }
    }

    /// Whether a paper of the layout prints rows or figures of returns by itself, beyond the shares and statuses that are counted.
    ///
    /// - Parameters:
    ///   - body: the paper's own Markdown.
    ///   - tables: the kinds of tables that there are.
    package func printsRows(with body: Prose, tables: [String: TableKind]) -> Bool {
        let hasPart = parts.contains { part in
            switch part {
            case .keyFigures, .changes: true
            default: false
            }
        }
        return hasPart
            || (texts + [body]).flatMap(\.allInsertions).contains { name, options in
                tables[name]?.rows.ofReturn != nil || name == "\(Prose.chart) trend"
                    || Prose.isChart(name) && options.contains { $0.key == "by" && $0.value == "period" }
            }
    }
}

/// A line at the head or the foot of every page, in up to three places.
///
/// `{{ page }}`, `{{ pages }}` and `{{ appendix }}` (the appendix that the page belongs to, or nothing) are known there
/// as well as the names of the paper.
package struct RunningLine: Sendable, Hashable {
    /// What is set at each place of the line, or `nil` to leave the place empty.
    package var left: Template?
    package var centre: Template?
    package var right: Template?

    package init(left: Template? = nil, centre: Template? = nil, right: Template? = nil) {
        self.left = left
        self.centre = centre
        self.right = right
    }
}
