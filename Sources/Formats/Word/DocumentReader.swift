// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Monitoring
import ResourceLimits
import UnicodeText
package import WorkspaceFiles

/// Reads a Word document (Office Open XML, transitional or strict) into prose.
///
/// Headings, lists, quotations and exempt passages are known by the styles and the numbering of paragraphs. Nothing is computed and nothing
/// is fetched: a field has the result that Word stored with it. What cannot be seen, or is not in the text, is reported.
package struct DocumentReader {
    /// A footnote or an endnote.
    package struct Note {
        /// The name by which the prose refers to it.
        package var name: String
        /// What it says.
        package var text: Prose
        /// The paragraph that refers to it.
        package var location: SourceLocation
    }

    /// What a document says.
    package struct Result {
        /// Empty if the document cannot be read.
        package var prose = Prose()
        /// How it was written, for checks of it; `nil` if it was not read.
        package var outline: ProseOutline?
        /// Its footnotes and endnotes, in the order in which the text refers to them.
        package var notes: [Note] = []
        /// The comments that waive something.
        package var waivers: [WaiverComment] = []
        /// The files of its pictures, by the names that the prose has for them.
        package var pictures: [String: [UInt8]] = [:]
    }

    private let findings: DiagnosticCollector
    private let isExempt: Bool

    /// A reader that reports to a collector.
    ///
    /// - Parameter isExempt: whether the document is exempt as a whole, so that its head may say so.
    package init(findings: DiagnosticCollector, isExempt: Bool = false) {
        self.findings = findings
        self.isExempt = isExempt
    }

    /// The prose of a document. Every problem in it is reported at its paragraph.
    package func read(_ bytes: [UInt8], file: SourceFile) -> Result {
        let location = SourceLocation(in: file)
        if let problem = Diagnostic.Message.problem(withDocument: OfficeContainer(bytes)) {
            findings.keepTogether(file.subject)
            findings.report(problem, at: location)
            return Result()
        }
        do throws(OfficePackage.Fault) {
            var parts = try DocumentParts.read(bytes)
            return try result(&parts, file: file)
        } catch {
            findings.keepTogether(file.subject)
            findings.report(.unreadableDocument(error), at: location)
            return Result()
        }
    }

    private func result(_ parts: inout DocumentParts, file: SourceFile) throws(OfficePackage.Fault) -> Result {
        let body = parts.body
        let size = body.items.count + body.unread.reduce(0) { $0 + $1.words.count } + parts.textSize
        guard findings.budget.takeMarkdown(ofBytes: size) else {
            findings.report(.documentsTooLong, at: SourceLocation(in: file))
            return Result()
        }
        var builder = DocumentBuilder(
            body,
            styles: parts.styles,
            numbering: parts.numbering,
            notes: parts.notes,
            pictures: parts.pictures,
            isExempt: isExempt,
            file: file,
            findings: findings
        )
        let styles = parts.styles
        if builder.holdsMisplacedExemptStyle || parts.unreadStyles.contains(where: { styles.role($0) == .exempt }) {
            findings.hide(file.path)
        }
        let blocks = builder.blocks()
        findings.remember(builder.text.source)
        builder.outline.source = builder.text
        let report = DocumentReport(file: file, isExempt: isExempt, findings: findings)
        report.report(parts, builder.styles)
        var result = Result(prose: Prose(blocks), outline: builder.outline, notes: builder.notes)
        result.waivers = report.waivers(in: parts)
        for name in Set(result.prose.pictureFiles) { result.pictures[name] = try parts.bytes(of: name) }
        return result
    }
}

extension Prose {
    /// The names of its pictures' files.
    fileprivate var pictureFiles: [String] {
        var files: [String] = []
        _ = mappingPictures { picture, _ in
            files.append(picture.file)
            return picture
        }
        return files
    }
}
