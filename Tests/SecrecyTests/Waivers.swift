// SPDX-License-Identifier: Apache-2.0

extension Placement {
    /// A secret that is marked as it should be, and is repeated in a waiver beside it: a check lists waivers, and tells of those that are of no use.
    static var inWaivers: [Placement] {
        [
            Placement("return.yaml: a waiver with words of an exempt passage", .published) { secret, round in
                round.statement += "\n> [!EXEMPT 3]\n> \(secret.word) stands in it.\n"
                round.setReturn(
                    "waive",
                    "\n  - { rule: figure-differs, at: \"\(secret.word) stands\", reason: \"\(secret.word) said so\" }"
                )
            },
            Placement("cabinet.md: a waiver with words of an exempt passage", .published) { secret, round in
                round.body += "\n> [!EXEMPT 3]\n> \(secret.word) stands in it.\n"
                round.set(
                    "waive",
                    "\n  - { rule: repeated-text, at: \"\(secret.word) stands\", reason: \"\(secret.word) said so\" }"
                )
            },
            Placement("statement.md: a comment with a waiver above an exempt passage", .published) { secret, round in
                round.statement +=
                    "\n<!-- waive figure-differs: \(secret.word) said so -->\n> [!EXEMPT 3]\n> \(secret.word) stands in it.\n"
            },
            Placement("statement.md: a comment with a waiver in an exempt passage", .published) { secret, round in
                round.statement +=
                    "\n> [!EXEMPT 3]\n> Words.\n>\n> <!-- waive figure-differs: \(secret.word) said so -->\n> \(secret.word).\n"
            },
            Placement("statement.md: a comment with a waiver of a misspelt rule", .published) { secret, round in
                round.statement +=
                    "\n<!-- waive figure-diffres: \(secret.word) -->\n> [!EXEMPT 3]\n> \(secret.word) stands in it.\n"
            },
            Placement("actions.csv: a waiver in an exempt row", .published) { secret, round in
                round.cells["actions.csv"] = round.cells["actions.csv"]?.enumerated().map { index, cells in
                    cells + [index == 0 ? "waived" : index == 2 ? "repeated-text: \(secret.word) said so" : ""]
                }
                round.setCell("actions.csv", row: 2, "reason", secret.word)
                round.setCell("actions.csv", row: 2, "exempt", "3")
            },
        ]
    }
}
