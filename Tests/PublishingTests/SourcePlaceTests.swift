// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import PaperTree
import Synchronization
import TestSupport
import Testing
import WorkspaceFiles

@testable import Publishing

/// Places in files reach a preview, and nothing that is published.
struct SourcePlaceTests {
    private let statement = "ws/returns/communities/statement.md"

    /// A publisher on a copy of the sample, with what it was seen to typeset.
    private final class Bench {
        let folder: TemporaryFolder
        private(set) var typeset: [String] = []
        private var publisher: IncrementalPublisher?

        init(_ formats: Set<PublicationRequest.Format>, _ purpose: IncrementalPublisher.Purpose) throws {
            folder = try TemporaryFolder(copying: Repository.sample, to: "ws")
            publisher = IncrementalPublisher(
                program: Repository.program,
                workspace: folder.path + "/ws",
                formats: formats,
                purpose: purpose
            ) { [unowned self] activity in
                if case .typesetting(let paper) = activity { typeset.append(paper) }
            }
        }

        func run() throws -> [PaperBuild] {
            typeset = []
            var builds: [PaperBuild] = []
            _ = try publisher?.run(DiskFiles(root: folder.path + "/ws")) { build in
                builds.append(build)
                return true
            }
            return builds
        }

        func picture(ofPage number: Int, of id: String) throws -> [UInt8]? {
            try publisher?.picture(ofPage: number, of: PaperKey(id: id, audience: .public))
        }
    }

    private func cold(_ folder: TemporaryFolder) throws -> [Publication.File] {
        let request = PublicationRequest(workspace: folder.path + "/ws", formats: [.pdf, .html])
        return try publish(request, with: Repository.program).files
    }

    @Test func `a blank line at the top of a statement changes no byte, and no paper is typeset again`() throws {
        let bench = try Bench([.pdf, .html], .publishing)
        _ = try bench.run()
        #expect(bench.typeset.count == 12)
        let before = try cold(bench.folder)
        try bench.folder.write("\n" + bench.folder.text(of: statement), to: statement)
        let builds = try bench.run()
        #expect(bench.typeset == [])
        for build in builds {
            guard case .unchanged = build.outcome else { return #expect(Bool(false), "\(build.id)") }
            #expect(build.preview == nil)
        }
        let after = try cold(bench.folder)
        #expect(after == before)
    }

    @Test func `a preview of it has the new places, without typesetting`() throws {
        let bench = try Bench([.html], .preview)
        let before = try #require(bench.run().first { $0.id == "appendix-communities" }?.preview)
        #expect(bench.typeset.count == 12)
        try bench.folder.write("\n" + bench.folder.text(of: statement), to: statement)
        let after = try #require(bench.run().first { $0.id == "appendix-communities" }?.preview)
        #expect(bench.typeset == [])
        let moved = before.places.filter { $0.value.file == "returns/communities/statement.md" }
        #expect(moved.count > 5)
        for (node, place) in moved { #expect(after.places[node]?.line == place.line + 1) }
        #expect(after.pages == before.pages)
    }

    @Test func `published HTML has no places, and that of a preview is the same but for the marks of its blocks`()
        throws
    {
        let bench = try Bench([.html], .preview)
        let published = try cold(bench.folder).filter { $0.name.hasSuffix(".html") }
        #expect(published.count == 12)
        for file in published {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("data-node"))
            #expect(!text.contains("statement.md") && !text.contains("actions.csv"))
        }
        let request = PublicationRequest(workspace: bench.folder.path + "/ws", formats: [.html])
        let alone = try publish(request, with: Repository.program).files
        for build in try bench.run() {
            guard case .made(let files) = build.outcome else { return #expect(Bool(false), "\(build.id)") }
            #expect(files.count == 1)
            let marked = String(decoding: files[0].bytes, as: UTF8.self)
            #expect(marked.contains("data-node"))
            let unmarked = Array(marked.replacing(/\ data-node="[0-9]+"/, with: "").utf8)
            #expect(unmarked == alone.first { $0.paper == build.id }?.bytes, "\(build.id)")
        }
    }

    @Test func `every node that a preview has a place for is marked in its HTML, but for those of tables`() throws {
        let bench = try Bench([.html], .preview)
        let build = try #require(bench.run().first { $0.id == "cabinet-2009-11-30" })
        guard case .made(let files) = build.outcome, let preview = build.preview else { return #expect(Bool(false)) }
        let text = String(decoding: files[0].bytes, as: UTF8.self)
        let marked = Set(text.matches(of: /data-node="([0-9]+)"/).compactMap { Int($0.output.1) })
        let placed = Set(preview.places.keys.map(\.index))
        #expect(
            Double(placed.intersection(marked).count) > 0.9 * Double(placed.count),
            "\(placed.count) \(marked.count)"
        )
    }

    @Test func `pictures of pages are drawn for a preview alone`() throws {
        let bench = try Bench([.html], .preview)
        let builds = try bench.run()
        let picture = try #require(try bench.picture(ofPage: 1, of: "appendix-communities"))
        #expect(picture.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
        let size = picture[16..<24].reduce(0) { $0 << 8 | Int($1) }
        let page = try #require(builds.first { $0.id == "appendix-communities" }?.preview?.pages.first)
        #expect(size == page.width << 32 | page.height)
        #expect(try bench.picture(ofPage: 0, of: "appendix-communities") == nil)
        #expect(try bench.picture(ofPage: 1000, of: "appendix-communities") == nil)
        #expect(try bench.picture(ofPage: 1, of: "nowhere") == nil)
        let publishing = try Bench([.html], .publishing)
        _ = try publishing.run()
        #expect(try publishing.picture(ofPage: 1, of: "appendix-communities") == nil)
    }

    @Test func `diagnostics of a paper that is not typeset again move with its blocks`() {
        let file = SourceFile("papers/a.md", subject: .paper(file: "a"))
        let other = SourceFile("round.yaml", subject: .round)
        func place(_ line: Int) -> Diagnostics.SourceLocation { Diagnostics.SourceLocation(file: file, line: line) }
        func problem(_ location: Diagnostics.SourceLocation?) -> Diagnostic {
            Diagnostic(Diagnostic.Message(.columnsTooNarrow, "too narrow"), at: location)
        }
        let before = [NodeID(1): place(3), NodeID(2): place(5)]
        let after = [NodeID(1): place(4), NodeID(2): place(6)]
        let elsewhere = Diagnostics.SourceLocation(file: other, line: 3)
        let problems = [problem(place(3)), problem(place(5)), problem(elsewhere), problem(nil)]
        #expect(problems.moved(from: before, to: after).map(\.location) == [place(4), place(6), elsewhere, nil])
        #expect(problems.moved(from: before, to: before) == problems)
    }
}
