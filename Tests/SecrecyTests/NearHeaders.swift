// SPDX-License-Identifier: Apache-2.0

extension Placement {
    /// A change of a paper's header, or of return.yaml, that is meant to keep something back.
    private struct Header: Sendable {
        var name: String
        var change: @Sendable (Secret, inout SecretRound) -> Void

        init(_ name: String, _ change: @escaping @Sendable (Secret, inout SecretRound) -> Void) {
            self.name = name
            self.change = change
        }
    }

    /// What is written for the classification of a paper that is exempt as a whole.
    private static let classifications = [
        " Restricted", " Confidential", " exempt", " EXEMPT", " Exempt (paragraph 3)", " Exempt in part",
        " Part exempt",
        " Unrestricted?", " unrestricted", " \"\"", "", " null", " [Exempt]", " { Exempt: 3 }", " \u{415}xempt",
        " Exem\u{AD}pt",
        " Private", " 3", " Not for publication", " \"Exempt \\u200b\"", " |\n  Exempt\n  3", " Unrestricted, Exempt",
        " OFFICIAL-SENSITIVE",
    ]

    /// What is written to keep an appendix back.
    private static let appendixKeys = [
        "exempts: 3", "exempt: yes", "exempt: para 3", "exempt: [three]", "exempt: { paragraph: 3 }", "Exempt: 3",
        "exempt: 8", "exempt: \"\"", "exempt:", "ехempt: 3", "exemption: 3", "classification: Exempt", "paragraph: 3",
        "confidential: true",
    ]

    /// Papers and returns whose YAML is nearly right.
    static var nearHeaders: [Placement] {
        var placements: [Placement] = []
        let secretPlaces: [ProsePlace] = [.body, .summary, .recommendation, .backgroundPaper]
        for (index, classification) in classifications.enumerated() {
            for place in triesAll ? secretPlaces : [secretPlaces[index % 4]] {
                placements.append(
                    Placement("classification:\(classification): \(place.rawValue)", .refused) { secret, round in
                        round.set("classification", classification)
                        // A mistake beside it, which a report would quote.
                        place.put("Of \(secret.word) {{ \(secret.word).x }} {{ actions.nothing }}.", in: &round)
                    }
                )
            }
        }
        for (index, key) in appendixKeys.enumerated() {
            let place: ProsePlace = [.statement, .reason, .comment, .note][index % 4]
            placements.append(
                Placement("an appendix with `\(key)`: \(place.rawValue)", .refused) { secret, round in
                    round.set(
                        "appendices",
                        "\n  - title: The return\n    of: all-directorates\n    \(key)"
                    )
                    place.put("Of \(secret.word).", in: &round)
                }
            )
        }
        return placements + headers.map { Placement($0.name, .refused, $0.change) } + ofForms
    }

    private static let headers: [Header] =
        [
            Header("classification is missing") { secret, round in
                round.header.removeAll { $0.key == "classification" }
                round.body += "\nOf \(secret.word) {{ \(secret.word) }}.\n"
            },
            Header("clasification: Exempt") { secret, round in
                round.header = round.header.map {
                    $0.key == "classification" ? .init(key: "clasification", value: " Exempt") : $0
                }
                round.body += "\nOf \(secret.word) {{ \(secret.word) }}.\n"
            },
            Header("two classifications") { secret, round in
                round.header.append(.init(key: "classification", value: " Exempt"))
                round.body += "\nOf \(secret.word) {{ \(secret.word) }}.\n"
            },
            Header("an exempt paper without a reason") { secret, round in
                round.set("classification", " Exempt")
                round.header.removeAll { $0.key == "exempt" }
                round.body += "\nOf \(secret.word) {{ \(secret.word) }}.\n"
            },
            Header("the header is not closed") { secret, round in
                round.set("classification", " Exempt")
                round.body += "\nOf \(secret.word).\n"
                round.edits.append(.init(file: SecretRound.paper) { $0.replacing("\n---\n", with: "\n") })
            },
            Header("an exempt key at the end of the summary") { secret, round in
                round.set("summary", " Of \(secret.word). exempt: 3")
            },
            Header("a reason in the header that holds a passage") { secret, round in
                round.set(
                    "exempt",
                    "\n  - paragraph: 3\n    reason: |\n      > [!EXEMPT 3]\n      > \(secret.word)\n    public-interest: It outweighs."
                )
            },
            Header("a reason of a return that holds a passage") { secret, round in
                round.setReturn(
                    "exempt",
                    "\n  - paragraph: 3\n    reason: |\n      > [!EXEMPT 3]\n      > \(secret.word)\n    public-interest: It outweighs."
                )
            },
            Header("a reason whose paragraph is not one, with words") { secret, round in
                round.set("exempt", "\n  - paragraph: three\n    reason: A reason.\n    public-interest: It outweighs.")
                round.body += "\n> [!EXEMPT 3]\n> \(secret.word) {{ \(secret.word) }}\n"
            },
            Header("no reasons") { secret, round in
                round.header.removeAll { $0.key == "exempt" }
                round.body += "\n> [!EXEMPT 3]\n> \(secret.word)\n"
            },
            Header("no reason in a return") { secret, round in
                round.returns.removeAll { $0.key == "exempt" }
                round.setCell("actions.csv", row: 2, "reason", secret.word)
                round.setCell("actions.csv", row: 2, "exempt", "3")
            },
            Header("the note of a passage under a name that is not one") { secret, round in
                round.setReturn("notes", "\n  basis: Counted anew.\n  \(secret.word): |\n    > [!EXEMPT 3]\n    > a")
            },
        ]

    /// The forms of a text that YAML reads as something else, or as the passage that it is meant for.
    private static let forms: [(String, Outcome, @Sendable (Secret) -> String)] = [
        ("a folded text's sign", .refused, { " > [!EXEMPT 3] \($0.word)" }),
        ("a folded text", .kept, { " >\n  > [!EXEMPT 3]\n  > \($0.word)" }),
        ("a list", .refused, { " [\"> [!EXEMPT 3]\", \($0.word)]" }),
        ("a list of lines", .refused, { "\n  - \"> [!EXEMPT 3]\"\n  - \"> \($0.word)\"" }),
        ("a group of keys", .refused, { " { \"> [!EXEMPT 3]\": \($0.word) }" }),
        ("keys below", .refused, { "\n  \"[!EXEMPT 3]\": \($0.word)" }),
        ("a plain text", .refused, { " [!EXEMPT 3] \($0.word)" }),
        ("a text in quotes", .refused, { " \"[!EXEMPT 3] \($0.word)\"" }),
        ("nearly a marker in quotes", .refused, { " \"EXEMPT para 3: \($0.word)\"" }),
        ("a tab before a line", .refused, { " |\n  > [!EXEMPT 3]\n\t> \($0.word)" }),
        ("a line that is not indented", .refused, { " |\n  > [!EXEMPT 3]\n> \($0.word)" }),
        ("a quotation mark that is not closed", .refused, { " \"> [!EXEMPT 3]\n  > \($0.word)" }),
        ("a tag", .kept, { " !exempt |\n  > [!EXEMPT 3]\n  > \($0.word)" }),
        ("an anchor", .kept, { " &exempt \"> [!EXEMPT 3] \($0.word)\"" }),
        ("an alias", .refused, { " *\($0.word)" }),
        ("a text with a comment", .refused, { " A summary. # [!EXEMPT 3] \($0.word)\n  x: {{" }),
    ]

    private static var ofForms: [Placement] {
        forms.enumerated().flatMap { index, form -> [Placement] in
            let (name, outcome, text) = form
            let placements = [
                Placement("summary: \(name)", outcome) { secret, round in round.set("summary", text(secret)) },
                Placement("a note: \(name)", outcome) { secret, round in
                    round.setReturn("notes", "\n  basis:" + text(secret).replacing("\n", with: "\n  "))
                },
                Placement("background-papers: \(name)", outcome) { secret, round in
                    let paper = text(secret).replacing("\n", with: "\n  ")
                    round.set("background-papers", "\n  - The plans\n  -" + paper)
                },
            ]
            return triesAll ? placements : [placements[0], placements[1 + index % 2]]
        }
    }
}
