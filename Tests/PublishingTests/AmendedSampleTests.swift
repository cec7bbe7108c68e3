// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import PaperTree
import Publishing
import RegexBuilder
import TestSupport
import Testing

/// The sample, circulated and changed.
struct AmendedSampleTests {
    private static let files = ["cabinet-2009-11-30", "overview-committees-2010-01"]

    /// A copy of the sample whose papers list their amendments, both circulated.
    private func circulated() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "round")
        for file in Self.files {
            let name = "round/papers/\(file).md"
            try folder.write(try folder.text(of: name) + "\n# Amendments\n\n{{> amendments }}\n", to: name)
            let request = CirculationRequest(workspace: folder.path + "/round", paper: file, version: "version 1")
            let kept = try circulate(request, with: Repository.program)
            #expect(kept.diagnostics == [])
            #expect(kept.folder != nil)
        }
        return folder
    }

    /// The lines of the trees of all papers, without indents.
    private func trees(_ folder: TemporaryFolder) throws -> [String: [String]] {
        let request = PublicationRequest(workspace: folder.path + "/round", papers: Self.files, formats: [.tree])
        let publication = try publish(request, with: Repository.program)
        #expect(publication.diagnostics == [])
        return Dictionary(
            uniqueKeysWithValues: publication.files.map { file in
                let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
                return ("\(file.edition.rawValue) \(file.name)", lines.map { String($0.drop { $0 == " " }) })
            }
        )
    }

    /// The lines that are not in the other, in order.
    private func removed(_ lines: [String], _ others: [String]) -> [String] {
        others.difference(from: lines).removals.compactMap { change in
            if case .remove(_, let line, _) = change { line } else { nil }
        }
    }

    @Test
    func
        `one indicator that comes on course leaves its table, and changes the percentage that counts it and the list of amendments, in every paper`()
        throws
    {
        let folder = try circulated()
        let before = try trees(folder)
        #expect(before.count >= 6)
        // An indicator that was behind is on course, and leaves the table of those that are not.
        let name = "round/returns/communities/indicators.csv"
        let measure = "Toxicology samples: average time taken,lower,"
        let comment = /not on course,39.5 days,25 days,33 days,30 days,"[^"]*"/
        let text = try folder.text(of: name)
        try folder.write(
            text.replacing(
                Regex {
                    measure; comment
                },
                with: measure + "on course,39.5 days,25 days,33 days,24 days,"
            ),
            to: name
        )
        let after = try trees(folder)
        #expect(after.keys == before.keys)
        let none = "paragraph “Nothing has changed since version 1 was circulated.”"
        let leadIn = "lead-in “Since version 1 was circulated, this has changed:”"
        let appendix =
            "paragraph “Appendix 1, Communities: figures changed in the text; row removed: Toxicology samples: average time taken”"
        let row =
            ["row", "header cell “Toxicology samples: average time taken”"]
            + ["39.5", "25", "33", "30"].map { "cell “\($0)\u{A0}days”" }
        let statement =
            "Of the 115 indicators of performance and activity, 93% are expected to reach their target by the end of the year. "
        let outcomes = "In Communities, where the plans contain 115 indicators, 93% are forecast to reach their target"
        for (name, lines) in before {
            let new = try #require(after[name])
            let gone = removed(lines, new)
            let come = removed(new, lines)
            let isCabinet = name.contains("cabinet")
            guard isCabinet || name.contains("communities-poc") else {
                #expect(gone == [], "\(name)")
                #expect(come == [], "\(name)")
                continue
            }
            // The percentage in the covering paper, and that in the directorate's own statement.
            let percentages = gone.filter { $0.contains(outcomes) || $0.contains(statement) }
            #expect(percentages.count == (isCabinet ? 2 : 1))
            #expect(gone.filter { !percentages.contains($0) }.prefix(7) == ([none] + row)[...])
            let changed = percentages.map {
                $0.replacing("93%", with: "94%").replacing("8 in number", with: "7 in number")
            }
            #expect(come.filter { changed.contains($0) } == changed)
            let section = isCabinet ? ["item", "paragraph “Section 3: figures changed in the text”"] : []
            #expect(
                come.filter { !changed.contains($0) } == [leadIn, "list bullet"] + section
                    + ["item", appendix]
            )
        }
    }

    @Test func `a committee's paper is held against its own draft, on the pages that it has now`() throws {
        let folder = try circulated()
        try folder.edit("round/returns/communities/indicators.csv", "33 days,30 days", "33 days,24 days")
        let request = ComparisonRequest(workspace: folder.path + "/round", paper: Self.files[1], wantsProof: true)
        let comparison = try compare(request, with: Repository.program)
        #expect(comparison.diagnostics == [])
        #expect(comparison.papers.count >= 5)
        for paper in comparison.papers {
            let isOwn = paper.id.hasPrefix("communities-poc")
            #expect(paper.version == "version 1")
            #expect(!paper.isNew)
            #expect(paper.lines.map(\.key) == (isOwn ? ["communities"] : []), "\(paper.id)")
            #expect(paper.changedPages.count == (isOwn ? 1 : 0), "\(paper.id)")
        }
        #expect(comparison.proofs.map(\.name).sorted() == comparison.papers.map { $0.id + "-proof.pdf" }.sorted())
    }

    @Test func `a committee that had no paper in the draft is told as new`() throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "round")
        let name = "round/papers/overview-committees-2010-01.md"
        try folder.edit(name, "    corporate-poc: 2010-01-21\n", "")
        let workspace = folder.path + "/round"
        _ = try circulate(
            CirculationRequest(workspace: workspace, paper: Self.files[1], version: "version 1"),
            with: Repository.program
        )
        try folder.edit(name, "  dates:\n", "  dates:\n    corporate-poc: 2010-01-21\n")
        let comparison = try compare(
            ComparisonRequest(workspace: workspace, paper: Self.files[1]),
            with: Repository.program
        )
        let new = comparison.papers.filter(\.isNew).map(\.id)
        #expect(new == ["corporate-poc-2010-01-21-half-year-monitoring-2009-10"])
    }

    @Test func `what was exempt in a draft is not told to everybody`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        let workspace = folder.path + "/round"
        let paper = "round/papers/cabinet.md"
        let passage = "\n> [!EXEMPT 3]\n> The firm of Quillfeather has bid 77 pounds.\n\n"
        var text = try folder.text(of: paper)
        text = text.replacing(
            "status: ",
            with:
                "exempt:\n  - { paragraph: 3, reason: It names a firm., public-interest: The bids are still open. }\nstatus: ",
            maxReplacements: 1
        )
        try folder.write(text + passage + "\n# Amendments\n\n{{> amendments }}\n", to: paper)
        let kept = try circulate(
            CirculationRequest(workspace: workspace, paper: "cabinet", version: "version 1"),
            with: Repository.program
        )
        #expect(kept.diagnostics == [])
        #expect(kept.files.map(\.name) == ["public/cabinet.pdf", "restricted/cabinet.RESTRICTED.pdf"])
        try folder.edit(
            paper,
            "The firm of Quillfeather has bid 77 pounds.",
            "The firm of Quillfeather has bid 78 pounds."
        )
        let comparison = try compare(
            ComparisonRequest(workspace: workspace, paper: "cabinet"),
            with: Repository.program
        )
        #expect(comparison.diagnostics == [])
        #expect(comparison.papers.map(\.edition) == [.open, .restricted])
        #expect(comparison.papers.map(\.lines.count) == [0, 1])
        #expect(comparison.papers.last?.lines.first?.words == "figures changed in the text")
        // The officer's own words for it go where the change is told.
        let key = try #require(comparison.papers.last?.lines.first?.key)
        try folder.edit(paper, "---\n", "---\namendments: { \(key): a bid from Mossgrave }\n")
        let made = try publish(
            PublicationRequest(workspace: workspace, papers: ["cabinet"], formats: [.tree]),
            with: Repository.program
        )
        #expect(made.diagnostics == [])
        let told = made.files.map { String(decoding: $0.bytes, as: UTF8.self).contains("Mossgrave") }
        #expect(made.files.map(\.edition) == [.open, .restricted])
        #expect(told == [false, true])
    }
}
