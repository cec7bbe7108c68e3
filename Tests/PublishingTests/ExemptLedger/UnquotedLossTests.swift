// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport
import Testing

/// What lost its mark in a file that cannot be read as a whole is quoted in no report: nothing can be compared then.
struct UnquotedLossTests {
    private static let services = "round/returns/community-services/"

    /// The exempt workspace, published once, with every mark taken away.
    private func unmarked() throws -> TemporaryFolder {
        let folder = try ExemptWorkspace.make()
        let request = PublicationRequest(workspace: folder.path + "/round", formats: [.tree])
        try #require(try publish(request, with: Repository.program).diagnostics.map(\.message) == [])
        for file in [Self.services + "actions.csv", Self.services + "indicators.csv"] {
            let text = try folder.text(of: file)
            try folder.write(
                text.replacing(",exempt\n", with: "\n").replacing(/,("1, 3"|3|)\n/, with: "\n"),
                to: file
            )
        }
        for file in [Self.services + "statement.md", Self.services + "return.yaml", "round/papers/cabinet.md"] {
            let text = try folder.text(of: file)
            try folder.write(
                text.replacing(/[ >]*\[!EXEMPT [0-9, ]+\]\n/, with: "").replacing(/(?m)^ *> ?/, with: ""),
                to: file
            )
        }
        return folder
    }

    private static let breaks: [(file: String, text: String)] = [
        ("round/council.yaml", "name: [x\n"), ("round/round.yaml", "title: [x\n"),
        (services + "return.yaml", "declares: [actions\n"),
        (services + "actions.csv", "unit,ref,action\nlibraries,x,\"Sell Zyxfir\nZyxhazel has withdrawn.\n"),
        (services + "actions.csv", "unit,ref,action,status\nlibraries,x,not on course,Sell Zyxfir\n"),
        (
            services + "statement.md",
            "We may {{ close }} Zyxelm.\n\n    We may close Zyxelm.\n\n[We may close Zyxelm](#x)\n"
        ),
    ]

    @Test(arguments: breaks)
    func `no report quotes what was marked, whatever cannot be read`(file: String, text: String) throws {
        let folder = try unmarked()
        try folder.write(text, to: file)
        let diagnostics = try check(folder.path + "/round", with: Repository.program).diagnostics
        #expect(diagnostics.contains { $0.severity == .error })
        let report = (JSONRenderer().render(diagnostics) + TerminalRenderer().render(diagnostics)).lowercased()
        for (place, word) in ExemptWorkspace.words {
            #expect(!report.contains(word.lowercased()), "\(place): \(report)")
        }
    }

    @Test func `a file without anything marked is quoted`() throws {
        let folder = try unmarked()
        try folder.edit("round/round.yaml", "title: 2025/26", "titel: 2025/26")
        let diagnostics = try check(folder.path + "/round", with: Repository.program).diagnostics
        #expect(diagnostics.contains { $0.excerpt?.contains("titel: 2025/26") == true })
    }

    @Test func `where the ledger is damaged, no return and no paper is quoted`() throws {
        let folder = try unmarked()
        try folder.write("damaged", to: "round/.cleardays/exempt-ledger")
        try folder.write("We may {{ close }} Zyxelm.\n", to: Self.services + "statement.md")
        let diagnostics = try check(folder.path + "/round", with: Repository.program).diagnostics
        #expect(diagnostics.allSatisfy { $0.excerpt == nil || $0.location?.file.hasPrefix("r") == false })
        #expect(!JSONRenderer().render(diagnostics).contains("Zyxelm"))
    }
}
