// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport
import Testing

/// What is nearly marked as exempt, in every place where it would be printed: it is an error, and no report says a word of it.
struct NearMarkerTests {
    /// An edit of the starting workspace that puts a secret into it, marked nearly rightly.
    struct Placement: Sendable, CustomTestStringConvertible {
        var name: String
        var file: String
        var old: String
        var new: String
        /// A paragraph for whose use a reason is given.
        var paragraph: Int?
        /// What is said of it and nothing else, where that is known.
        var messages: Set<String> = []

        var testDescription: String { name }

        init(
            _ name: String,
            _ file: String,
            _ old: String,
            _ new: String,
            paragraph: Int? = nil,
            saying messages: Set<String> = []
        ) {
            self.name = name
            self.file = file
            self.old = old
            self.new = new
            self.paragraph = paragraph
            self.messages = messages
        }

        /// The starting workspace with the edit, and what is said of it.
        func diagnostics() throws -> [Diagnostic] {
            let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
            try folder.edit("round/" + file, old, new)
            if let paragraph {
                let reasons = ExemptWorkspace.reasons(paragraph)
                if file.hasSuffix(".md"), file.hasPrefix("papers/") {
                    try folder.edit("round/" + file, "status: draft", reasons + "status: draft")
                } else {
                    try folder.edit("round/\(NearMarkerTests.form)", "notes:\n", reasons + "notes:\n")
                }
            }
            return try check(folder.path + "/round", with: Repository.program).diagnostics
        }
    }

    private static let secret = "Zyxwillow"
    private static let paper = "papers/cabinet.md"
    private static let services = "returns/community-services"
    private static var statement: String { services + "/statement.md" }
    fileprivate static var form: String { services + "/return.yaml" }
    private static var actions: String { services + "/actions.csv" }
    private static var indicators: String { services + "/indicators.csv" }

    /// The places of a paper and of a return in which Markdown can stand by itself.
    private static func passages(
        _ name: String,
        _ text: String,
        paragraph: Int? = nil,
        saying messages: Set<String>
    ) -> [Placement] {
        [(paper, "# Outcomes"), (statement, "# The rest")].map { file, heading in
            Placement(
                "\(file): \(name)",
                file,
                heading,
                "\(text)\n\n\(heading)",
                paragraph: paragraph,
                saying: messages
            )
        }
    }

    private static let signs: Set = [
        "this is nearly marked as exempt, and would be printed", "this does not open an exempt passage",
        "this quotation opens nearly as an exempt passage does, and would be public",
        "`…` does not open an exempt passage",
    ]

    private static let besides: Set = [
        "a quotation right after an exempt passage would be public",
        "a quotation right before an exempt passage would be public",
        "the line after an exempt passage would be public",
    ]

    private static let quotations = [
        "[EXEMPT PARAGRAPH 3]", "[EXEMPT para 3]", "[EXEMPT, 3]", "[EXEMPT (3)]", "EXEMPT (3)", "Exempt — paragraph 3",
        "[exempt information]", "`[EXEMPT] 3`", "[EX\u{AD}EMPT 3]", "[\u{415}XEMPT 3]", "**EXEMPT 3**", "Exempt items:",
        "NOT FOR PUBLICATION",
        "\u{FF3B}\u{FF25}\u{FF38}\u{FF25}\u{FF2D}\u{FF30}\u{FF34}\u{3000}\u{FF13}\u{FF3D}", "[ ! E\u{200B}XEMPT 3 ]",
        "E X E M P T 3", "[EXMEPT 3]",
        "[&#69;XEMPT 3]", "(Exempt)",
    ].flatMap { passages("> \($0)", "> \($0)\n> \(secret) has withdrawn.", saying: signs) }

    private static let paragraphs = [
        "Exempt 3: ", "EXEMPT para 3: ", "NOT FOR PUBLICATION ", "Not for publication by virtue of paragraph 3: ",
        "Exempted 3 ",
        "EXEMPTION 3 ", "Part 2 exempt: ", "Confidential: ", "RESTRICTED: ", "Private and confidential ",
        "This paragraph is exempt: ",
        "1\\. Exempt – paragraph 3: ", "**[EXEMPT]** ", "- EXEMPT (3) ", "# Exempt: ",
        "It is late. Exempt paragraph 3: ", "It is late [exempt 3]. ",
        "NOT FOR [PUBLICATION]{lang=cy} ", "[This paragraph]{lang=cy} is exempt: ", "[EXE]{lang=cy}MPT (3) ",
        "[[Con]{lang=en-GB}fid]{lang=cy}ential: ", "[Bore da. ]{lang=cy}Exempt 3: ", "NOT FOR [PUBLICATION] ",
        "# NOT [FOR]{lang=cy} PUBLICATION ",
    ].flatMap { passages($0, $0 + secret + " has withdrawn.", saying: signs) }

    private static let neighbours = [
        "- a\n\n  > [!EXEMPT 3]\n  > b\n\n> \(secret)", "> \(secret)\n\n- > [!EXEMPT 3]\n  > b",
        "- > [!EXEMPT 3]\n  > b\n- > \(secret)",
        "- a\n  - > [!EXEMPT 3]\n    > b\n\n> \(secret)", "- > \(secret)\n\n> [!EXEMPT 3]\n> b",
        "> a\n>\n> > [!EXEMPT 3]\n> > b\n>\n> \(secret)", "> [!EXEMPT 3]\n> b\n\n> \(secret)",
        "> \(secret)\n\n> [!EXEMPT 3]\n> b",
        "1. > [!EXEMPT 3]\n   > b\n\n- > \(secret)", "> [!EXEMPT 3]\n> b\n\n[x]: https://example.org\n\n> \(secret)",
        "> [!EXEMPT 3]\n> b\n\n\u{200B}\n\n> \(secret)",
    ].flatMap { passages($0, $0, paragraph: 3, saying: besides) }

    private static let cells = [
        "Exempt 3: \(secret)", "EXEMPT para 3: \(secret)", "\"[EXEMPT 3] \(secret)\"", "\"> [EXEMPT 3]\n> \(secret)\"",
        "NOT FOR PUBLICATION \(secret)",
        "\u{415}XEMPT (3) \(secret)", "*Exempt*: \(secret)", "\"Late.\nExempt 3: \(secret)\"",
        "\"- EXEMPT 3 \(secret)\"",
    ].map { Placement("cell: \($0)", actions, "The supplier has withdrawn from the market.", $0, saying: signs) }

    private static let places = [
        Placement("subject", paper, "subject: Half-year monitoring 2025/26", "subject: \"[EXEMPT 3] \(secret)\""),
        Placement(
            "subject with a marker",
            paper,
            "subject: Half-year monitoring 2025/26",
            "subject: \"[!EXEMPT 3] \(secret)\""
        ),
        Placement("subject with a tag", paper, "subject: Half-year monitoring 2025/26", "subject: !EXEMPT \(secret)"),
        Placement("summary in a map", paper, "summary: |\n", "summary: { [!EXEMPT 3]: \(secret) }\nx: |\n"),
        Placement("summary in a list", paper, "summary: |\n", "summary: [!EXEMPT 3, \(secret)]\nx: |\n"),
        Placement("summary on its line", paper, "summary: |\n", "summary: > [!EXEMPT 3] \(secret)\nx: |\n"),
        Placement("summary folded", paper, "summary: |\n", "summary: >\n  > [!EXEMPT 3]\n  > \(secret)\nx: |\n"),
        Placement("summary nearly", paper, "summary: |\n", "summary: |\n  > [EXEMPT 3]\n  > \(secret)\n\n"),
        Placement("recommendation", paper, "text: the report", "text: \"EXEMPT (3): \(secret)\""),
        Placement(
            "background paper",
            paper,
            "background-papers: none",
            "background-papers: [\"Exempt: \(secret)\"]\n#"
        ),
        Placement("title of an appendix", paper, "title: Directorate returns", "title: \"Exempt 3: \(secret)\""),
        Placement(
            "mark of an appendix misspelt",
            paper,
            "of: all-directorates }",
            "of: all-directorates, exmpt: \(secret) }"
        ),
        Placement(
            "amendment",
            paper,
            "status: draft",
            "amendments:\n  outcomes: \"Exempt 3: \(secret)\"\nstatus: draft"
        ),
        Placement(
            "name of an amendment",
            paper,
            "status: draft",
            "amendments:\n  \"Exempt 3: \(secret)\": x\nstatus: draft"
        ),
        Placement(
            "reason",
            paper,
            "status: draft",
            "exempt:\n  - paragraph: 3\n    reason: \"[EXEMPT 3] \(secret)\"\n    public-interest: x\nstatus: draft"
        ),
        Placement(
            "another classification",
            paper,
            "classification: Unrestricted",
            "classification: Restricted\nx: \(secret)"
        ),
        Placement("no classification", paper, "classification: Unrestricted", "x: \(secret)"),
        Placement("a key that says it", paper, "status: draft", "confidential: \(secret)\nstatus: draft"),
        Placement("a header that is not closed", paper, "---\n# Introduction", "\(secret)\n# Introduction"),
        Placement(
            "a tab in the passage",
            paper,
            "# Outcomes",
            "> [!EXEMPT 3]\n>\n>\t\t\(secret) {{ x y }}\n\n# Outcomes"
        ),
        Placement("a tab before the passage", paper, "# Outcomes", "\t> [!EXEMPT 3]\n\t> \(secret)\n\n# Outcomes"),
        Placement(
            "a passage in a quotation",
            paper,
            "# Outcomes",
            "> > [!EXEMPT 3]\n> > b\n>\n> \(secret)\n\n# Outcomes"
        ),
        Placement("table", statement, "# The rest", "| a | b |\n|---|---|\n| x | EXEMPT 3 \(secret) |\n\n# The rest"),
        Placement(
            "address of a link",
            statement,
            "# The rest",
            "[EXEMPT 3]: https://example.org/\(secret)\n\n# The rest"
        ),
        Placement("note", form, "flood: The central", "flood: \"EXEMPT 3: \(secret)\"\n  other: The central"),
        Placement(
            "introduction of a table",
            form,
            "    of: [actions]\n",
            "    of: [actions]\n    introduction: \"[EXEMPT] \(secret)\"\n"
        ),
        Placement(
            "title of a table",
            form,
            "    of: [actions]\n",
            "    of: [actions]\n    title: \"EXEMPT 3 \(secret)\"\n"
        ),
        Placement("a key of the return", form, "nil: [sport]", "x\nparagraph: \(secret)"),
        Placement("ref", actions, "libraries,L2,", "libraries,EXEMPT 3 \(secret),"),
        Placement("value", indicators, "85%", "Exempt 3 \(secret)"),
        Placement("an unknown column", actions, "response,due\n", "response,paragraph\n"),
        Placement("a row too long", actions, "done and ongoing,,,2025-05", "done and ongoing,,,2025-05,\(secret)"),
        Placement("round", "round.yaml", "title: 2025/26 half-year monitoring", "title: \"EXEMPT: \(secret)\""),
        Placement("council", "council.yaml", "name: Exampleshire Council", "name: \"[EXEMPT 3] \(secret)\""),
        Placement("unit", "council.yaml", "sport: Sport and Leisure", "sport: \"Exempt (3): \(secret)\""),
        Placement(
            "abbreviation",
            "council.yaml",
            "directorates:\n",
            "abbreviations: { \"EXEMPT 3 \(secret)\": x }\ndirectorates:\n"
        ),
    ]

    static let placements = quotations + paragraphs + neighbours + cells + places

    @Test(arguments: placements)
    func `what is nearly marked is an error that says none of its words`(placement: Placement) throws {
        let diagnostics = try placement.diagnostics()
        let report = JSONRenderer().render(diagnostics)
        #expect(diagnostics.holdsErrors)
        #expect(!report.lowercased().contains(Self.secret.lowercased()), "\(report)")
        // Letters of full width are in no font.
        let messages = Set(diagnostics.map(\.message).filter { !$0.hasPrefix("no font has") })
        if !placement.messages.isEmpty {
            #expect(!messages.isEmpty && messages.isSubset(of: placement.messages), "\(messages)")
        }
    }
}
