// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport

/// A small round of one directorate, in which an officer has written one thing that papers have lost elsewhere.
struct CaseWorkspace {
    private let folder: TemporaryFolder

    /// - Parameters:
    ///   - statement: the directorate's statement.
    ///   - actions: the rows of its actions, without their header; empty for no such file.
    ///   - indicators: the file of its indicators; empty for none.
    ///   - kind: the kind of table in which the actions are listed.
    ///   - body: the body of the paper.
    init(
        statement: String = "# Summary\n\nText.",
        actions: String = "",
        indicators: String = "",
        kind: String = "exceptions-three-columns",
        body: String = "# Introduction\n\nEach directorate has checked its plans."
    ) throws {
        var files = [
            "council.yaml": Self.council, "round.yaml": Self.round, "returns/arts/statement.md": statement,
            "papers/cabinet.md": Self.cover + body + "\n",
        ]
        var settings = "received: 2025-10-15\nsigned-by: head\nnumbering: none\n"
        settings += "declares: [\(actions.isEmpty ? "" : "actions")\(indicators.isEmpty ? "" : ", indicators")]\n"
        if !actions.isEmpty {
            files["returns/arts/actions.csv"] = "unit,ref,action,outcome,status,reason,response,due\n" + actions + "\n"
            settings += "tables:\n  - { kind: \(kind), of: [actions] }\n"
        }
        if !indicators.isEmpty {
            files["returns/arts/indicators.csv"] = indicators + "\n"
            settings += "  - { kind: indicators-trend, of: [indicators] }\n"
        }
        files["returns/arts/return.yaml"] = settings
        folder = try TemporaryFolder(files)
    }

    /// What a check of it reports, each with its hint, but for units that have not reported.
    func reports() throws -> [String] {
        try check(folder.path, setsPages: true, with: Repository.program).diagnostics
            .filter { $0.rule != .unreportedUnits }.map { "\($0.severity) \($0.message) (\($0.hint ?? ""))" }
    }

    /// The lines of each page of the paper, in the order in which they are read.
    func pages() throws -> [[String]] {
        let request = PublicationRequest(workspace: folder.path, papers: ["cabinet"], formats: [.pdf])
        let publication = try publish(request, with: Repository.program)
        guard let file = publication.files.first else { throw NoPaper(reports: publication.diagnostics.map(\.message)) }
        let output = try TemporaryFolder()
        try output.write(file.bytes, to: "paper.pdf")
        return try Command.text(ofPDF: output.path + "/paper.pdf").split(separator: "\u{C}").map { page in
            page.split(separator: "\n").map(String.init)
        }
    }

    /// The words of the paper with one space between them.
    func words() throws -> String { try pages().joined().joined(separator: " ") }

    private struct NoPaper: Error { var reports: [String] }

    private static let council = """
        name: Exampleshire Council
        short-name: EC
        nation: England
        language: en-GB
        house-style: { theme: accessible, missing: words }
        bodies:
          cabinet: { name: Cabinet, kind: executive, members: Cabinet Members }
        people:
          head: { name: Owen Marsden, post: Director, role: member }
          manager: { name: Leila Farrant, post: Manager, department: Arts, telephone: 01632 960200, email: l@a.example }
        directorates:
          arts:
            name: Arts
            head: { person: head, title: Director }
            units: { libraries: Libraries }

        """

    private static let round = """
        title: 2025/26 half-year monitoring
        subtitle: September 2025
        year: 2025/26
        point: half-year
        as-at: 2025-09-30

        """

    private static let cover = """
        ---
        layout: cabinet
        by: [head]
        to: { body: cabinet, date: 2025-11-24 }
        subject: Half-year monitoring 2025/26
        classification: Unrestricted
        summary: This report shows how far the plans had been carried out.
        recommendations:
          - { verb: NOTE, text: the report }
        contact: manager
        appendices:
          - { title: Directorate returns, of: all-directorates }
        background-papers: none
        status: final
        ---

        """
}
