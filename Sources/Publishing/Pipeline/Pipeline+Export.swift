// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import HTMLExport
import Layouts
import Monitoring
import OpenData
import PDFExport
import PaperTree
import Typesetting

/// The last stages: a paper is taken as far as its formats need, and written in each of them.
extension Pipeline {
    /// Typesets a paper if one of its formats has pages.
    ///
    /// - Parameter cache: the paragraphs of an earlier run.
    /// - Returns: no paper if it cannot be typeset, as ``typeset(_:theme:cache:)``.
    func prepare(
        _ paper: Paper,
        _ presentation: Presentation,
        cache: PaperCache = PaperCache()
    ) -> (paper: PreparedPaper?, diagnostics: [Diagnostic]) {
        guard presentation.formats.contains(where: \.hasPages) || presentation.isForPreview else {
            return (PreparedPaper(paper: paper, pages: nil, presentation: presentation), [])
        }
        let typeset = typeset(paper, theme: presentation.theme, cache: cache)
        let prepared = typeset.pages.map { PreparedPaper(paper: paper, pages: $0, presentation: presentation) }
        return (prepared, typeset.diagnostics)
    }

    /// Writes a paper in all of its formats.
    ///
    /// - Parameter cache: the drawn pages of an earlier run, where there may be another.
    /// - Returns: one file for each format, of images one for each page, in the order of ``PublicationRequest/Format``.
    /// - Throws: a ``PublicationError`` for a fault of the program or a library.
    func export(
        _ prepared: PreparedPaper,
        cache: PaperCache? = nil
    ) throws(PublicationError) -> [Publication.File] {
        var files: [Publication.File] = []
        var pdf: Publication.File?
        let formats = prepared.presentation.formats
        for format in PublicationRequest.Format.allCases where formats.contains(format) {
            switch (format, prepared.pages) {
            case (.pdf, let pages?):
                let file = try exportPDF(pages, attaching: prepared.attachments, cache: cache)
                pdf = file
                files.append(file)
            case (.html, _): files.append(try exportHTML(prepared, beside: pdf))
            case (.png, let pages?): files += try exportImages(pages)
            case (.tree, let pages?): files.append(file(of: pages, ".txt", Array(pages.paper.dump.utf8)))
            case (.treeJSON, let pages?): files.append(file(of: pages, ".json", Array(pages.paper.json.utf8)))
            case (.pdf, nil), (.png, nil), (.tree, nil), (.treeJSON, nil), (.data, _): break
            }
        }
        return files
    }

    /// Writes a typeset paper as PDF.
    ///
    /// - Parameters:
    ///   - data: is embedded; a file with data is PDF/A-3a.
    ///   - cache: the drawn pages of an earlier run, where there may be another.
    /// - Throws: a ``PublicationError`` for a fault of the program or a library.
    func exportPDF(
        _ pages: TypesetPaper,
        attaching data: [DataFile] = [],
        cache: PaperCache? = nil
    ) throws(PublicationError) -> Publication.File {
        begin(.exporting(pages.paper.properties.id))
        do {
            let shaper = try fonts.shaper()
            let date = madeAt.flatMap(DocumentDate.init(secondsSince1970:))
            let tagged = try timer.measure(.tagging) { try tag(pages) }
            let painted = try timer.measure(.painting) {
                try paint(tagged, shaper: shaper, cache: cache?.pages, jobs: jobs)
            }
            let bytes = try timer.measure(.finishing) {
                try finish(
                    painted,
                    date: date,
                    as: data.isEmpty ? .two : .three,
                    embedding: data.map(EmbeddedFile.init),
                    jobs: jobs
                )
            }
            return file(of: pages, ".pdf", bytes)
        } catch {
            throw PublicationError(.fault, "internal error: \(error)")
        }
    }

    /// Writes a paper as a page of the web.
    ///
    /// - Parameter pdf: that of the same paper, to which the page has a link.
    private func exportHTML(
        _ prepared: PreparedPaper,
        beside pdf: Publication.File?
    ) throws(PublicationError) -> Publication.File {
        begin(.exporting(prepared.paper.properties.id))
        do {
            let bytes = try timer.measure(.html) { () throws(HTMLExportError) in
                try HTMLExport.exportHTML(
                    prepared.paper,
                    theme: prepared.presentation.theme,
                    wording: prepared.presentation.wording,
                    pdf: pdf.map { PDFSibling(name: $0.name, size: $0.bytes.count, pages: $0.pages) },
                    marksBlocks: prepared.presentation.isForPreview
                )
            }
            return Publication.File(prepared.paper.properties, ".html", bytes, pages: 1)
        } catch {
            throw PublicationError(.fault, "internal error: \(error)")
        }
    }

    /// Writes the public edition of a round as data.
    func exportData(_ round: MonitoringRound, layouts: LayoutSet) -> [DataFile] {
        begin(.exportingData)
        return timer.measure(.data) { exportOpenData(PublicRound(redacting: round), layouts: layouts) }
    }

    /// Writes the data of the returns that a paper appends or lists, which its PDF carries.
    ///
    /// - Returns: none if the edition is not for publication, since data are of the public edition alone, and none if nothing of its
    ///   returns is public.
    func exportData(attachedTo paper: Paper, _ job: PaperJob, of round: MonitoringRound, layouts: LayoutSet)
        -> [DataFile]
    {
        if paper.properties.edition == .restricted { return [] }
        return timer.measure(.data) {
            let edition = PublicRound(redacting: round)
            let directorates = round.openDirectorates(of: job).intersection(edition.openReturns.map(\.directorate))
            return directorates.isEmpty
                ? [] : exportOpenData(edition, ofDirectorates: directorates, layouts: layouts)
        }
    }

    /// Writes each page of a typeset paper as an image.
    private func exportImages(_ pages: TypesetPaper) throws(PublicationError) -> [Publication.File] {
        let properties = pages.paper.properties
        begin(.exporting(properties.id))
        do {
            let shaper = try fonts.shaper()
            return try timer.measure(.painting) {
                try pages.pages.map { page in
                    let bytes = try exportPNG(page, shaper: shaper)
                    return Publication.File(properties, PageImages.ending(of: page.number), bytes, pages: 1)
                }
            }
        } catch {
            throw PublicationError(.fault, "internal error: \(error)")
        }
    }

    /// Draws one page of a typeset paper for a screen.
    ///
    /// - Throws: a ``PublicationError`` for a fault of the program or a library.
    func picture(of page: Page, resolution: Double) throws(PublicationError) -> [UInt8] {
        do {
            return try exportPNG(page, shaper: fonts.shaper(), resolution: resolution)
        } catch {
            throw PublicationError(.fault, "internal error: \(error)")
        }
    }

    private func file(of pages: TypesetPaper, _ ending: String, _ bytes: [UInt8]) -> Publication.File {
        Publication.File(pages.paper.properties, ending, bytes, pages: pages.pages.count)
    }
}

extension EmbeddedFile {
    fileprivate init(_ file: DataFile) {
        self.init(name: file.name, description: file.title, mediaType: file.mediaType, bytes: file.bytes)
    }
}

extension Publication.File {
    /// A file of a paper, with what follows the stem that all files of its edition have.
    fileprivate init(_ paper: Paper.Properties, _ ending: String, _ bytes: [UInt8], pages: Int) {
        self.init(
            name: paper.edition.stem(of: paper.id) + ending,
            paper: paper.id,
            edition: paper.edition,
            bytes: bytes,
            pages: pages
        )
    }
}
