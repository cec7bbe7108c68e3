// SPDX-License-Identifier: Apache-2.0

import WorkspaceFiles

/// The starter with the reasons for exempt information where they must be, and with marked places that hold a secret.
struct ExemptRound {
    static let secret = "Zyxwulfric"
    /// Of other letters and another length.
    static let otherSecret = "Qopjvenkuzmi"

    /// The body of the paper, below its front matter.
    var paperBody: [UInt8]
    /// The statement of the return.
    var statement: [UInt8]
    /// The text over a table of the return.
    var introduction: [UInt8] = []

    private let starter: FileSnapshot
    private let secret: String

    init(starter: FileSnapshot, secret: String) {
        self.starter = starter
        self.secret = secret
        let paper = starter.contents(of: "papers/cabinet.md").text
        paperBody = Array((paper.split(separator: "\n---\n", maxSplits: 1).last ?? "").utf8)
        statement = starter.contents(of: "returns/community-services/statement.md")
    }

    /// A marked passage with empty lines around it.
    static func passage(holding secret: String) -> String {
        "\n\n> [!EXEMPT 3]\n> The bid of \(secret) was high.\n\n"
    }

    private static let reasons = """
        exempt:
          - paragraph: 3
            reason: It is of the affairs of a firm.
            public-interest: The public interest in keeping it outweighs that in publishing it.

        """

    private var actions: String {
        """
        unit,ref,action,outcome,status,reason,response,due,exempt
        libraries,L1,Rebuild the library,A library,on course,,,2026-03,
        libraries,L2,Sell to \(secret),\(secret) by May,not on course,\(secret) is late.,Ask \(secret),2025-09-30,3

        """
    }

    /// Its files.
    var files: FileSnapshot {
        var files = starter
        let header = files.contents(of: "papers/cabinet.md").text.split(separator: "\n---\n", maxSplits: 1).first ?? ""
        files["papers/cabinet.md"] = .bytes(Array("\(header)\n\(Self.reasons)---\n".utf8) + paperBody)
        let place = "returns/community-services/"
        files[place + "statement.md"] = .bytes(statement)
        var form = files.contents(of: place + "return.yaml").text + "\n" + Self.reasons
        if !introduction.isEmpty {
            let scalar = introduction.text.split(omittingEmptySubsequences: false) { $0.isNewline }
                .map { "        \($0)\n" }.joined()
            form = form.replacing("    of: [actions]\n", with: "    of: [actions]\n    introduction: |4\n\(scalar)")
        }
        files[place + "return.yaml"] = .bytes(Array(form.utf8))
        files[place + "actions.csv"] = .bytes(Array(actions.utf8))
        return files
    }
}
