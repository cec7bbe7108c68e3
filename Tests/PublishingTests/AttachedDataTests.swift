// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import OpenData
import PaperTree
import TestSupport
import Testing

@testable import Publishing

/// Data attached to the PDFs of the papers that print them.
struct AttachedDataTests {
    private func publication(
        _ folder: TemporaryFolder,
        attachesData: Bool = true,
        papers: [String] = [],
        appendices: [String] = []
    ) throws -> Publication {
        try publish(
            PublicationRequest(
                workspace: folder.path + "/round",
                papers: papers,
                appendices: appendices,
                formats: [.pdf, .data],
                attachesData: attachesData
            ),
            with: Repository.program
        )
    }

    /// The files in a PDF, as a reader saves them.
    private func attachments(of bytes: [UInt8]) throws -> [String: [UInt8]] {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "paper.pdf")
        let outcome = try Command.run("/usr/bin/pdfdetach", ["-saveall", "paper.pdf"], in: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let names = try folder.names().filter { $0 != "paper.pdf" }
        return try Dictionary(uniqueKeysWithValues: names.map { ($0, try folder.bytes(of: $0)) })
    }

    private func starter() throws -> TemporaryFolder {
        try TemporaryFolder(copying: Repository.program.starter, to: "round")
    }

    @Test func `a paper that appends every return has the data of the round`() throws {
        let publication = try publication(try starter(), papers: ["cabinet"])
        let paper = try #require(publication.files.first { $0.name == "cabinet.pdf" })
        let attached = try attachments(of: paper.bytes)
        #expect(attached.count == 14)
        for file in publication.data { #expect(attached[file.name] == file.bytes, "\(file.name)") }
    }

    @Test func `a return has its own data, whose tables refer to nothing that is not there`() throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "round")
        let publication = try publication(folder)
        let paper = try #require(publication.files.first { $0.name == "appendix-communities.pdf" })
        let attached = try attachments(of: paper.bytes)
        #expect(attached.count == 14)
        func rows(_ name: String) -> [Substring] {
            String(decoding: attached[name] ?? [], as: UTF8.self).split(separator: "\r\n").dropFirst().map { $0 }
        }
        #expect(rows("directorates.csv").map { $0.prefix { $0 != "," } } == ["communities"])
        for name in ["units.csv", "counts.csv"] {
            #expect(!rows(name).isEmpty)
            #expect(rows(name).allSatisfy { $0.hasPrefix("communities,") }, "\(name)")
        }
        for name in ["actions.csv", "figures.csv"] {
            #expect(!rows(name).isEmpty)
            #expect(rows(name).allSatisfy { $0.hasPrefix("communities.") }, "\(name)")
        }
    }

    @Test func `an edition that is not for publication has none`() throws {
        let publication = try publication(try ExemptWorkspace.make())
        let restricted = publication.files.filter { $0.edition == .restricted }
        #expect(!restricted.isEmpty)
        for file in restricted { #expect(try attachments(of: file.bytes) == [:], "\(file.name)") }
    }

    @Test func `nothing is attached unless that is asked for`() throws {
        let publication = try publication(try starter(), attachesData: false)
        for file in publication.files { #expect(try attachments(of: file.bytes) == [:], "\(file.name)") }
    }

    @Test func `an error in a return that the paper does not print holds it up`() throws {
        let folder = try TemporaryFolder(copying: Repository.sample, to: "round")
        try folder.edit("round/returns/environment-highways-waste/actions.csv", "unit,", "unit,nothing,")
        let publication = try publication(folder, appendices: ["communities"])
        #expect(publication.files == [])
        #expect(publication.diagnostics.holdsErrors)
    }

    @Test func `the program wants PDFs to attach data to`() throws {
        let folder = try starter()
        let outcome = try Command.cleardays("render", "round", "--format", "html", "--attach-data", in: folder.path)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--attach-data puts data into PDFs: --format must have pdf"))
    }
}
