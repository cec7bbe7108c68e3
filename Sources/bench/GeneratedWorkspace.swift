// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials

/// A workspace with one return whose table has as many rows as one likes, of six columns, the last of them prose, and perhaps one of actions.
struct GeneratedWorkspace {
    let rows: Int
    var actions = 0
    /// How many papers append the return.
    var papers = 1

    func write(to folder: String) throws {
        var files = [
            "council.yaml": council,
            "round.yaml": "title: Generated round\nyear: 2009/10\npoint: half-year\nas-at: 2009-09-30\n",
            "returns/services/return.yaml": directorateReturn,
            "returns/services/statement.md": "The figures follow.\n",
            "returns/services/indicators.csv": indicators,
        ]
        for number in 1...papers { files["papers/generated\(papers == 1 ? "" : "-\(number)").md"] = paper }
        if actions > 0 { files["returns/services/actions.csv"] = actionRows }
        for (name, text) in files {
            let path = "\(folder)/\(name)"
            let parent = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
            try FileManager.default.createDirectory(atPath: String(parent), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path))
        }
    }

    private var council: String {
        """
        name: Generated Council
        nation: England
        language: en-GB
        bodies:
          cabinet: { name: Cabinet, kind: executive, members: Cabinet Members }
        people:
          head: { name: Pat Smith, post: Managing Director }
        directorates:
          services:
            name: Services
            head: { person: head, title: Managing Director }
            units:
              first: First Unit
              second: Second Unit
        """
    }

    private var paper: String {
        """
        ---
        layout: cabinet
        by: [head]
        to: { body: cabinet, date: 2009-11-30 }
        subject: Generated
        classification: Unrestricted
        summary: A generated paper.
        recommendations:
          - { verb: NOTE, text: the report }
        contact: head
        appendices:
          - { title: Returns, of: all-directorates }
        background-papers: none
        status: final
        ---
        # Introduction

        The table is in [](#appendix-1).
        """
    }

    private var directorateReturn: String {
        """
        declares: [indicators\(actions > 0 ? ", actions" : "")]
        received: 2009-10-19
        signed-by: head
        tables:
          - kind: indicators-six-columns
            of: [indicators]\(actions > 0 ? "\n  - kind: exceptions-three-columns\n    of: [actions]" : "")
        """
    }

    /// Words of many lengths, the same on every run.
    private var indicators: String {
        let words = [
            "performance", "of", "the", "service", "improved", "against", "target", "since", "April", "because",
            "residents", "use", "it", "more", "often", "and", "staff", "were", "recruited", "later", "than", "planned",
        ]
        var text =
            "unit,ref,measure,better,status,2008/09 actual,2009/10 target,2009/10 mid-year,2009/10 forecast,comment\n"
        var state: UInt32 = 1
        func next(_ bound: Int) -> Int {
            state = state &* 1_664_525 &+ 1_013_904_223
            return Int(state >> 8) % bound
        }
        for row in 0..<rows {
            let unit = row < rows / 2 ? "first" : "second"
            let measure = (0..<(4 + next(6))).map { _ in words[next(words.count)] }.joined(separator: " ")
            let comment = (0..<(5 + next(25))).map { _ in words[next(words.count)] }.joined(separator: " ")
            let figures = (0..<4).map { _ in "\(next(100)).\(next(10))%" }.joined(separator: ",")
            text += "\(unit),NI \(row + 1),\(measure),higher,not on course,\(figures),\(comment)\n"
        }
        return text
    }
}
