// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

/// The real program, from outside.
struct RenderTests {
    private func workspace() throws -> TemporaryFolder {
        try TemporaryFolder(copying: Repository.program.starter, to: "round")
    }

    @Test func `a new workspace renders at once`() throws {
        let folder = try TemporaryFolder()
        let new = try Command.cleardays("new", "mine", in: folder.path)
        #expect(new.status == 0, "\(new.errors)")
        let render = try Command.cleardays("render", "mine", in: folder.path)
        #expect(render.status == 0, "\(render.errors)")
        #expect(render.errors == "")
        #expect(render.output.hasPrefix("out/cabinet.pdf ("))
        #expect(try folder.names(in: "out") == ["appendix-community-services.pdf", "cabinet.pdf"])
        #expect(try Command.text(ofPDF: folder.path + "/out/cabinet.pdf").contains("Exampleshire"))
        #expect(
            try folder.names(in: "mine/returns/community-services") == ["community-services.xlsx", "statement.docx"]
        )
        #expect(try Command.cleardays("render", "mine", "--paper", "Cabinet", in: folder.path).status == 0)
        let again = try Command.cleardays("new", "mine", in: folder.path)
        #expect(again.status == 74)
        #expect(again.errors == "error: mine is there already; name a folder that is not\n")
    }

    @Test func `web pages and data of an earlier run are warned of, since they may say what is exempt by now`() throws {
        let folder = try workspace()
        let first = try Command.cleardays("render", "round", "--format", "html,data", in: folder.path)
        #expect(first.errors == "")
        let second = try Command.cleardays("render", "round", in: folder.path)
        #expect(second.status == 0)
        #expect(
            second.errors == """
                warning: out/data is of an earlier run: make it anew with --format data, or delete it
                warning: out/appendix-community-services.html is of an earlier run: make it anew with --format html, or delete it
                warning: out/cabinet.html is of an earlier run: make it anew with --format html, or delete it

                """
        )
        #expect(try Command.cleardays("render", "round", "--format", "pdf,html,data", in: folder.path).errors == "")
    }

    @Test func `a new workspace has CSV files where they are asked for`() throws {
        let folder = try TemporaryFolder()
        #expect(try Command.cleardays("new", "mine", "--returns", "text", in: folder.path).status == 0)
        let names = try folder.names(in: "mine/returns/community-services")
        #expect(names == ["actions.csv", "indicators.csv", "return.yaml", "statement.md"])
        // Excel shows pound signs and quotation marks of UTF-8 only behind a byte-order mark.
        #expect(try folder.bytes(of: "mine/returns/community-services/actions.csv").starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(
            try Command.cleardays("check", "mine", in: folder.path).output
                == "no problems found\nthe return is complete\n"
        )
    }

    @Test func `the next round is made of the last one, which stays as it is`() throws {
        let folder = try workspace()
        let before = try folder.bytes(of: "round/returns/community-services/indicators.csv")
        let new = try Command.cleardays("new", "next", "--from", "round", in: folder.path)
        #expect(new.status == 0, "\(new.errors)")
        #expect(
            new.output
                == "next is ready for 2025/26: hand out the files in returns/; `cleardays check next` says what is missing\n"
        )
        #expect(try folder.names(in: "next") == [".schemas", "council.yaml", "papers", "returns", "round.yaml"])
        let check = try Command.cleardays("check", "next", in: folder.path)
        #expect(check.status == 1)
        #expect(check.output.contains("community-services.xlsx, Actions!E2 (status)"))
        #expect(try folder.bytes(of: "round/returns/community-services/indicators.csv") == before)
        let wrong = try Command.cleardays("new", "other", "--period", "Q1", in: folder.path)
        #expect(wrong.status == 64)
    }

    @Test func `a directorate's workbook is written beside the workspace`() throws {
        let folder = try workspace()
        let made = try Command.cleardays("workbook", "community-services", "round", in: folder.path)
        #expect(made.output == "community-services.xlsx\n")
        let again = try Command.cleardays("workbook", "community-services", "round", in: folder.path)
        #expect(again.status == 64)
        #expect(again.errors == "error: community-services.xlsx is there already; name another file with --out\n")
    }

    @Test func `the current folder is the workspace unless one is named`() throws {
        let folder = try workspace()
        let render = try Command.cleardays("render", "--out", "papers-out", in: folder.path + "/round")
        #expect(render.status == 0)
        #expect(try folder.names(in: "round/papers-out") == ["appendix-community-services.pdf", "cabinet.pdf"])
    }

    @Test func `several formats are made in one run, each in the same folder`() throws {
        let folder = try workspace()
        let render = try Command.cleardays(
            "render",
            "round",
            "--paper",
            "cabinet",
            "--format",
            "pdf,html",
            in: folder.path
        )
        #expect(render.status == 0, "\(render.errors)")
        #expect(try folder.names(in: "out") == ["cabinet.html", "cabinet.pdf"])
        #expect(
            render.output.split(separator: "\n").map { $0.prefix { $0 != "(" } } == [
                "out/cabinet.pdf ", "out/cabinet.html ",
            ]
        )
        try FileManager.default.removeItem(atPath: folder.path + "/out")
        let again = try Command.cleardays(
            "render",
            "round",
            "--paper",
            "cabinet",
            "--format",
            "html",
            "--format",
            "pdf",
            in: folder.path
        )
        #expect(again.output == render.output)
        #expect(try folder.names(in: "out") == ["cabinet.html", "cabinet.pdf"])
        let wrong = try Command.cleardays("render", "round", "--format", "pdf,docx", in: folder.path)
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("The value 'pdf,docx' is invalid for '--format <format>'"))
    }

    @Test func `problems end with status 1 and leave the last good paper`() throws {
        let folder = try workspace()
        #expect(try Command.cleardays("render", "round", in: folder.path).status == 0)
        let before = try Data(contentsOf: URL(filePath: folder.path + "/out/cabinet.pdf"))
        try folder.edit("round/papers/cabinet.md", "{{ round.year }}", "{{ round.yaer }}")
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 1)
        #expect(render.errors.contains("error: `round.yaer` is not a known name\n"))
        #expect(render.errors.contains("papers/cabinet.md:19:"))
        #expect(render.errors.contains("did you mean `round.year`?"))
        #expect(try folder.names(in: "out") == ["appendix-community-services.pdf", "cabinet.pdf"])
        #expect(try Data(contentsOf: URL(filePath: folder.path + "/out/cabinet.pdf")) == before)
    }

    @Test func `a check tells how complete the round is`() throws {
        let folder = try TemporaryFolder()
        _ = try Command.cleardays("new", "mine", "--returns", "text", in: folder.path)
        try FileManager.default.removeItem(atPath: folder.path + "/mine/returns/community-services/return.yaml")
        let check = try Command.cleardays("check", "mine", in: folder.path)
        #expect(check.status == 1)
        #expect(
            check.output.hasSuffix(
                """

                Return              Received      Units  Rows  Nothing to report  Units missing  Other errors
                Community Services  not received      2     0                  0              2             1
                Community Services: not received; ask Owen Marsden, Director
                0 of 1 returns are complete
                to read what a rule is about: cleardays explain missing-file

                """
            )
        )
        let alone = try Command.cleardays("check", "mine", "--completeness", "--format", "json", in: folder.path)
        #expect(alone.output.hasPrefix("{\n  \"due\" : null,\n  \"returns\" : ["))
        let written = try Command.cleardays("check", "mine", "--completeness", "--report", "seen", in: folder.path)
        #expect(written.output.contains("seen/completeness.pdf (1 page, "))
        #expect(try folder.names(in: "seen") == ["completeness.html", "completeness.pdf"])
    }

    @Test func `a character that no font has is a problem with its place`() throws {
        let folder = try workspace()
        try folder.edit("round/returns/community-services/actions.csv", "electronic magazines", "magazines \u{1F680}")
        let check = try Command.cleardays("check", "round", in: folder.path)
        #expect(check.status == 1)
        #expect(check.output.contains("error: no font has the character `\u{1F680}` (U+1F680)"))
        #expect(check.output.contains("returns/community-services/actions.csv:3:14 (action)"))
    }

    @Test func `a council's own font in the workspace is found, by its name in a theme of the workspace`() throws {
        let folder = try workspace()
        let theme = try String(contentsOfFile: Repository.program.layouts + "/themes/accessible.yaml", encoding: .utf8)
        try folder.write(
            theme.replacing("font: Liberation Sans", with: "font: DejaVu Serif"),
            to: "round/layouts/themes/accessible.yaml"
        )
        let without = try Command.cleardays("render", "round", in: folder.path)
        #expect(without.status == 1)
        #expect(without.errors.contains("there is no font `DejaVu Serif`"))
        try FileManager.default.createDirectory(atPath: folder.path + "/round/fonts", withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
            toPath: folder.path + "/round/fonts/council.ttf"
        )
        #expect(try Command.cleardays("render", "round", in: folder.path).status == 0)
    }

    @Test(arguments: [
        (["render", "round", "--paper", "cabnet"], "error: there is no paper `cabnet`; did you mean `cabinet`?\n"),
        (
            ["render", "round", "--theme", "accesible"],
            "error: there is no theme `accesible`; did you mean `accessible`?\n"
        ),
        (
            ["render", "round", "--appendix", "housing"],
            "error: there is no directorate `housing`; known: `community-services`\n"
        ),
    ])
    func `a name that is not there is wrong use`(arguments: [String], errors: String) throws {
        let folder = try workspace()
        let render = try Command.run(Repository.folder + "/.build/debug/cleardays", arguments, in: folder.path)
        #expect(render.status == 64)
        #expect(render.errors == errors)
    }

    @Test(arguments: [["render", "--format", "docx"], ["render", "--frobnicate"]])
    func `options that are not there are wrong use`(arguments: [String]) throws {
        let outcome = try Command.run(Repository.folder + "/.build/debug/cleardays", arguments)
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("Error: "))
    }

    @Test(arguments: [
        ("rendr", "did you mean `render`?"), ("publish", "`cleardays --help` lists the commands"),
    ])
    func `a command that is not there is wrong use, and the one that is meant is named`(name: String, hint: String)
        throws
    {
        let outcome = try Command.run(Repository.folder + "/.build/debug/cleardays", [name, "my-round"])
        #expect(outcome.status == 64)
        #expect(outcome.errors == "error: there is no command `\(name)`; \(hint)\n")
    }

    @Test func `help for a command that is not there names the one that is meant`() throws {
        let outcome = try Command.cleardays("help", "rendr")
        #expect(outcome.status == 64)
        #expect(outcome.errors == "error: there is no command `rendr`; did you mean `render`?\n")
    }

    @Test func `an option that is misspelt is answered with the one that is meant`() throws {
        let outcome = try Command.cleardays("render", "--formt", "pdf")
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("Error: Unknown option '--formt'. Did you mean '--format'?\n"))
    }

    @Test func `a folder of the program that is none is named, with what it lacks`() throws {
        let outcome = try Command.run(
            "/usr/bin/env",
            ["CLEARDAYS_HOME=/nowhere", Repository.folder + "/.build/debug/cleardays", "check", "."]
        )
        #expect(outcome.status == 74)
        #expect(
            outcome.errors
                == "error: CLEARDAYS_HOME is /nowhere, and there is no /nowhere/layouts/tables; set it to the folder of the program's `layouts` and `fonts`, or do not set it\n"
        )
    }

    @Test func `a paper is named by its beginning`() throws {
        let folder = try workspace()
        let render = try Command.run(
            Repository.folder + "/.build/debug/cleardays",
            ["render", "round", "--paper", "CAB"],
            in: folder.path
        )
        #expect(render.status == 0, "\(render.errors)")
        #expect(try folder.names(in: "out") == ["cabinet.pdf"])
    }

    @Test func `a workspace that is not there, or an output that cannot be written, is told with status 74`() throws {
        let folder = try workspace()
        let missing = try Command.cleardays("render", "elsewhere", in: folder.path)
        #expect(missing.status == 74)
        #expect(missing.errors.contains("elsewhere"))
        try folder.write("in the way", to: "blocked")
        let blocked = try Command.cleardays("render", "round", "--out", "blocked/out", in: folder.path)
        #expect(blocked.status == 74)
        #expect(blocked.errors.contains("blocked/out"))
    }

    @Test func `pages come as images and the tree as text and as JSON`() throws {
        let folder = try workspace()
        #expect(try Command.cleardays("render", "round", "--format", "png", in: folder.path).status == 0)
        let images = try folder.names(in: "out")
        #expect(images.contains("cabinet-1.png"))
        let signature = try Data(contentsOf: URL(filePath: folder.path + "/out/cabinet-1.png")).prefix(8)
        #expect(Array(signature) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        #expect(try Command.cleardays("render", "round", "--format", "tree", in: folder.path).status == 0)
        #expect(try folder.text(of: "out/cabinet.txt").hasPrefix("paper “Half-year monitoring 2025/26” en-GB\n"))
        #expect(try Command.cleardays("render", "round", "--format", "tree-json", in: folder.path).status == 0)
        let json = try JSONSerialization.jsonObject(with: Data(folder.bytes(of: "out/cabinet.json")))
        let properties = try #require((json as? [String: Any])?["properties"] as? [String: Any])
        #expect(properties["title"] as? String == "Half-year monitoring 2025/26")
        #expect(properties["id"] as? String == "cabinet")
    }

    @Test func `timings name every stage, and how long it took`() throws {
        let folder = try workspace()
        let render = try Command.cleardays("render", "round", "--timings", in: folder.path)
        for stage in [
            "intake", "composition", "shaping", "pagination", "tagging", "painting", "finishing", "peak memory",
        ] {
            #expect(render.output.contains("\n\(stage) "), "\(stage)")
        }
        // None of these takes less than a tenth of a millisecond.
        for stage in ["intake", "shaping", "pagination", "painting", "finishing", "total"] {
            let line = render.output.split(separator: "\n").first { $0.hasPrefix("\(stage) ") }
            #expect(line?.hasSuffix(" 0.0 ms") == false, "\(stage)")
        }
    }

    @Test func `check says so where there are no problems, in words and in JSON`() throws {
        let folder = try workspace()
        let text = try Command.cleardays("check", "round", in: folder.path)
        #expect(text.status == 0)
        #expect(text.output == "no problems found\nthe return is complete\n")
        let json = try Command.cleardays("check", "round", "--format", "json", in: folder.path)
        #expect(
            json.output == """
                {
                  "advice" : 0,
                  "diagnostics" : [

                  ],
                  "elsewhere" : {
                    "advice" : 0,
                    "errors" : 0,
                    "warnings" : 0
                  },
                  "errors" : 0,
                  "part" : null,
                  "waived" : [

                  ],
                  "warnings" : 0
                }

                """
        )
        let short = try Command.cleardays("check", "round", "--format", "short", in: folder.path)
        #expect(short.output == "")
    }

    @Test func `check lists what is waived, and render counts what it does not show`() throws {
        let folder = try workspace()
        let statement = "round/returns/community-services/statement.md"
        let text = try folder.text(of: statement)
        let comment = "<!-- waive change-differs: The forms were counted otherwise -->\n"
        try folder.write(
            comment + "Requests rose from 1,000 to 1,500, an increase of 40 per cent.\n\n" + text,
            to: statement
        )
        let check = try Command.cleardays("check", "round", in: folder.path)
        #expect(check.status == 0)
        #expect(
            check.output == """
                no problems found
                1 finding is waived:
                  change-differs at \(statement.dropFirst(6)):2:51: The forms were counted otherwise
                the return is complete

                """
        )
        try folder.edit("round/council.yaml", "nation: ", "waive:\n  - { rule: repeated-text }\nnation: ")
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 0)
        #expect(render.errors == "not shown: 1 warning (cleardays check round shows all)\n")
        let all = try Command.cleardays("check", "round", in: folder.path)
        #expect(all.output.contains("\n\nwarning: the waiver of `repeated-text` does not say where\n"))
    }

    @Test(arguments: ["0", "-1", "65", "two"])
    func `a number of threads that there cannot be is refused`(number: String) throws {
        let render = try Command.cleardays("render", Repository.program.starter, "--jobs=\(number)", in: "/tmp")
        #expect(render.status == 64)
        #expect(
            render.errors.hasPrefix(
                "Error: --jobs is `\(number)`, and threads are counted from 1 to 64; leave it out for one on each core\n"
            )
        )
    }

    @Test func `what is written and said is the same for any number of threads`() throws {
        let folder = try workspace()
        let outcomes = try ["1", "2", "64"].map { jobs in
            let render = try Command.cleardays("render", "round", "--jobs", jobs, in: folder.path)
            return [render.output, render.errors, "\(render.status)"]
        }
        #expect(outcomes[0][0].hasPrefix("out/cabinet.pdf ("))
        #expect(outcomes[0].dropFirst() == ["", "0"])
        #expect(outcomes[1] == outcomes[0])
        #expect(outcomes[2] == outcomes[0])
    }

    @Test(arguments: [[], ["render"], ["check"], ["circulate"], ["diff"], ["new"], ["workbook"]])
    func `help reads at every level`(command: [String]) throws {
        let help = try Command.run(Repository.folder + "/.build/debug/cleardays", command + ["--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("OVERVIEW: "))
        #expect(help.output.contains("USAGE: cleardays"))
    }
}
