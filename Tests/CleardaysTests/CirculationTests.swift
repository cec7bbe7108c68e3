// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

/// `cleardays circulate` and `cleardays diff`, from outside.
struct CirculationTests {
    private static let draft = "round/circulated/cabinet/01-version-1"

    private func circulated() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.write(#"{"england-and-wales":{"events":[]}}"#, to: "round/bank-holidays.json")
        let outcome = try circulate(folder, as: "version 1")
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder
    }

    private func circulate(_ folder: TemporaryFolder, as version: String, paper: String = "cabinet") throws
        -> Command.Outcome
    {
        try Command.cleardays("circulate", "round", "--paper", paper, "--as", version, in: folder.path)
    }

    @Test func `a draft is kept with its papers and everything that it is made of, and the next after it`() throws {
        let folder = try circulated()
        #expect(try folder.names(in: Self.draft) == ["circulated.yaml", "public", "workspace"])
        #expect(try folder.names(in: Self.draft + "/public") == ["cabinet.pdf"])
        #expect(try folder.text(of: Self.draft + "/circulated.yaml") == "as: \"version 1\"\nnumber: 1\n")
        for name in [
            "council.yaml", "round.yaml", "bank-holidays.json", "papers/cabinet.md",
            "returns/community-services/actions.csv",
        ] {
            let kept = try folder.bytes(of: "\(Self.draft)/workspace/\(name)")
            #expect(try kept == folder.bytes(of: "round/\(name)"), "\(name)")
        }
        let render = try Command.cleardays("render", Self.draft + "/workspace", in: folder.path)
        #expect(render.status == 0)
        #expect(try folder.bytes(of: "out/cabinet.pdf") == folder.bytes(of: Self.draft + "/public/cabinet.pdf"))
        let second = try circulate(folder, as: "after \"comments\"")
        #expect(second.output.hasPrefix("round/circulated/cabinet/02-after-comments\n  public/cabinet.pdf ("))
        // What was left when a computer stopped half-way is no draft.
        try folder.write("half", to: "round/circulated/cabinet/.03-version-3.77.part/circulated.yaml")
        let names = try folder.names(in: "round/circulated/cabinet").filter { !$0.hasPrefix(".") }
        #expect(names == ["01-version-1", "02-after-comments"])
        #expect(
            try Command.cleardays("check", "round", in: folder.path).output
                == "no problems found\nthe return is complete\n"
        )
    }

    @Test func `a new workspace is in Excel and Word, and a draft keeps the document and the header of its paper`()
        throws
    {
        let folder = try TemporaryFolder()
        let new = try Command.cleardays("new", "round", in: folder.path)
        #expect(new.status == 0, "\(new.errors)")
        let unit = "round/returns/community-services"
        #expect(
            try folder.names(in: unit) == ["community-services.xlsx", "statement.docx"]
        )
        let parts = try folder.text(of: "round/papers/cabinet.md")
            .split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
        let document = WordDocumentBuilder(WordDocumentBuilder.body(markdown: String(parts[2])))
        try folder.write(Array(parts[1].utf8), to: "round/papers/cabinet.yaml")
        try folder.write(document.bytes, to: "round/papers/cabinet.docx")
        try FileManager.default.removeItem(atPath: folder.path + "/round/papers/cabinet.md")
        let outcome = try circulate(folder, as: "version 1")
        #expect(outcome.status == 0, "\(outcome.errors)\(outcome.output)")
        #expect(try folder.names(in: Self.draft + "/workspace/papers") == ["cabinet.docx", "cabinet.yaml"])
        let check = try Command.cleardays("check", "round", in: folder.path)
        #expect(check.output == "no problems found\nthe return is complete\n")
    }

    @Test func `a name is used once, and a draft with problems is not kept`() throws {
        let folder = try circulated()
        let again = try circulate(folder, as: "Version 1")
        #expect(again.status == 64)
        #expect(again.errors == "error: `cabinet` has been circulated as `Version 1` before\n")
        let unnamed = try circulate(folder, as: " ")
        #expect(unnamed.status == 64)
        let unknown = try circulate(folder, as: "version 2", paper: "cabnet")
        #expect(unknown.status == 64)
        #expect(unknown.errors == "error: there is no paper `cabnet`; did you mean `cabinet`?\n")
        try folder.edit("round/papers/cabinet.md", "{{ round.year }}", "{{ round.yaer }}")
        let wrong = try circulate(folder, as: "version 2")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("`round.yaer` is not a known name"))
        #expect(try folder.names(in: "round/circulated/cabinet") == ["01-version-1"])
    }

    @Test func `a draft that cannot be written leaves nothing behind`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.write("in the way", to: "round/circulated/cabinet")
        let outcome = try circulate(folder, as: "version 1")
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("circulated/cabinet"))
        #expect(try folder.names(in: "round/circulated") == ["cabinet"])
    }

    @Test func `what has changed is told by section and page, can be pasted into the header, and is then said so`()
        throws
    {
        let folder = try circulated()
        let none = try Command.cleardays("diff", "round", "--paper", "cabinet", in: folder.path)
        #expect(none.status == 0)
        #expect(none.output == "cabinet: nothing has changed since version 1\n")
        let paper = "round/papers/cabinet.md"
        try folder.write(
            try folder.text(of: paper) + "\nA \"new\" paragraph.\n\n# Amendments\n\n{{> amendments }}\n",
            to: paper
        )
        let diff = try Command.cleardays("diff", "round", "--paper", "cabinet", "--since", "Version 1", in: folder.path)
        #expect(diff.status == 0, "\(diff.errors)")
        let lines = diff.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 6, "\(diff.output)")
        #expect(lines.first == "cabinet, since version 1:")
        #expect(lines[1].hasSuffix(": text added"))
        #expect(lines[2] == "page that changed: 1")
        #expect(
            Array(lines[3...4]) == ["to say it in other words, in the header of papers/cabinet.md:", "amendments:"]
        )
        let own = lines[5].replacing("text added", with: "a \\\"new\\\" paragraph")
        #expect(own != lines[5])
        try folder.edit(paper, "---\n", "---\namendments:\n\(own)\n")
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 0, "\(render.errors)")
        #expect(render.errors == "")
        let text = try Command.text(ofPDF: folder.path + "/out/cabinet.pdf")
        #expect(text.contains("Since version 1 was circulated, this has changed:"))
        #expect(text.contains(": a \"new\" paragraph"))
    }

    @Test func `a proof has the words of the paper, and bars`() throws {
        let folder = try circulated()
        let paper = "round/papers/cabinet.md"
        try folder.write(try folder.text(of: paper) + "\nA new paragraph.\n", to: paper)
        let diff = try Command.cleardays(
            "diff",
            "round",
            "--paper",
            "cabinet",
            "--proof",
            "--out",
            "proofs",
            in: folder.path
        )
        #expect(diff.status == 0, "\(diff.errors)")
        #expect(diff.output.contains("\nproofs/cabinet-proof.pdf ("))
        #expect(try folder.names(in: "proofs") == ["cabinet-proof.pdf"])
        #expect(try Command.cleardays("render", "round", in: folder.path).status == 0)
        let words = try Command.text(ofPDF: folder.path + "/out/cabinet.pdf")
        #expect(try Command.text(ofPDF: folder.path + "/proofs/cabinet-proof.pdf") == words)
        let proof = try folder.bytes(of: "proofs/cabinet-proof.pdf")
        #expect(try proof != folder.bytes(of: "out/cabinet.pdf"))
        // It is judged as every paper is, where the judges run after the tests.
        guard let kept = ProcessInfo.processInfo.environment["CLEARDAYS_JUDGED_PAPERS"] else { return }
        try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
        try Data(proof).write(to: URL(filePath: kept + "/proof.pdf"))
    }

    @Test func `a draft that is not there, or cannot be read, is told`() throws {
        let folder = try circulated()
        func diff(_ options: String...) throws -> Command.Outcome {
            let program = Repository.folder + "/.build/debug/cleardays"
            return try Command.run(program, ["diff", "round", "--paper", "cabinet"] + options, in: folder.path)
        }
        let unknown = try diff("--since", "version 2")
        #expect(unknown.status == 64)
        #expect(
            unknown.errors == "error: `cabinet` has not been circulated as `version 2`; did you mean `version 1`?\n"
        )
        try folder.write("as: version 1\nnumbr: 1\n", to: Self.draft + "/circulated.yaml")
        let misspelt = try diff()
        #expect(misspelt.status == 1)
        #expect(misspelt.errors.contains("error: unknown key `numbr` in a circulated draft\n"))
        #expect(misspelt.errors.contains("circulated/cabinet/01-version-1/circulated.yaml:2:1"))
        try folder.write("as: version 1\nnumber: 1\n", to: Self.draft + "/circulated.yaml")
        try FileManager.default.removeItem(atPath: folder.path + "/" + Self.draft + "/workspace/council.yaml")
        let broken = try diff()
        #expect(broken.status == 1)
        #expect(broken.errors.contains("error: what was circulated as `version 1` cannot be read\n"))
        #expect(broken.errors.contains("restore its folder from a backup, or delete it\n"))
        try FileManager.default.removeItem(atPath: folder.path + "/round/circulated")
        let never = try diff()
        #expect(never.status == 64)
        #expect(never.errors == "error: `cabinet` has not been circulated; `cleardays circulate` keeps a draft\n")
    }
}
