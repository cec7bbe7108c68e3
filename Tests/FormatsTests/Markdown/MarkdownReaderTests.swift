// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats

/// Markdown as prose.
struct MarkdownReaderTests {
    private func prose(_ text: String) -> Reading<Prose> {
        Reading { findings in
            let start = SourceLocation(file: "statement.md", line: 1, column: 1)
            return MarkdownReader(findings: findings).read(text, origin: TextOrigin(start: start)).prose
        }
    }

    @Test(arguments: [
        ("", ""),
        ("  \n", ""),
        ("\u{A0}\n\none", "p one"),
        ("Plain words.", "p Plain words."),
        ("One\ntwo  \nthree\\\nfour", "p One two<br>three<br>four"),
        ("One\n\ntwo", "p One\np two"),
        ("# Progress *so* far", "h1 Progress <i>so</i> far"),
        ("## Approval process {#approval}", "h2 Approval process #approval"),
        ("### **Bold** {#b}", "h3 <b>Bold</b> #b"),
        ("- one\n- two\n  - inner", "ul\n  p one\n  p two\n  ul\n    p inner"),
        ("3. three\n4. four", "ol 3\n  p three\n  p four"),
        ("> said\n> on", "q\n  p said on"),
        ("**Prevention.** It is…", "p <b>Prevention.</b> It is…"),
        ("\"Quoted\" -- it's...", "p \"Quoted\" -- it's..."),
        ("`code` here", "p code here"),
        ("A & B &amp; C &lt; D", "p A & B & C < D"),
        ("2009\\. A year", "p 2009. A year"),
        (
            "See [](#appendix-1) and [the site](https://a.uk/x)",
            "p See <a #appendix-1></a> and <a https://a.uk/x>the site</a>"
        ),
        ("www.a.uk, b@c.uk", "p <a http://www.a.uk>www.a.uk</a>, <a mailto:b@c.uk>b@c.uk</a>"),
        ("[call](tel:+441632960123)", "p <a tel:+441632960123>call</a>"),
        ("| A | B |\n|:-:|--:|\n| 1 \\| 2 | *x* |", "table centre right\n  A | B\n  1 | 2 | <i>x</i>"),
        ("~about~ 5, ~5%, x^2", "p ~about~ 5, ~5%, x^2"),
        ("CO~2~, m^2^, (a)^3^, 10^-6^", "p CO₂, m², (a)³, 10⁻⁶"),
        ("a~~deleted~~b", "p a~~deleted~~b"),
        ("a^b^ and ~2~ and x~1 2~", "p a^b^ and ~2~ and x~1 2~"),
        ("CO<sub>2</sub>, m<sup>2</sup>, 1<sup>st</sup>", "p CO₂, m², 1st"),
        (
            "*NEET*\n: not in education,\nemployment or training",
            "dt <i>NEET</i>\ndd not in education, employment or training"
        ),
        ("A\n: one\n: two\n\nB\n: three\n\nEnd", "dt A\ndd one\ndd two\ndt B\ndd three\np End"),
        ("A\n:one and\n:two", "p A :one and :two"),
        ("A\n: one [two][r]  \n  three\n\n[r]: https://a.uk", "dt A\ndd one <a https://a.uk>two</a><br>three"),
        ("A `b\n: c` d", "p A b : c d"),
        ("**A\n: b**", "p <b>A : b</b>"),
        ("one\n\n<!-- page break -->\n\ntwo", "p one\npage break\np two"),
        ("one\n<!--Page-Break-->\n# two", "p one\npage break\nh1 two"),
    ])
    func `Markdown is read`(text: String, dump: String) {
        let reading = prose(text)
        #expect(reading.value.dump == dump)
        #expect(reading.lines == [])
    }

    @Test(arguments: [
        ("Say [Bore da]{lang=cy}.", "p Say <cy>Bore da</cy>."),
        (
            "[Bore *da*, [pawb](https://a.uk)]{ lang = “CY‑gb” }",
            "p <cy-GB>Bore <i>da</i>, <a https://a.uk>pawb</a></cy-GB>"
        ),
        ("*[Bore]{lang='cy'} da* **x [y]{lang=pl}**", "p <i><cy>Bore</cy> da</i> <b>x <pl>y</pl></b>"),
        ("[a [sic] [b]{lang=fr} c]{lang=cy} [d] e] [f", "p <cy>a [sic] <fr>b</fr> c</cy> [d] e] [f"),
        ("[{{ a.b }} x[^n]]{lang=cy}", "p <cy><a.b> x<^n></cy>"),
        ("## [Pennod]{lang=cy} {#one}", "h2 <cy>Pennod</cy> #one"),
        ("[x] {lang}, {language=cy}, [y]{#z}", "p [x] {lang}, {language=cy}, [y]{#z}"),
        ("| A |\n|---|\n| [b]{lang=cy} |", "table left\n  A\n  <cy>b</cy>"),
        ("> [!EXEMPT 3]\n> [Cyfrinachol]{lang=cy}", "exempt 3\n  p <cy>Cyfrinachol</cy>"),
    ])
    func `words are marked to be in another language`(text: String, dump: String) {
        let reading = prose(text)
        #expect(reading.value.dump == dump)
        #expect(reading.lines == [])
    }

    @Test func `brackets in brackets have an end`() {
        let deep = String(repeating: "[", count: 200) + "a" + String(repeating: "]{lang=cy}", count: 200)
        #expect(prose(deep).lines.count > 0)
        #expect(
            prose(String(repeating: "[", count: 200) + "{").value.dump == "p " + String(repeating: "[", count: 200)
                + "{"
        )
    }

    @Test(arguments: [
        (
            "One.\n\n[Bore da]{lang=Welsh}",
            "error statement.md:3:10: `Welsh` is not the tag of a language"
        ),
        ("[a]{lang=klingon}", "error statement.md:1:4: `klingon` is not the tag of a language"),
        ("[a]{lang=}", "error statement.md:1:4: `{lang=}` is not the tag of a language"),
        (
            "one\ntwo bore da{lang=cy}",
            "error statement.md:2:12: `{lang=cy}` stands behind no words in square brackets"
        ),
        (
            "[ ]{lang=cy}",
            "error statement.md:1:4: `{lang=cy}` stands behind no words in square brackets"
        ),
        (
            "a]{lang=cy}",
            "error statement.md:1:3: `{lang=cy}` stands behind no words in square brackets"
        ),
        (
            "[*a]{lang=cy} b*",
            "error statement.md:1:5: `{lang=cy}` stands behind no words in square brackets"
        ),
    ])
    func `a mark of a language that cannot be one is reported at its place`(text: String, line: String) {
        #expect(prose(text).lines == [line])
    }

    /// What an officer has taken out with a comment is in no meaning.
    @Test(arguments: ["A <!-- b\n: c -->\n: d", "A\n: b <!-- c\n: d -->", "A\n: <a title=\"\n: b\">"])
    func `HTML over a line end of a definition is refused`(text: String) {
        let messages = prose(text).diagnostics.map(\.message)
        #expect(messages == ["this is HTML, the code of web pages, which is not printed"])
    }

    @Test(arguments: [
        ("<b>", "write `**words**` where words are bold, and delete the rest"),
        ("</em>", "write `*words*` where words are in italics, and delete the rest"),
        ("<u>", "delete it, and leave the words: what is underlined looks like a link"),
        ("<a href=\"x\">", "write `[words](https://address)` where words are a link"),
        ("<BR/>", "delete it; an empty line begins a new paragraph"),
        ("<h2>", "begin a line with `# ` where it is a heading, with `## ` where that is below another"),
        ("<li>", "begin each item of a list with `- `, on a line of its own"),
        ("<td>", "write a table with `|` between its cells, a row to a line"),
        ("<img src=\"x\">", "write `![What the picture shows](picture.png)`, in a paragraph of its own"),
        ("<!-- later -->", "delete it; a remark that is not to be printed stands beside the paper, not in it"),
        ("<font>", "delete it, and leave the words; where a `<` is meant as such, write `\\<`"),
    ])
    func `what is to be written in place of HTML is said`(tag: String, hint: String) {
        #expect(prose("a \(tag)").diagnostics.map(\.hint) == [hint])
    }

    @Test(arguments: [
        ("a<sup>let</sup>", "only figures and signs can be, as in `CO~2~` and `m^2^`: write it on the line"),
        ("a\n\n<!-- page break -->", "delete it: every part of a paper begins where its layout has it"),
    ])
    func `what is to be written in place of raised words and a last page break is said`(text: String, hint: String) {
        #expect(prose(text).diagnostics.map(\.hint) == [hint])
    }

    @Test func `a block of HTML has the hint of its first tag`() {
        #expect(
            prose("<table><tr><td>x</td></tr></table>").diagnostics.map(\.hint) == [
                "write a table with `|` between its cells, a row to a line"
            ]
        )
    }

    @Test(arguments: [
        ("![The weir](weir.png)", "picture weir.png “The weir” "),
        (
            "  ![The *no* ](weir.png \"The weir in {{ round.year }}\")  ",
            "picture weir.png “The  ” The weir in <round.year>"
        ),
        ("![The {{ a }}\nweir](weir.jpg)", "picture weir.jpg “The <a> weir” "),
        ("![](rule.png \"decorative\")", "picture rule.png decorative "),
        ("![The weir](<the weir.png>)", "picture the weir.png “The weir” "),
        ("> [!EXEMPT 3]\n> Words.\n>\n> ![The weir](weir.png)", "exempt 3\n  p Words.\n  picture weir.png “The weir” "),
    ])
    func `a picture alone in its paragraph is read`(text: String, dump: String) {
        #expect(prose(text).value.dump == dump)
    }

    @Test(arguments: [
        ("![](weir.png)", "the picture does not say what it shows"),
        ("![ ](weir.png \"The weir\")", "the picture does not say what it shows"),
        ("![\u{200B}](weir.png)", "the picture does not say what it shows"),
        ("![The weir]()", "the picture names no file"),
        (
            "![The weir](https://a.example/weir.png)",
            "the picture `https://a.example/weir.png` is not in the workspace, and nothing is fetched"
        ),
        ("![The weir](//a/weir.png)", "the picture `//a/weir.png` is not in the workspace, and nothing is fetched"),
        (
            "![The weir](data:image/png;base64,AA)",
            "the picture `data:image/png;base64,AA` is not in the workspace, and nothing is fetched"
        ),
        ("![The weir](../weir.png)", "`../weir.png` is not the name of a picture"),
        ("![The weir](/etc/passwd)", "`/etc/passwd` is not the name of a picture"),
        ("![The weir](.weir.png)", "`.weir.png` is not the name of a picture"),
        ("![The [weir](#a)](weir.png)", "what a picture shows is said in plain words"),
        ("![The weir[^a]](weir.png)", "a picture cannot have notes"),
        ("As ![the weir](weir.png) shows", "a picture stands among words"),
        ("# The ![weir](weir.png)", "a picture stands among words"),
        ("| ![weir](weir.png) |\n|---|\n| a |", "a picture stands among words"),
        ("- ![The weir](weir.png)", "a picture cannot stand in a list or a quotation"),
        ("> ![The weir](weir.png)", "a picture cannot stand in a list or a quotation"),
        ("> [!EXEMPT 3]\n> Words.\n>\n> - ![The weir](weir.png)", "a picture cannot stand in a list or a quotation"),
    ])
    func `a picture that is not written as it should be is told`(text: String, message: String) {
        #expect(prose(text).diagnostics.map(\.message) == [message])
    }

    @Test(arguments: [("- ", "  "), ("3. ", "   "), ("- outer\n\n  - ", "    ")])
    func `a table can stand in an item of a list, and in a list in it`(marker: String, indent: String) {
        let lines = ["before", "", "| a | b |", "| - | - |", "| c | d |", "", "after"]
        let text = marker + lines.joined(separator: "\n" + indent)
        let read = prose(text)
        #expect(read.diagnostics.map(\.message) == [])
        var blocks = read.value.blocks
        var kinds: [String] = []
        while case .list(_, let items)? = blocks.last?.content { blocks = items[0] }
        for block in blocks {
            switch block.content {
            case .paragraph: kinds.append("p")
            case .table(let header, let rows, _): kinds.append("\(header.count) × \(rows.count)")
            default: kinds.append("?")
            }
        }
        #expect(kinds == ["p", "2 × 1", "p"])
    }

    @Test(arguments: [("> ", "> "), ("> - ", ">   "), ("- > ", "  > "), ("> [!EXEMPT 3]\n> - ", ">   ")])
    func `a table cannot stand in a quotation, nor in a list in one`(marker: String, indent: String) {
        let text = marker + ["| a | b |", "| - | - |", "| c | d |"].joined(separator: "\n" + indent)
        let messages = prose(text).diagnostics.map(\.message)
        #expect(messages.contains("a table cannot stand in a quotation"))
    }

    @Test(arguments: [
        ("In {{ round.title }}, as at {{round.as-at}}.", "p In <round.title>, as at <round.as-at>."),
        ("*{{ a.b }}* and **x {{ c }} y**", "p <i><a.b></i> and <b>x <c> y</b>"),
        ("[{{ a }}](#b)", "p <a #b><a></a>"),
        ("# {{ a }} {#name}", "h1 <a>  #name"),
        ("{{\na }}", "p <a>"),
        ("Counted[^method] twice[^other-1].", "p Counted<^method> twice<^other-1>."),
        ("Not [^a note] or [b]", "p Not [^a note] or [b]"),
        ("{{> outcomes of: actions }}", "insert outcomes of=actions"),
        ("{{>outcomes}}", "insert outcomes"),
        ("{{> outcomes of: actions, by: unit }}", "insert outcomes of=actions by=unit"),
        ("A } and { B", "p A } and { B"),
        ("`{{ code }}`", "p {{ code }}"),
    ])
    func `names, notes and insertions are taken out of the text`(text: String, dump: String) {
        let reading = prose(text)
        #expect(reading.value.dump == dump.replacing("  #name", with: " #name"))
        #expect(reading.lines == [])
    }

    @Test(arguments: [
        ("a\n\n<div>x</div>", "error statement.md:3:1: this is HTML, the code of web pages, which is not printed"),
        ("é <b>", "error statement.md:1:3: this is HTML, the code of web pages, which is not printed"),
        ("a ![x](y.png)", "error statement.md:1:3: a picture stands among words"),
        ("a\n\n```\ncode\n```", "error statement.md:3:1: a block of code cannot stand in a paper"),
        ("a\n\n    code", "error statement.md:3:5: a block of code cannot stand in a paper"),
        (
            "a ~~gone~~",
            "error statement.md:1:3: words between `~~` are struck out, which a paper does not show"
        ),
        ("a<sup>let</sup>", "error statement.md:1:2: `let` is raised, which a paper does not show"),
        ("a<sub>2", "error statement.md:1:2: this is HTML, the code of web pages, which is not printed"),
        ("a\n\n\\newpage", "error statement.md:3:1: `\\newpage` cannot stand in a paper"),
        ("a\n\n<!-- page break -->", "error statement.md:3:1: nothing follows the page break"),
        (
            "- a\n\n  <!-- page break -->\n\n  b",
            "error statement.md:3:3: a page break cannot stand in a list or a quotation"
        ),
        ("- a\n  : b", "error statement.md:1:3: a list of terms cannot stand in a list or a quotation"),
        ("a\n\n---\n", "error statement.md:3:1: a rule across the page cannot stand in a paper"),
        ("- [x] done", "error statement.md:1:3: a task list cannot stand in a paper"),
        ("a [b](javascript:x)", "error statement.md:1:3: a link cannot lead to `javascript:x`"),
        ("a [b](JavaScript:x)", "error statement.md:1:3: a link cannot lead to `JavaScript:x`"),
        ("[b](file.pdf)", "error statement.md:1:1: the link to `file.pdf` leads out of the paper"),
        ("[b]()", "error statement.md:1:1: the link leads nowhere"),
        ("[b](#Not-a-name)", "error statement.md:1:1: `#Not-a-name` is not the name of a place in the paper"),
        ("ö {{ a", "error statement.md:1:3: `{{` has no `}}`"),
        ("a\nb {{ A b }}", "error statement.md:2:3: `A b` is not a name that can be filled in"),
        ("a {{> outcomes }}", "error statement.md:1:3: `{{>` does not stand alone in its paragraph"),
        ("{{> }}", "error statement.md:1:1: `{{>` is followed by the name of what is put in"),
        ("{{> outcomes actions }}", "error statement.md:1:1: `actions` is not an option of `outcomes`"),
        ("a\n\n[^method]: The method.", "error statement.md:3:1: the text of a note does not stand among the prose"),
        ("# 2.1 Progress", "warning statement.md:1:1: a heading is numbered by hand"),
        ("# Progress {#My name}", "error statement.md:1:1: `My name` is not a name for a heading"),
        ("#", "error statement.md:1:1: a heading has no words"),
        ("a\n\n## \u{200B}", "error statement.md:3:1: a heading has no words"),
        ("# **&nbsp;** {#name}", "error statement.md:1:1: a heading has no words"),
        ("# [^method]", "error statement.md:1:1: a heading has no words"),
        ("a [\u{200B}](https://a.uk)", "error statement.md:1:3: a link has no words"),
        ("[&nbsp;*\u{AD}*](#b)", "error statement.md:1:1: a link has no words"),
        ("ö [`\u{2060}`](#b)", "error statement.md:1:3: a link has no words"),
        (
            "a [see *b*[^method]](https://a.uk)",
            "error statement.md:1:11: a note cannot be marked in the words of a link: both lead somewhere"
        ),
        (
            "https://a.uk/b[^method]",
            "error statement.md:1:1: a note cannot be marked in the words of a link: both lead somewhere"
        ),
    ])
    func `what cannot stand in a paper is told at its place`(text: String, line: String) {
        #expect(prose(text).lines == [line])
    }

    @Test(arguments: [
        ("- one\n-\n- two", "ul\n  p one\n  p two", "warning statement.md:2:1: an item of a list says nothing"),
        ("-\n\nafter", "p after", "warning statement.md:1:1: an item of a list says nothing"),
        (">\n\nafter", "p after", "warning statement.md:1:1: a quotation says nothing"),
        ("- \u{200B}\n- two", "ul\n  p two", "warning statement.md:1:1: an item of a list says nothing"),
        ("> **&nbsp;**\n\nafter", "p after", "warning statement.md:1:1: a quotation says nothing"),
    ])
    func `what says nothing is left out, and told`(text: String, tree: String, line: String) {
        let reading = prose(text)
        #expect(reading.value.dump == tree)
        #expect(reading.lines == [line])
    }

    @Test(arguments: [
        "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{200D}", "\u{AD}", "\u{A0}", "\u{3164}", "\u{E0020}", "\u{2028}",
    ])
    func `paragraphs and cells of invisible characters are empty`(invisible: String) {
        // White space in asterisks is no emphasis.
        let isSpace = invisible == "\u{A0}"
        for text in [invisible, isSpace ? invisible : "*\(invisible)*", "`\(invisible)`", " \(invisible)\(invisible) "]
        {
            #expect(prose(text).value == Prose())
            #expect(prose("a\n\n\(text)\n\nb").value.dump == "p a\np b")
            #expect(prose("| a | b |\n|--|--|\n| \(text) | c |").value.dump == "table left left\n  a | b\n   | c")
        }
        let between = invisible == "\u{2028}" ? "<br>" : invisible
        #expect(prose("a\(invisible)b").value.dump == "p a\(between)b")
    }

    @Test func `places are those of the file, whatever stands before`() {
        let prose = prose("Ümläut {{ a }} [^n] \\* [](#b)\nnext {{ c }} &amp; {{ d }}").value
        guard case .paragraph(let inlines) = prose.blocks.first?.content else {
            Issue.record("there is a paragraph")
            return
        }
        let places = inlines.compactMap { inline -> String? in
            switch inline {
            case .placeholder(let name, let place): "\(name) \(place.line):\(place.column)"
            case .note(let name, let place): "^\(name) \(place.line):\(place.column)"
            case .link(let destination, _, let place): "\(destination) \(place.line):\(place.column)"
            default: nil
            }
        }
        #expect(places == ["a 1:8", "^n 1:16", "#b 1:24", "c 2:6", "d 2:20"])
    }

    @Test func `deep nesting ends in an error`() {
        let quotations = prose(String(repeating: "> ", count: 3_000) + "x")
        #expect(
            quotations.lines.map { $0.replacing(/\d+:\d+/, with: "L") } == [
                "error statement.md:L: lists and quotations stand too deep in one another here"
            ]
        )
        let emphasis = prose(String(repeating: "*a **b ", count: 2_000) + String(repeating: "** *", count: 2_000))
        #expect(emphasis.diagnostics.allSatisfy { $0.message == "emphasis stands too deep in itself here" })
    }

    @Test(arguments: [
        "Plain words, with 5% and £3.", "Health & Safety", "a - b + c = d", "1.5 million", "What? No! (Yes)",
        "it's \"so\"",
        "http:/one", "ww. x", "Ünïcode – dash…", "50% #1", "10) x is a list", "2009. x", "- x", "+ x", "# x", "#x",
        "====",
        "www.x.uk", "http://x.uk", "a@b.uk", "a_b", "a*b", "x\ty", " x", "x ", "-", "3", "3.", "a  b",
    ])
    func `the short way for plain cells gives what the parser gives`(text: String) {
        let short = prose(text).value
        let long = prose("*x*\n\n" + text).value
        #expect(short.dump == Prose(Array(long.blocks.dropFirst())).dump)
    }

    @Test func `texts that are too long all together are not read`() {
        let reading = Reading { findings in
            for _ in 0..<8 { _ = findings.budget.takeMarkdown(ofBytes: 1 << 20) }
            let start = SourceLocation(file: "statement.md", line: 1, column: 1)
            return MarkdownReader(findings: findings).read("It *rose*.", origin: TextOrigin(start: start)).prose
        }
        #expect(reading.value.blocks.isEmpty)
        #expect(reading.lines == ["error statement.md:1:1: all texts together are longer than 8 MB"])
        #expect(
            reading.diagnostics.map(\.hint)
                == ["this one and those after it are not read: take out what no paper needs"]
        )
    }
}
