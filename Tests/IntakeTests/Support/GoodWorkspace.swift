// SPDX-License-Identifier: Apache-2.0

/// A small workspace without a problem, and the layouts that it uses.
enum GoodWorkspace {
    static let files = [
        "council.yaml": council, "round.yaml": round, "papers/cabinet.md": paper,
        "returns/communities/return.yaml": communities, "returns/communities/statement.md": statement,
        "returns/communities/actions.csv": actions, "returns/communities/indicators.csv": indicators,
        "returns/highways/return.yaml": highways, "returns/highways/activity.csv": activity,
        "returns/highways/statement.md": "The roads are open.\n",
    ]

    static let council = """
        name: Wealdshire County Council
        nation: England
        language: en-GB
        bodies:
          cabinet: { name: Cabinet, kind: executive, members: Cabinet Members }
        people:
          leader: { name: Nasreen Holloway, post: Leader }
          officer:
            name: Ruth Okafor
            post: Performance Manager
            telephone: 01632 960123
            email: ruth.okafor@wealdshire.example
        directorates:
          communities:
            name: Communities
            head: { person: officer, title: Managing Director }
            units:
              sport: Sport
              libraries: Libraries and Archives
              youth: Youth Service
          highways:
            name: Highways
            head: { person: officer, title: Executive Director }
            divisions:
              works:
                name: Works
                units: { roads: Roads, bridges: Bridges }

        """

    static let round = """
        title: 2009/10 half-year monitoring
        year: 2009/10
        point: half-year
        as-at: 2009-09-30

        """

    static let communities = """
        declares: [actions, indicators]
        received: 2009-10-19
        signed-by: officer
        tables:
          - kind: exceptions
            of: [actions]
          - kind: indicators
            of: [indicators]
            introduction: |
              Targets were not set
              in every case[^method].
        totals:
          actions: { sport: 24, libraries: 31 }
        nil: [youth]
        notes:
          method: The method has changed.

        """

    static let statement = """
        # Progress

        **Prevention.** It is {{ actions.on-course.percent }}.

        """

    static let actions = """
        unit,ref,action,outcome,status,reason,response,due,comment
        sport,S1,Open the pool,,not on course,The roof leaks.,Repair it.,2010-03,
        sport,S2,Open the gym,,not on course,,,2010-03-31,same as S1
        libraries,L1,Move the archive,A new archive,on course,,,2010,

        """

    static let indicators = """
        unit,ref,measure,better,2008/09 actual,2009/10 target,2009/10 mid-year,comment
        sport,NI 8,Adults in sport,higher,23.4%,25%,24.1% [p],Rising.
        libraries,NI 9,Use of libraries,higher,48.2%,[not set],"2,055 [r][^method]",

        """

    static let highways = """
        declares: [core-services, activity]
        signed-by: officer
        tables:
          - { kind: exceptions, of: [core-services, activity] }

        """

    static let activity = """
        unit,ref,class,activity,forecast,actual,status,reason,response
        roads,R1,core service,Mend the roads,,,on course,,
        bridges,B1,activity level,Bridges inspected,120,58,not on course,Staff were ill.,

        """

    static let paper = """
        ---
        layout: cabinet
        by: leader
        to: { body: cabinet, date: 2009-11-30 }
        subject: Half-year monitoring
        classification: Unrestricted
        summary: |
          This report says what was done.
        recommendations:
          - { verb: NOTE, text: the report }
        contact: officer
        appendices:
          - { title: Returns, of: all-directorates }
        background-papers: none
        status: final
        ---
        # Introduction

        See [](#appendix-1).

        {{> outcomes of: actions }}

        """

    static let layouts = [
        "cabinet.yaml": """
        title: Cabinet paper
        kind: paper
        parts:
          - header-block: { by: By, to: To, addressee: "{{ body.name }}", subject: Subject, classification: Class }
          - summary: { heading: Summary, holds: [summary, recommendations] }
          - body: { numbering: decimal }
          - contact: { label: Contact officer }
          - background-papers: { heading: Background papers, none: There are none. }
          - appendices: { heading: "Appendix {{ number }}", label: "Appendix {{ number }}", layout: directorate-return }
        recommendations:
          one: "{{ body.members }} are asked to {{ verb }} {{ text }}."
          several: "{{ body.members }} are asked to:"
        foot: { left: "{{ classification }}", right: "Page {{ page }}" }

        """,
        "directorate-return.yaml": """
        title: Directorate return
        kind: return
        parts:
          - title: { heading: "{{ directorate.name }}" }
          - statement: { heading: Summary }
          - signature
          - tables: { heading: Progress }

        """,
        "tables/exceptions.yaml": """
        title: "Exceptions in {{ classes }}"
        rows: exceptions
        bands: [division, unit]
        nil: Nil
        columns:
          - { title: Action, fields: [{ field: ref, label: "Ref." }, action, outcome, due, forecast, actual], width: 3, row-header: true }
          - { title: Comments, fields: [reason, response], fixed: 60mm }

        """,
        "tables/indicators.yaml": """
        title: Indicators
        rows: indicators
        bands: [unit]
        columns:
          - { title: Measure, fields: [ref, measure], width: 3, row-header: true }
          - { title: "{{ year }} actual", field: actual, years-ago: 1, align: right }
          - { title: Comments, field: comment }

        """,
        "tables/outcomes.yaml": """
        title: Outcomes
        rows: directorates
        columns:
          - { title: Directorate, field: directorate, row-header: true }
          - { title: Percentage, field: percent, align: right }

        """,
        "themes/accessible.yaml": """
        page: { size: A4, margins: { top: 25mm, right: 20mm, bottom: 25mm, left: 20mm } }
        body: { font: Liberation Sans, size: 12pt, leading: 16pt, colour: "#0b0c0c", after: 8pt }
        headings:
          1: { size: 18pt, leading: 23pt, before: 20pt, after: 8pt }
        list: { indent: 18pt, gap: 4pt }
        quotation: { indent: 18pt }
        details: { label-width: 90pt, gap: 6pt }
        table:
          size: 10pt
          leading: 13pt
          padding: { top: 3pt, right: 5pt, bottom: 4pt, left: 5pt }
        note: { size: 10pt, leading: 13pt }
        running: { size: 10pt, leading: 13pt, from-edge: 12mm }

        """,
    ]
}
