// SPDX-License-Identifier: Apache-2.0

import Testing

/// A secret that is marked when papers are made, and then stands without its mark.
struct LostMark: Sendable, CustomTestStringConvertible {
    let name: String
    let marked: @Sendable (Secret, inout SecretRound) -> Void
    let unmarked: @Sendable (Secret, inout SecretRound) -> Void

    private init(
        _ name: String,
        _ marked: @escaping @Sendable (Secret, inout SecretRound) -> Void,
        _ unmarked: @escaping @Sendable (Secret, inout SecretRound) -> Void
    ) {
        self.name = name
        self.marked = marked
        self.unmarked = unmarked
    }

    var testDescription: String { name }

    static let all = ofPassages + ofRows + ofWholes + inDocuments

    /// A sentence that is long enough to be known again wherever it stands.
    private static func sentence(_ secret: Secret) -> String {
        "The bid of \(secret.word) was the highest of all that came in."
    }

    private static let ofPassages = ProsePlace.ofPassages.enumerated().flatMap { index, place -> [LostMark] in
        // Where the sentence turns up again.
        let other = ProsePlace.ofPassages[(index + 5) % ProsePlace.ofPassages.count]
        let marked: @Sendable (Secret, inout SecretRound) -> Void = { secret, round in
            place.put("> [!EXEMPT 3]\n> \(sentence(secret))", in: &round)
        }
        return [
            LostMark("\(place.rawValue): the marker is lost", marked) { secret, round in
                place.put("> \(sentence(secret))", in: &round)
            },
            LostMark("\(place.rawValue): the quotation is lost", marked) { secret, round in
                place.put(sentence(secret), in: &round)
            },
            LostMark("\(place.rawValue): the passage is open in \(other.rawValue)", marked) { secret, round in
                marked(secret, &round)
                other.put(sentence(secret), in: &round)
            },
        ]
    }

    /// Passages of documents, and one that loses its marker as a text is copied to Word.
    private static let inDocuments = ofPassages.filter { $0.name.hasPrefix("body:") || $0.name.hasPrefix("statement:") }
        .flatMap { mark -> [LostMark] in
            let unmarked: @Sendable (Secret, inout SecretRound) -> Void = { secret, round in
                mark.unmarked(secret, &round)
                round.isInWord = true
            }
            let inWord = LostMark(
                "in Word: \(mark.name)",
                {
                    mark.marked($0, &$1); $1.isInWord = true
                },
                unmarked
            )
            return [inWord, LostMark("on the way to Word: \(mark.name)", mark.marked, unmarked)]
        }

    private static let ofRows = [
        ("actions.csv", "action", "reason"), ("activity.csv", "activity", "response"),
        ("indicators.csv", "measure", "comment"),
    ].flatMap { file, name, field -> [LostMark] in
        @Sendable func put(_ secret: Secret, _ round: inout SecretRound) {
            round.setCell(file, row: 2, field, sentence(secret))
            round.setCell(file, row: 2, "exempt", "3")
        }
        @Sendable func putInName(_ secret: Secret, _ round: inout SecretRound) {
            round.setCell(file, row: 2, name, sentence(secret))
            round.setCell(file, row: 2, "ref", "")
            round.setCell(file, row: 2, "exempt", "3")
        }
        return [
            LostMark("\(file): the cell is emptied", put) { secret, round in
                put(secret, &round)
                round.setCell(file, row: 2, "exempt", "")
            },
            LostMark("\(file): the column is lost", put) { secret, round in
                put(secret, &round)
                round.cells[file] = round.cells[file]?.map { Array($0.dropLast()) }
            },
            LostMark("\(file): the column is lost, of a row without a reference", putInName) { secret, round in
                putInName(secret, &round)
                round.cells[file] = round.cells[file]?.map { Array($0.dropLast()) }
            },
            LostMark("\(file): the marks slip down by a row", put) { secret, round in
                put(secret, &round)
                round.setCell(file, row: 2, "exempt", "")
                round.setCell(file, row: 3, "exempt", "3")
            },
            LostMark("\(file): the rows are in another order, and the column is lost", put) { secret, round in
                put(secret, &round)
                round.cells[file] = round.cells[file]?.map { Array($0.dropLast()) }
                round.cells[file]?.swapAt(1, 2)
            },
            LostMark("\(file): the words are in another row too", put) { secret, round in
                put(secret, &round)
                round.setCell(file, row: 1, field, sentence(secret))
            },
        ]
    }

    private static let ofWholes = [
        LostMark(
            "the appendix loses its mark",
            { secret, round in
                round.set("appendices", "\n  - { title: The return, of: all-directorates, exempt: 3 }")
                ProsePlace.statement.put(sentence(secret), in: &round)
            },
            { secret, round in ProsePlace.statement.put(sentence(secret), in: &round) }
        ),
        LostMark(
            "the paper loses its classification",
            { secret, round in
                round.set("classification", " Exempt")
                ProsePlace.body.put(sentence(secret), in: &round)
            },
            { secret, round in ProsePlace.body.put(sentence(secret), in: &round) }
        ),
    ]
}
