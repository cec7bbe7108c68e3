// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import WorkspaceFiles

/// `council.yaml`.
enum CouncilForm {
    static let format = FormKey(
        "format",
        format: .wholeNumber(1...WorkspaceFormat.newest),
        "the format of the workspace, which `cleardays new` writes: a program that is too old to read it says so"
    )
    static let name = FormKey("name", required: true, "the council's name, as papers print it")
    static let shortName = FormKey("short-name", "the council's short name; without it, the name")
    static let nation = FormKey(
        "nation",
        .choice(Nation.allCases.map(\.rawValue)),
        required: true,
        "where the council is, which decides its clear days"
    )
    static let language = FormKey("language", required: true, "the language of the papers, as a tag: `en-GB`")
    static let houseStyle = FormKey("house-style", .group(HouseStyleForm.form), "how papers look and speak")
    static let bodies = FormKey(
        "bodies",
        .named(BodyForm.form),
        required: true,
        "the bodies that meet, each by its identifier"
    )
    static let people = FormKey(
        "people",
        .named(PersonForm.form),
        required: true,
        "the people who write, sign or answer for papers, each by an identifier"
    )
    static let statuses = FormKey(
        "statuses",
        .namedTexts,
        format: .choice(Status.allCases.map(\.rawValue)),
        "the council's own words for statuses"
    )
    static let ratings = FormKey(
        "ratings",
        .group(RatingsForm.form),
        "how indicators are rated by their figures; without it returns say how they stand"
    )
    static let comparators = FormKey(
        "comparators",
        .named(ComparatorForm.form),
        "with whom indicators are compared, each by an identifier, in the order in which tables name them"
    )
    static let directorates = FormKey(
        "directorates",
        .named(DirectorateForm.form),
        required: true,
        "the directorates in the council's order, each by its identifier"
    )
    static let abbreviations = FormKey("abbreviations", .namedTexts, "short forms, and what each stands for")

    static let spelling = FormKey(
        "spelling",
        .texts,
        "the council's own words, which `check` takes for spelt right: `[Wealdshire, reablement]`"
    )
    static let closedDays = FormKey(
        "closed-days",
        .texts,
        format: .date,
        "days on which the offices are closed, beside weekends and bank holidays: `2009-12-24`"
    )

    static let form = Form(
        "council.yaml",
        [
            name, shortName, nation, language, houseStyle, bodies, people, statuses, ratings, comparators,
            directorates, abbreviations, spelling,
            closedDays, format, ExemptionWaivers.key, WaiverForm.key,
        ]
    )
}

/// How indicators are rated.
enum RatingsForm {
    static let steps = FormKey(
        "steps",
        .list(of: RatingStepForm.form),
        "the steps of the scale, best first; without them `On target`, `Within tolerance` and `Off target`"
    )
    static let tolerance = FormKey(
        "tolerance",
        "how far short of its target an indicator may fall and still be within tolerance, where it has no own: `5%`"
    )
    static let direction = FormKey(
        "direction",
        .choice(DirectionRule.Comparison.allCases.map(\.rawValue)),
        "what the latest figure is compared with to tell which way an indicator goes"
    )
    static let stableWithin = FormKey(
        "stable-within",
        "a change that is none: `1%` of the figure before, or `0.5 points`"
    )

    static let form = Form("the ratings", [steps, tolerance, direction, stableWithin])
}

/// A step of the scale.
enum RatingStepForm {
    static let word = FormKey("word", required: true, "as papers print it, and returns write it")
    static let meets = FormKey(
        "meets",
        .choice(RatingScale.Goal.allCases.map(\.rawValue)),
        "the goal that a figure reaches: the last step has none"
    )
    static let exception = FormKey(
        "exception",
        format: .flag,
        "whether indicators at it need a reason: `true` or `false`; without it only the last step does"
    )

    static let shape = FormKey(
        "shape",
        .choice(RatingScale.Shape.allCases.map(\.rawValue)),
        "the shape of its symbol; without it that of its goal"
    )

    static let colour = FormKey(
        "colour",
        "the colour of its symbol and of its marks in charts, `\"#1d4f91\"`; without it that of the theme"
    )

    static let form = Form("a step of the ratings", [word, meets, exception, shape, colour])
}

/// Others with whom indicators are compared.
enum ComparatorForm {
    static let name = FormKey(
        "name",
        required: true,
        "as papers print it, with what figure of theirs it is: `England`, `Nearest neighbours, best quartile`"
    )
    static let source = FormKey("source", required: true, "where its figures are published, as papers print it")

    static let form = Form("a comparator", [name, source])
}

/// The council's choices.
enum HouseStyleForm {
    static let theme = FormKey("theme", "the file in layouts/themes/ that says how papers look")
    static let missing = FormKey(
        "missing",
        .choice(HouseStyle.Missing.allCases.map(\.rawValue)),
        "whether a missing value is printed in words or as its code"
    )

    static let header = FormKey(
        "header",
        .choice(HouseStyle.Header.allCases.map(\.rawValue)),
        "whether the first page begins with a `masthead`, or is `plain`"
    )
    static let logo = FormKey("logo", .group(LogoForm.form), "the council's logo, in the masthead")
    static let accent = FormKey("accent", "the council's accent colour: `\"#14475f\"`")
    static let sentenceWords = FormKey(
        "sentence-words",
        format: .wholeNumber(0...200),
        "the most words of a sentence that `check` passes over, 0 for any number; without it 40"
    )
    static let readingAge = FormKey(
        "reading-age",
        format: .wholeNumber(7...25),
        "the reading age that texts should have, by their sentences and long words: `15`"
    )
    static let appendixPages = FormKey(
        "appendix-pages",
        format: .wholeNumber(1...9999),
        "how many pages an appendix may have: `40`"
    )

    static let rules = FormKey(
        "rules",
        .namedTexts,
        leniency: .invalidRuleSetting,
        "rules that are turned off, or whose findings matter more or less here: `{ mixed-precision: off }`"
    )

    static let form = Form(
        "the house style",
        [theme, missing, header, logo, accent, sentenceWords, readingAge, appendixPages, rules]
    )
}

/// The council's logo.
enum LogoForm {
    static let picture = FormKey("picture", required: true, "the name of a file in `pictures`: `logo.png`")
    static let shows = FormKey("shows", required: true, "what it shows, for readers who do not see it")

    static let form = Form("the logo", [picture, shows])
}

/// A meeting body.
enum BodyForm {
    static let name = FormKey("name", required: true, "the body's name, as papers print it")
    static let shortName = FormKey("short-name", "the body's short name; without it, the name")
    static let kind = FormKey(
        "kind",
        .choice(Body.Kind.allCases.map(\.rawValue)),
        required: true,
        "what the body is for"
    )
    static let members = FormKey("members", required: true, "how its members are addressed: `Cabinet Members`")
    static let remit = FormKey("remit", .texts, "the directorates that it looks after")
    static let meets = FormKey(
        "meets",
        .texts,
        format: .date,
        "the days on which it meets, all of them: `[2009-11-30, 2010-01-11]`"
    )

    static let form = Form("a body", [name, shortName, kind, members, remit, meets])
}

/// Somebody.
enum PersonForm {
    static let name = FormKey("name", required: true, "the person's name")
    static let post = FormKey("post", required: true, "what the person is")
    static let role = FormKey(
        "role",
        .choice(Person.Role.allCases.map(\.rawValue)),
        "whether the person is a member of the council or an officer; without it, an officer"
    )
    static let department = FormKey("department", "where the person works")
    static let telephone = FormKey("telephone", "the number under which the person can be asked")
    static let email = FormKey("email", "the address at which the person can be asked")

    static let form = Form("a person", [name, post, role, department, telephone, email])
}

/// A directorate.
enum DirectorateForm {
    static let name = FormKey("name", required: true, "the directorate's name, as papers print it")
    static let head = FormKey("head", .group(HeadForm.form), required: true, "who leads it")
    static let divisions = FormKey(
        "divisions",
        .named(DivisionForm.form),
        "its divisions in order, each by its identifier"
    )
    static let units = FormKey("units", .namedTexts, "the units that belong to no division: identifier and name")

    static let form = Form("a directorate", [name, head, divisions, units])
}

/// Who leads a directorate.
enum HeadForm {
    static let person = FormKey("person", required: true, "the identifier of one of the `people`")
    static let title = FormKey("title", required: true, "the post, as the summary and the signature name it")

    static let form = Form("a head", [person, title])
}

/// A group of units.
enum DivisionForm {
    static let name = FormKey("name", required: true, "the division's name, as papers print it")
    static let units = FormKey("units", .namedTexts, "its units: identifier and name")

    static let form = Form("a division", [name, units])
}
