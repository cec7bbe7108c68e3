// SPDX-License-Identifier: Apache-2.0

extension Placement {
    /// A way to write an exempt passage.
    private struct Form: Sendable {
        var name: String
        var outcome: Outcome
        var text: @Sendable (Secret) -> String

        init(_ name: String, _ outcome: Outcome = .published, _ text: @escaping @Sendable (Secret) -> String) {
            self.name = name
            self.outcome = outcome
            self.text = text
        }
    }

    private static let forms = [
        Form("below its marker") { "> [!EXEMPT 3]\n> The bid of \($0.word)." },
        Form("on the line of its marker") { "> [!EXEMPT 3] The bid of \($0.word)." },
        Form("under a small marker") { ">[! exempt 3]\n>\($0.word)" },
        Form("in a second paragraph") { "> [!EXEMPT 3]\n> One.\n>\n> Two \($0.word)." },
        Form("in a list of a passage") { "> [!EXEMPT 3]\n>\n> - one\n> - \($0.word)\n>   - \($0.figure)" },
        Form("in a quotation of a passage") { "> [!EXEMPT 3]\n>\n> > \($0.word)" },
        Form("with emphasis") { "> [!EXEMPT 3]\n> The **bid of \($0.word)** of *\($0.figure)*." },
        Form("in a link") { "> [!EXEMPT 3]\n> See [\($0.word)](https://\($0.word).example/\($0.word))." },
        Form("in bare addresses") { "> [!EXEMPT 3]\n> <https://\($0.word).example> www.\($0.word).example" },
        Form("in a line that goes on lazily") { "> [!EXEMPT 3]\n> One\n\($0.word) goes on." },
        Form("in an item") { "- one\n\n  > [!EXEMPT 3]\n  > \($0.word)\n\n- two" },
        Form("in an item of an item of an item") {
            "1. one\n   - two\n     - three\n\n       > [!EXEMPT 3]\n       > \($0.word)\n"
        },
        // The quotation around it may be taken for a part of it.
        Form("in a quotation", .kept) { "> They wrote.\n>\n> > [!EXEMPT 3]\n> > \($0.word)\n>\n> Then more." },
        Form("in an item of a quotation", .kept) { "> - one\n>\n>   > [!EXEMPT 3]\n>   > \($0.word)" },
        Form("over some pages") { secret in
            "> [!EXEMPT 3]\n" + (0..<60).map { "> Line \($0) of \(secret.word) goes on.\n>\n" }.joined()
                + "> \(secret.figure)"
        },
        Form("in another script") { "> [!EXEMPT 3]\n> \($0.foreign) \($0.word)" },
        Form("beside a figure of the round") { "> [!EXEMPT 3]\n> In {{ round.year }} \($0.word)." },
        Form("as a figure") { "> [!EXEMPT 3]\n> £\($0.figure) and \($0.printedMonth)" },
    ]

    /// Exempt passages, in every place that may hold some.
    static var markedPassages: [Placement] {
        var placements: [Placement] = []
        for (index, place) in ProsePlace.ofPassages.enumerated() {
            for (number, form) in forms.enumerated() where triesAll || (index + number) % 3 == 0 {
                placements.append(
                    Placement("\(place.rawValue): \(form.name)", form.outcome) { secret, round in
                        place.put(form.text(secret), in: &round)
                    }
                )
            }
        }
        return placements + passagesInOtherFiles + marksOfNotes
    }

    /// Files as other programs save them, and papers for several bodies.
    private static let passagesInOtherFiles = {
        let ways: [(String, @Sendable (inout SecretRound) -> Void)] = [
            ("lines end in CR LF", { $0.lineEnding = "\r\n" }),
            ("with a byte-order mark", { $0.mark = [0xEF, 0xBB, 0xBF] }),
            (
                "a byte-order mark and CR LF",
                {
                    $0.mark = [0xEF, 0xBB, 0xBF]
                    $0.lineEnding = "\r\n"
                }
            ), ("a paper for each body", { $0.isForEach = true }),
        ]
        return ways.flatMap { name, change in
            [ProsePlace.body, .summary, .statement, .reason, .comment, .note].map { place in
                Placement("\(name): \(place.rawValue)", .published) { secret, round in
                    place.put("> [!EXEMPT 3]\n> The bid\n>\n> - of \(secret.word)", in: &round)
                    change(&round)
                }
            }
        }
    }()

    /// Notes whose only mark is exempt.
    private static let marksOfNotes = [
        Placement("note: its mark is in an exempt passage", .published) { secret, round in
            round.statement += "\n> [!EXEMPT 3]\n> The bid.[^bid]\n"
            round.setReturn("notes", "\n  basis: Counted anew.\n  bid: It was \(secret.word).")
        },
        Placement("note: its name", .published, isPrinted: false) { secret, round in
            round.statement += "\n> [!EXEMPT 3]\n> The bid.[^\(secret.word.lowercased())]\n"
            round.setReturn("notes", "\n  basis: Counted anew.\n  \(secret.word.lowercased()): It was high.")
        },
        Placement("note: its mark is in a note that only an exempt row marks", .published) { secret, round in
            round.setCell("actions.csv", row: 2, "reason", "It rained.[^one]")
            round.setCell("actions.csv", row: 2, "exempt", "3")
            round.setReturn("notes", "\n  basis: Counted anew.\n  one: One.[^two]\n  two: It was \(secret.word).")
        },
    ]
}
