// SPDX-License-Identifier: Apache-2.0

import HTMLExport
import PaperTree
import TestSupport
import Testing

/// What stands in a document beside the paper.
struct HeadTests {
    private func paper(_ change: (inout Paper) -> Void = { _ in }) -> Paper {
        var build = PaperBuilder()
        var paper = build.paper([build.heading("Figures")])
        paper.properties.title = "Half year"
        change(&paper)
        return paper
    }

    @Test func `a document has its language, its title and its style, and nothing else to load`() throws {
        let page = try WrittenPaper(paper()).page
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head><meta charset=\"utf-8\">"))
        #expect(page.contains("<title>Half year, Test Council</title>"))
        #expect(
            page.contains(
                "<meta name=\"description\" content=\"A test\"><meta name=\"author\" content=\"Test Council\">"
            )
        )
        #expect(page.components(of: "<style>") == 1)
        #expect(!page.contains("<script") && !page.contains("@import") && !page.contains("src="))
        #expect(
            page.contains(
                "\n<body><a class=\"skip\" href=\"#page.0\">skip</a>\n<header>\n<p class=\"status\"><span>A test</span> "
            )
        )
    }

    @Test func `who may read the paper, and that it is a draft, stand at its head and in its title`() throws {
        let page = try WrittenPaper(
            paper {
                $0.properties.classification = "Unrestricted"
                $0.properties.draftMark = "DRAFT 2"
            }
        ).page
        #expect(page.contains("<title>Half year (Unrestricted, DRAFT 2), Test Council</title>"))
        #expect(
            page.contains(
                "\n<header>\n<p class=\"status\"><span>A test</span> <span>Unrestricted</span> <span>DRAFT 2</span> </p></header>"
            )
        )
    }

    @Test func `a paper without a masthead and a header block says whose it is and for which meeting`() throws {
        let subject = "Test Council: Cabinet, 8 February 2027"
        let bare = try WrittenPaper(paper { $0.properties.subject = subject }).page
        #expect(bare.contains("<p class=\"status\"><span>\(subject)</span> "))
    }

    @Test func `a paper that is not for publication says so first, and is not for search engines`() throws {
        let page = try WrittenPaper(
            paper {
                $0.banner = "NOT FOR PUBLICATION"
                $0.properties.classification = "Exempt"
                $0.properties.edition = .restricted
            }
        ).page
        #expect(page.contains("<title>Half year (NOT FOR PUBLICATION), Test Council</title>"))
        #expect(page.contains("\n<header>\n<p class=\"banner\">NOT FOR PUBLICATION</p>\n<p class=\"status\">"))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    }

    @Test func `the PDF beside the document is named with its size and its pages`() throws {
        func link(_ pages: Int) throws -> String {
            try WrittenPaper(paper(), pdf: PDFSibling(name: "a b.pdf", size: 2600, pages: pages)).page
                .between("<p class=\"status pdf\">", "</p>")
        }
        #expect(try link(7) == "<a href=\"a%20b.pdf\" type=\"application/pdf\">PDF of 3 kB and 7 pages</a>")
        #expect(try link(1) == "<a href=\"a%20b.pdf\" type=\"application/pdf\">PDF of 3 kB and 1 page</a>")
    }

    @Test func `the masthead is in the head of the page`() throws {
        var build = PaperBuilder()
        let masthead = build.masthead(logo: nil)
        let page = try WrittenPaper(build.paper([masthead, build.heading("Figures")])).page
        #expect(
            page.between("<header>\n", "</header>") == """
                <div class="mast">
                <div class="name">
                <p>Test Council</p></div>
                <div class="meet">
                <p>Report to Cabinet</p></div></div>
                """
        )
    }

    @Test func `the same paper is the same bytes`() throws {
        #expect(try WrittenPaper(EveryKind.paper).page == WrittenPaper(EveryKind.paper).page)
    }
}

extension String {
    /// How often a text is in it.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
