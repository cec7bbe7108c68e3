// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import PaperTree
import Publishing
import TestSupport
import Testing

@testable import Preview

/// What becomes of a round when its files change.
struct RoundBuilderTests {
    private let file = "ws/papers/cabinet-2009-11-30.md"
    private let communities = "ws/returns/communities/statement.md"

    @Test func `a line that is inserted moves the places, and nothing else`() throws {
        let bench = try PreviewBench()
        let before = try #require(bench.build()[.cabinet])
        let statement = try bench.folder.text(of: communities)
        try bench.folder.write("\n" + statement, to: communities)
        let after = try #require(bench.build()[.cabinet])
        #expect(after.document == before.document)
        #expect(after.pages == before.pages)
        #expect(after.changed == 2)
        let moved = after.places.filter { $0.value.file == "returns/communities/statement.md" }
        #expect(!moved.isEmpty)
        for (node, place) in moved { #expect(place.line == (before.places[node]?.line ?? 0) + 1) }
        for (node, place) in after.places where place.file != "returns/communities/statement.md" {
            #expect(place == before.places[node])
        }
    }

    @Test func `cells of tables know the row that they are of`() throws {
        let bench = try PreviewBench()
        let places = try #require(bench.build()[.cabinet]).places.values
        let files = Set(places.map(\.file))
        #expect(files.contains("returns/communities/actions.csv"))
        #expect(files.contains("returns/communities/indicators.csv"))
        #expect(files.contains("papers/cabinet-2009-11-30.md"))
        for place in places { #expect(!place.file.hasPrefix("/")) }
    }

    @Test func `a paper with an error stays as it was made last, and its problem is beside the text`() async throws {
        let bench = try PreviewBench()
        let good = try #require(bench.build()[.cabinet])
        try bench.folder.edit(file, "{{ council.name }}", "{{ council.nmae }}")
        let bad = try #require(bench.build()[.cabinet])
        #expect(bad.state == .problems)
        #expect(bad.document == good.document)
        #expect(bad.pages.isEmpty, "nobody could draw them")
        let problem = try #require(bad.problems.first)
        #expect(problem.problem.location?.placeWords == "\(file.dropFirst(3)), line 24")
        let node = try #require(problem.node)
        #expect(bad.places[node]?.line == 24)
        let text = await bench.text("/papers/cabinet-2009-11-30")
        #expect(text.contains("This is the paper as it was made last."))
        #expect(text.contains("Problems of this paper: 1 error"))
        let list = await bench.text("/papers/cabinet-2009-11-30/places")
        #expect(list.contains("\"kind\":\"Error\"") && list.contains("\"node\":\(node.index),"))
        try bench.folder.edit(file, "{{ council.nmae }}", "{{ council.name }}")
        let mended = try #require(bench.build()[.cabinet])
        #expect(mended.state == .good)
        #expect(mended.problems == [])
    }

    @Test func `no place is said of a text whose lines have moved`() async throws {
        let bench = try PreviewBench()
        bench.build()
        try bench.folder.edit(file, "{{ council.name }}", "{{ council.nmae }}\n\nMore.\n\n")
        let bad = try #require(bench.build()[.cabinet])
        #expect(bad.document != nil)
        #expect(bad.places.isEmpty)
        #expect(bad.problems.map(\.node) == [nil])
        let pages = await bench.text("/papers/cabinet-2009-11-30/pages")
        #expect(pages.contains("cannot be made until they are mended") && !pages.contains("<img"))
    }

    @Test func `what is marked only now is not shown as it was before`() async throws {
        let bench = try PreviewBench()
        bench.build()
        let text = try bench.folder.text(of: communities)
        let sentence = try #require(text.split(separator: "\n\n").first { $0.count > 200 })
        let words = String(sentence.split(separator: "\n")[0])
        #expect(await bench.text("/papers/appendix-communities").contains(words))
        // There is no reason yet.
        let marked = "> [!EXEMPT 3]\n> " + sentence.replacing("\n", with: "\n> ")
        try bench.folder.write(text.replacing(sentence, with: marked), to: communities)
        let paper = try #require(bench.build()[PaperKey(id: "appendix-communities", audience: .public)])
        #expect(paper.state != .good)
        #expect(paper.document == nil && paper.pages.isEmpty && paper.places.isEmpty)
        for path in ["", "/pages", "/places"] {
            #expect(await bench.text("/papers/appendix-communities" + path).contains(words) == false)
        }
    }

    @Test func `a folder that is gone is told on every page`() async throws {
        let bench = try PreviewBench()
        var round = bench.build()
        round.fail("The folder is gone.")
        bench.site.model.publish(round)
        #expect(await bench.text("/papers/cabinet-2009-11-30").contains("The folder is gone."))
        let list = await bench.text("/")
        #expect(list.contains("The folder is gone.") && !list.contains("papers can be made"))
        #expect(bench.site.model.round.papersChanged(since: 1).count == 12)
    }

    @Test func `a round that cannot be read leaves every paper as it was made last`() async throws {
        let bench = try PreviewBench()
        bench.build()
        try bench.folder.write("title: [", to: "ws/round.yaml")
        let round = bench.build()
        #expect(round.failure == "The round cannot be read as it is now. Papers are shown as they were made last.")
        #expect(round.papers.count == 12)
        #expect(round.title == "2009/10 half-year monitoring")
        #expect(round.papers.allSatisfy { $0.state == .problems && $0.document != nil })
        let list = await bench.text("/")
        #expect(list.contains("The round cannot be read as it is now."))
        #expect(list.contains("round.yaml, line 1"))
    }

    @Test func `a renamed paper has another address`() throws {
        let bench = try PreviewBench()
        bench.build()
        let old = bench.folder.path + "/ws/papers/annual-report-2009-09.md"
        try FileManager.default.moveItem(atPath: old, toPath: old.replacing("annual-report", with: "yearly-report"))
        let round = bench.build()
        #expect(round[PaperKey(id: "annual-report-2009-09", audience: .public)] == nil)
        #expect(round[PaperKey(id: "yearly-report-2009-09", audience: .public)]?.state == .good)
        #expect(round.removals.map(\.key.id) == ["annual-report-2009-09"])
    }

    @Test func `a return that is missing is owed`() async throws {
        let bench = try PreviewBench()
        try FileManager.default.removeItem(atPath: bench.folder.path + "/ws/returns/communities")
        bench.build()
        let list = await bench.text("/")
        #expect(
            list.contains(
                "<th scope=\"row\">Communities</th><td>no</td><td><span class=\"pv-bad\">the return</span></td>"
            )
        )
    }

    // MARK: - Editions

    private func exempt() throws -> TemporaryFolder {
        let folder = try ExemptWorkspace.make()
        try FileManager.default.moveItem(atPath: folder.path + "/round", toPath: folder.path + "/ws")
        return folder
    }

    @Test func `the public edition is shown alone, unless the restricted one is asked for`() async throws {
        let folder = try exempt()
        let bench = try PreviewBench(folder)
        let round = bench.build()
        #expect(round.papers.map(\.edition) == [.open, .open])
        #expect(await bench.get("/restricted/cabinet").status == 404)
        let both = try PreviewBench(folder, audience: .restricted)
        #expect(both.build().papers.map(\.edition) == [.open, .restricted, .open, .restricted])
        let text = await both.text("/restricted/cabinet")
        #expect(text.contains("Zyxalder"))
        #expect(text.contains("<p class=\"pv-restricted\">Restricted edition: not for publication</p>"))
        let open = await both.text("/papers/cabinet")
        #expect(!open.contains("Zyx") && !open.contains("pv-restricted"))
    }

    @Test func `no answer of a public preview holds a word that is exempt`() async throws {
        let bench = try PreviewBench(exempt())
        let round = bench.build()
        var paths = ["/", "/preview.js", "/preview.css", "/nowhere"]
        for paper in round.papers {
            paths += ["", "/pages", "/places", "/pages/1"].map { "/papers/\(paper.key.id)" + $0 }
        }
        for path in paths {
            let text = await bench.text(path)
            #expect(!text.lowercased().contains("zyx"), "\(path)")
        }
        #expect(!String(decoding: bench.site.event(since: 0).bytes, as: UTF8.self).lowercased().contains("zyx"))
    }

    @Test func `a paper with exempt parts is not shown as it was while it has errors`() async throws {
        let bench = try PreviewBench(exempt())
        #expect(bench.build()[PaperKey(id: "cabinet", audience: .public)]?.document != nil)
        try bench.folder.edit("ws/papers/cabinet.md", "> [!EXEMPT 1, 3]", "{{ nobody.knows }}\n\n> [!EXEMPT 1, 3]")
        let paper = try #require(bench.build()[PaperKey(id: "cabinet", audience: .public)])
        #expect(paper.state == .problems)
        #expect(paper.document == nil)
        #expect(await bench.text("/papers/cabinet").contains("This paper has errors"))
        try bench.folder.edit("ws/papers/cabinet.md", "{{ nobody.knows }}\n\n", "")
        #expect(bench.build()[PaperKey(id: "cabinet", audience: .public)]?.state == .good)
    }

    @Test func `nothing is written, and what a lost mark holds back is held back here`() async throws {
        let folder = try exempt()
        let bench = try PreviewBench(folder)
        bench.build()
        #expect(try folder.names(in: "ws").contains(".cleardays") == false)
        #expect(try folder.names() == ["ws"])
        // Publishing remembers what is exempt.
        let out = try Command.cleardays("render", "ws", "--out", "out", in: folder.path)
        #expect(out.status == 0, "\(out.errors)")
        try folder.edit("ws/papers/cabinet.md", "> [!EXEMPT 1, 3]\n> The contract", "> The contract")
        let again = try PreviewBench(folder)
        let round = again.build()
        #expect(round.papers.map(\.state).contains(.heldBack))
        let text = await again.text("/papers/cabinet")
        #expect(
            text.contains("This paper is held back: something in it may be exempt, and must be marked or released.")
        )
        #expect(!text.contains("Zyxalder"))
        #expect(try Command.cleardays("render", "ws", "--out", "out", in: folder.path).status == 1)
        // A preview that was there before learns of it, though no file of the round says so.
        #expect(bench.builder.hasLedgerChanged)
        #expect(bench.build().papers.map(\.state).contains(.heldBack))
        #expect(!bench.builder.hasLedgerChanged)
    }
}
