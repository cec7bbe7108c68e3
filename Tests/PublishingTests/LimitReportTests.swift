// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport
import Testing

/// What is more than a workspace may hold is told at its place, by its rule, and nothing is made of it.
struct LimitReportTests {
    /// A way in which a file of the starting workspace grows beyond all measure.
    struct Excess: Sendable, CustomTestStringConvertible {
        var name: String
        var file: String
        var old: String
        var new: String
        /// What must be told, as `file:line: message`.
        var told: String
        var testDescription: String { name }
    }

    private static let statement = "returns/community-services/statement.md"
    private static let actions = "returns/community-services/actions.csv"

    static let excesses = [
        Excess(
            name: "soft hyphens in one word",
            file: statement,
            old: "# The rest",
            new: String(repeating: "a\u{AD}", count: 20_000) + "\n\n# The rest",
            told: "\(statement):10: the words up to here hold too many soft hyphens"
        ),
        Excess(
            name: "pairs of overrides of direction",
            file: statement,
            old: "# The rest",
            new: String(repeating: "\u{202E}a\u{202D}b", count: 20_000) + "\n\n# The rest",
            told: "\(statement):10: the paragraph holds more than 1000 characters that turn its direction"
        ),
        Excess(
            name: "an address of a megabyte",
            file: statement,
            old: "# The rest",
            new: String(repeating: "www.", count: 80_000) + "a\n\n# The rest",
            told: "\(statement):10: an address here is longer than 2000 characters"
        ),
        Excess(
            name: "a heading of 150,000 words",
            file: statement,
            old: "# The rest",
            new: "# " + String(repeating: "word ", count: 150_000) + "\n\n# The rest",
            told: "\(statement):10: the heading is longer than 1000 characters"
        ),
        Excess(
            name: "a paragraph of 30,000 words",
            file: statement,
            old: "# The rest",
            new: String(repeating: "word ", count: 30_000) + "\n\n# The rest",
            told: "\(statement):10: the paragraph has more than 20000 words"
        ),
        Excess(
            name: "a paragraph of 10,000 emphasised words",
            file: statement,
            old: "# The rest",
            new: String(repeating: "*a* ", count: 10_000) + "\n\n# The rest",
            told: "\(statement):10: the paragraph has more than 4000 links, emphasised words and names in it"
        ),
        Excess(
            name: "a cell of 400,000 words, past the parser",
            file: actions,
            old: "Rebuild the library at Sampleton",
            new: String(repeating: "word ", count: 400_000),
            told: "\(actions):2: the text is longer than 100 kB"
        ),
        Excess(
            name: "a cell of 400,000 words of Markdown",
            file: actions,
            old: "Rebuild the library at Sampleton",
            new: String(repeating: "word ", count: 400_000) + "*and*",
            told: "\(actions):2: the text is longer than 100 kB"
        ),
        Excess(
            name: "a subject of 5,000 letters",
            file: "papers/cabinet.md",
            old: "subject: Half-year monitoring 2025/26",
            new: "subject: " + String(repeating: "x", count: 5_000),
            told: "papers/cabinet.md:5: `subject` is longer than 500 characters"
        ),
    ]

    @Test(arguments: excesses)
    func `an excess is told at its place`(_ excess: Excess) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/" + excess.file, excess.old, excess.new)
        let publication = try publish(PublicationRequest(workspace: folder.path + "/round"), with: Repository.program)
        let told = publication.diagnostics.filter { $0.severity == .error }.map { error in
            "\(error.location?.file ?? ""):\(error.location?.line ?? 0): \(error.message)"
        }
        #expect(told.contains { $0.hasPrefix(excess.told) }, "\(told.prefix(3))")
        #expect(publication.files.isEmpty)
    }

    @Test func `a paper whose file has a very long name is told, not a failure to write`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let name = String(repeating: "x", count: 200)
        try folder.write(try folder.text(of: "round/papers/cabinet.md"), to: "round/papers/\(name).md")
        let messages = try check(folder.path + "/round", with: Repository.program).diagnostics.map(\.message)
        #expect(messages.contains("the name of the paper is longer than 100 characters"), "\(messages)")
    }
}
