// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import OpenData
import PaperTree
import TestSupport
import Testing

@testable import Publishing

/// A round as data: what holds it up, and how it is written.
struct DataTests {
    private func publication(
        _ folder: TemporaryFolder,
        _ formats: Set<PublicationRequest.Format> = [.data],
        papers: [String] = []
    ) throws -> Publication {
        try publish(
            PublicationRequest(workspace: folder.path + "/round", papers: papers, formats: formats),
            with: Repository.program
        )
    }

    private func starter() throws -> TemporaryFolder {
        try TemporaryFolder(copying: Repository.program.starter, to: "round")
    }

    @Test func `data alone are made without a paper`() throws {
        let publication = try publication(try starter())
        #expect(publication.files == [])
        #expect(publication.data.count == 14)
        #expect(publication.timer.durations[.data] != nil)
        #expect(publication.timer.durations[.shaping] == nil)
    }

    @Test func `without the format there are no data`() throws {
        #expect(try publication(try starter(), [.html]).data == [])
    }

    @Test func `data are the same whatever else is made`() throws {
        let folder = try starter()
        let both = try publication(folder, [.html, .data], papers: ["cabinet"])
        #expect(both.files.map(\.name) == ["cabinet.html"])
        #expect(both.data == (try publication(folder).data))
    }

    @Test func `an error in a return holds them up`() throws {
        let folder = try starter()
        try folder.edit("round/returns/community-services/actions.csv", "not on course", "no idea")
        let publication = try publication(folder)
        #expect(publication.data == [])
        #expect(publication.diagnostics.holdsErrors)
    }

    @Test func `an error in a paper that is not asked for holds them up too`() throws {
        let folder = try starter()
        let paper = try folder.text(of: "round/papers/cabinet.md")
        try folder.write(
            paper.replacing("# Introduction", with: "# Introduction\n\n[](#nowhere)")
                .replacing("2025-11-24", with: "2025-11-25"),
            to: "round/papers/other.md"
        )
        #expect(try publication(folder, [.html], papers: ["cabinet"]).files.map(\.name) == ["cabinet.html"])
        let held = try publication(folder, [.html, .data], papers: ["cabinet"])
        #expect(held.data == [])
        #expect(held.files == [])
        #expect(held.diagnostics.filter { $0.severity == .error }.map { $0.location?.file } == ["papers/other.md"])
    }

    @Test func `what has lost its mark holds them up`() throws {
        let folder = try ExemptWorkspace.make()
        let made = try publication(folder, [.html, .data])
        #expect(made.data.count == 14)
        #expect(made.files.contains { $0.edition == .restricted })
        for file in made.data {
            #expect(!String(decoding: file.bytes, as: UTF8.self).lowercased().contains("zyx"), "\(file.name)")
        }
        try folder.edit("round/returns/community-services/actions.csv", ",\"1, 3\"", ",")
        let held = try publication(folder)
        #expect(held.data == [])
        #expect(held.diagnostics.contains { $0.severity == .error && $0.isExposure })
    }

    @Test func `a mark that data alone have left out is remembered`() throws {
        let folder = try ExemptWorkspace.make()
        #expect(try publication(folder).data.count == 14)
        try folder.edit("round/returns/community-services/actions.csv", ",\"1, 3\"", ",")
        let held = try publication(folder)
        #expect(held.data == [])
        #expect(held.diagnostics.contains { $0.severity == .error && $0.isExposure })
    }

    // MARK: - Writing

    @Test func `what a run has left that was killed is removed, and what another is at is not`() throws {
        let folder = try TemporaryFolder()
        let folders = try OutputFolders(open: folder.path + "/out")
        // Higher than any number that a process can have.
        try folder.write("former", to: "out/.data.99999999.part/actions.csv")
        try folder.write("now", to: "out/.data.1.part/actions.csv")
        try folder.write("theirs", to: "out/.data.notes.part/actions.csv")
        _ = try folders.write(data: try files(try starter()))
        #expect(try folder.names(in: "out") == [".data.1.part", ".data.notes.part", "data"])
        #expect(folders.holdsData)
    }

    private func files(_ folder: TemporaryFolder) throws -> [DataFile] { try publication(folder).data }

    @Test func `the folder takes the place of the one before, and keeps what else is in it`() throws {
        let folder = try starter()
        let folders = try OutputFolders(open: folder.path + "/out")
        let files = try files(folder)
        let paths = try folders.write(data: files)
        #expect(paths.first?.path == folder.path + "/out/data/actions.csv")
        try folder.write("mine", to: "out/data/readme.txt")
        try folder.write("old", to: "out/data/actions.csv")
        _ = try folders.write(data: files)
        #expect(try folder.bytes(of: "out/data/actions.csv") == files[0].bytes)
        #expect(try folder.text(of: "out/data/readme.txt") == "mine")
        #expect(try folder.names(in: "out") == ["data"])
        #expect(try folder.names(in: "out/data").sorted() == (files.map(\.name) + ["readme.txt"]).sorted())
    }

    @Test func `nothing is written through a link`() throws {
        let folder = try starter()
        let folders = try OutputFolders(open: folder.path + "/out")
        try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: true)
        try folder.write("theirs", to: "elsewhere/actions.csv")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/out/data",
            withDestinationPath: folder.path + "/elsewhere"
        )
        let path = folder.path + "/out/data"
        let files = try files(folder)
        #expect(throws: PublicationError(.inputOutput, "\(path) is a link, not a folder")) {
            try folders.write(data: files)
        }
        #expect(try folder.text(of: "elsewhere/actions.csv") == "theirs")
        #expect(try folder.names(in: "out") == ["data"])
    }

    @Test func `a link in the folder is replaced and not followed`() throws {
        let folder = try starter()
        let folders = try OutputFolders(open: folder.path + "/out")
        let files = try files(folder)
        _ = try folders.write(data: files)
        try folder.write("theirs", to: "elsewhere.csv")
        try FileManager.default.removeItem(atPath: folder.path + "/out/data/actions.csv")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/out/data/actions.csv",
            withDestinationPath: folder.path + "/elsewhere.csv"
        )
        _ = try folders.write(data: files)
        #expect(try folder.text(of: "elsewhere.csv") == "theirs")
        #expect(try folder.bytes(of: "out/data/actions.csv") == files[0].bytes)
    }

    @Test func `a file that cannot be written leaves all of those before`() throws {
        let folder = try starter()
        let folders = try OutputFolders(open: folder.path + "/out")
        let files = try files(folder)
        _ = try folders.write(data: files)
        let before = try folder.bytes(of: "out/data/figures.csv")
        try folder.edit("round/returns/community-services/indicators.csv", "88%", "89%")
        var changed = try self.files(folder)
        #expect(changed != files)
        // A name of a folder that is not there.
        changed.append(DataFile(name: "missing/a.csv", bytes: []))
        #expect(throws: PublicationError.self) { try folders.write(data: changed) }
        #expect(try folder.bytes(of: "out/data/figures.csv") == before)
        #expect(try folder.names(in: "out") == ["data"])
    }
}
