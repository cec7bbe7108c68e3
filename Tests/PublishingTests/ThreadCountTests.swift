// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import OpenData
import PaperTree
import TestSupport
import Testing

@testable import Publishing

/// What is made and found is the same for any number of threads.
struct ThreadCountTests {
    private func publication(
        of workspace: String,
        jobs: Int,
        formats: Set<PublicationRequest.Format> = [.pdf, .html, .data, .tree],
        attachesData: Bool = false
    ) throws -> Publication {
        try publish(
            PublicationRequest(workspace: workspace, formats: formats, attachesData: attachesData, jobs: jobs),
            with: Repository.program
        )
    }

    @Test(arguments: [
        "starter", "samples/fenwick-vale-2026-q3", "samples/morhelyg-2027-year-end", "samples/wealdshire-2009",
    ])
    func `every byte of a sample is the same`(sample: String) throws {
        let folder = try TemporaryFolder(copying: Repository.folder + "/" + sample, to: "ws")
        let workspace = folder.path + "/ws"
        let one = try publication(of: workspace, jobs: 1)
        #expect(one.files.count > 5)
        for jobs in [2, 4] {
            let other = try publication(of: workspace, jobs: jobs)
            #expect(other.files.map(\.name) == one.files.map(\.name))
            // Compared one by one: a difference of files would be printed byte by byte.
            for (file, same) in zip(other.files, one.files) { #expect((file == same) == true, "\(file.name)") }
            #expect(other.data == one.data)
            #expect(other.diagnostics == one.diagnostics)
            #expect(other.timer.durations.keys == one.timer.durations.keys)
        }
    }

    @Test func `attached data are the same`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        let files = try [1, 2].map {
            try publication(of: folder.path + "/ws", jobs: $0, formats: [.pdf], attachesData: true).files
        }
        #expect(files[0].count == 2)
        #expect((files[0] == files[1]) == true)
    }

    @Test(arguments: [1, 2, 4])
    func `the problems of all papers are told at once, in their order`(jobs: Int) throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        try folder.edit("ws/papers/cabinet.md", "# Introduction", "# Introduction\n\n\u{10A00}")
        let text = String(decoding: try folder.bytes(of: "ws/papers/cabinet.md"), as: UTF8.self)
        for name in ["a", "b", "d"] { try folder.write(Array(text.utf8), to: "ws/papers/\(name).md") }
        let publication = try publication(of: folder.path + "/ws", jobs: jobs, formats: [.pdf])
        #expect(publication.files == [])
        let problems = publication.diagnostics.filter { $0.rule == .missingGlyph }
        #expect(problems.compactMap(\.location?.file) == ["a", "b", "cabinet", "d"].map { "papers/\($0).md" })
    }

    @Test func `files after one that cannot be written are not told of`() throws {
        let folder = try TemporaryFolder()
        let files = ["a", "b/b", "c"].map {
            Publication.File(name: $0, paper: $0, edition: .whole, bytes: [1], pages: 1)
        }
        let folders = try OutputFolders(open: folder.path + "/out")
        for jobs in [1, 2] {
            let outcomes = folders.write(files, jobs: jobs)
            #expect(outcomes.count == 2)
            #expect(try outcomes.first?.get() == folder.path + "/out/a")
            #expect(throws: PublicationError.self) { try outcomes.last?.get() }
        }
        let written = folders.write([files[0], files[2]], jobs: 2)
        #expect(try written.map { try $0.get() } == ["a", "c"].map { "\(folder.path)/out/\($0)" })
        #expect(try folder.names(in: "out") == ["a", "c"])
        #expect(folders.write([], jobs: 2).isEmpty)
    }
}
