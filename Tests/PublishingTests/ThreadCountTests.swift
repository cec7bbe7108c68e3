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

    private func files(_ names: [String]) -> [Publication.File] {
        names.map { Publication.File(name: $0, paper: $0, edition: .whole, bytes: [1], pages: 1) }
    }

    @Test(arguments: [1, 2])
    func `where one file cannot be written none is put in its place`(jobs: Int) throws {
        let folder = try TemporaryFolder()
        let folders = try OutputFolders(open: folder.path + "/out")
        var told: [String] = []
        let error = try #require(throws: PublicationError.self) {
            try folders.write(files(["a", "b/b", "c"]), jobs: jobs) { told.append($0.name) }
        }
        #expect(error.description.contains("out/b/b cannot be written"))
        #expect(told.isEmpty)
        #expect(try folder.names(in: "out").isEmpty)
    }

    @Test(arguments: [1, 2])
    func `files behind one that cannot be put in its place are neither there nor told of`(jobs: Int) throws {
        let folder = try TemporaryFolder()
        let folders = try OutputFolders(open: folder.path + "/out")
        try AtomicFile.makeFolder(folder.path + "/out/b")
        var told: [String] = []
        #expect(throws: PublicationError.self) {
            try folders.write(files(["a", "b", "c"]), jobs: jobs) { told.append($0.name) }
        }
        #expect(told == ["a"])
        #expect(try folder.names(in: "out") == ["a", "b"])
    }

    @Test func `what a run that was ended has left in its folder is removed`() throws {
        let folder = try TemporaryFolder()
        let folders = try OutputFolders(open: folder.path + "/out")
        try AtomicFile.write([1], to: ".a.4194305.part", in: folder.path + "/out")
        var told: [String] = []
        try folders.write(files(["a", "c"]), jobs: 2) { told.append($0.name) }
        #expect(told == ["a", "c"])
        #expect(try folder.names(in: "out") == ["a", "c"])
        try folders.write([], jobs: 2) { told.append($0.name) }
        #expect(told.count == 2)
    }
}
