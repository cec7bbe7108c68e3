// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// A workspace in which these mistakes are planted, each of which has to be found at its place, and nothing else:
///
/// - council.yaml: a key misspelt; a required key left out; a key given twice; a word that is none of the choices; an
///   identifier with capitals; an email address and a telephone number that are none; a head and a remit that nobody
///   knows; a unit's identifier used twice; a list in place of a text; an unknown theme; an unknown status
/// - round.yaml: a year that is none; a day that does not exist
/// - returns: a folder of no directorate; a directorate without a return; a file that is not read
/// - return.yaml: an unknown class, person and kind of table; totals of an unknown unit, of nothing and below the rows;
///   a nil return with rows; a note without use and one without text; a table of what is not declared; a declared class
///   without file and table; a unit that has not reported
/// - actions.csv: unknown unit and status; no reason; a date in another form; a shared comment that is not above, and one
///   with a reason of its own; a ref twice; a row too short and one too long; a comment that shares nothing; HTML
/// - activity.csv: an unknown column, a missing one, an unknown class
/// - indicators.csv: an empty value, `n/a`, a comma out of place, an unknown unit, an unknown code; an unknown class; no
///   unit under bands; an unclosed quote
/// - statement.md: a picture; a name without end; a heading numbered by hand
/// - papers: an unknown layout, person, body, verb and directorate; a date that does not exist; no background papers; an
///   empty classification; a note; no header at all; a header that is not closed
/// - layouts: an unknown field, part and length; a column without fields; YAML that is none
struct PlantedMistakesTests {
    @Test func `every planted mistake is found at its place, and nothing else`() throws {
        let contents = try read(Self.files)
        #expect(contents.diagnostics.map(\.line) == Self.expected)
        #expect(contents.round?.round.year.first == 2009)
    }

    /// A paper that does not say that it is for everybody, and a file with a column or a field too many, may hold what is exempt.
    private static let unquoted: Set = [
        "papers/cabinet.md", "papers/headless.md", "papers/open.md", "returns/communites/return.yaml",
        "returns/communities/indicators.csv", "returns/highways/activity.csv",
    ]

    @Test func `every diagnostic of a line shows the line, unless the file may hold what is exempt`() throws {
        for diagnostic in try read(Self.files).diagnostics {
            guard let location = diagnostic.location, location.line > 0 else { continue }
            if Self.unquoted.contains(location.file) {
                #expect(diagnostic.excerpt == nil)
                continue
            }
            let lines = Self.files[location.file]?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
            let line = location.line <= lines.count ? String(lines[location.line - 1]) : ""
            #expect(diagnostic.excerpt == diagnostic.excerpting(Array(line.unicodeScalars)).excerpt)
        }
    }

    /// The rule that is broken at some of the places.
    @Test(arguments: [
        ("council.yaml:2:1", Rule.unknownKey), ("council.yaml:8:11", .missingKey),
        ("council.yaml:9:3", .invalidIdentifier),
        ("council.yaml:12:16", .invalidContact), ("council.yaml:14:60", .repeatedKey),
        ("council.yaml:19:21", .unknownName),
        ("layouts/broken.yaml:2:7", .invalidYAML), ("layouts/themes/own.yaml:1:35", .invalidLength),
        ("papers/cabinet.md:4:28", .invalidDate), ("papers/headless.md:1", .missingHeader),
        ("returns/communites", .unknownDirectorate), ("returns/communities/action.csv", .unreadFile),
        ("returns/communities/actions.csv:4:1", .unknownUnit), ("returns/communities/actions.csv:5:39", .missingReason),
        ("returns/communities/actions.csv:6:11", .repeatedReference),
        ("returns/communities/actions.csv:6:42", .invalidSharedComment),
        ("returns/communities/actions.csv:7", .wrongFieldCount),
        ("returns/communities/indicators.csv:3", .missingCell),
        ("returns/communities/indicators.csv:4:36", .unknownCode),
        ("returns/communities/indicators.csv:5:17", .unclosedQuote),
        ("returns/communities/return.yaml:7:30", .undeclaredTable),
        ("returns/communities/return.yaml:11:21", .totalTooSmall),
    ])
    func `a mistake breaks a rule of its kind`(place: String, rule: Rule) throws {
        let rules = try read(Self.files).diagnostics.filter { diagnostic in
            guard var location = diagnostic.location else { return false }
            location.field = nil
            return location.description == place
        }.map(\.rule)
        #expect(rules == [rule])
    }

    @Test func `every mistake is the problem of whoever wrote its file`() throws {
        for diagnostic in try read(Self.files).diagnostics {
            let parts = try #require(diagnostic.location).file.split(separator: "/").map(String.init)
            let subject: SourceFile.Subject =
                switch parts[0] {
                case "council.yaml": .council
                case "round.yaml": .round
                case "layouts": .layouts
                case "papers": .paper(file: String(parts[1].dropLast(3)))
                default: .directorateReturn(parts[1])
                }
            #expect(diagnostic.subject == subject)
        }
    }

    private static let expected = """
        error council.yaml:1:7 (name): `name` must be a text, not a list
        error council.yaml:2:1 (natoin): unknown key `natoin` in council.yaml
        error council.yaml:4:23 (theme): unknown theme `accessable`
        error council.yaml:4:44 (missing): `missing` cannot be `word`
        error council.yaml:6:80 (remit): unknown directorate `comunities`
        error council.yaml:8:11 (leader): `post` is missing in a person
        error council.yaml:9:3 (Officer): `Officer` is not an identifier
        error council.yaml:12:16 (telephone): `01632 96O123` is not a telephone number
        error council.yaml:13:12 (email): `ruth.okafor` is not an email address
        error council.yaml:14:60 (name): `name` is given twice
        error council.yaml:15:41 (late): the meaning of `late` cannot be `lat`
        error council.yaml:19:21 (person): unknown person `oficer`
        error council.yaml:23:7 (sport): `sport` is given twice
        error council.yaml:30:14 (roads): `roads` is the identifier of another unit or division of this directorate
        error layouts/broken.yaml:2:7: a `:` stands where a value cannot hold one
        error layouts/own.yaml:4:14 (heding): unknown key `heding` in the title
        error layouts/own.yaml:5:5 (statment): unknown part `statment`
        error layouts/tables/own.yaml:4:30 (field): rows of the kind `exceptions` have no field `measure`
        error layouts/tables/own.yaml:4:46 (width): `width` is a number from 0.05 to 100.0, not `wide`
        error layouts/tables/own.yaml:5:5 (columns): a column has a `field` or a list of `fields`
        error layouts/tables/own.yaml:5:28 (fixed): `fixed` is a length, not `30`
        error layouts/tables/own.yaml:6:48 (field): unknown field `reasn`
        error layouts/tables/own.yaml:6:65 (align): `align` cannot be `middle`
        error layouts/themes/own.yaml:1:15 (size): unknown size of sheet `A5`
        error layouts/themes/own.yaml:1:35 (top): `top` is a length, not `25`
        error layouts/themes/own.yaml:2:21 (leading): the `leading` is less than the `size` of the text
        error layouts/themes/own.yaml:2:44 (colour): `black` is not a colour
        error layouts/themes/own.yaml:3:13 (7): headings have a level from 1 to 6, not `7`
        error layouts/themes/own.yaml:7:76 (waste): `waste` is a number from 0.0 to 1.0, not `2`
        error layouts/themes/own.yaml:8:15 (bold): `bold` must be `true` or `false`, not `perhaps`
        error papers/cabinet.md:2:9 (layout): unknown layout `…`
        error papers/cabinet.md:3:14 (by): unknown person `…`
        error papers/cabinet.md:4:13 (body): unknown body `…`
        error papers/cabinet.md:4:28 (date): … does not exist
        error papers/cabinet.md:6:17 (classification): `classification` is empty
        error papers/cabinet.md:8:13 (verb): `verb` cannot be `…`
        error papers/cabinet.md:9:10 (contact): unknown person `…`
        error papers/cabinet.md:11:41 (of): unknown directorate `…`
        error papers/cabinet.md:12:20 (background-papers): `background-papers` must be a list, or the word `none`
        error papers/cabinet.md:13:9 (status): `status` cannot be `…`
        error papers/cabinet.md:15:8: the note `…` stands in a paper
        error papers/headless.md:1: the paper has no header
        error papers/open.md:1: the header of the paper is not closed
        error returns/communites: unknown directorate `communites`
        error returns/communites/return.yaml:1:11: a list in `[ ]` is not closed, or a comma is missing
        warning returns/communities/action.csv: the file is not read
        error returns/communities/actions.csv:2:59 (due): 31 April 2010 does not exist
        error returns/communities/actions.csv:3:31 (reason): the row shares the comment of another, and has a \
        reason of its own
        error returns/communities/actions.csv:4:1 (unit): `sprot` is not a unit of `communities`
        error returns/communities/actions.csv:4:19 (action): this is HTML, the code of web pages, which is not printed
        error returns/communities/actions.csv:4:27 (action): this is HTML, the code of web pages, which is not printed
        error returns/communities/actions.csv:4:33 (status): unknown status `not on course`
        error returns/communities/actions.csv:5:39 (reason): a row that is not on course has no reason
        error returns/communities/actions.csv:5:41 (due): 30 February 2010 does not exist
        warning returns/communities/actions.csv:6:11 (ref): the ref `L1` stands twice in the file
        error returns/communities/actions.csv:6:42 (comment): the row `S1` is not just above this one
        error returns/communities/actions.csv:7: the row has 2 fields for 9 columns: none for `action`, `outcome`, \
        `status`, `reason`, `response`, `due`, `comment`
        error returns/communities/actions.csv:8:49: the row has 10 fields for 9 columns
        error returns/communities/actions.csv:9:41 (comment): the comment is not `same as` and the ref of the row above
        error returns/communities/indicators.csv:1:46: unknown column `…`
        error returns/communities/indicators.csv:2:41 (2008/09 actual): the value is empty
        error returns/communities/indicators.csv:2:46 (2009/10 mid-year): `…` is not a value
        error returns/communities/indicators.csv:3 (unit): the indicator has no unit, and the rows of `indicators` \
        are grouped by unit
        error returns/communities/indicators.csv:3:24 (better): `…` does not say which way is better
        error returns/communities/indicators.csv:3:37 (2008/09 actual): a comma in `…` does not stand between thousands
        error returns/communities/indicators.csv:3:46 (2009/10 mid-year): unknown unit `…` in `…`
        error returns/communities/indicators.csv:4 (class): no table prints this indicator: none asks for the class `…`
        error returns/communities/indicators.csv:4:36 (2008/09 actual): unknown code `[…]`
        error returns/communities/indicators.csv:5:17: a quote is opened and not closed
        error returns/communities/return.yaml:1:33 (declares): a class cannot be `core-service`
        error returns/communities/return.yaml:2:11 (received): `19 October` has no year
        error returns/communities/return.yaml:3:12 (signed-by): unknown person `oficer`
        error returns/communities/return.yaml:5:13 (kind): unknown kind of table `exception`
        error returns/communities/return.yaml:7:30 (of): the table shows `activity`, which the return does not declare
        error returns/communities/return.yaml:8:13 (kind): a return cannot hold the table `outcomes`: its rows are `directorates`
        error returns/communities/return.yaml:9:25 (of): a table of the kind `exceptions` cannot show `indicators`
        error returns/communities/return.yaml:11:21 (sport): `sport` has 3 rows in actions.csv, more than its total of 2
        error returns/communities/return.yaml:11:24 (libary): `libary` is not a unit of `communities`
        error returns/communities/return.yaml:11:47 (libraries): the total of `libraries` is not a whole number \
        above zero
        error returns/communities/return.yaml:12:3 (action): unknown class `action` in `totals`
        warning returns/communities/return.yaml:13:1 (nil): a unit has not reported: `youth`
        error returns/communities/return.yaml:13:7 (nil): `sport` has nothing to report, and has rows
        warning returns/communities/return.yaml:15:3 (unused): the note `unused` is not used
        warning returns/communities/statement.md:1:1: a heading is numbered by hand
        error returns/communities/statement.md:3:1: a picture stands among words
        error returns/communities/statement.md:3:24: `{{` has no `}}`
        error returns/communities/statement.md:5:8: the note `method` has no text
        warning returns/finance: the return of `Finance` has not come
        error returns/highways/activity.csv:1:16: unknown column `…`
        error returns/highways/activity.csv:2:10 (class): unknown class `…`
        error returns/highways/activity.csv:3:39 (actual): `…` is not a value
        warning returns/highways/return.yaml: a unit has not reported: `tunnels`
        error returns/highways/return.yaml:1:12 (declares): `actions` is declared, and there is neither a file nor \
        a table of it
        error round.yaml:2:7 (year): `2009/11` is not a financial year
        error round.yaml:4:8 (as-at): 31 September 2009 does not exist
        """.split(separator: "\n").map { String($0) }

    private static let files = [
        "council.yaml": council, "round.yaml": round, "papers/cabinet.md": cabinet, "papers/headless.md": "Words.\n",
        "papers/right.md": GoodWorkspace.paper,
        "papers/open.md": "---\nlayout: cabinet\n", "returns/communites/statement.md": "Text.\n",
        "returns/communites/return.yaml": "declares: [actions\n",
        "returns/communities/return.yaml": communities, "returns/communities/statement.md": statement,
        "returns/communities/actions.csv": actions, "returns/communities/indicators.csv": indicators,
        "returns/communities/action.csv": "unit\n", "returns/highways/return.yaml": highways,
        "returns/highways/statement.md": "Text.\n",
        "returns/highways/activity.csv": activity, "layouts/tables/own.yaml": table, "layouts/own.yaml": layout,
        "layouts/themes/own.yaml": theme, "layouts/broken.yaml": "kind: paper\n title: x\n",
    ]

    private static let council = """
        name: [Wealdshire]
        natoin: England
        language: en-GB
        house-style: { theme: accessable, missing: word }
        bodies:
          cabinet: { name: Cabinet, kind: executive, members: Cabinet Members, remit: [comunities] }
        people:
          leader: { name: Nasreen Holloway }
          Officer:
            name: Ruth Okafor
            post: Performance Manager
            telephone: 01632 96O123
            email: ruth.okafor
          officer: { name: Ruth Okafor, post: Performance Manager, name: Ruth }
        statuses: { on course: on course, late: lat, done: done, done and ongoing: done and ongoing, behind: not on course }
        directorates:
          communities:
            name: Communities
            head: { person: oficer, title: Managing Director }
            units:
              sport: Sport
              libraries: Libraries and Archives
              sport: Youth Service
              youth: Youth Service
          highways:
            name: Highways
            head: { person: officer, title: Executive Director }
            divisions:
              roads: { name: Works, units: { bridges: Bridges } }
            units: { roads: Roads, tunnels: Tunnels }
          finance:
            name: Finance
            head: { person: officer, title: Director of Finance }

        """

    private static let round = """
        title: 2009/10 half-year monitoring
        year: 2009/11
        point: half-year
        as-at: 2009-09-31

        """

    private static let communities = """
        declares: [actions, indicators, core-service]
        received: 19 October
        signed-by: oficer
        tables:
          - { kind: exception, of: [actions] }
          - { kind: indicators, of: [indicators], class: focus }
          - { kind: exceptions, of: [activity] }
          - { kind: outcomes, of: [actions] }
          - { kind: exceptions, of: [indicators] }
        totals:
          actions: { sport: 2, libary: 31, libraries: 0 }
          action: { sport: 1 }
        nil: [sport]
        notes:
          unused: Nobody refers to this.

        """

    private static let statement = """
        # 1. Progress

        ![A pool](pool.png) is {{ actions.total.

        Counted[^method].

        """

    private static let actions = """
        unit,ref,action,outcome,status,reason,response,due,comment
        sport,S1,Open the pool,,behind,The roof leaks.,Repair it.,31/04/2010,
        sport,S2,Open the gym,,behind,Late too.,,,same as S1
        sprot,S3,Open the <b>sauna</b>,,not on course,,,,
        libraries,L1,Move the archive,,behind,,,2010-02-30,
        libraries,L1,Move the shelves,,behind,,,,same as S1
        libraries,L3
        libraries,L4,Sell books, old ones,,on course,,,,
        sport,S9,Open the track,,behind,Rain.,,,as above

        """

    private static let indicators = """
        unit,ref,measure,better,class,2008/09 actual,2009/10 targt,2009/10 mid-year,comment
        sport,NI 8,Adults in sport,higher,focus,,25%,n/a,Rising.
        ,NI 9,Use of libraries,hihger,focus,"1,00",1,33 dyas,
        libraries,NI 10,Loans,higher,focsu,5% [q],1,6,
        libraries,NI 11,"Fines,higher,focus,5,1,6,

        """

    private static let highways = """
        declares: [actions, activity]
        signed-by: officer
        tables:
          - { kind: exceptions, of: [activity] }

        """

    private static let activity = """
        unit,ref,class,actvity,forecast,actual,status,reason
        roads,R1,core services,Mend the roads,,,on course,
        bridges,B1,activity level,Inspect,120,TBC,on course,

        """

    private static let cabinet = """
        ---
        layout: cabinett
        by: [leader, chief]
        to: { body: cabient, date: 2009-02-29 }
        subject: Half-year monitoring
        classification: ""
        recommendations:
          - { verb: note, text: the report }
        contact: nobody
        appendices:
          - { title: Returns, of: [communities, higways] }
        background-papers: see below
        status: finall
        ---
        Counted[^method].

        """

    private static let table = """
        title: Own
        rows: exceptions
        columns:
          - { title: Measure, field: measure, width: wide }
          - { title: Empty, fixed: 30 }
          - { title: Colour, fields: [action, { field: reasn }], align: middle }

        """

    private static let layout = """
        title: Own
        kind: return
        parts:
          - title: { heding: x }
          - statment: { heading: x }
          - signature

        """

    private static let theme = """
        page: { size: A5, margins: { top: 25, right: 20mm, bottom: 25mm, left: 20mm } }
        body: { size: 12pt, leading: 10pt, colour: black }
        headings: { 7: { size: 12pt } }
        list: { indent: 18pt, gap: 4pt }
        quotation: { indent: 18pt }
        details: { label-width: 90pt, gap: 6pt }
        table: { padding: { top: 3pt, right: 5pt, bottom: 4pt, left: 5pt }, waste: 2 }
        note: { bold: perhaps }
        running: { size: 10pt, leading: 13pt, from-edge: 12mm }

        """
}
