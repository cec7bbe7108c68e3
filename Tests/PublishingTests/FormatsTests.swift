// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import TestSupport
import Testing

@testable import Publishing

/// A paper in several formats, made in one run.
struct FormatsTests {
    private func publication(
        _ workspace: String,
        _ formats: Set<PublicationRequest.Format>,
        papers: [String] = []
    ) throws -> Publication {
        let request = PublicationRequest(workspace: workspace, papers: papers, formats: formats)
        return try publish(request, with: Repository.program)
    }

    @Test func `HTML alone is made without typesetting`() throws {
        let publication = try publication(Repository.program.starter, [.html])
        #expect(publication.files.map(\.name) == ["cabinet.html", "appendix-community-services.html"])
        #expect(publication.timer.durations[.html] != nil)
        #expect(publication.timer.durations[.shaping] == nil)
        #expect(publication.timer.durations[.painting] == nil)
        let page = String(decoding: try #require(publication.files.first).bytes, as: UTF8.self)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
        #expect(!page.contains("application/pdf"))
    }

    @Test func `the files of a paper follow one another, and its HTML leads to its PDF`() throws {
        let files = try publication(Repository.program.starter, [.tree, .html, .pdf], papers: ["cabinet"]).files
        #expect(files.map(\.name) == ["cabinet.pdf", "cabinet.html", "cabinet.txt"])
        let page = String(decoding: files[1].bytes, as: UTF8.self)
        let size = (files[0].bytes.count + 512) / 1024
        #expect(
            page.contains(
                "<a href=\"cabinet.pdf\" type=\"application/pdf\">This paper as PDF (\(size) kB, \(files[0].pages) pages)</a>"
            )
        )
    }

    @Test func `editions are separate files, and the public one has nothing of the other`() throws {
        let folder = try TemporaryFolder(copying: Repository.folder + "/samples/morhelyg-2027-year-end", to: "round")
        let files = try publication(folder.path + "/round", [.html], papers: ["cabinet-2027-06-23"]).files
        #expect(files.map(\.name) == ["cabinet-2027-06-23.html", "cabinet-2027-06-23.RESTRICTED.html"])
        #expect(files.map(\.edition) == [.open, .restricted])
        let pages = files.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(pages[0].contains("<title>Year-end performance 2026/27 and draft self-assessment ("))
        #expect(!pages[0].contains("NOT FOR PUBLICATION"))
        #expect(pages[1].contains("<p class=\"banner\">NOT FOR PUBLICATION: "))
        #expect(pages[1].contains("(NOT FOR PUBLICATION: exempt under paragraphs 14 and 15 of Schedule 12A)"))
    }

    @Test func `a paper with an error is made in no format`() throws {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "round")
        try folder.edit("round/papers/cabinet.md", "# Introduction", "# Introduction\n\n[](#nowhere)")
        let publication = try publication(folder.path + "/round", [.html])
        #expect(publication.files == [])
        #expect(publication.diagnostics.contains { $0.severity == .error })
    }
}
