// SPDX-License-Identifier: Apache-2.0

import TestSupport

extension Placement {
    /// The text of a paper and of a statement in Word: passages as they are marked, and nearly marked.
    static var inDocuments: [Placement] {
        passages + inBlocks + beside
            + [
                document("an exempt paper", .published) { secret, round in
                    round.set("classification", " Exempt")
                    round.body += "\nOf \(secret.word) \(secret.figure)\n"
                },
                document("an exempt appendix", .published) { secret, round in
                    round.set("appendices", "\n  - { title: The return, of: all-directorates, exempt: 3 }")
                    round.statement += "\nOf \(secret.word) \(secret.figure)\n"
                },
                document("an exempt appendix with a footnote", .published) { secret, round in
                    round.set("appendices", "\n  - { title: The return, of: all-directorates, exempt: 3 }")
                    round.statement += "\nWords of FOOTNOTE it.\n"
                    round.addFootnote(secret.word)
                },
            ]
    }

    private static func document(
        _ name: String,
        _ outcome: Outcome,
        isPrinted: Bool = true,
        _ put: @escaping @Sendable (Secret, inout SecretRound) -> Void
    ) -> Placement {
        Placement("in Word: \(name)", outcome, isPrinted: isPrinted) { secret, round in
            put(secret, &round)
            round.isInWord = true
        }
    }

    /// Markdown that means the same in a document.
    private static let forms: [(String, Outcome, @Sendable (Secret) -> String)] = [
        ("below its marker", .published, { "> [!EXEMPT 3]\n> The bid of \($0.word)." }),
        ("on the line of its marker", .published, { "> [!EXEMPT 3] The bid of \($0.word)." }),
        ("in a second paragraph", .published, { "> [!EXEMPT 3]\n> One.\n>\n> Two \($0.word)." }),
        ("in a list of a passage", .published, { "> [!EXEMPT 3]\n>\n> - one\n> - \($0.word)\n>   - \($0.figure)" }),
        ("with emphasis", .published, { "> [!EXEMPT 3]\n> The **bid of \($0.word)** of *\($0.figure)*." }),
        ("in another script", .published, { "> [!EXEMPT 3]\n> \($0.foreign) \($0.word)" }),
        ("in a paragraph with a marker", .refused, { "[!EXEMPT 3] The bid of \($0.word)." }),
        ("in a paragraph that is nearly marked", .refused, { "Exempt 3: the bid of \($0.word)." }),
        ("in bold letters", .refused, { "**NOT FOR PUBLICATION** The bid of \($0.word)." }),
        ("in a quotation that is nearly marked", .refused, { "> [EXEMPT 3] The bid of \($0.word)." }),
        ("under a marker of no paragraph", .refused, { "> [!EXEMPT 99] The bid of \($0.word)." }),
        ("in a heading with a marker", .refused, { "# [!EXEMPT 3] \($0.word)" }),
        ("in an item with a marker", .refused, { "- [!EXEMPT 3] \($0.word)" }),
        ("in a cell with a marker", .refused, { "| a |\n|---|\n| [!EXEMPT 3] \($0.word) |" }),
        ("in a list right below", .refused, { "> [!EXEMPT 3]\n> a\n\n- \($0.word)" }),
        ("in a table right below", .refused, { "> [!EXEMPT 3]\n> a\n\n| b |\n|---|\n| \($0.word) |" }),
        ("in a quotation above its marker", .refused, { "> \($0.word)\n>\n> [!EXEMPT 3]\n> a" }),
    ]

    private static var passages: [Placement] {
        forms.flatMap { name, outcome, text in
            [ProsePlace.body, .statement].map { place in
                document("\(place.rawValue): \(name)", outcome) { secret, round in place.put(text(secret), in: &round) }
            }
        }
    }

    /// Paragraphs at the end of both documents.
    private static func blocks(_ name: String, _ outcome: Outcome, _ xml: @escaping @Sendable (Secret) -> String)
        -> Placement
    {
        document(name, outcome) { secret, round in
            let added = xml(secret)
            round.documentEdits.append { $0.body += WordDocumentBuilder.paragraph("Words.") + added }
        }
    }

    private static let passage = WordDocumentBuilder.paragraph("[!EXEMPT 3] The bid.", style: "Exempt")

    private static var inBlocks: [Placement] {
        typealias Word = WordDocumentBuilder
        return [
            blocks("in the style Exempt", .published) { passage + Word.paragraph("Of \($0.word).", style: "Exempt") },
            blocks("in pieces", .published) {
                Word.paragraph(
                    runs: Word.run("[!EX", "<w:b/>") + Word.run("EMPT 3", "<w:i/>") + Word.run("] \($0.word)"),
                    style: "Exempt"
                )
            },
            blocks("in the style Exempt without a marker", .refused) {
                Word.paragraph("Of \($0.word).", style: "Exempt")
            },
            blocks("in the style Exempt behind other words", .refused) {
                passage + Word.paragraph("Words.") + Word.paragraph("Of \($0.word).", style: "Exempt")
            },
            blocks("in a list that has lost the style", .refused) { passage + Word.item("Of \($0.word).", list: 1) },
            blocks("in a cell of the style Exempt", .refused) {
                Word.table([["a"], [Word.paragraph("Of \($0.word).", style: "Exempt")]])
            },
            blocks("in a quotation beside a passage", .refused) {
                passage + Word.paragraph("Of \($0.word).", style: "Quote")
            },
            blocks("in letters of a style that says so", .refused) {
                Word.paragraph(runs: Word.run("Of \($0.word).", "<w:rStyle w:val=\"ExemptChar\"/>"))
            },
            blocks("in a paragraph of a style that says so", .refused) {
                Word.paragraph("Of \($0.word).", style: "Confidential")
            },
            blocks("in the newer of two forms of a drawing", .refused) {
                Word.paragraph(
                    runs: "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>"
                        + Word.paragraph("[!EXEMPT 3] \($0.word)")
                        + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>"
                )
            },
            blocks("struck out", .refused) {
                Word.paragraph(runs: Word.run("Exempt 3: ", "<w:strike/>") + Word.run($0.word))
            },
            blocks("in a paragraph that goes on with a passage", .refused) {
                passage + Word.paragraph("Of \($0.word).", style: "ListContinue")
            },
            blocks("in a caption right below", .refused) {
                passage + Word.paragraph("Of \($0.word).", style: "Caption")
            },
            blocks("in a table of one row of the style Exempt", .refused) {
                Word.table([[Word.paragraph("Of \($0.word).", style: "Exempt")]])
            },
            blocks("behind a hidden marker in pieces", .refused) {
                Word.paragraph(
                    runs: Word.run("[!EX", "<w:vanish/><w:b/>") + Word.run("EMPT 3]", "<w:vanish/>")
                        + Word.run(" Of \($0.word).")
                )
            },
            blocks("in a control whose title says so", .refused) {
                "<w:sdt><w:sdtPr><w:alias w:val=\"Exempt\"/></w:sdtPr><w:sdtContent>"
                    + Word.paragraph("Of \($0.word).") + "</w:sdtContent></w:sdt>"
            },
            blocks("in a deleted passage", .refused) {
                Word.paragraph(
                    runs: "<w:del w:id=\"1\"><w:r><w:delText>[!EXEMPT 3] \($0.word)</w:delText></w:r></w:del>"
                        + Word.run("x")
                )
            },
        ]
    }

    /// Words that are beside the text, or say of all of it that it is exempt.
    private static var beside: [Placement] {
        typealias Word = WordDocumentBuilder
        let mark = "NOT FOR PUBLICATION"
        func edited(_ name: String, _ edit: @escaping @Sendable (inout WordDocumentBuilder, Secret) -> Void)
            -> Placement
        {
            document(name, .refused) { secret, round in
                round.statement += "\nOf \(secret.word).\n"
                round.documentEdits.append { edit(&$0, secret) }
            }
        }
        return [
            edited("the head of the pages says so") { document, _ in document.head = Word.paragraph(mark) },
            edited("the foot of the pages says so") { document, secret in
                document.foot = Word.paragraph("\(mark) \(secret.word)")
            },
            edited("a watermark says so") { document, _ in
                document.head = Word.paragraph(
                    runs: "<w:r><w:pict><v:shape><v:textpath string=\"CONFIDENTIAL\"/></v:shape></w:pict></w:r>"
                )
            },
            edited("a comment says so") { document, secret in
                document.body += Word.paragraph(runs: Word.run("x") + "<w:r><w:commentReference w:id=\"1\"/></w:r>")
                document.comments = "<w:comment w:id=\"1\">\(Word.paragraph("\(mark) \(secret.word)"))</w:comment>"
            },
            edited("a text box says so") { document, secret in
                let box = "<w:txbxContent>\(Word.paragraph("\(mark) \(secret.word)"))</w:txbxContent>"
                document.body += Word.paragraph(
                    runs: "<w:r><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape></w:pict></w:r>" + Word.run("x")
                )
            },
            edited("hidden text says so") { document, secret in
                document.body += Word.paragraph(runs: Word.run("\(mark) \(secret.word)", "<w:vanish/>") + Word.run("x"))
            },
            edited("a footnote has the style Exempt") { document, secret in
                document.body += Word.paragraph(runs: Word.run("x") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
                document.footnotes =
                    "<w:footnote w:id=\"2\">\(Word.paragraph(secret.word, style: "Exempt"))</w:footnote>"
            },
            edited("a footnote says so") { document, secret in
                document.body += Word.paragraph(runs: Word.run("x") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")
                document.footnotes =
                    "<w:footnote w:id=\"2\">\(Word.paragraph("\(mark) \(secret.word)"))</w:footnote>"
            },
        ]
    }
}

extension SecretRound {
    /// Puts a footnote in place of the word `FOOTNOTE`.
    fileprivate mutating func addFootnote(_ text: String) {
        documentEdits.append { document in
            let mark = "</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t xml:space=\"preserve\">"
            guard document.body.contains("FOOTNOTE") else { return }
            document.body = document.body.replacing("FOOTNOTE", with: mark)
            document.footnotes = "<w:footnote w:id=\"2\">\(WordDocumentBuilder.paragraph(text))</w:footnote>"
        }
    }
}
