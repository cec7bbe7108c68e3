// SPDX-License-Identifier: Apache-2.0

package import Pictures

/// A council: who meets, who works for it, and how it is divided.
package struct Council: Sendable, Hashable {
    /// As papers print it in full, and as they print it afterwards.
    package var name: String
    package var shortName: String
    /// Where the council is, which decides its bank holidays and clear days.
    package let nation: Nation
    /// The language of its papers, as a BCP 47 tag: `en-GB`.
    package var language: String
    /// Its theme, and how it prints reasons for missing values.
    package var houseStyle: HouseStyle
    /// The meetings that papers go to.
    package var bodies: [Body]
    /// Whoever writes, signs or answers for papers.
    package var people: [Person]
    /// In the council's order, which every paper keeps.
    package var directorates: [Directorate]
    /// The words of its returns for the four statuses.
    package var statuses: StatusVocabulary
    /// How indicators are rated, or `nil` if returns say how they stand.
    package var ratings: RatingScale?
    /// The rule by which the direction of travel of indicators is computed.
    package var direction: DirectionRule
    /// With whom indicators are compared, in the order in which tables name them.
    package var comparators: [Comparator]
    /// Short forms that papers write out where a section first uses them.
    package var abbreviations: [Abbreviation]
    /// The council's own words, which a check takes for spelt right.
    package var spelling: [String]
    /// On which the council's offices are closed, beside weekends and bank holidays.
    package let closedDays: [CalendarDate]
    /// Says by when papers must be public.
    package let calendar: PublicationCalendar

    /// - Parameter bankHolidays: those of the nation; `nil` for those that follow from rules.
    package init(
        name: String,
        shortName: String,
        nation: Nation,
        language: String,
        houseStyle: HouseStyle = HouseStyle(),
        bodies: [Body] = [],
        people: [Person] = [],
        directorates: [Directorate] = [],
        statuses: StatusVocabulary = .standard,
        ratings: RatingScale? = nil,
        direction: DirectionRule = DirectionRule(),
        comparators: [Comparator] = [],
        abbreviations: [Abbreviation] = [],
        spelling: [String] = [],
        closedDays: [CalendarDate] = [],
        bankHolidays: BankHolidays? = nil
    ) {
        self.name = name
        self.shortName = shortName
        self.nation = nation
        self.language = language
        self.houseStyle = houseStyle
        self.bodies = bodies
        self.people = people
        self.directorates = directorates
        self.statuses = statuses
        self.ratings = ratings
        self.direction = direction
        self.comparators = comparators
        self.abbreviations = abbreviations
        self.spelling = spelling
        self.closedDays = closedDays
        calendar = PublicationCalendar(nation: nation, bankHolidays: bankHolidays, closedDays: Set(closedDays))
    }

    /// The directorates that report to a body, in the council's order: those of its remit, or all if it has none.
    package func directorates(before body: String) -> [Directorate] {
        let remit = Set(self.body(body)?.remit ?? [])
        return remit.isEmpty ? directorates : directorates.filter { remit.contains($0.id) }
    }

    /// The directorates that a paper is about, in the council's order: those that it names, of those that report to the body.
    package func directorates(of paper: PaperSource) -> [Directorate] {
        let reporting = directorates(before: paper.meeting.body)
        guard let own = paper.directorates else { return reporting }
        return reporting.filter { own.contains($0.id) }
    }

    /// The directorates whose returns an appendix holds, in the council's order; none if it holds a text.
    package func directorates(in appendix: PaperSource.Appendix, of paper: PaperSource) -> [String] {
        switch appendix.content {
        case .returns(.allDirectorates): directorates.map(\.id)
        case .returns(.remit): directorates(of: paper).map(\.id)
        case .returns(.directorates(let ids)): directorates.map(\.id).filter(ids.contains)
        case .text: []
        }
    }

    /// The body with an identifier, or `nil` if the council has none of it.
    package func body(_ id: String) -> Body? { bodies.first { $0.id == id } }
    /// The person with an identifier, or `nil` if the council has none of it.
    package func person(_ id: String) -> Person? { people.first { $0.id == id } }
    /// The directorate with an identifier, or `nil` if the council has none of it.
    package func directorate(_ id: String) -> Directorate? { directorates.first { $0.id == id } }
}

/// Where the council is: decides its clear days and bank holidays.
package enum Nation: String, Sendable, Hashable, CaseIterable {
    case england = "England"
    case wales = "Wales"
    case scotland = "Scotland"
    case northernIreland = "Northern Ireland"

    /// How many clear days a paper is open to inspection before its meeting: five in England (Local Government Act 1972, s. 100B, as
    /// amended in 2002), three in Wales (Local Government and Elections (Wales) Act 2021, sch. 4) and in Scotland (Local Government
    /// (Scotland) Act 1973, s. 50B), and the five days of Northern Ireland (Local Government Act (Northern Ireland) 2014, s. 43), which
    /// are taken as clear days, since that is the earlier day.
    package var clearDays: Int {
        switch self {
        case .england, .northernIreland: 5
        case .wales, .scotland: 3
        }
    }

    /// Whose bank holidays it has; Wales has those of England.
    package var division: BankHolidays.Division {
        switch self {
        case .england, .wales: .englandAndWales
        case .scotland: .scotland
        case .northernIreland: .northernIreland
        }
    }
}

/// The council's choices in how its papers look and speak.
package struct HouseStyle: Sendable, Hashable {
    /// How the reason for a missing value is printed.
    package enum Missing: String, Sendable, Hashable, CaseIterable {
        /// "not available".
        case words
        /// "[x]".
        case codes
    }

    /// How the first page of a paper begins.
    package enum Header: String, Sendable, Hashable, CaseIterable {
        /// With the paper's first part.
        case plain
        /// With the council's logo and name, and the meeting that the paper goes to.
        case masthead
    }

    /// The council's logo.
    package struct Logo: Sendable, Hashable {
        /// Its pixels.
        package var image: RasterImage
        /// What it shows, for readers who do not see it.
        package var alternativeText: String

        package init(image: RasterImage, alternativeText: String) {
            self.image = image
            self.alternativeText = alternativeText
        }
    }

    /// A file in `layouts/themes/`.
    package var theme: String
    /// In words or in the codes of the Analysis Function.
    package var missing: Missing
    /// How the first page of each paper begins.
    package var header: Header
    /// How many pages an appendix has at most, or `nil` for as many as there are.
    package var appendixPages: Int?
    /// Printed in the masthead, beside the council's name; `nil` for the name alone.
    package var logo: Logo?
    /// The most words of a sentence that a check passes over, 0 for any number; `nil` for ``usualSentenceWords``.
    package var sentenceWords: Int?
    /// The reading age that texts should have; `nil` if the council asks for none.
    package var readingAge: Int?

    /// The most words of a sentence where the council does not say otherwise.
    package static let usualSentenceWords = 40

    package init(
        theme: String = "accessible",
        missing: Missing = .words,
        header: Header = .plain,
        logo: Logo? = nil,
        sentenceWords: Int? = nil,
        readingAge: Int? = nil,
        appendixPages: Int? = nil
    ) {
        self.theme = theme
        self.missing = missing
        self.header = header
        self.logo = logo
        self.sentenceWords = sentenceWords
        self.readingAge = readingAge
        self.appendixPages = appendixPages
    }
}

/// A meeting body: the Cabinet, a committee, the County Council.
package struct Body: Sendable, Hashable {
    /// What a body is for.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case executive, overview, council, committee
    }

    package var id: String
    /// As papers print it, in full and where there is little room.
    package var name: String
    package var shortName: String
    /// What the body is for, which decides who its papers are addressed to.
    package var kind: Kind
    /// How its members are addressed: "Cabinet Members".
    package var members: String
    /// The directorates that it looks after.
    package var remit: [String]
    /// The days of its calendar of meetings; empty if the council gives none, so that any working day may be one.
    package var meets: Set<CalendarDate>

    package init(
        id: String,
        name: String,
        shortName: String,
        kind: Kind,
        members: String,
        remit: [String] = [],
        meets: Set<CalendarDate> = []
    ) {
        self.id = id
        self.name = name
        self.shortName = shortName
        self.kind = kind
        self.members = members
        self.remit = remit
        self.meets = meets
    }
}

/// Somebody who writes, signs or answers for a paper.
package struct Person: Sendable, Hashable {
    /// Whether somebody was elected or is employed: a paper names its members first.
    package enum Role: String, Sendable, Hashable, CaseIterable {
        case member, officer
    }

    package var id: String
    /// As papers print it, without a title of address.
    package var name: String
    /// What the person is: "Managing Director".
    package var post: String
    /// Whether a paper lists the person among members or officers.
    package var role: Role
    /// Printed for a contact officer, each `nil` if the council does not give it.
    package var department: String?
    package var telephone: String?
    package var email: String?

    package init(
        id: String,
        name: String,
        post: String,
        role: Role = .officer,
        department: String? = nil,
        telephone: String? = nil,
        email: String? = nil
    ) {
        self.id = id
        self.name = name
        self.post = post
        self.role = role
        self.department = department
        self.telephone = telephone
        self.email = email
    }
}

/// An abbreviation and its full form.
package struct Abbreviation: Sendable, Hashable {
    /// As officers write it, and what the paper prints where it is first used.
    package var short: String
    package var long: String

    package init(short: String, long: String) {
        self.short = short
        self.long = long
    }
}
