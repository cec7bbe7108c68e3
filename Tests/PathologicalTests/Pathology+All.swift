// SPDX-License-Identifier: Apache-2.0

import TestSupport

extension Pathology {
    static let all = words + parser + tables + forms + papers

    /// Words and what stands among them.
    private static let words: [Pathology] = [
        .prose("soft hyphens in one word", count: 4_000, full: 20_000) { times($0, "a\u{AD}") },
        .prose("soft hyphens in many words") { times($0, "moni\u{AD}tor\u{AD}ing ") },
        .prose("pairs of overrides of direction", full: 20_000) { times($0, "\u{202E}a\u{202D}b") },
        .prose("embeddings of direction that are never closed") { times($0, "\u{202B}a ") },
        .prose("isolates of direction that are never closed") { times($0, "\u{2067}a ") },
        .prose("brackets in text that runs backwards") { "\u{5D0} " + times($0, "(\u{5D1}[") },
        .prose("numbers in text that runs backwards", count: 1_000) { times($0, "\u{5D0} 1 ") },
        .prose("marks on one letter") { "e" + times($0, "\u{301}") },
        .prose("marks on one letter, of falling classes") { "e" + times($0, "\u{301}\u{323}") },
        .prose("letters joined by joiners") { times($0, "\u{200D}a") },
        .prose("spaces that do not break") { times($0, "a\u{A0}") },
        .prose("a word without a place to break") { times($0, "a") },
        .prose("words of a heading", full: 150_000) { "# " + times($0, "word ") },
        .prose("words of a paragraph") { times($0, "word ") },
        .prose("dashes") { times($0, "a\u{2014}") },
        .prose("line breaks in a paragraph", count: 1_000) { times($0, "a\\\n") },
        .prose("emphasised words", count: 1_000) { times($0, "*a* ") },
        .prose("links", count: 1_000) { times($0, "[a](https://example.org) ") },
        .prose("the text of one link") { "[" + times($0, "word ") + "](https://example.org)" },
        .prose("a link over many lines", count: 100) { "[" + times($0, "word ") + "](https://example.org)" },
        .prose("the address of a link") { "[a](https://example.org/" + times($0, "a") + ")" },
        .prose("names to fill in", count: 1_000) { times($0, "{{ actions.total }} ") },
        .prose("names that are not known", count: 1_000) { each($0) { "{{ actions.totl\($0) }} " } },
        .prose("names that are never closed") { times($0, "{{ a ") },
        .prose("references", count: 500) { times($0, "[](#appendix-1) ") },
        .prose("references that lead nowhere", count: 500) { each($0) { "[](#nowhere-\($0)) " } },
        .prose("marks of one note", count: 1_000) { times($0, "a[^flood] ") },
        .prose("marks of notes that are not there", count: 1_000) { each($0) { "a[^n\($0)] " } },
        .prose("marks of notes that are never closed") { times($0, "[^a") },
        .prose("paragraphs", count: 400, full: 200_000) { times($0, "a\n\n") },
        .prose("headings that say the same", count: 400) { times($0, "# The same\n\n") },
        .prose("items of a list", count: 400) { times($0, "- a\n") },
        .prose("paragraphs that may be exempt", count: 400) { times($0, "Exempt: a\n\n") },
        .prose("exempt quotations", count: 400) { times($0, "> [!EXEMPT 3]\n> a\n\nb\n\n") },
        .prose("quotations beside an exempt one", count: 400) {
            "> [!EXEMPT 3]\n> a\n\n" + times($0, "> b\n\n")
        },
        .prose("the word in two parts") { times($0, "ex-empt ") },
        .prose("letters of the word") { times($0, "e x e m p t i o n") },
        .prose("what goes around words") { "(" + times($0, "*\"_") },
        .prose("the word in brackets that are not closed", count: 1_000) { times($0, "(exempt *") },
        .prose("brackets in which the word may stand") { times($0, "[exempt") },
        .prose("abbreviations", count: 1_000) { times($0, "EC and ") },
        .prose("rows of a table in Markdown", count: 400) { "| a | b |\n|---|---|\n" + times($0, "| c | d |\n") },
        .prose("columns of a table in Markdown", count: 400) {
            "|" + times($0, "a|") + "\n|" + times($0, "-|") + "\n|" + times($0, "b|")
        },
        .prose("rows without bars below a wide header") {
            "|" + times(50, "a|") + "\n|" + times(50, "-|") + times($0, "\nb")
        },
    ]

    /// What parsers of Markdown have been slow with.
    private static let parser: [Pathology] = [
        .prose("addresses without a scheme in one word", full: 80_000) { times($0, "www.") },
        .prose("at signs") { times($0, "a@") },
        .prose("schemes in one word") { times($0, "https://") },
        .prose("underscores behind an address") { "www.a" + times($0, "_a") },
        .prose("brackets that open") { times($0, "[") },
        .prose("brackets in brackets") { times($0, "[") + "a" + times($0, "]") },
        .prose("pictures that are never closed") { times($0, "![l") },
        .prose("links that are never closed") { times($0, "[a](b") },
        .prose("links that are never closed, in points") { times($0, "[a](<b") },
        .prose("empty links of references") { times($0, "[\\\\... ") },
        .prose("emphasis that opens") { times($0, "*a **a ") },
        .prose("emphasis that closes") { times($0, "a_ ") },
        .prose("emphasis of both kinds") { times($0, "*a_ ") },
        .prose("runs of backticks of growing length") { growing($0) { "e" + times($0, "`") } },
        .prose("tildes") { times($0, "~a ~~b ") },
        .prose("points that open") { times($0, "<a ") },
        .prose("declarations that are never closed") { "a " + times($0, "<!A ") },
        .prose("instructions that are never closed") { "a " + times($0, "<?") },
        .prose("comments that are never closed") { "a " + times($0, "<!--") },
        .prose("CDATA that is never closed") { "a " + times($0, "<![CDATA[") },
        .prose("entities") { times($0, "&#42;") },
        .prose("ampersands") { times($0, "&") },
        .prose("backslashes") { times($0, "\\") },
        .prose("quotations in one another") { times($0, "> ") + "a" },
        .prose("lists in one another") { times($0, "- ") + "a" },
        .prose("lists that are indented ever deeper") { growing($0) { times($0, "  ") + "- a\n" } },
        .prose("lines that a quotation goes on in") { "> a\n" + times($0, "a\n") },
        .prose("underlines of a heading") { "a\n" + times($0, "=") },
        .prose("dashes of a table's line", count: 500) { "|a\n|" + times($0, "-") + times($0, ":") },
        .prose("definitions of links", count: 400) { each($0) { "[a\($0)]: b\n" } },
        .prose("definitions of one link", count: 400) { times($0, "[a]: b\n") },
        .prose("definitions of notes", count: 400) { each($0) { "[^a\($0)]: b\n\n" } },
        .prose("strokes without text", count: 500) { times($0, "|\n") },
    ]

    /// CSV.
    private static let tables: [Pathology] = [
        .cell("words of a cell", full: 400_000) { times($0, "word ") },
        .cell("words of a cell with emphasis", full: 400_000) { times($0, "word ") + "*and*" },
        .cell("paragraphs of a cell", count: 400) { "\"" + times($0, "a\n\n") + "\"" },
        .cell("quotes in a cell") { "\"" + times($0, "\"\"") + "\"" },
        .cell("a quote that is never closed") { "\"" + times($0, "a\n") },
        .cell("marks of a cell's note", count: 1_000) { times($0, "a[^flood] ") },
        .rows("rows") { "libraries,R\($0),Do it,Done,not on course,Late,Soon,2026-03" },
        .rows("rows that say the same") { _ in "libraries,,Do it,Done,not on course,Late,Soon,2026-03" },
        .rows("rows of units that are not known") { "librarys\($0),,Do it,Done,not on course,Late,Soon,2026-03" },
        .rows("rows with a status that is not known") { "libraries,,Do it,Done,not on corse\($0),Late,Soon,2026-03" },
        .rows("rows with a mistake in each cell") { "x\($0),x,x,x,x,x,x,x" },
        .rows("rows without a reference that refer to notes") { _ in
            "libraries,,Do it[^flood],Done,not on course,Late,,2026-03"
        },
        .rows("rows with too many fields") { _ in "libraries,,,,,,,,,,,,," },
        .rows("empty rows") { _ in "" },
        .rows("rows of text in Markdown that is as long as a cell may be", count: 4, full: 320) { _ in
            "libraries,,\"" + times(24_000, "*a* ") + "\",Done,not on course,Late,Soon,2026-03"
        },
        .text("columns that are not known", in: actions, for: "unit,ref", count: 200, full: 100_000) {
            "unit," + each($0) { "x\(1_000 + $0)," } + "ref"
        },
        .text("columns of one name", in: actions, for: "unit,ref", count: 200, full: 100_000) {
            times($0, "unit,") + "unit,ref"
        },
        .text("commas", in: actions, for: "sport,S1", count: 2_000, full: 10_000_000) { times($0, ",") + "\nsport,S1" },
        Pathology(name: "exempt rows", count: 500, full: 20_000) { folder, count in
            try folder.write(
                "unit,action,outcome,status,reason,response,exempt\n"
                    + each(count) { "libraries,Do it \($0),Done,not on course,Late,Soon,3\n" },
                to: actions
            )
            try folder.edit(paper, "contact:", "exempt: { 3: it is so }\ncontact:")
        },
        Pathology(name: "marked texts that begin as the open text does", count: 100, full: 1_000) { folder, count in
            let marked = each(count) { "> [!EXEMPT 3]\n> \(times($0 % 100 + 8, "abc "))\n\n" }
            let open = each(count) { _ in times(100, "abc ") + "\n\n" }
            try folder.edit(statement, "# The rest", marked + open + "# The rest")
            try folder.edit(returnForm, "notes:\n", ExemptWorkspace.reasons(3) + "notes:\n")
        },
        Pathology(name: "rows that say what a marked row says", count: 200, full: 5_000) { folder, count in
            let words = "do it by the end of the year and tell everybody"
            try folder.write(
                "unit,action,status,reason,exempt\nlibraries,Sell it,not on course,\(words),3\n"
                    + each(count) { "libraries,Do it \($0),not on course,\(words),\n" },
                to: actions
            )
            try folder.edit(returnForm, "notes:\n", ExemptWorkspace.reasons(3) + "notes:\n")
        },
        .text("tables in a return", in: returnForm, for: "  - kind: indicators", count: 100, full: 2_000) {
            times($0, "  - kind: exceptions-three-columns\n    of: [actions]\n") + "  - kind: indicators"
        },
        .text("notes of a return", in: returnForm, for: "  flood:", count: 200, full: 20_000) {
            each($0) { "  n\($0): a note\n" } + "  flood:"
        },
        Pathology(name: "notes that are marked", count: 200, full: 9_000) { folder, count in
            try folder.edit(returnForm, "  flood:", each(count) { "  n\($0): a note\n" } + "  flood:")
            try folder.edit(
                actions,
                "sport,S1",
                each(count) { "libraries,,Do it[^n\($0)],Done,not on course,Late,Soon,2026-03\n" } + "sport,S1"
            )
        },
    ]

    /// The council's file and forms.
    private static let forms: [Pathology] = [
        .units("units") { each($0) { "      u\($0): Unit \($0)\n" } },
        .units("units whose names begin alike") { each($0) { "      u\($0): Service of the \($0)\n" } },
        .units("units of one name") { each($0) { "      u\($0): The same\n" } },
        .units("units of long names", count: 100) { each($0) { "      u\($0): " + times(25, "Of ") + "\($0)\n" } },
        .units("directorates", count: 80, full: 10_000) {
            each($0) {
                "  d\($0):\n    name: D \($0)\n    head: { person: director-community, title: D }\n    units: { v\($0): V }\n"
            }
        },
        .units("keys given twice", full: 100_000) { times($0, "      sport: Sport\n") },
        .units("keys that are not known", full: 100_000) { each($0) { "    x\($0): Sport\n" } },
        .text("people", in: council, for: "people:\n", count: 400, full: 20_000) {
            "people:\n" + each($0) { "  p\($0): { name: P \($0), post: Director }\n" }
        },
        .text("bodies", in: council, for: "bodies:\n", count: 400, full: 20_000) {
            "bodies:\n"
                + each($0) {
                    "  b\($0): { name: Body \($0), kind: overview, members: M, remit: [community-services] }\n"
                }
        },
        .text(
            "directorates of a remit that are not known",
            in: council,
            for: "[community-services]",
            count: 400,
            full: 20_000
        ) {
            "[" + each($0) { "c\(100_000 + $0), " } + "community-services]"
        },
        .text("abbreviations of the council", in: council, for: "people:\n", count: 400, full: 20_000) {
            "abbreviations:\n" + each($0) { "  A\($0)X: An abbreviation\n" } + "people:\n"
        },
        .text("days on which it is closed", in: council, for: "people:\n", count: 400, full: 20_000) {
            "closed-days: [" + each($0) { _ in "2026-01-02, " } + "2026-01-03]\npeople:\n"
        },
        Pathology(name: "bank holidays", count: 300, full: 20_000) { folder, count in
            let events = (0..<count).map { index in
                let day = String(10_101 + index % 28 + 100 * (index / 28 % 12)).dropFirst()
                let date = "\(2000 + index / 336)-\(day.prefix(2))-\(day.suffix(2))"
                return #"{"title":"Spring bank holiday","date":"\#(date)"}"#
            }
            try folder.write(
                #"{"england-and-wales":{"events":["# + events.joined(separator: ",\n") + "]}}",
                to: bankHolidays
            )
        },
        Pathology(name: "lists in one another in JSON", count: 200, full: 400_000) { folder, count in
            try folder.write(times(count, "[") + times(count, "]"), to: bankHolidays)
        },
        .text("lists in one another", in: council, for: "language: en-GB", count: 2_000, full: 100_000) {
            "language: " + times($0, "[")
        },
        .text("groups in one another", in: council, for: "language: en-GB", count: 2_000, full: 100_000) {
            "language: " + times($0, "{a: ")
        },
        .text("anchors", in: council, for: "language: en-GB", count: 400, full: 50_000) {
            "language: en-GB\n" + each($0) { "x\($0): &a\($0) 1\n" }
        },
        .text("items of a list", in: council, for: "language: en-GB", count: 400, full: 100_000) {
            "language: [" + times($0, "a, ") + "]"
        },
        .text("a text of many lines", in: council, for: "language: en-GB", count: 2_000, full: 100_000) {
            "language: |\n" + times($0, "  a\n")
        },
        .text("a comment", in: council, for: "language: en-GB", count: 2_000, full: 1_000_000) {
            "language: en-GB # " + times($0, "#")
        },
    ]

    /// Papers and what stands in their headers.
    private static let papers: [Pathology] = [
        Pathology(name: "directorates with long statements", count: 8, full: 60) { folder, count in
            try folder.edit(
                council,
                "      sport: Sport and Leisure\n",
                "      sport: Sport and Leisure\n"
                    + each(count) {
                        "  d\($0):\n    name: D \($0)\n    head: { person: director-community, title: D }\n    units: { v\($0): V }\n"
                    }
            )
            let form = "declares: [actions]\nsigned-by: director-community\n"
            for number in 0..<count {
                try folder.write(form, to: "round/returns/d\(number)/return.yaml")
                try folder.write(
                    times(10_000, "*a*\n[b](https://example.org)\n\n"),
                    to: "round/returns/d\(number)/statement.md"
                )
            }
        },
        Pathology(name: "papers", count: 20, full: 2_000) { folder, count in
            let text = try folder.text(of: paper)
            for number in 0..<count { try folder.write(text, to: "round/papers/p\(number).md") }
        },
        Pathology(name: "a paper for each of many bodies", count: 20, full: 5_000) { folder, count in
            try folder.edit(
                council,
                "bodies:\n",
                "bodies:\n"
                    + each(count) {
                        "  b\($0): { name: Body \($0), kind: overview, members: M, remit: [community-services] }\n"
                    }
            )
            try folder.edit(paper, "by: [", "for-each: overview-bodies\nby: [")
            try folder.edit(paper, "body: cabinet", "body: each")
        },
        .text("appendices", in: paper, for: "appendices:\n", count: 50, full: 20_000) {
            "appendices:\n" + times($0, "  - { title: Returns, of: all-directorates }\n")
        },
        .text("recommendations", in: paper, for: "recommendations:\n", count: 200, full: 20_000) {
            "recommendations:\n" + times($0, "  - { verb: NOTE, text: it }\n")
        },
        .text("authors", in: paper, for: "by: [", count: 200, full: 20_000) {
            "by: [" + times($0, "director-community, ")
        },
        .text("words of a subject", in: paper, for: "subject: Half-year", count: 2_000, full: 200_000) {
            "subject: " + times($0, "word ") + "Half-year"
        },
        .text("outcomes", in: paper, for: "{{> outcomes of: actions }}", count: 50, full: 20_000) {
            times($0, "{{> outcomes of: actions }}\n\n")
        },
        .text("charts", in: paper, for: "{{> outcomes of: actions }}", count: 50, full: 20_000) {
            times($0, "{{> chart exceptions of: actions }}\n\n")
        },
        Pathology(name: "pictures", count: 10, full: 800) { folder, count in
            // Of one bit a pixel: few bytes that stand for many pixels.
            let rows = Array(repeating: Array(repeating: UInt8(0), count: 50), count: 400)
            let file = PNGFile(width: 400, height: 400, depth: 1, .grey, rows: rows).bytes
            for number in 0..<count { try folder.write(file, to: "round/pictures/p\(number).png") }
            let text = each(count) { "![A picture of nothing](p\($0).png)\n\n" }
            try folder.edit(paper, "{{> outcomes of: actions }}", text)
        },
        .text("pictures that are not there", in: paper, for: "{{> outcomes of: actions }}", count: 100, full: 20_000) {
            each($0) { "![A picture](p\($0).png)\n\n" }
        },
        .text("insertions that are not known", in: paper, for: "{{> outcomes of: actions }}", count: 400, full: 20_000)
        {
            times($0, "{{> outcoms of: actions }}\n\n")
        },
        Pathology(name: "texts that are said to be for everybody", count: 200, full: 1_000) { folder, count in
            try folder.edit(
                paper,
                "contact:",
                "not-exempt: [" + each(count) { "\"Exempt: text number \($0)\", " } + "]\ncontact:"
            )
            try folder.edit(
                paper,
                "# Outcomes",
                each(count) { "Exempt: text number \($0) is for all\n\n" } + "# Outcomes"
            )
        },
        .text("background papers", in: paper, for: "background-papers: none", count: 200, full: 20_000) {
            "background-papers: [" + times($0, "A paper, ") + "]"
        },
    ]
}
