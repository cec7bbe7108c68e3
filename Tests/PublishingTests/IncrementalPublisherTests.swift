// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Intake
import PaperTree
import TestSupport
import Testing
import WorkspaceFiles

@testable import Publishing

struct IncrementalPublisherTests {
    /// The sample, the press on it, and what became of each paper in the runs so far.
    private final class Bench {
        let folder: TemporaryFolder
        let publisher: IncrementalPublisher
        private(set) var bytes: [String: [UInt8]] = [:]

        init(formats: Set<PublicationRequest.Format> = [.pdf]) throws {
            folder = try TemporaryFolder(copying: Repository.sample, to: "ws")
            publisher = IncrementalPublisher(
                program: Repository.program,
                workspace: folder.path + "/ws",
                formats: formats
            )
        }

        /// Runs the press, and returns the papers by what became of them.
        func run() throws -> (made: [String], failed: [String], report: BuildReport) {
            var made: [String] = []
            var failed: [String] = []
            let report = try publisher.run(DiskFiles(root: folder.path + "/ws")) { paper in
                switch paper.outcome {
                case .made(let files):
                    made.append(paper.name)
                    for file in files { bytes[file.name == paper.file ? paper.name : file.name] = file.bytes }
                case .failed: failed.append(paper.name)
                case .unchanged: break
                }
                return true
            }
            return (made.sorted(), failed.sorted(), report)
        }
    }

    @Test func `a paper is made again in all of its formats, as a cold run makes them`() throws {
        let bench = try Bench(formats: [.pdf, .html])
        _ = try bench.run()
        let before = bench.bytes
        #expect(before.keys.count { $0.hasSuffix(".html") } == 12)
        try bench.folder.edit("ws/papers/annual-report-2009-09.md", "# Introduction", "# Beginnings")
        #expect(try bench.run().made == ["annual-report-2009-09"])
        let name = "annual-report-2009-09.html"
        #expect(bench.bytes[name] != before[name])
        let request = PublicationRequest(
            workspace: bench.folder.path + "/ws",
            papers: ["annual-report-2009-09"],
            formats: [.pdf, .html]
        )
        let cold = try publish(request, with: Repository.program).files
        #expect(cold.map(\.name) == ["annual-report-2009-09.pdf", name])
        #expect(bench.bytes[name] == cold[1].bytes)
        #expect(bench.bytes["annual-report-2009-09"] == cold[0].bytes)
    }

    private let communities = "communities-poc-2010-01-14-half-year-monitoring-2009-10"

    @Test func `amendments are told since the draft that went out last, also one that goes out while the press stands`()
        throws
    {
        let bench = try Bench()
        let workspace = bench.folder.path + "/ws"
        let paper = "annual-report-2009-09"
        try bench.folder.edit("ws/papers/\(paper).md", "# Approval process", "{{> amendments }}\n\n# Approval process")
        _ = try bench.run()
        let request = CirculationRequest(workspace: workspace, paper: paper, version: "version 1")
        _ = try circulate(request, with: Repository.program)
        let kept = try bench.run().made
        #expect(kept == [paper])
        try bench.folder.edit("ws/papers/\(paper).md", "The law used to ask", "Parliament used to ask")
        let changed = try bench.run().made
        #expect(changed == [paper])
        let alone = try publish(PublicationRequest(workspace: workspace, papers: [paper]), with: Repository.program)
        let isSame = alone.files.first?.bytes == bench.bytes[paper]
        #expect(isSame)
        let tree = try publish(
            PublicationRequest(workspace: workspace, papers: [paper], formats: [.tree]),
            with: Repository.program
        )
        let said = String(decoding: try #require(tree.files.first).bytes, as: UTF8.self)
        #expect(said.contains("Section 1: text changed"), "\(said)")
        try bench.folder.write("as: [", to: "ws/circulated/\(paper)/01-version-1/circulated.yaml")
        let broken = try bench.run()
        #expect(broken.failed == [paper])
    }

    @Test func `another logo, or another accent colour, makes every paper anew, as one made alone`() throws {
        let bench = try Bench()
        try bench.folder.write(PNGFile(width: 3, height: 2).bytes, to: "ws/pictures/logo.png")
        let style = "  header: masthead\n  logo: { picture: logo.png, shows: A hill }\n"
        try bench.folder.edit("ws/council.yaml", "  theme: accessible\n", "  theme: accessible\n" + style)
        let all = try bench.run().made
        #expect(all.count == 12)
        #expect(try bench.run().made == [])
        try bench.folder.write(PNGFile(width: 4, height: 3).bytes, to: "ws/pictures/logo.png")
        #expect(try bench.run().made == all)
        try bench.folder.edit(
            "ws/council.yaml",
            "  theme: accessible\n",
            "  theme: accessible\n  accent: \"#1d5c3f\"\n"
        )
        #expect(try bench.run().made == all)
        let paper = "cabinet-2009-11-30"
        let alone = try publish(
            PublicationRequest(workspace: bench.folder.path + "/ws", papers: [paper]),
            with: Repository.program
        )
        let isSame = alone.files.first?.bytes == bench.bytes[paper]
        #expect(isSame)
        // A logo that cannot be used holds up all papers, which go on as soon as it can be.
        try bench.folder.write("<svg/>", to: "ws/pictures/logo.png")
        #expect(try bench.run().failed == all)
        try bench.folder.write(PNGFile(width: 4, height: 3).bytes, to: "ws/pictures/logo.png")
        #expect(try bench.run().made == all)
    }

    @Test func `what is known of a paper goes with it`() throws {
        let bench = try Bench()
        _ = try bench.run()
        let count = bench.publisher.cacheCount
        #expect(count == 12)
        var name = "cabinet-2009-11-30"
        for number in 0..<3 {
            let next = "cabinet-\(number)"
            let papers = bench.folder.path + "/ws/papers/"
            try FileManager.default.moveItem(atPath: "\(papers)\(name).md", toPath: "\(papers)\(next).md")
            name = next
            let made = try bench.run().made
            #expect(made == [name])
            #expect(bench.publisher.cacheCount == count)
        }
        // Of a paper that cannot be read for a while its papers are known.
        let file = "ws/papers/overview-committees-2010-01.md"
        let text = try bench.folder.text(of: file)
        try bench.folder.write("---\nlayout: [\n---\n", to: file)
        for _ in 0..<2 {
            let failed = try bench.run().failed
            #expect(failed.contains(communities))
        }
        try bench.folder.write(text, to: file)
        let failed = try bench.run().failed
        #expect(failed.isEmpty)
    }

    @Test func `a letter and its mark are one character, whichever way they were typed, in all papers`() throws {
        let bench = try Bench()
        let paper = "annual-report-2009-09"
        try bench.folder.edit(
            "ws/papers/\(paper).md",
            "The law used to ask",
            "At 300 K the café\n\nThe law used to ask"
        )
        _ = try bench.run()
        try bench.folder.edit(
            "ws/papers/\(paper).md",
            "300 K the café",
            "300 \u{212A} the cafe\u{301} and 300 K at the café"
        )
        let (made, failed, report) = try bench.run()
        #expect(failed.isEmpty, "\(report.diagnostics)")
        #expect(made == [paper])
        let alone = try publish(
            PublicationRequest(workspace: bench.folder.path + "/ws", papers: [paper]),
            with: Repository.program
        )
        let isSame = alone.files.first?.bytes == bench.bytes[paper]
        #expect(isSame)
    }

    @Test func `words that come and go do not pile up, and papers stay as if made alone`() throws {
        let bench = try Bench()
        let paper = "annual-report-2009-09"
        try bench.folder.edit("ws/papers/\(paper).md", "The law used to ask", "The law asks the word0 once")
        _ = try bench.run()
        let first = bench.publisher.wordCount
        #expect(first > 1000)
        var last = "The law asks the word0 once"
        var most = 0
        for number in 1...36 {
            let words = "The law asks " + (0..<600).map { "word\(number)x\($0)" }.joined(separator: " ")
            try bench.folder.edit("ws/papers/\(paper).md", last, words)
            last = words
            _ = try bench.run()
            most = max(most, bench.publisher.wordCount)
        }
        #expect(most < 2 * first + 2000)
        #expect(36 * 600 * 2 > first + 2000)
        let alone = try publish(
            PublicationRequest(workspace: bench.folder.path + "/ws", papers: [paper]),
            with: Repository.program
        )
        let isSame = alone.files.first?.bytes == bench.bytes[paper]
        #expect(isSame)
    }

    @Test func `only the papers that say something else are made again, and they are as if made alone`() throws {
        let bench = try Bench()
        let first = try bench.run()
        #expect(first.made.count == 12)
        let second = try bench.run()
        #expect(second.made == [])
        #expect(second.failed == [])
        try bench.folder.edit("ws/returns/communities/statement.md", "the", "the very")
        let third = try bench.run()
        #expect(third.made == ["appendix-communities", "cabinet-2009-11-30", communities])
        let alone = try publish(PublicationRequest(workspace: bench.folder.path + "/ws"), with: Repository.program)
        #expect(alone.files.count == 12)
        for file in alone.files {
            let isSame =
                bench.bytes[(file.edition == .restricted ? "restricted/" : "") + file.name.dropLast(4)] == file.bytes
            #expect(isSame, "\(file.name)")
        }
    }

    @Test func `an error in a return fails the papers that it has a part in, and no other`() throws {
        let bench = try Bench()
        let all = try bench.run().made
        try bench.folder.edit("ws/returns/communities/actions.csv", "\n", "\nx,y\n")
        let broken = try bench.run()
        #expect(broken.made == [])
        #expect(broken.failed == ["appendix-communities", "cabinet-2009-11-30", communities])
        #expect(broken.report.diagnostics.holdsErrors)
        // Of a round that begins with it, the others are made.
        let fresh = try Bench()
        try fresh.folder.edit("ws/returns/communities/actions.csv", "\n", "\nx,y\n")
        let made = try fresh.run().made
        #expect(made == all.filter { !broken.failed.contains($0) })
    }

    @Test func `a return that has gone to pieces fails its papers too`() throws {
        let bench = try Bench()
        try bench.folder.write("declares: [\n", to: "ws/returns/communities/return.yaml")
        let broken = try bench.run()
        #expect(broken.failed == ["appendix-communities", "cabinet-2009-11-30", communities])
    }

    @Test func `an error in a paper's own file fails that paper alone, also where nothing can be made of it`() throws {
        let bench = try Bench()
        _ = try bench.run()
        try bench.folder.edit("ws/papers/cabinet-2009-11-30.md", "layout: cabinet", "layuot: cabinet")
        let misspelt = try bench.run()
        #expect(misspelt.failed == ["cabinet-2009-11-30"])
        try bench.folder.write("no front matter", to: "ws/papers/cabinet-2009-11-30.md")
        let bare = try bench.run()
        #expect(bare.failed == ["cabinet-2009-11-30"])
    }

    @Test func `an error that is everybody's fails every paper`() throws {
        let bench = try Bench()
        let all = try bench.run().made
        try bench.folder.edit("ws/council.yaml", "nation: England", "natoin: England")
        let misspelt = try bench.run()
        #expect(misspelt.failed == all)
        try bench.folder.write("name: [\n", to: "ws/council.yaml")
        let broken = try bench.run()
        #expect(broken.failed == all)
        #expect(broken.report.title == "")
    }

    @Test func `a paper that is forgotten is made again, the same`() throws {
        let bench = try Bench()
        _ = try bench.run()
        let before = bench.bytes
        bench.publisher.forget(PaperKey(id: "annual-report-2009-09", audience: .public))
        let second = try bench.run()
        #expect(second.made == ["annual-report-2009-09"])
        bench.publisher.forgetAll()
        let third = try bench.run()
        #expect(third.made.count == 12)
        #expect(bench.bytes == before)
    }

    @Test func `a run that is stopped is not whole`() throws {
        let bench = try Bench()
        var count = 0
        let report = try bench.publisher.run(DiskFiles(root: bench.folder.path + "/ws")) { _ in
            count += 1
            return count < 2
        }
        #expect(!report.isComplete)
        #expect(count == 2)
    }

    @Test func `the state of each return is told`() throws {
        let bench = try Bench()
        try FileManager.default.removeItem(atPath: bench.folder.path + "/ws/returns/communities")
        let report = try bench.run().report
        let communities = report.directorates.first { $0.id == "communities" }
        #expect(communities?.hasReturned == false)
        let returned = report.directorates.filter(\.hasReturned).map(\.id)
        #expect(returned.count == 4)
        let dated = report.directorates.count { $0.received != nil }
        #expect(dated == 4)
    }
}

extension PaperBuild {
    fileprivate var name: String { (edition == .restricted ? "restricted/" : "") + id }
}
