// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// The paragraphs of exempt information are those of the council's nation.
struct ExemptParagraphTests {
    /// What is wrong with a paper that has a passage and a reason under a paragraph, in a council of a nation.
    private func lines(_ nation: String, _ paragraph: String) throws -> [String] {
        var files = GoodWorkspace.files
        files["council.yaml"] = files["council.yaml"]?.replacing("nation: England", with: "nation: \(nation)")
        let reason = "exempt:\n  - { paragraph: \(paragraph), reason: A price., public-interest: It would rise. }\n"
        let paper = files["papers/cabinet.md"]?.replacing("status: final\n", with: "status: final\n" + reason)
        files["papers/cabinet.md"] = paper.map { $0 + "\n\n> [!EXEMPT \(paragraph)]\n> The price is high.\n" }
        return try read(files).diagnostics.map(\.line).filter { $0.contains("paragraph") }
    }

    @Test(arguments: [
        ("England", "3"), ("England", "7"), ("Wales", "12"), ("Wales", "14"), ("Wales", "18"), ("Scotland", "15"),
        ("Northern Ireland", "1"),
    ])
    func `a paragraph of the nation's own is known`(nation: String, paragraph: String) throws {
        #expect(try lines(nation, paragraph) == [])
    }

    @Test(arguments: [
        ("England", "8"), ("England", "14"), ("Wales", "3"), ("Wales", "11"), ("Scotland", "16"),
        ("Northern Ireland", "12"),
    ])
    func `a paragraph of another nation is an error, once`(nation: String, paragraph: String) throws {
        let found = try lines(nation, paragraph)
        #expect(found.count == 1)
        #expect(
            found.first?.hasSuffix("\(nation) has no paragraph \(paragraph) of exempt information") == true,
            "\(found)"
        )
    }

    @Test(arguments: ["0", "03", "19", "100", "1 2", "-1", "٣"])
    func `a number that no nation has is no paragraph`(paragraph: String) throws {
        #expect(try lines("England", paragraph).contains { $0.hasPrefix("error") })
    }

    @Test func `a paper that is exempt as a whole is held to the same numbers`() throws {
        var files = GoodWorkspace.files
        files["papers/cabinet.md"] = files["papers/cabinet.md"]?.replacing(
            "classification: Unrestricted\n",
            with:
                "classification: Exempt\nexempt:\n  - { paragraph: 14, reason: A price., public-interest: It would rise. }\n"
        )
        let lines = try read(files).diagnostics.map(\.line)
        #expect(lines.contains { $0.hasSuffix("England has no paragraph 14 of exempt information") }, "\(lines)")
    }
}
