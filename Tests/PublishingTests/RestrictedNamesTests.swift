// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import PaperTree
import Publishing
import TestSupport
import Testing

/// The names of what is not for publication.
struct RestrictedNamesTests {
    @Test func `the two editions of a paper have two names`() {
        #expect(Edition.open.stem(of: "cabinet") == "cabinet")
        #expect(Edition.whole.stem(of: "cabinet") == "cabinet")
        #expect(Edition.restricted.stem(of: "cabinet") == "cabinet.RESTRICTED")
    }

    @Test func `files of a version before are renamed, each once, and others are left`() throws {
        let names = [
            "cabinet.pdf", "cabinet.txt", "cabinet.problems.txt", "cabinet-1.png", "cabinet-12.png",
            "cabinet-proof.pdf",
            "cabinet-2.pdf", "cabinet-a.png", "cabinets.pdf", "budget.pdf", "old.RESTRICTED.pdf", "letter.docx",
        ]
        let folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: names.map { ("kept/" + $0, "words of \($0)") })
        )
        let kept = folder.path + "/kept"
        let renamed = RestrictedNames.renameFormerFiles(of: ["cabinet", "appendix-people"], in: kept)
        #expect(
            renamed.sorted() == [
                "cabinet-1.png", "cabinet-12.png", "cabinet-proof.pdf", "cabinet.pdf", "cabinet.problems.txt",
                "cabinet.txt",
            ]
        )
        #expect(
            try folder.names(in: "kept") == [
                "budget.pdf", "cabinet-2.pdf", "cabinet-a.png", "cabinet-proof.RESTRICTED.pdf",
                "cabinet.RESTRICTED-1.png",
                "cabinet.RESTRICTED-12.png", "cabinet.RESTRICTED.pdf", "cabinet.RESTRICTED.problems.txt",
                "cabinet.RESTRICTED.txt", "cabinets.pdf", "letter.docx", "old.RESTRICTED.pdf",
            ]
        )
        #expect(try folder.text(of: "kept/cabinet.RESTRICTED.pdf") == "words of cabinet.pdf")
        #expect(RestrictedNames.renameFormerFiles(of: ["cabinet"], in: kept) == [])
        #expect(
            RestrictedNames.unmarkedFiles(in: kept).map(\.message)
                == ["budget.pdf", "cabinet-2.pdf", "cabinet-a.png", "cabinets.pdf"].map {
                    "\(kept)/\($0) is among what is not for publication, and does not say so by its name"
                }
        )
    }

    @Test func `a paper as text, JSON, images or PDF says in its name that it is not for publication`() throws {
        let names = ["a.json", "a.txt", "a-1.png", "a.pdf", "letter.docx", "b.RESTRICTED.json", "a.problems.txt"]
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: names.map { ("kept/" + $0, "") }))
        let unmarked = RestrictedNames.unmarkedFiles(in: folder.path + "/kept")
        #expect(
            Set(unmarked.map(\.hint)) == [
                "take it away where it is of no use any more, or put .RESTRICTED into its name"
            ]
        )
        #expect(
            unmarked.map(\.message)
                == ["a-1.png", "a.json", "a.pdf", "a.problems.txt", "a.txt"].map {
                    "\(folder.path)/kept/\($0) is among what is not for publication, and does not say so by its name"
                }
        )
    }

    @Test func `a file under its old name does not take the place of one under its new name`() throws {
        let folder = try TemporaryFolder(["kept/cabinet.pdf": "old", "kept/cabinet.RESTRICTED.pdf": "new"])
        #expect(RestrictedNames.renameFormerFiles(of: ["cabinet"], in: folder.path + "/kept") == [])
        #expect(try folder.text(of: "kept/cabinet.RESTRICTED.pdf") == "new")
    }

    @Test func `the first render after an upgrade renames, and tells what it left`() throws {
        let folder = try ExemptWorkspace.make()
        try folder.write("of before", to: "out-restricted/cabinet.pdf")
        try folder.write("of another", to: "out-restricted/budget.pdf")
        try folder.write("draft", to: "round/circulated/cabinet/01-v1/restricted/cabinet.pdf")
        try folder.write("as: v1\nnumber: 1\n", to: "round/circulated/cabinet/01-v1/circulated.yaml")
        // What was circulated shows that there was something exempt, of which no ledger knows.
        let held = try Command.cleardays("render", "round", in: folder.path)
        #expect(held.status == 1)
        #expect(held.errors.contains("the ledger of what is exempt is missing"))
        let begun = try Command.cleardays("release", "round", "--new-ledger", "--reason", "Upgraded.", in: folder.path)
        #expect(begun.status == 0, "\(begun.errors)")
        let render = try Command.cleardays("render", "round", in: folder.path)
        #expect(render.status == 0, "\(render.errors)")
        #expect(
            render.output.hasPrefix(
                """
                renamed out-restricted/cabinet.pdf: its name now says that it is not for publication
                renamed round/circulated/cabinet/01-v1/restricted/cabinet.pdf: its name now says that it is not for publication

                """
            )
        )
        #expect(
            render.errors.contains(
                "warning: out-restricted/budget.pdf is among what is not for publication, and does not say so by its name\n"
            )
        )
        #expect(
            try folder.names(in: "out-restricted") == [
                "appendix-community-services.RESTRICTED.pdf", "budget.pdf", "cabinet.RESTRICTED.pdf",
            ]
        )
        #expect(try folder.names(in: "round/circulated/cabinet/01-v1/restricted") == ["cabinet.RESTRICTED.pdf"])
    }
}
