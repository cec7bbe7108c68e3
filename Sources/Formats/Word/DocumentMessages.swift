// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits
import UnicodeText

extension BlockOpening.Hints {
    /// What an officer does in Word.
    static var document: Self {
        Self(
            boldHeading:
                "if it is one, give it the style Heading 2 in place of the bold letters: only a heading is found by a screen reader",
            numberedParagraphs:
                "delete the numbers: a layout with `paragraphs: true` numbers them; a title has the style Heading 1"
        )
    }
}

// MARK: - Files

extension Diagnostic.Message {
    /// How somebody makes a document of something else.
    private static let saveAs: DiagnosticText = "in Word choose File, Save As, and the type “Word Document (*.docx)”"

    /// Why a file is not read as a document, or `nil` if it may be one.
    static func problem(withDocument container: OfficeContainer) -> Self? {
        switch container {
        case .package: nil
        case .empty:
            Self(
                .unreadableDocument,
                "the document is an empty file",
                hint: "it may not have been downloaded yet: open it in Word, and save it here again"
            )
        case .locked: unreadableDocument(.locked)
        case .old: otherDocument("a Word 97–2003 document")
        case .richText: otherDocument("a rich text file (RTF)")
        case .other:
            Self(
                .unreadableDocument,
                "this is no Word document, although its name ends so",
                hint: "open it in Word; \(saveAs)"
            )
        }
    }

    /// A document of a kind that is not read.
    package static func otherDocument(_ kind: String) -> Self {
        Self(.unreadableDocument, "this is \(own: kind), which is not read", hint: "open it in Word; \(saveAs)")
    }

    static func unreadableDocument(_ fault: OfficePackage.Fault) -> Self {
        switch fault {
        case .otherKind(let kind): otherDocument(kind)
        case .damaged:
            Self(
                .unreadableDocument,
                "the document is damaged, or was not saved to its end",
                hint: "open it in Word, and save it again"
            )
        case .locked:
            Self(
                .unreadableDocument,
                "the document is locked with a password",
                hint:
                    "in Word choose File, Info, Protect Document, Encrypt with Password; delete the password, and save"
            )
        case .tooLarge:
            Self(
                .unreadableDocument,
                "the document is larger than a statement or a paper can be",
                hint: "a statement or a paper is some pages long: move what is beyond that to a document of its own"
            )
        }
    }

    static var documentsTooLong: Self {
        Self(
            .fileTooLarge,
            "all texts together are longer than \(Limits.mostMarkdown >> 20) MB",
            hint: "this one and those after it are not read: take out what no paper needs"
        )
    }
}

// MARK: - What a document holds beside its text

extension Diagnostic.Message {
    /// About something that is no text, or `nil` if nobody has to do anything about it.
    static func message(for event: DocumentEvent) -> Self? {
        switch event {
        case .trackedChange:
            Self(
                .trackedChange,
                "changes are tracked here that nobody has accepted or rejected yet",
                hint: "in Word choose Review, Accept, Accept All Changes, or reject what is not meant; then save"
            )
        case .comment:
            Self(
                .documentComment,
                "the text has a comment, which no paper prints",
                hint: "delete it; put what it says into the text, if it is part of it"
            )
        case .textBox:
            Self(
                .textOutsideBody,
                "a text box stands here, and its words are not read",
                hint: "cut its words out, paste them between two paragraphs, and delete the box"
            )
        case .drawing:
            Self(
                .unsupportedElement,
                "a drawing, a chart or a diagram stands here, and is not read",
                hint: "save it as a picture, and insert that with words that say what it shows; or delete it"
            )
        case .embeddedObject:
            Self(
                .unsupportedElement,
                "a part of another program's file stands here, and is not read",
                hint: "insert it as a picture with words that say what it shows, or as a table; or delete it"
            )
        case .equation:
            Self(
                .unsupportedElement,
                "a formula of the equation editor stands here, and is not read",
                hint: "write it as plain text, such as `a ÷ b × 100`"
            )
        case .otherDocument:
            Self(
                .unsupportedElement,
                "another document is put in here, and is not read",
                hint: "open that document, and copy its text to this place"
            )
        case .nestedTable:
            Self(
                .misplacedBlock,
                "a table stands in a cell of another table, or in a note, and is not read",
                hint: "let it stand by itself, between paragraphs"
            )
        case .struckOut: struckOutInDocument
        case .hiddenText: hiddenText
        case .contents:
            Self(
                .unprintedText,
                "a table of contents or an index stands here, and is not printed: papers make their own",
                hint: "delete it"
            )
        case .symbol(_, let code):
            Self(
                .unknownSymbol,
                "a symbol stands here that is not known (\(code.shortened))",
                hint: "delete it, and write it as a letter or a word"
            )
        case .hiddenRow:
            Self(
                .unsupportedElement,
                "a row of a table is hidden, and would be printed",
                hint: "delete the row, or show it (select the table, press Ctrl+D and clear Hidden)"
            )
        case .rubyText:
            Self(
                .unsupportedElement,
                "small words stand above other words (a phonetic guide), and are not read",
                hint: "take them away, or write them in brackets behind the words that they belong to"
            )
        case .emptyField(let kind):
            Self(
                .unsupportedElement,
                "a field stands here whose words are not in the text (\(kind.shortened))",
                hint: "write in its place what it should say, and delete it"
            )
        case .pictureElsewhere:
            Self(
                .invalidPicture,
                "the picture is not in the document, which only refers to it, and nothing is fetched",
                hint: "delete it, and insert it with Insert, Pictures, This Device"
            )
        }
    }

    static var brokenReference: Self {
        Self(
            .unsupportedElement,
            "a reference shows an error in place of what it refers to",
            hint: "write in its place what it should say"
        )
    }

    static var struckOutInDocument: Self {
        Self(
            .struckOutText,
            "text is struck out, and would be printed",
            hint: "delete what is struck out, or take the line through it away"
        )
    }

    static var hiddenText: Self {
        Self(
            .hiddenText,
            "text is hidden, and is not printed",
            hint: "show it (select the paragraph, press Ctrl+D and clear Hidden), or delete it"
        )
    }

    static func pageText(isHead: Bool) -> Self {
        Self(
            .unprintedText,
            "the \(own: isHead ? "head" : "foot") of the pages says something, which no paper prints",
            hint: "put into the text what is part of it; papers have heads and feet of their own"
        )
    }

    static var tooManyMarksInDocument: Self {
        Self(.textTooComplex, "a letter has too many marks on it", hint: "delete them, and type the letter again")
    }

    static func raisedText(_ text: String) -> Self {
        Self(
            .unsupportedElement,
            "`\(text.trimmed.shortened)` is raised, which a paper does not show",
            hint: "only figures and signs can be raised: write it on the line, or insert a footnote"
        )
    }

    static func loweredText(_ text: String) -> Self {
        Self(
            .unsupportedElement,
            "`\(text.trimmed.shortened)` is lowered, which a paper does not show",
            hint: "only figures and signs can be lowered: write it on the line"
        )
    }

    static var emptyNote: Self {
        Self(.emptyBlock, "a footnote says nothing", hint: "write it, or delete its mark in the text")
    }

    static var noteOfExemptStyle: Self {
        Self(
            .invalidExemptMarker,
            "a footnote has the style Exempt, and no footnote can be exempt by itself",
            hint:
                "write its words into the text, in a paragraph that has the style Exempt and begins with `[!EXEMPT 3]`"
        )
    }

    static func exemptLookingName(_ name: String) -> Self {
        Self(
            .nearExemptMarker,
            "the name `\(name.shortened)` of a part of the text may say that it is exempt, and it would be public",
            hint:
                "give the whole paragraph the style Exempt and begin it with `[!EXEMPT 3]`, or change the name (Developer, Properties)"
        )
    }

    static func listLabel(_ words: String) -> Self {
        Self(
            .unprintedText,
            "the numbering of the list says `\(words.shortened)`, which is not printed",
            hint: "type these words into the paragraph, and give the list plain numbers or bullets"
        )
    }

    static func exemptLookingStyle(_ name: String) -> Self {
        Self(
            .nearExemptMarker,
            "the style `\(name.shortened)` may say that this is exempt, and it would be public",
            hint:
                "give the whole paragraph the style Exempt and begin it with `[!EXEMPT 3]`, or give it another style"
        )
    }
}

// MARK: - Blocks

extension Diagnostic.Message {
    static var pictureAmongWords: Self {
        Self(.misplacedBlock, "a picture stands among words", hint: "let it stand alone, in a paragraph of its own")
    }

    static var misplacedPicture: Self {
        Self(
            .misplacedBlock,
            "a picture cannot stand in a list or a quotation",
            hint: "let it stand by itself, between paragraphs"
        )
    }

    static var misplacedInsertion: Self {
        Self(
            .misplacedBlock,
            "`{{> … }}` cannot stand in a list or a quotation",
            hint: "let it stand by itself, between paragraphs"
        )
    }

    /// A picture that a document refers to and does not hold.
    package static var lostPicture: Self {
        Self(
            .invalidPicture,
            "the picture is not in the document, or is larger than \(Limits.largestPicture >> 20) MB",
            hint: "delete it, and insert it again; a photograph is saved smaller first"
        )
    }

    static var pictureWithoutAltText: Self {
        Self(
            .pictureWithoutText,
            "the picture does not say what it shows",
            hint:
                "right-click it, choose View Alt Text, and say it for readers who do not see it; tick Mark as decorative if it shows nothing that has to be said"
        )
    }

    static func invalidPassageMarker(_ marker: String) -> Self {
        Self(
            .invalidExemptMarker,
            "`\(marker.shortened)` does not open an exempt passage",
            hint: "it is written `[!EXEMPT 3]`; \(ExemptParagraphs.hint)"
        )
    }

    static var passageWithoutMarker: Self {
        Self(
            .invalidExemptMarker,
            "this has the style Exempt, and does not say by which paragraph of the law it is exempt",
            hint: "begin it with `[!EXEMPT 3]`; \(ExemptParagraphs.hint)"
        )
    }

    static var passageInTable: Self {
        Self(
            .invalidExemptMarker,
            "words in a table have the style Exempt, and no part of a table can be exempt",
            hint: "write them below the table, in a paragraph that begins with `[!EXEMPT 3]`"
        )
    }

    static var passageWithoutWords: Self {
        Self(.emptyExemptPassage, "an exempt passage says nothing", hint: "write it behind its marker")
    }

    static var letteredList: Self {
        Self(
            .headingNumberedByHand,
            "the list has letters or Roman figures, and is printed with numbers",
            hint: "give it numbers, and look where the text refers to them"
        )
    }

    static func numberedParagraphs(_ count: Int) -> Self {
        Self(
            .headingNumberedByHand,
            "paragraphs are numbered as parts of sections: \(count) from this one on; these numbers are not printed",
            hint: "a layout with `paragraphs: true` numbers them; look where the text refers to them"
        )
    }

    static var tableOfOneRow: Self {
        Self(
            .unsupportedElement,
            "a table has one row, as a frame around words has",
            hint: "write its words in paragraphs; a table has a row that names its columns, and rows below it"
        )
    }

    static var severalHeaderRows: Self {
        Self(
            .unsupportedElement,
            "a table has two rows that name its columns",
            hint: "put the names into one row: `Target 2026/27` in place of `Target` over `2026/27`"
        )
    }

    static var unevenRow: Self {
        Self(
            .unsupportedElement,
            "this row of a table has merged cells, or another number of cells than the others",
            hint: "split its cells (Layout, Split Cells), so that each row has one for each column"
        )
    }
}
