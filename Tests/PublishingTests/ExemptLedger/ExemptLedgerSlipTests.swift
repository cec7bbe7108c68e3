// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

/// A workspace with an exempt row, and what is done to it after it has been published.
private struct MarkedRound {
    static let place = "round/returns/community-services/"
    static let row = "libraries,,Buy the old mill,,not on course,Offer of £2.3m Zanzibar,,2026-03,"
    static let secret = "The sale to Zanzibar Holdings failed at auction."

    let folder: TemporaryFolder

    /// - Parameters:
    ///   - row: the marked row, without its paragraphs; none where it is empty.
    ///   - open: an open row.
    ///   - passage: what is marked in the statement.
    init(row: String = Self.row, open: String = "", passage: String = "") throws {
        folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        var table = """
            unit,ref,action,outcome,status,reason,response,due,exempt
            libraries,L1,Rebuild the library at Sampleton,A library with a room for classes,on course,,,2026-03,
            libraries,L2,Lend electronic magazines,At least fifty titles,not on course,The supplier has left.,Wait,2025-09-30,
            sport,S1,Build a climbing wall at the leisure centre,Wall open to schools and clubs,done and ongoing,,,2025-05,

            """
        if !row.isEmpty { table += row + "3\n" }
        if !open.isEmpty { table += open + "\n" }
        try folder.write(table, to: Self.place + "actions.csv")
        if !passage.isEmpty {
            try folder.edit(Self.place + "statement.md", "# The rest", passage + "\n\n# The rest")
        }
        if !row.isEmpty || !passage.isEmpty {
            try folder.edit(Self.place + "return.yaml", "notes:\n", ExemptWorkspace.reasons(3) + "notes:\n")
        }
    }

    /// The same, published.
    func published() throws -> Self {
        let diagnostics = try render().diagnostics
        try #require(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        return self
    }

    func render() throws -> Publication {
        try publish(PublicationRequest(workspace: folder.path + "/round", formats: [.tree]), with: Repository.program)
    }

    func edit(_ file: String, _ old: String, _ new: String) throws {
        try folder.edit(file.hasPrefix("/") ? "round" + file : Self.place + file, old, new)
    }

    /// Takes away the marked row's mark, and the reason for it.
    func unmark(_ row: String = Self.row) throws {
        try edit("actions.csv", row + "3\n", row + "\n")
        try dropReason()
    }

    func dropReason() throws { try edit("return.yaml", ExemptWorkspace.reasons(3), "") }

    func move(_ old: String, to new: String) throws {
        try FileManager.default.moveItem(atPath: folder.path + "/round/" + old, toPath: folder.path + "/round/" + new)
    }

    func copy(_ old: String, to new: String) throws {
        try FileManager.default.copyItem(atPath: folder.path + "/round/" + old, toPath: folder.path + "/round/" + new)
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: folder.path + "/round/" + name)
    }

    /// What the ledger holds back, by its places.
    func held() throws -> [String] {
        let publication = try render()
        let held = publication.diagnostics.filter { $0.severity == .error }
            .map { "\($0.location?.description ?? ""): \($0.message)" }
        #expect(publication.files.isEmpty == !held.isEmpty, "\(held)")
        #expect(!JSONRenderer().render(publication.diagnostics).contains("Zanzibar"))
        return held
    }

    func renameDirectorate() throws {
        try move("returns/community-services", to: "returns/communities")
        try edit("/council.yaml", "  community-services:\n", "  communities:\n")
        try edit("/council.yaml", "remit: [community-services]", "remit: [communities]")
    }

    /// Appends the return as exempt.
    func markAppendix() throws -> Self {
        try edit("/papers/cabinet.md", "of: all-directorates", "of: all-directorates, exempt: 3")
        try edit("/papers/cabinet.md", "status: draft", ExemptWorkspace.reasons(3) + "status: draft")
        return self
    }

    func unmarkAppendix(_ file: String = "cabinet") throws {
        try edit("/papers/\(file).md", ", exempt: 3", "")
        try edit("/papers/\(file).md", ExemptWorkspace.reasons(3), "")
    }
}

/// Ways in which what is exempt becomes public by a slip, each of which is held back.
struct ExemptLedgerSlipTests {
    // MARK: - Exempt appendices

    @Test(arguments: [
        "the paper is renamed", "the paper is copied", "the directorate is renamed", "a sentence goes into the paper",
        "the mark goes and the row is marked",
    ])
    func `a return that was appended as exempt becomes public in no paper`(_ slip: String) throws {
        let round = try MarkedRound(row: "").markAppendix().published()
        switch slip {
        case "the paper is renamed":
            try round.unmarkAppendix()
            try round.move("papers/cabinet.md", to: "papers/report.md")
        case "the paper is copied":
            try round.copy("papers/cabinet.md", to: "papers/poc.md")
            try round.unmarkAppendix("poc")
        case "the directorate is renamed":
            try round.unmarkAppendix()
            try round.renameDirectorate()
        case "a sentence goes into the paper":
            try round.unmarkAppendix()
            try round.edit(
                "/papers/cabinet.md",
                "appendices:\n  - { title: Directorate returns, of: all-directorates }\n",
                ""
            )
            try round.edit(
                "/papers/cabinet.md",
                "\n[](#appendix-1) gives the detail of each.",
                "\nAs they say, the summer reading challenge drew more children than ever before, although the central library was closed for part of it."
            )
        default: try round.unmarkAppendix()
        }
        let held = try round.held()
        #expect(!held.isEmpty)
        #expect(held.contains { $0.contains("exempt in cabinet since ") }, "\(held)")
        #expect(held.count < 5, "\(held)")
    }

    @Test func `every paper that appends the return openly is held back by itself`() throws {
        let round = try MarkedRound(row: "").markAppendix().published()
        for name in ["one", "two"] {
            try round.copy("papers/cabinet.md", to: "papers/\(name).md")
            try round.unmarkAppendix(name)
        }
        let held = try round.held()
        for name in ["one", "two"] {
            #expect(held.contains { $0.hasPrefix("papers/\(name).md:") && $0.contains("lost its mark") }, "\(held)")
        }
    }

    @Test func `a return that was exempt as a whole is released by the place of its appendix`() throws {
        let round = try MarkedRound(row: "").markAppendix().published()
        try round.unmarkAppendix()
        let held = try round.held()
        #expect(held.count == 1, "\(held)")
        let place = try #require(held.first).split(separator: ":").prefix(2).joined(separator: ":")
        let request = ReleaseRequest(
            workspace: round.folder.path + "/round",
            places: [place],
            reason: "The contract was let."
        )
        #expect(try release(request, with: Repository.program).released == [place])
        #expect(try round.held() == [])
    }

    // MARK: - Other identifiers

    @Test func `a directorate with another identifier still has its marked row`() throws {
        let round = try MarkedRound().published()
        try round.unmark()
        try round.renameDirectorate()
        let held = try round.held()
        #expect(
            held.count == 1 && held[0].contains("returns/communities/actions.csv:5:1: this row was exempt"),
            "\(held)"
        )
    }

    @Test(arguments: [
        "sport,,Buy the old mill,,on course,,,2026-03,",
        "libraries,,Buy it,,not on course,Offer of £2.3m Zanzibar,,2026-03,",
        "libraries,,Buy the old mill and let it,,on course,,,2026-03,",
    ])
    func `a row that has lost its mark and half of its words is held back`(_ row: String) throws {
        let round = try MarkedRound().published()
        try round.edit("actions.csv", MarkedRound.row + "3\n", row + "\n")
        try round.dropReason()
        #expect(try round.held().count == 1)
    }

    @Test(arguments: ["a directorate", "a paper"])
    func `a short passage is held back where it stands under another identifier`(renamed: String) throws {
        let passage = "> [!EXEMPT 3]\n> Sell the old mill."
        let isPaper = renamed == "a paper"
        let round = try MarkedRound(row: "", passage: isPaper ? "" : passage)
        if isPaper {
            try round.edit("/papers/cabinet.md", "\n# Outcomes", "\n\(passage)\n\n# Outcomes")
            try round.edit("/papers/cabinet.md", "status: draft", ExemptWorkspace.reasons(3) + "status: draft")
        }
        _ = try round.published()
        if isPaper {
            try round.edit("/papers/cabinet.md", passage, "Sell the old mill.")
            try round.edit("/papers/cabinet.md", ExemptWorkspace.reasons(3), "")
            try round.move("papers/cabinet.md", to: "papers/report.md")
        } else {
            try round.edit("statement.md", passage, "Sell the old mill.")
            try round.dropReason()
            try round.renameDirectorate()
        }
        #expect(try round.held().count == 1)
    }

    @Test func `a note of a marked row is held back where its words stand elsewhere`() throws {
        let round = try MarkedRound(
            row: "libraries,,Buy the old mill,,not on course,Offer of £2.3m Zanzibar[^buyer],,2026-03,"
        )
        try round.edit("return.yaml", "  flood:", "  buyer: The buyer is Zanzibar Holdings of Sampleton.\n  flood:")
        _ = try round.published()
        try round.edit(
            "/papers/cabinet.md",
            "# Outcomes\n",
            "# Outcomes\n\nThe buyer is Zanzibar Holdings of Sampleton, they say.\n"
        )
        #expect(try round.held().count == 1)
    }

    // MARK: - Lost ledgers

    @Test func `an emptied folder of the ledger holds everything back`() throws {
        let round = try MarkedRound().published()
        try round.unmark()
        for name in try round.folder.names(in: "round/.cleardays") { try round.remove(".cleardays/" + name) }
        #expect(
            try round.held() == [
                ".cleardays/exempt-ledger: the ledger of what is exempt is missing, though its folder .cleardays is there"
            ]
        )
    }

    @Test func `a lock that is left of the ledger holds everything back`() throws {
        let round = try MarkedRound().published()
        try round.unmark()
        try round.remove(".cleardays/exempt-ledger")
        try round.remove(".cleardays/exempt-ledger.key")
        #expect(try round.held().count == 1)
        let request = ReleaseRequest(
            workspace: round.folder.path + "/round",
            reason: "The disk has failed.",
            beginsNewLedger: true
        )
        #expect(try release(request, with: Repository.program).released == [".cleardays/exempt-ledger"])
        #expect(try round.held() == [])
    }

    @Test func `the empty lock of a first writer who was stopped holds nothing up`() throws {
        let round = try MarkedRound()
        try round.folder.write("", to: "round/.cleardays/lock")
        #expect(try round.held() == [])
        #expect(try round.held() == [])
    }

    // MARK: - Short texts

    @Test(arguments: [
        ("> [!EXEMPT 3]\n> Zanzibar bid £2.3m.", "and is paying its way. Zanzibar bid £2.3m."),
        ("> [!EXEMPT 3]\n> Zanzibar bid.\n>\n> It is £2m now.", "and is paying its way. Zanzibar bid. It is £2m now."),
        ("> [!EXEMPT 3]\n> - Mill.\n> - Zanzibar bid", "and is paying its way.\n\n**Mill.** Zanzibar bid"),
    ])
    func `a short passage is held back in any paragraph of its document`(passage: String, new: String) throws {
        let round = try MarkedRound(row: "", passage: passage).published()
        try round.edit("statement.md", passage + "\n\n", "")
        try round.edit("statement.md", "and is paying its way.", new)
        try round.dropReason()
        let held = try round.held()
        #expect(
            !held.isEmpty
                && held.allSatisfy {
                    $0.replacing(/since \d+ \w+ \d{4}/, with: "since that day")
                        .hasSuffix(
                            "words of this text were exempt in cabinet and other papers since that day, and would be public here"
                        )
                },
            "\(held)"
        )
    }

    // MARK: - Words anywhere

    static let secretWords = MarkedRound.secret.dropLast()

    @Test(arguments: [
        "The wall opened in May. \(secretWords), and the new climbing wall opened.",
        "We agree a new lease; \(secretWords); for the wall.",
        "**\(secretWords)** and the wall opened.", "The wall**\(secretWords)**.", "“\(secretWords).” The wall opened.",
        "The wall opened (\(secretWords)).",
        "The wall\u{200B}the SALE to Zanz\u{AD}ibar – Holdings,\nfailed at auction",
        "- The sale to Zanzibar\n- Holdings failed at auction",
    ])
    func `marked words are held back wherever they stand in a text`(_ text: String) throws {
        let round = try MarkedRound(passage: "> [!EXEMPT 3]\n> Mind this. \(MarkedRound.secret)").published()
        try round.edit("/papers/cabinet.md", "# Outcomes\n", "# Outcomes\n\n\(text)\n")
        #expect(try round.held().count == 1)
    }

    @Test func `marked words are held back where they are split over the cells of a row`() throws {
        let round = try MarkedRound(passage: "> [!EXEMPT 3]\n> \(MarkedRound.secret)").published()
        try round.edit(
            "actions.csv",
            "climbing wall at the leisure centre,Wall open to schools and clubs",
            "wall. The sale to,Zanzibar Holdings failed at auction"
        )
        let held = try round.held()
        #expect(held.count == 1 && held[0].contains("actions.csv:4:1: words of this row are marked"), "\(held)")
    }

    @Test(arguments: [
        (
            "/papers/cabinet.md", "subject: Half-year",
            "subject: The sale to Zanzibar Holdings failed at auction, half-year"
        ),
        ("/papers/cabinet.md", "title: Directorate returns", "title: The sale to Zanzibar Holdings failed at auction"),
        ("/papers/cabinet.md", "text: the report", "text: that the sale to Zanzibar Holdings failed at auction"),
        (
            "/papers/cabinet.md", "background-papers: none",
            "background-papers: [The sale to Zanzibar Holdings failed at auction]\n#"
        ),
        ("/round.yaml", "subtitle: September 2025", "subtitle: The sale to Zanzibar Holdings failed at auction"),
        ("/round.yaml", "as-at:", "excludes: the sale to Zanzibar Holdings failed at auction\nas-at:"),
        ("/council.yaml", "sport: Sport and Leisure", "sport: The sale to Zanzibar Holdings failed at auction"),
        ("/council.yaml", "post: Performance Manager", "post: The sale to Zanzibar Holdings failed at auction"),
        ("indicators.csv", "88%", "3% (The sale to Zanzibar Holdings failed at auction)"),
        (
            "return.yaml", "flood: The central library",
            "flood: The sale to Zanzibar Holdings failed at auction. The library"
        ),
    ])
    func `marked words are held back in every field that is printed`(file: String, old: String, new: String) throws {
        let round = try MarkedRound(passage: "> [!EXEMPT 3]\n> \(MarkedRound.secret)").published()
        try round.edit(file, old, new)
        let held = try round.held()
        #expect(held.contains { $0.contains("words of this") }, "\(held)")
    }

    // MARK: - Rounds

    @Test func `what was exempt at half-year is held back at the end of the year`() throws {
        let round = try MarkedRound().published()
        try round.unmark()
        try round.edit("/round.yaml", "point: half-year", "point: full-year")
        #expect(try round.held().count == 1)
        try round.edit("/round.yaml", "title: 2025/26 half-year", "title: 2025/26 year-end")
        try round.edit("/round.yaml", "as-at: 2025-09-30", "as-at: 2026-03-31")
        #expect(try round.held().count == 1)
        try round.edit("/round.yaml", "year: 2025/26", "year: 2026/27")
        #expect(try round.held().filter { $0.contains("exempt") } == [])
    }
}

/// What stands open, or says something common, is not held back.
struct ExemptLedgerFalseAlarmTests {
    private static let shortage = "libraries,,Buy the old mill,,not on course,Staff shortage,Under review,2026-03,"

    @Test(arguments: ["sport", "libraries"])
    func `a row with the words that every row may have is not held back when the marked one goes`(unit: String) throws {
        let open = "\(unit),S2,Train lifeguards,,not on course,Staff shortage,Under review,2026-03,"
        let round = try MarkedRound(row: Self.shortage, open: open).published().published()
        try round.edit("actions.csv", Self.shortage + "3\n", "")
        try round.dropReason()
        #expect(try round.held() == [])
    }

    @Test(arguments: ["sport", "libraries"])
    func `a row takes over the words of a marked one`(unit: String) throws {
        let open = "\(unit),S2,Train lifeguards,,not on course,Flu,Wait,2026-03,"
        let round = try MarkedRound(row: Self.shortage, open: open).published()
        try round.edit("actions.csv", "Under review,2026-03,3", "Asked again,2026-03,3")
        try round.edit("actions.csv", "Flu,Wait", "Staff shortage,Under review")
        #expect(try round.held() == [])
    }

    @Test func `a row of another unit has the same reference`() throws {
        let row = "libraries,1,Buy the old mill,,not on course,Offer of £2.3m Zanzibar,,2026-03,"
        let round = try MarkedRound(row: row, open: "sport,1,Train lifeguards,,on course,,,2026-03,").published()
        try round.edit("actions.csv", row + "3\n", "")
        try round.dropReason()
        #expect(try round.held() == [])
    }

    @Test func `a row of another unit gets the same title of one word`() throws {
        let row = "libraries,,Training,,not on course,Offer of £2.3m Zanzibar,,2026-03,"
        let round = try MarkedRound(row: row).published()
        try round.edit("actions.csv", row + "3\n", "sport,S3,Training,,on course,,,2026-03,\n")
        try round.dropReason()
        #expect(try round.held() == [])
    }

    @Test func `a long sentence that stands open as well as marked from the first is an error that says what to do`()
        throws
    {
        let words = "The work will be done by the end of March."
        let round = try MarkedRound(
            row: "libraries,,Buy the old mill,,not on course,\(words),,2026-03,",
            open: "sport,S2,Train lifeguards,,not on course,\(words),,2026-03,"
        )
        let errors = try round.render().diagnostics
        #expect(
            errors.map(\.message) == [
                "words of this row are marked as exempt at returns/community-services/actions.csv:5, and would be public here"
            ]
        )
        #expect(
            errors.first?.hint?.hasPrefix("take them out or mark them here too, or, where it is for everybody") == true
        )
        let request = ReleaseRequest(
            workspace: round.folder.path + "/round",
            places: ["returns/community-services/actions.csv:6"],
            reason: "Every row says so."
        )
        _ = try release(request, with: Repository.program)
        #expect(try round.held() == [])
        try round.edit("actions.csv", "libraries,,Buy the old mill,,not on course,\(words),,2026-03,3\n", "")
        try round.dropReason()
        #expect(try round.held() == [])
    }

    @Test func `a short passage that stood open in its document is not held back later`() throws {
        let round = try MarkedRound(row: "", passage: "> [!EXEMPT 3]\n> The new climbing wall.").published()
        try round.edit("statement.md", "> [!EXEMPT 3]\n> The new climbing wall.\n\n", "")
        try round.dropReason()
        #expect(try round.held() == [])
    }

    @Test func `a return that is exempt as a whole says what other returns and the council's names say`() throws {
        let round = try MarkedRound(row: "").markAppendix()
        try round.edit("/council.yaml", "sport: Sport and Leisure", "sport: Sport and Leisure in Sampleton")
        try round.edit(
            "statement.md",
            "# The rest of the year",
            "# Sport and Leisure in Sampleton\n\nIt is well.\n\n# Rest"
        )
        _ = try round.published()
        #expect(try round.held() == [])
        try round.edit("statement.md", "# Sport and Leisure in Sampleton\n\nIt is well.\n\n", "")
        #expect(try round.held() == [])
    }

    @Test func `a return that no paper appends any more holds nothing up`() throws {
        let round = try MarkedRound(row: "").markAppendix().published()
        try round.unmarkAppendix()
        try round.edit(
            "/papers/cabinet.md",
            "appendices:\n  - { title: Directorate returns, of: all-directorates }\n",
            ""
        )
        try round.edit("/papers/cabinet.md", "[](#appendix-1) gives the detail of each.", "")
        #expect(try round.held() == [])
    }

    @Test func `the order of the rows and an edit of another row hold nothing up`() throws {
        let round = try MarkedRound().published()
        try round.edit("actions.csv", "Lend electronic magazines", "Lend electronic newspapers")
        try round.edit(
            "actions.csv",
            MarkedRound.row + "3\n",
            "sport,,New goals,,on course,,,2026-03,\n" + MarkedRound.row + "3\n"
        )
        #expect(try round.held() == [])
    }
}
