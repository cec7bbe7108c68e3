// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import UnicodeText
import WorkspaceFiles

extension InlineBuilder {
    /// The picture that a paragraph holds, if `![what it shows](file.png "Caption")` is all of it.
    ///
    /// What is wrong with how it is written is reported; the file is looked for by whoever knows the workspace.
    func picture(in paragraph: MarkdownNode) -> Prose.Content? {
        let parts = paragraph.children.filter { $0.kind != .text || !$0.literal.isBlank }
        guard parts.count == 1, let node = parts.first, node.kind == .image else { return nil }
        let place = source.location(of: "![", line: paragraph.line, byteColumn: paragraph.byteColumn)
        if let problem = PictureName.problem(with: node.destination, example: "![What it shows](harbour.png)") {
            findings.report(problem, at: place)
        }
        var scanner = PlaceholderScanner()
        for child in node.children {
            switch child.kind {
            case .text, .code: scanner.append(child.literal, line: paragraph.line, byteColumn: paragraph.byteColumn)
            case .softbreak, .linebreak: scanner.append(" ", line: paragraph.line, byteColumn: paragraph.byteColumn)
            default: findings.report(.markupInPictureText, at: place)
            }
        }
        let text = scanner.inlines(source: source, findings: findings)
        scanner = PlaceholderScanner()
        scanner.append(node.title, line: paragraph.line, byteColumn: paragraph.byteColumn)
        let caption = scanner.inlines(source: source, findings: findings)
        if let problem = BlockLimits(text).problem ?? BlockLimits(caption).headingProblem {
            findings.report(problem, at: place)
        }
        if (text + caption).contains(where: \.isNote) { findings.report(.noteOfPicture, at: place) }
        let saysNothing = text.allSatisfy(\.saysNothing)
        let isDecoration = saysNothing && node.title.trimmed == Self.decoration
        if saysNothing, !isDecoration { findings.report(.pictureWithoutText, at: place) }
        return .picture(
            Prose.Picture(
                file: node.destination,
                alternativeText: isDecoration ? nil : text,
                caption: isDecoration || caption.allSatisfy(\.saysNothing) ? [] : caption
            )
        )
    }

    /// In place of a caption, it says that a picture shows nothing that has to be said.
    private static let decoration = "decorative"
}

extension Prose.Inline {
    fileprivate var isNote: Bool { if case .note = self { true } else { false } }
}

extension Diagnostic.Message {
    fileprivate static var pictureWithoutText: Self {
        Self(
            .pictureWithoutText,
            "the picture does not say what it shows",
            hint: "say it between the brackets, `![The new harbour wall](wall.jpg)`, for readers who do not see it; "
                + "one that only decorates is written `![](wall.jpg \"decorative\")`"
        )
    }

    fileprivate static var markupInPictureText: Self {
        Self(
            .unsupportedElement,
            "what a picture shows is said in plain words",
            hint: "write it without links and emphasis"
        )
    }

    static var noteOfPicture: Self {
        Self(.unsupportedElement, "a picture cannot have notes", hint: "say it in the text")
    }
}
