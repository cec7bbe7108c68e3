// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import PaperTree
import Publishing
import TestSupport
import Testing

/// Exempt information: two editions of a paper, and nothing of one in the other.
struct ExemptTests {
    private let names = ["appendix-community-services", "cabinet"]

    /// What everybody can get out of a PDF: its text, and every object of it with its streams decompressed.
    private func contents(ofPDF path: String) throws -> (text: String, objects: Data) {
        let folder = try TemporaryFolder()
        let plain = folder.path + "/plain.pdf"
        let qpdf = try Command.run(
            "/usr/bin/qpdf",
            ["--stream-data=uncompress", "--object-streams=disable", path, plain]
        )
        #expect(qpdf.status == 0, "\(qpdf.errors)")
        return (try Command.text(ofPDF: path), try Data(contentsOf: URL(filePath: plain)))
    }

    /// Whether a word is among bytes, as any of the encodings that a PDF may use.
    private func holds(_ data: Data, _ word: String) -> Bool {
        let hexadecimal = word.utf16.map { String(format: "%04X", $0) }.joined()
        let single = word.utf8.map { String(format: "%02X", $0) }.joined()
        return [word, word.lowercased()].contains { word in
            data.range(of: Data(word.utf8)) != nil || data.range(of: word.data(using: .utf16BigEndian) ?? Data()) != nil
        }
            || [hexadecimal, hexadecimal.lowercased(), single, single.lowercased()].contains {
                data.range(of: Data($0.utf8)) != nil
            }
    }

    @Test func `nothing exempt is in any byte of the public papers or in what the program says`() throws {
        let folder = try ExemptWorkspace.make()
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 0, "\(render.errors)")
        #expect(try folder.names(in: "out") == names.map { $0 + ".pdf" })
        #expect(try folder.names(in: "out-restricted") == names.map { $0 + ".RESTRICTED.pdf" })
        if let kept = ProcessInfo.processInfo.environment["CLEARDAYS_JUDGED_PAPERS"] {
            // For the judges that run after the tests.
            try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
            for place in ["out", "out-restricted"] {
                for name in try folder.names(in: place) {
                    try FileManager.default.copyItem(
                        atPath: "\(folder.path)/\(place)/\(name)",
                        toPath: "\(kept)/exempt-\(name)"
                    )
                }
            }
        }
        let check = try Command.cleardays("check", "round", "--format", "json", in: folder.path)
        for name in names {
            let open = try contents(ofPDF: folder.path + "/out/\(name).pdf")
            let restricted = try contents(ofPDF: folder.path + "/out-restricted/\(name).RESTRICTED.pdf")
            let isAppendix = name != "cabinet"
            let mapped = String(format: "%04X", ExemptWorkspace.character.value)
            #expect(!holds(open.objects, mapped))
            for (place, word) in ExemptWorkspace.words {
                #expect(!open.text.contains(word), "\(name): \(place)")
                #expect(!holds(open.objects, word), "\(name): \(place)")
                let isOfPaper = ["passage of a paper", "list in a passage", "summary", "background paper"].contains(
                    place
                )
                if isAppendix, isOfPaper { continue }
                #expect(restricted.text.contains(word), "\(name): \(place)")
            }
            if !isAppendix { #expect(holds(restricted.objects, mapped)) }
            for figure in ["71.31", "72.32", "73.33", "40,000"] where figure != "40,000" || !isAppendix {
                #expect(!open.text.contains("£" + figure) && !open.text.contains("owed"), "\(name): \(figure)")
            }
        }
        for (place, word) in ExemptWorkspace.words {
            for said in [render.output, render.errors, check.output, check.errors] {
                #expect(!said.contains(word), "\(place)")
            }
        }
    }

    @Test func `what is withheld is said, with its paragraphs and reasons, in every place`() throws {
        let folder = try ExemptWorkspace.make()
        let request = PublicationRequest(workspace: folder.path + "/round", papers: ["cabinet"], formats: [.tree])
        let files = try publish(request, with: Repository.program).files
        #expect(files.map(\.edition) == [.open, .restricted])
        let open = String(decoding: files[0].bytes, as: UTF8.self)
        let restricted = String(decoding: files[1].bytes, as: UTF8.self)
        let citation =
            "paragraph 3 of Part 1 of Schedule 12A to the Local Government Act 1972 (information about financial or business affairs)"
        #expect(open.contains("“Unrestricted in part (paragraphs 1 and 3)”"))
        #expect(open.contains("paragraph “A passage is withheld here: it is exempt under \(citation).”"))
        #expect(open.contains("cell over 3 columns “Withheld: exempt under paragraphs 1 and 3.”"))
        #expect(open.contains("cell over 6 columns “Withheld: exempt under paragraph 3.”"))
        #expect(open.contains("“**P\(citation.dropFirst())**”"))
        #expect(open.contains("“**Community Services: \(citation)**”"))
        #expect(open.contains("“Reason 3 holds.”"))
        #expect(restricted.contains("pair “Classification”\n        paragraph “Exempt in part (paragraphs 1 and 3)”"))
        #expect(restricted.contains("exempt-mark “**[Exempt: paragraphs 1 and 3]**”"))
        #expect(restricted.contains("“**Ref.\u{A0}ZYXOAK:** Sell Zyxfir”"))
        #expect(restricted.contains("exempt-mark “**[Exempt: paragraph 3]**”"))
    }

    @Test
    func `every page of the restricted paper says that it is not for publication, and none of the public one does`()
        throws
    {
        let folder = try ExemptWorkspace.make()
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 0, "\(render.errors)")
        for name in names {
            let open = try Command.text(ofPDF: folder.path + "/out/\(name).pdf").split(separator: "\u{C}")
            let restricted = try Command.text(ofPDF: folder.path + "/out-restricted/\(name).RESTRICTED.pdf").split(
                separator: "\u{C}"
            )
            #expect(!restricted.isEmpty)
            for page in restricted {
                #expect(page.contains("NOT FOR PUBLICATION"))
                #expect(page.contains("Exempt: Schedule 12A, paragraph"))
            }
            for page in open { #expect(!page.contains("NOT FOR PUBLICATION")) }
        }
        #expect(render.output.contains("out-restricted/cabinet.RESTRICTED.pdf ("))
        #expect(render.output.contains(", NOT FOR PUBLICATION)\n"))
    }

    @Test func `exempt rows are still counted`() throws {
        let folder = try ExemptWorkspace.make()
        let request = PublicationRequest(workspace: folder.path + "/round", papers: ["cabinet"], formats: [.tree])
        let trees = try publish(request, with: Repository.program).files.map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
        for tree in trees {
            #expect(
                tree.contains(
                    "header cell “Community Services”\n        cell “2”\n        cell “20”\n        cell “10%”"
                )
            )
        }
    }

    @Test func `an appendix that is exempt as a whole is named in the public paper, and not there`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/papers/cabinet.md", "of: all-directorates", "of: all-directorates, exempt: 5")
        try folder.edit("round/papers/cabinet.md", "status: draft", ExemptWorkspace.reasons(5) + "status: draft")
        let publication = try publish(
            PublicationRequest(workspace: folder.path + "/round", formats: [.tree]),
            with: Repository.program
        )
        let messages = publication.diagnostics.map(\.message)
        #expect(messages == [])
        let trees = publication.files.map { ($0.name, $0.edition, String(decoding: $0.bytes, as: UTF8.self)) }
        #expect(
            trees.map(\.0) == [
                "cabinet.txt", "cabinet.RESTRICTED.txt", "appendix-community-services.txt",
                "appendix-community-services.RESTRICTED.txt",
            ]
        )
        #expect(trees.map(\.1) == [.open, .restricted, .open, .restricted])
        for (name, edition, tree) in trees {
            #expect(tree.contains("climbing wall") == (edition == .restricted), "\(name) \(edition)")
            #expect(
                tree.contains("This is not published: it is exempt under paragraph 5") == (edition == .open),
                "\(name) \(edition)"
            )
            #expect(tree.contains("Reason 5 holds."), "\(name) \(edition)")
        }
    }

    @Test func `of a paper that is exempt as a whole the public sees who it is from and to, and why`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/papers/cabinet.md", "Unrestricted", "Exempt\n" + ExemptWorkspace.reasons(3).dropLast())
        let publication = try publish(
            PublicationRequest(workspace: folder.path + "/round", papers: ["cabinet"], formats: [.tree]),
            with: Repository.program
        )
        #expect(publication.diagnostics.map(\.message) == [])
        #expect(publication.files.map(\.edition) == [.open, .restricted])
        let open = String(decoding: publication.files[0].bytes, as: UTF8.self)
        let headings = open.split(separator: "\n").filter { $0.contains("heading 1") }.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(headings == ["heading 1 “Exempt information” #exempt-information"])
        #expect(open.contains("“Priya Norcott, Cabinet Member for Performance”"))
        #expect(open.contains("“Exempt under paragraph 3: withheld”"))
        let restricted = String(decoding: publication.files[1].bytes, as: UTF8.self)
        #expect(restricted.contains("climbing wall"))
    }

    @Test func `a problem in an exempt passage is told with its place and none of its words`() throws {
        let folder = try ExemptWorkspace.make()
        try folder.edit("round/papers/cabinet.md", "Zyxbirch takes", "{{ Zyxbirch.price }} takes")
        try folder.edit("round/returns/community-services/actions.csv", "not on course,Zyxhazel", "Zyxhazel,Zyxhazel")
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 1)
        #expect(render.errors.contains("error: unknown status `…`\n  --> returns/community-services/actions.csv:3"))
        for said in [render.output, render.errors] {
            for (place, word) in ExemptWorkspace.words {
                #expect(!said.lowercased().contains(word.lowercased()), "\(place)")
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names == ["round"])
    }

    @Test func `what was public in a draft and is exempt now is not told among the amendments`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/papers/cabinet.md", "# Outcomes", "# Amendments\n\n{{> amendments }}\n\n# Outcomes")
        let place = "round/returns/community-services/"
        try folder.edit(place + "statement.md", "# The rest", "# Zyxpoplar\n\nIt is closing.\n\n# The rest")
        let kept = try Command.cleardays(
            "circulate",
            "round",
            "--paper",
            "cabinet",
            "--as",
            "version 1",
            in: folder.path
        )
        #expect(kept.status == 0, "\(kept.errors)")
        try folder.edit(
            place + "statement.md",
            "# Zyxpoplar\n\nIt is closing.",
            "> [!EXEMPT 3]\n> Zyxpoplar is closing."
        )
        try folder.edit(place + "return.yaml", "notes:\n", ExemptWorkspace.reasons(3) + "notes:\n")
        let rows = try folder.text(of: place + "indicators.csv").split(separator: "\n")
        let marked = rows.enumerated().map { $1 + ($0 == 0 ? ",exempt" : $1.contains("lessons") ? ",3" : ",") }
        try folder.write(marked.joined(separator: "\n") + "\n", to: place + "indicators.csv")
        let request = PublicationRequest(workspace: folder.path + "/round", papers: ["cabinet"], formats: [.tree])
        let publication = try publish(request, with: Repository.program)
        #expect(publication.diagnostics.map(\.message) == [])
        let open = String(decoding: try #require(publication.files.first).bytes, as: UTF8.self)
        #expect(open.contains("rows removed: 1"))
        #expect(!open.contains("Zyxpoplar") && !open.contains("lessons"))
        let since = ["diff", "round", "--paper", "cabinet", "--since", "version 1"]
        let diff = try Command.run(Repository.folder + "/.build/debug/cleardays", since, in: folder.path)
        let whole = try Command.run(
            Repository.folder + "/.build/debug/cleardays",
            since + ["--restricted"],
            in: folder.path
        )
        #expect(whole.output.contains("text changed for Swimming lessons taken up"), "\(whole.output)")
        #expect(!diff.output.contains("Zyxpoplar") && !diff.output.contains("lessons"), "\(diff.output)")
    }

    @Test func `nothing made before an appendix or a paper became exempt stays among the public papers`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        #expect(try Command.cleardays("render", "round", in: folder.path).status == 0)
        #expect(try Command.cleardays("render", "round", "--format", "png", in: folder.path).status == 0)
        let before = try folder.names(in: "out")
        try folder.edit("round/papers/cabinet.md", "Unrestricted", "Exempt\n" + ExemptWorkspace.reasons(3).dropLast())
        #expect(try Command.cleardays("render", "round", in: folder.path).status == 0)
        #expect(try Command.cleardays("render", "round", "--format", "png", in: folder.path).status == 0)
        for name in names {
            let text = try Command.text(ofPDF: folder.path + "/out/\(name).pdf")
            #expect(!text.contains("climbing") && text.contains("Reason 3 holds."), "\(name)")
        }
        let after = try folder.names(in: "out")
        #expect(after.count < before.count)
        #expect(after.filter { $0.hasSuffix(".png") } == ["appendix-community-services-1.png", "cabinet-1.png"])
    }

    @Test func `a return that is exempt in one paper and public in another is made public in neither`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try FileManager.default.copyItem(
            atPath: folder.path + "/round/papers/cabinet.md",
            toPath: folder.path + "/round/papers/other.md"
        )
        try folder.edit("round/papers/cabinet.md", "of: all-directorates", "of: all-directorates, exempt: 5")
        try folder.edit("round/papers/cabinet.md", "status: draft", ExemptWorkspace.reasons(5) + "status: draft")
        let diagnostics = try check(folder.path + "/round", with: Repository.program).diagnostics
        #expect(
            diagnostics.filter { $0.severity == .error }.map { "\($0.location?.file ?? ""): \($0.message)" } == [
                "papers/cabinet.md: the return of `community-services` is exempt here, and public in `other`",
                "papers/other.md: the return of `community-services` is public here, and exempt in `cabinet`",
            ]
        )
    }

    @Test(arguments: [
        ("actions.csv", "Lend electronic", "Zyxpine[^zyxpine] electronic"),
        ("statement.md", "We have", "Zyxpine {{ zyxpine }} We have"),
        ("indicators.csv", "400,000 [e]", "zyxpine?"),
    ])
    func `problems in a return that is exempt as a whole are told without its words`(
        file: String,
        old: String,
        new: String
    ) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/papers/cabinet.md", "of: all-directorates", "of: all-directorates, exempt: 5")
        try folder.edit("round/papers/cabinet.md", "status: draft", ExemptWorkspace.reasons(5) + "status: draft")
        try folder.edit("round/returns/community-services/" + file, old, new)
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 1)
        #expect(render.errors.contains("returns/community-services/\(file):"))
        #expect(!render.errors.lowercased().contains("zyxpine"), "\(render.errors)")
    }
}
