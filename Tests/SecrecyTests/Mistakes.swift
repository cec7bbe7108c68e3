// SPDX-License-Identifier: Apache-2.0

extension Placement {
    private typealias Change = @Sendable (Secret, inout SecretRound) -> Void

    /// A secret that is marked as it should be, beside a mistake that a report would quote it for.
    static var mistakes: [Placement] {
        inPassages + inRows
            + inFiles.map { name, change in
                // A table may be divided by semicolons, if its rows are then read as they are marked.
                Placement(name, name.hasSuffix("semicolons") ? .kept : .refused, change)
            }
    }

    private static let words: [(String, @Sendable (Secret) -> String)] = [
        ("an unknown name", { "{{ \($0.word).price }}" }),
        ("a place that is not there", { "[](#\($0.word.lowercased()))" }),
        ("an unknown block", { "\n>\n> {{> \($0.word) of: actions }}" }), ("HTML", { "<b>\($0.word)</b>" }),
        ("a character that no font has", { "\($0.word) \u{1F680} \($0.word)" }),
        ("a picture", { "![\($0.word)](x.png)" }),
        ("a name that is not closed", { "{{ \($0.word)" }), ("no address", { "[\($0.word)](\($0.word) x)" }),
        ("a note nobody wrote", { "\($0.word)[^\($0.word.lowercased())]" }),
    ]

    private static var inPassages: [Placement] {
        let places: [ProsePlace] = [
            .body, .summary, .backgroundPaper, .statement, .reason, .comment, .note, .introduction,
        ]
        return words.enumerated().flatMap { index, mistake in
            (triesAll ? places : [places[index % places.count], places[(index + 3) % places.count]]).map { place in
                Placement(
                    "\(place.rawValue): an exempt passage with \(mistake.0)",
                    mistake.0 == "no address" ? .kept : .refused
                ) {
                    secret,
                    round in
                    place.put("> [!EXEMPT 3]\n> \(secret.word) \(mistake.1(secret))", in: &round)
                }
            }
        }
    }

    private static let inRows: [Placement] = {
        let mistakes: [(String, String, String, @Sendable (Secret) -> String)] = [
            ("actions.csv", "an unknown status", "status", { $0.word }),
            ("actions.csv", "an unknown unit", "unit", { $0.word }),
            ("actions.csv", "no date", "due", { "In \($0.word)" }),
            ("actions.csv", "a comment", "comment", { $0.word }),
            ("actions.csv", "a shared comment", "comment", { "same as \($0.word)" }),
            ("actions.csv", "an unknown name", "reason", { "{{ \($0.word) }}" }),
            ("actions.csv", "HTML", "response", { "<i>\($0.word)</i>" }),
            ("actions.csv", "a heading", "outcome", { "# \($0.word)" }),
            ("actions.csv", "a marker", "ref", { "[!EXEMPT 3] \($0.word)" }),
            ("actions.csv", "no paragraph", "exempt", { $0.word }),
            ("activity.csv", "an unknown class", "class", { $0.word }),
            ("activity.csv", "no figure", "actual", { "\($0.word)" }),
            ("activity.csv", "no figure", "forecast", { "12,34 \($0.word)" }),
            ("indicators.csv", "an unknown direction", "better", { $0.word }),
            ("indicators.csv", "no figure", "2025/26 target", { "5 \($0.word)" }),
            ("indicators.csv", "an unknown qualifier", "2025/26 forecast", { "5 [\($0.word)]" }),
            ("indicators.csv", "a note nobody wrote", "measure", { "It[^\($0.word.lowercased())]" }),
            ("indicators.csv", "no comparison", "comparison", { "\($0.word)?" }),
            ("indicators.csv", "an unknown unit", "unit", { $0.word }),
        ]
        return mistakes.map { file, name, column, text in
            // A marker more does no harm.
            Placement("\(file): an exempt row with \(name) (\(column))", name == "a marker" ? .kept : .refused) {
                secret,
                round in
                round.setCell(file, row: 2, "exempt", "3")
                round.setCell(file, row: 2, file == "indicators.csv" ? "comment" : "reason", secret.word)
                round.setCell(file, row: 2, column, text(secret))
            }
        }
    }()

    private static let inFiles: [(String, Change)] = [
        (
            "actions.csv: a quotation mark in an exempt row is not closed",
            { secret, round in
                round.setCell("actions.csv", row: 2, "exempt", "3")
                round.setCell("actions.csv", row: 2, "reason", secret.word)
                round.edits.append(
                    .init(file: "returns/care/actions.csv") {
                        $0.replacing("\"\(secret.word)\"", with: "\"\(secret.word)")
                    }
                )
            }
        ),
        (
            "actions.csv: words behind a quotation mark in an exempt row",
            { secret, round in
                round.setCell("actions.csv", row: 2, "exempt", "3")
                round.setCell("actions.csv", row: 2, "reason", secret.word)
                round.edits.append(
                    .init(file: "returns/care/actions.csv") {
                        $0.replacing("\"\(secret.word)\"", with: "\"\(secret.word)\" \(secret.word)")
                    }
                )
            }
        ),
        (
            "actions.csv: semicolons",
            { secret, round in
                round.setCell("actions.csv", row: 2, "exempt", "3")
                round.setCell("actions.csv", row: 2, "reason", secret.word)
                round.edits.append(.init(file: "returns/care/actions.csv") { $0.replacing("\",\"", with: "\";\"") })
            }
        ),
        (
            "actions.csv: a reference twice",
            { secret, round in
                for row in 1...2 {
                    round.setCell("actions.csv", row: row, "exempt", "3")
                    round.setCell("actions.csv", row: row, "ref", secret.word)
                }
                round.setCell("actions.csv", row: 3, "status", "unheard of")
            }
        ),
        (
            "statement.md: a passage above a mistake",
            { secret, round in
                round.statement += "\n> [!EXEMPT 3]\n> \(secret.word)\n{{ \(secret.word) }}\n"
            }
        ),
        (
            "cabinet.md: a mistake in YAML behind a passage",
            { secret, round in
                round.set(
                    "summary",
                    SecretRound.block("> [!EXEMPT 3]\n> \(secret.word)", indent: 2) + "\n bad: [\(secret.word)"
                )
            }
        ),
        (
            "return.yaml: a mistake in YAML behind a passage",
            { secret, round in
                round.setReturn(
                    "notes",
                    "\n  basis: |\n    > [!EXEMPT 3]\n    > \(secret.word)\n   bad: [\(secret.word)"
                )
            }
        ),
        (
            "cabinet.md: a key twice, with a passage in each",
            { secret, round in
                round.header.append(
                    .init(key: "summary", value: SecretRound.block("> [!EXEMPT 3]\n> \(secret.word)", indent: 2))
                )
            }
        ),
        (
            "cabinet.md: an unknown key with a passage",
            { secret, round in
                round.set("sumary", SecretRound.block("> [!EXEMPT 3]\n> \(secret.word)", indent: 2))
            }
        ),
        (
            "return.yaml: an unknown key with a passage",
            { secret, round in
                round.setReturn("note", SecretRound.block("> [!EXEMPT 3]\n> \(secret.word)", indent: 2))
            }
        ),
        (
            "cabinet.md: an exempt paper with a mistake in its YAML",
            { secret, round in
                round.set("classification", " Exempt")
                round.set("summary", " [Of \(secret.word)")
            }
        ),
        (
            "cabinet.md: an exempt paper with an unknown key",
            { secret, round in
                round.set("classification", " Exempt")
                round.set(secret.word.lowercased(), " \(secret.word)")
            }
        ),
        (
            "cabinet.md: an exempt paper with an unknown person",
            { secret, round in
                round.set("classification", " Exempt")
                round.set("contact", " \(secret.word)")
            }
        ),
        (
            "cabinet.md: an exempt paper whose body cannot be set",
            { secret, round in
                round.set("classification", " Exempt")
                round.body += "\n\(secret.word) \u{1F680}\n"
            }
        ),
        (
            "an exempt appendix whose statement has a mistake",
            { secret, round in
                round.set("appendices", "\n  - { title: The return, of: all-directorates, exempt: 3 }")
                round.statement += "\n\(secret.word) {{ \(secret.word) }}\n"
            }
        ),
        (
            "an exempt appendix whose rows have a mistake",
            { secret, round in
                round.set("appendices", "\n  - { title: The return, of: all-directorates, exempt: 3 }")
                round.setCell("actions.csv", row: 2, "status", secret.word)
            }
        ),
        (
            "an exempt appendix whose file is not YAML",
            { secret, round in
                round.set("appendices", "\n  - { title: The return, of: all-directorates, exempt: 3 }")
                round.setReturn("notes", " [\(secret.word)")
            }
        ),
        (
            "a passage beside an error elsewhere in its line",
            { secret, round in
                round.setCell("actions.csv", row: 2, "reason", "Late.\n\n> [!EXEMPT 3]\n> \(secret.word)")
                round.setCell("actions.csv", row: 2, "status", "unheard of")
            }
        ),
    ]
}
