// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

/// The schemas that editors read, in a new workspace and by themselves.
struct SchemasTests {
    @Test func `there is a schema for each kind of file`() throws {
        #expect(
            try Schemas.named([]).map { "\($0.name): \($0.files)" } == [
                "council: council.yaml", "round: round.yaml", "return: returns/DIRECTORATE/return.yaml",
                "paper: the header of papers/PAPER.md, or papers/PAPER.yaml beside a Word document",
                "layout: layouts/LAYOUT.yaml of the kind `paper`",
                "return-layout: layouts/LAYOUT.yaml of the kind `return`",
                "words: layouts/words.yaml, layouts/words-LANGUAGE.yaml", "table: layouts/tables/TABLE.yaml",
                "theme: layouts/themes/THEME.yaml", "return-words: layouts/forms/return.yaml",
                "bank-holidays: bank-holidays.json", "circulated: circulated/PAPER/DRAFT/circulated.yaml",
            ]
        )
    }

    @Test func `an unknown name is told, with the nearest`() {
        let error = #expect(throws: PublicationError.self) { try Schemas.named(["councl"]) }
        #expect(error?.description == "there is no schema `councl`; did you mean `council`?")
    }

    @Test func `the files of a new workspace name their schemas, which are there`() throws {
        let folder = try TemporaryFolder()
        let workspace = folder.path + "/ws"
        try Starter.make(at: workspace, returns: .text, from: Repository.program)
        func first(_ file: String) throws -> String {
            String(try folder.text(of: "ws/\(file)").prefix { $0 != "\n" })
        }
        #expect(try first("council.yaml") == "# yaml-language-server: $schema=.schemas/council.json")
        #expect(try first("round.yaml") == "# yaml-language-server: $schema=.schemas/round.json")
        #expect(
            try first("returns/community-services/return.yaml")
                == "# yaml-language-server: $schema=../../.schemas/return.json"
        )
        for schema in try Schemas.named([]) {
            #expect(try folder.text(of: "ws/.schemas/\(schema.name).json") == schema.text)
        }
        #expect(try check(workspace, with: Repository.program).diagnostics == [])
    }

    @Test func `the next round names each schema once, and the last round stays as it is`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "plain")
        try Starter.make(at: folder.path + "/named", returns: .text, from: Repository.program)
        let line = "# yaml-language-server: $schema=.schemas/council.json\n"
        let plain = try folder.text(of: "plain/council.yaml")
        #expect(try folder.text(of: "named/council.yaml") == line + plain)
        for last in ["plain", "named"] {
            let before = try folder.text(of: "\(last)/council.yaml")
            _ = try Starter.make(
                at: "\(folder.path)/after-\(last)",
                after: "\(folder.path)/\(last)",
                period: nil,
                with: Repository.program
            )
            #expect(try folder.text(of: "after-\(last)/council.yaml") == line + plain)
            let round = try folder.text(of: "after-\(last)/round.yaml")
            #expect(round.hasPrefix("# yaml-language-server: $schema=.schemas/round.json\n"))
            #expect(try folder.text(of: "\(last)/council.yaml") == before)
        }
    }

    @Test func `schemas are written to a folder of their own, those that are asked for`() throws {
        let folder = try TemporaryFolder()
        let paths = try Schemas.write(try Schemas.named(["theme", "table"]), to: folder.path + "/out")
        #expect(paths == ["theme", "table"].map { "\(folder.path)/out/\($0).json" })
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted() == [
                "table.json", "theme.json",
            ]
        )
    }
}
