// SPDX-License-Identifier: Apache-2.0

import Publishing

/// The starting workspace with exempt information in every place that can hold some, each with words that stand nowhere else.
package enum ExemptWorkspace {
    /// A word for each place; only the first three letters are alike.
    package static let words = [
        "passage of a paper": "Zyxalder", "list in a passage": "Zyxbirch", "summary": "Zyxcedar",
        "background paper": "Zyxdogwood", "statement": "Zyxelm", "action": "Zyxfir", "outcome": "Zyxgorse",
        "reason": "Zyxhazel", "response": "Zyxivy", "measure": "Zyxjuniper", "comment": "Zyxkelp",
        "note of an exempt row": "Zyxlarch", "cell of a public row": "Zyxmaple", "introduction of a table": "Zyxnutmeg",
        "reference": "ZYXOAK",
    ]
    /// A character that stands in exempt passages alone.
    package static let character: Unicode.Scalar = "Ǯ"

    /// Makes it in `round/`.
    package static func make() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let paper = "round/papers/cabinet.md"
        try folder.edit(
            paper,
            "background-papers: none",
            "background-papers:\n  - The plans\n  - |\n    > [!EXEMPT 3]\n    > The Zyxdogwood tender\n#"
        )
        try folder.edit(
            paper,
            "by the end of September.\n",
            "by the end of September.\n\n  > [!EXEMPT 3]\n  > Zyxcedar is late.\n\(reasons(1, 3))"
        )
        try folder.edit(
            paper,
            "\n# Outcomes",
            """

            > [!EXEMPT 1, 3]
            > The contract with Zyxalder has ended. \(character)
            >
            > - It owed 40,000.
            > - Zyxbirch takes over.

            # Outcomes
            """
        )
        let place = "round/returns/community-services/"
        try folder.edit(place + "statement.md", "# The rest", "> [!EXEMPT 3]\n> We may close Zyxelm.\n\n# The rest")
        try folder.write(
            """
            unit,ref,action,outcome,status,reason,response,due,exempt
            libraries,L1,Rebuild the library at Sampleton,A library with a room for classes,on course,,,2026-03,
            libraries,ZYXOAK,Sell Zyxfir,Zyxgorse by May,not on course,Zyxhazel has withdrawn.[^buyer],Ask Zyxivy,2025-09-30,"1, 3"
            libraries,L3,Lend electronic magazines,At least fifty titles,not on course,"Late.

            > [!EXEMPT 3]
            > The price of Zyxmaple has doubled.",Wait,2025-09-30,
            sport,S1,Build a climbing wall at the leisure centre,Wall open to schools and clubs,done and ongoing,,,2025-05,
            """,
            to: place + "actions.csv"
        )
        try folder.write(
            """
            unit,measure,better,status,2024/25 actual,2025/26 target,2025/26 mid-year,2025/26 forecast,comment,exempt
            libraries,Visits to libraries,higher,not on course,"412,300","420,000","188,900[^flood]","400,000 [e]",More hours.,
            sport,Income of Zyxjuniper,higher,not on course,[new],£71.31m,£72.32m,£73.33m,Zyxkelp pays.,3
            """,
            to: place + "indicators.csv"
        )
        try folder.edit(
            place + "return.yaml",
            "    of: [actions]\n",
            "    of: [actions]\n    introduction: |\n      > [!EXEMPT 3]\n      > Zyxnutmeg is not named.\n"
        )
        try folder.edit(place + "return.yaml", "notes:\n", "\(reasons(1, 3))notes:\n  buyer: Zyxlarch may still buy.\n")
        return folder
    }

    /// The key that gives reasons for paragraphs.
    package static func reasons(_ paragraphs: Int...) -> String {
        "exempt:\n"
            + paragraphs.map { paragraph in
                """
                  - paragraph: \(paragraph)
                    reason: Reason \(paragraph) holds.
                    public-interest: The public interest in keeping it outweighs that in publishing it.

                """
            }.joined()
    }
}
