// SPDX-License-Identifier: Apache-2.0

extension Placement {
    /// Appendices and papers that are exempt as a whole, with a secret that is not marked in any other way.
    static var markedWholes: [Placement] { appendices + textAppendices + papers }

    /// A place in a return.
    private struct Place: Sendable {
        var name: String
        var isPrinted: Bool
        var put: @Sendable (Secret, inout SecretRound) -> Void

        init(_ name: String, isPrinted: Bool = true, _ put: @escaping @Sendable (Secret, inout SecretRound) -> Void) {
            self.name = name
            self.isPrinted = isPrinted
            self.put = put
        }
    }

    /// A secret as prose.
    private static func prose(_ places: [ProsePlace]) -> [Place] {
        places.map { place in
            Place(place.rawValue) { secret, round in place.put("Of \(secret.word) \(secret.figure)", in: &round) }
        }
    }

    private static let inReturns: [Place] =
        prose(ProsePlace.allCases.filter { !$0.isOfPaper }) + [
            Place("a heading") { secret, round in round.statement += "\n# About \(secret.word)\n\nWords.\n" },
            Place("the name of a heading", isPrinted: false) { secret, round in
                round.statement +=
                    "\n# About it {#\(secret.word.lowercased())}\n\nSee [](#\(secret.word.lowercased())).\n"
            },
            Place("a table of a statement") { secret, round in
                round.statement += "\n| Who | How much |\n|---|---|\n| \(secret.word) | \(secret.figure) |\n"
            },
            Place("another script") { secret, round in round.statement += "\n\(secret.foreign)\n" },
            Place("many pages") { secret, round in
                let pages = secret.isFirst ? 120 : 40
                round.statement += (0..<pages).map { "\nLine \($0) of \(secret.word).\n" }.joined()
            },
            Place("the name of a table", isPrinted: false) { secret, round in
                let name = secret.word.lowercased()
                round.statement += "\n{{> \(name) }}\n"
                round.editTables("    of: [actions]\n", "    of: [actions]\n    name: \(name)\n")
            },
            Place("due") { secret, round in round.setCell("actions.csv", row: 2, "due", secret.month) },
            Place("forecast") { secret, round in round.setCell("activity.csv", row: 2, "forecast", secret.figure) },
            Place("actual") { secret, round in round.setCell("activity.csv", row: 2, "actual", secret.figure) },
            Place("2025/26 target") { secret, round in
                round.setCell("indicators.csv", row: 2, "2025/26 target", secret.figure)
            },
            Place("comparison") { secret, round in
                round.setCell("indicators.csv", row: 2, "comparison", "Than \(secret.word) of old")
            },
            Place("ref of an indicator") { secret, round in round.setCell("indicators.csv", row: 2, "ref", secret.word)
            },
            Place("ref of an action") { secret, round in round.setCell("actions.csv", row: 2, "ref", secret.word) },
            Place("class of an indicator", isPrinted: false) { secret, round in
                round.cells["indicators.csv"]?[0].append("class")
                for row in 1...3 { round.cells["indicators.csv"]?[row].append(secret.word) }
                round.editTables("    of: [indicators]\n", "    of: [indicators]\n    class: \(secret.word)\n")
            },
        ]

    private static let appendices = inReturns.map { place in
        Placement("an exempt appendix: \(place.name)", .published, isPrinted: place.isPrinted) { secret, round in
            round.set("appendices", "\n  - { title: The return, of: all-directorates, exempt: 3 }")
            place.put(secret, &round)
        }
    }

    /// What may be written in a text that is appended, and exempt as a whole.
    private static let texts: [(name: String, text: @Sendable (Secret) -> String)] = [
        ("its words", { "Of \($0.word) \($0.figure)" }),
        ("a heading", { "# About \($0.word)\n\nWords." }),
        ("a table", { "| Who |\n|---|\n| \($0.word) |" }),
        ("many pages", { "Words.\n\n" + String(repeating: "A line of \($0.word).\n\n", count: 90) }),
        ("another script", { $0.foreign }),
    ]

    private static let textAppendices = texts.map { name, text in
        Placement("an exempt appendix of text: \(name)", .published) { secret, round in
            round.appendText(text(secret), exempt: "\n    exempt: 3")
        }
    }

    private static let inPapers: [Place] =
        prose([.body, .summary, .recommendation, .backgroundPaper, .appendixTitle, .appendixText]) + [
            Place("amendments", isPrinted: false) { secret, round in
                round.body += "\n# Amendments\n\n{{> amendments }}\n"
                ProsePlace.amendment.put("Of \(secret.word)", in: &round)
            }, Place("a heading") { secret, round in round.body += "\n# About \(secret.word)\n\nWords.\n" },
            Place("the name of a heading", isPrinted: false) { secret, round in
                let name = secret.word.lowercased()
                round.body += "\n# About it {#\(name)}\n\nWords, see [](#\(name)).\n"
            },
            Place("a table") { secret, round in round.body += "\n| Who |\n|---|\n| \(secret.word) |\n" },
            Place("another script") { secret, round in round.body += "\n\(secret.foreign)\n" },
            Place("a route", isPrinted: false) { secret, round in
                let day = secret.isFirst ? "2025-12-01" : "2026-02-12"
                round.set("route", "\n  - { body: care-poc, date: \(day), purpose: discussion }")
                round.body += "\n# Route\n\n{{> route }}\n"
            },
            Place("a purpose", isPrinted: false) { secret, round in
                round.set("purpose", secret.isFirst ? " decision" : " approval")
            },
            Place("many pages") { secret, round in
                let pages = secret.isFirst ? 120 : 40
                round.body += (0..<pages).map { "\nLine \($0) of \(secret.word).\n" }.joined()
            },
            Place("many recommendations") { secret, round in
                let count = secret.isFirst ? 5 : 2
                round.set(
                    "recommendations",
                    String(repeating: "\n  - { verb: AGREE, text: to \(secret.word) }", count: count)
                )
            },
            Place("no background papers", isPrinted: false) { secret, round in
                if secret.isFirst { round.set("background-papers", " none") }
            },
        ]

    private static let papers = inPapers.flatMap { place in
        [false, true].compactMap { isForEach -> Placement? in
            // One file's papers are named for their meeting: a part is enough.
            if isForEach, !triesAll, !["body", "summary", "title of an appendix"].contains(place.name) { return nil }
            let name = isForEach ? "an exempt paper for each body" : "an exempt paper"
            return Placement("\(name): \(place.name)", .published, isPrinted: place.isPrinted) { secret, round in
                round.set("classification", " Exempt")
                place.put(secret, &round)
                round.isForEach = isForEach
                if isForEach, place.name == "title of an appendix" {
                    round.edits.append(
                        .init(file: SecretRound.paper) {
                            $0.replacing("title: The return", with: "title: The return of \(secret.word)")
                        }
                    )
                }
            }
        }
    }
}

extension SecretRound {
    fileprivate mutating func editTables(_ old: String, _ new: String) {
        edits.append(Edit(file: Self.returnFile) { $0.replacing(old, with: new, maxReplacements: 1) })
    }
}
