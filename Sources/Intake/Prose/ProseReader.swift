// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Monitoring
import ResourceLimits
import UnicodeText
import WorkspaceFiles

/// Reads Markdown into prose, and screens it for what is nearly marked as exempt.
struct ProseReader {
    let findings: DiagnosticCollector
    /// Whether the text is exempt as a whole, so that nothing in it has to be marked.
    var isExempt = false
    /// Reads the pictures of whole texts.
    var pictures: PictureReader?

    /// The prose of a text in a form, which holds no pictures.
    func prose(_ text: String, origin: TextOrigin) -> Prose {
        parsed(text, origin: origin).mappingPictures { _, location in
            findings.report(.pictureInForm, at: location)
            return nil
        }
    }

    private func parsed(_ text: String, origin: TextOrigin, isCell: Bool = false) -> Prose {
        let result = MarkdownReader(findings: findings).read(text, origin: origin, isCell: isCell)
        switch result.markup {
        case .plain(let location)?: screen(text, at: location)
        case .blocks(let outline)?: ProseSigns(outline: outline, findings: findings).report(isExempt: isExempt)
        case nil: break
        }
        for comment in result.waivers {
            if case .blocks(let outline)? = result.markup { take(comment, in: outline) } else { take(comment, in: nil) }
        }
        return result.prose
    }

    /// Records the waiver of a comment. Its reason is screened for marks as other text is, and hidden in reports where the block below is exempt.
    private func take(_ comment: WaiverComment, in outline: ProseOutline?) {
        if !isExempt, findings.reportMark(in: comment.text, at: comment.location) { return }
        if let lines = comment.lines, let outline,
            outline.blocks.contains(where: { $0.isExempt && $0.lines.overlaps(lines) })
        {
            findings.hide(at: comment.location)
        }
        let own = max(comment.location.row, 1)
        findings.addWaiver(comment.text, .rows(comment.rows ?? own...own), at: comment.location)
    }

    /// The prose of a whole file or of the body of a paper. Reports may quote each of its blocks separately.
    func wholeText(_ text: String, origin: TextOrigin) -> Prose {
        let parsed = parsed(text, origin: origin)
        let prose = pictures?.read(parsed) ?? parsed
        var lines = [origin.start.line]
        // Where the parser gives two blocks one line, they are one part.
        for block in prose.blocks where block.location.line > lines[lines.count - 1] {
            lines.append(block.location.line)
        }
        findings.divide(origin.start.sourceFile, at: lines)
        return prose
    }

    /// The prose of a Word document, and its notes. Reports may quote each of its blocks separately.
    func document(_ bytes: [UInt8], file: SourceFile) -> (prose: Prose, notes: [DocumentReader.Note]) {
        let result = DocumentReader(findings: findings, isExempt: isExempt).read(bytes, file: file)
        if let outline = result.outline { ProseSigns(outline: outline, findings: findings).report(isExempt: isExempt) }
        let prose = result.prose.mappingPictures { picture, location in
            var picture = picture
            guard let bytes = result.pictures[picture.file] else {
                findings.report(.lostPicture, at: location)
                return picture
            }
            picture.file = String(picture.file.split(separator: "/").last ?? "")
            picture.image = pictures?.image(in: bytes, of: picture.file, at: location)
            return picture
        }
        var starts = [1]
        for block in prose.blocks where block.location.row > starts[starts.count - 1] {
            starts.append(block.location.row)
        }
        findings.divide(file, at: starts)
        for comment in result.waivers { take(prose.reaching(comment), in: result.outline) }
        return (prose, result.notes)
    }

    /// The prose of a text without markup.
    func plainProse(_ text: String, at location: SourceLocation) -> Prose {
        screen(text, at: location)
        return MarkdownReader(findings: findings).plainProse(text, at: location)
    }

    /// The prose of a cell or a note, which holds only paragraphs, lists and quotations.
    ///
    /// - Parameter isCell: whether it is a cell, in which each line end is printed.
    func cellProse(_ text: String, origin: TextOrigin, isCell: Bool = false) -> Prose {
        var prose = parsed(text, origin: origin, isCell: isCell)
        removeUnsupported(from: &prose.blocks)
        return prose
    }

    /// Removes and reports what a cell cannot hold, also in items of lists.
    private func removeUnsupported(from blocks: inout [Prose.Block]) {
        for index in blocks.indices {
            guard case .list(let start, var items) = blocks[index].content else { continue }
            for item in items.indices { removeUnsupported(from: &items[item]) }
            blocks[index].content = .list(start: start, items: items)
        }
        blocks.removeAll { block in
            let thing: String
            switch block.content {
            case .table: thing = "a table"
            case .heading: thing = "a heading"
            case .insertion: thing = "a computed block"
            case .definitions: thing = "a list of terms"
            case .pageBreak: thing = "a page break"
            case .picture: thing = "a picture"
            case .paragraph, .list, .quotation, .exempt: return false
            }
            findings.report(.unsupportedInCell(thing), at: block.location)
            return true
        }
    }

    private func screen(_ text: String, at location: SourceLocation) {
        if !isExempt { findings.reportSign(in: text, at: location) }
    }
}

extension DataRow {
    /// The prose of a column.
    func prose(_ column: DataColumn, reader: ProseReader) -> Prose {
        let marked = markdown(column)
        if marked == nil, let bytes = utf8(column) {
            if bytes.isEmpty { return Prose() }
            if bytes.contains(UInt8(ascii: "#")), let error = SpreadsheetError.first(in: text(column)) {
                reader.findings.report(.spreadsheetError(error), at: location(column))
            }
            if bytes.count <= Limits.longestCell, MarkdownReader.isPlain(bytes) {
                return reader.plainProse(String(decoding: bytes, as: UTF8.self), at: location(column))
            }
        }
        guard let text = marked ?? written(column) else { return Prose() }
        guard text.utf8.count <= Limits.longestCell else {
            reader.findings.report(.cellTooLong, at: location(column))
            return Prose()
        }
        if utf8(column) == nil, let error = SpreadsheetError.first(in: text.trimmed) {
            reader.findings.report(.spreadsheetError(error), at: location(column))
        }
        let gap = text.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        let start = origin(column).location(line: 1, column: gap + 1)
        return reader.cellProse(String(text.dropFirst(gap)), origin: TextOrigin(start: start), isCell: true)
    }
}

extension Prose {
    /// A comment on a cell of a table is one on the table, whose findings are at its first paragraph.
    fileprivate func reaching(_ comment: WaiverComment) -> WaiverComment {
        guard let rows = comment.rows, let block = blocks.last(where: { $0.location.row <= rows.upperBound }),
            case .table = block.content, block.location.row < rows.lowerBound
        else { return comment }
        return WaiverComment(
            text: comment.text,
            location: comment.location,
            lines: comment.lines,
            rows: block.location.row...rows.upperBound
        )
    }
}

extension Diagnostic.Message {
    fileprivate static var cellTooLong: Self {
        Self(
            .textTooLong,
            "the text is longer than \(Limits.longestCell >> 10) kB",
            hint: "a cell holds a few paragraphs: put the rest into the statement"
        )
    }

    fileprivate static var pictureInForm: Self {
        Self(
            .misplacedBlock,
            "a picture cannot stand here",
            hint: "put it into the body of a paper or into a statement"
        )
    }

    fileprivate static func unsupportedInCell(_ thing: String) -> Self {
        Self(
            .unsupportedElement,
            "\(own: thing) cannot stand in a cell or a note",
            hint: "write paragraphs, lists or quotations"
        )
    }
}
