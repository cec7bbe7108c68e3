// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import Publishing
import TestSupport
import Testing

/// What a check finds beside errors: what is sound is set all the same.
struct CheckTests {
    private let missing = "no font has the character `\u{1F9ED}` (U+1F9ED)"

    private func workspace() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        // Two papers: one without the return, so that errors in the return do not concern it.
        let paper = try folder.text(of: "ws/papers/cabinet.md")
        let alone = paper.replacing("appendices:\n  - { title: Directorate returns, of: all-directorates }\n", with: "")
            .replacing("{{> outcomes of: actions }}", with: "North \u{1F9ED}.")
            .replacing("{{> chart status of: actions }}", with: "")
            .replacing("[](#appendix-1) gives the detail of each.", with: "That is all.")
        try folder.write(alone, to: "ws/papers/alone.md")
        return folder
    }

    private func messages(_ folder: TemporaryFolder) throws -> [String] {
        try check(folder.path + "/ws", with: Repository.program).diagnostics.map(\.message)
    }

    @Test func `a check without pages finds the characters that one with pages finds, at the same places`() throws {
        let folder = try workspace()
        try folder.edit(
            "ws/papers/alone.md",
            "That is all.",
            "# One \u{1F680} two\n\n- **a\u{10FFFD}** [b\u{1F9ED}](https://a.example)\n\n1\u{FE0F}\u{20E3} e\u{301}."
        )
        try folder.edit("ws/returns/community-services/actions.csv", "The supplier", "\u{1F33B} The supplier")
        let short = try check(folder.path + "/ws", with: Repository.program).diagnostics
        #expect(short == (try check(folder.path + "/ws", setsPages: true, with: Repository.program).diagnostics))
        #expect(short.filter { $0.rule == .missingGlyph }.count == 6)
    }

    @Test func `a table of very many columns is no problem: it folds`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let columns = (1...30).map { "c\($0)" }.joined(separator: " | ")
        let line = (1...30).map { _ in "---" }.joined(separator: " | ")
        try folder.edit(
            "ws/papers/cabinet.md",
            "{{> outcomes of: actions }}",
            "| \(columns) |\n| \(line) |\n| \(columns) |\n\n{{> outcomes of: actions }}"
        )
        #expect(try messages(folder) == [])
        let wide = try check(folder.path + "/ws", setsPages: true, with: Repository.program).diagnostics
        #expect(wide == [])
    }

    @Test func `an appendix has no more pages than the house style allows, where pages are set`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let council = try folder.text(of: "ws/council.yaml")
        let file = folder.path + "/ws"
        func lines(pages: Int, setsPages: Bool) throws -> [String] {
            let style = "house-style:\n  appendix-pages: \(pages)\n"
            try folder.write(council.replacing("house-style:\n", with: style), to: "ws/council.yaml")
            return try check(file, setsPages: setsPages, with: Repository.program).diagnostics.map {
                "\($0.rule.rawValue) \($0.location.map { "\($0)" } ?? "-"): \($0.message) (\($0.hint ?? ""))"
            }
        }
        #expect(try lines(pages: 1, setsPages: false) == [])
        #expect(try lines(pages: 2, setsPages: true) == [])
        let long = [
            "appendix-too-long papers/cabinet.md:13:5 (appendices): appendix 1, `Directorate returns`, has 2 pages, and the house style allows 1 (take a layout for exceptions, or divide the appendix; `appendix-pages` in council.yaml says how many it may have)"
        ]
        #expect(try lines(pages: 1, setsPages: true) == long)
        let rendered = try publish(PublicationRequest(workspace: file, formats: [.pdf]), with: Repository.program)
        #expect(rendered.diagnostics.map(\.rule) == [.appendixTooLong])
        #expect(!rendered.files.isEmpty)
    }

    @Test func `how complete a round is can be seen though it has errors, as PDF and as HTML`() throws {
        let folder = try workspace()
        try folder.edit("ws/returns/community-services/actions.csv", ",on course,", ",,")
        let result = try check(folder.path + "/ws", with: Repository.program)
        #expect(result.completeness?.returns.map { $0.gaps[.status] } == [1])
        let files = try result.report()
        #expect(files.map(\.name) == ["completeness.pdf", "completeness.html"])
        #expect(files[0].pages == 1)
        let page = String(decoding: files[1].bytes, as: UTF8.self)
        #expect(page.contains("FOR OFFICERS"))
        #expect(page.contains("0 of 1 returns are complete."))
        #expect(page.contains("Rows without a status"))
        #expect(!page.contains("Figures missing"))
    }

    @Test func `there is no report of a round that cannot be read`() throws {
        let folder = try workspace()
        try folder.write("x: [", to: "ws/round.yaml")
        let result = try check(folder.path + "/ws", with: Repository.program)
        #expect(result.completeness == nil)
        #expect(throws: PublicationError.self) { try result.report() }
    }

    @Test func `an error in a return does not hide what cannot be drawn in a paper without it`() throws {
        let folder = try workspace()
        #expect(try messages(folder) == [missing])
        try folder.edit("ws/returns/community-services/actions.csv", "The supplier has withdrawn from the market.", "")
        #expect(try messages(folder) == [missing, "a row that is not on course has no reason"])
    }

    @Test func `an error in one paper does not hide what cannot be drawn in another`() throws {
        let folder = try workspace()
        try folder.edit("ws/papers/cabinet.md", "{{ round.year }}", "{{ round.yaer }} \u{1F9ED}")
        #expect(try messages(folder) == [missing, "`round.yaer` is not a known name"])
    }

    @Test func `a check reviews what texts say, and making papers does not`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let statement = "ws/returns/community-services/statement.md"
        try folder.write("It rose by 2 per cent, from 50 per cent to 52 per cent.\n", to: statement)
        let review =
            "`It rose by 2 per cent`: the difference between two percentages is in percentage points, not per cent"
        #expect(try messages(folder) == [review])
        let publication = try publish(PublicationRequest(workspace: folder.path + "/ws"), with: Repository.program)
        #expect(publication.diagnostics.map(\.message) == [])
    }

    @Test func `nothing is set where an error concerns everything`() throws {
        let folder = try workspace()
        try folder.edit("ws/round.yaml", "point: half-year", "point: half-time")
        #expect(try messages(folder) == ["`half-time` is no part of a year"])
    }
}
