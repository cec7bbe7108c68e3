// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// Files beside those of a return.
struct ReturnFileCopyTests {
    @Test(arguments: [
        "actions-DESKTOP-7H2K9.csv", "actions (conflicted copy 2025-10-14).csv",
        "actions (Priya's conflicted copy).csv",
        "actions-DESKTOP-7H2K9-2.csv", "actions-safeBackup-0001.csv",
        "actions.sync-conflict-20251014-101112-ABCDEFG.csv",
        "actions (Case Conflict).csv", "actions-LAPTOP-OM1.CSV",
    ])
    func `a copy of two people who saved at once is an error`(name: String) {
        let message = ReturnFileCopy(name)?.message
        #expect(message?.rule == .conflictingFiles)
        #expect(
            message?.text.description
                == "two people have saved `actions.csv`, and this is the copy of one of them, which is not read"
        )
    }

    @Test(arguments: [
        ("Copy of indicators.csv", "indicators.csv"), ("indicators (1).csv", "indicators.csv"),
        ("indicators v3 FINAL.csv", "indicators.csv"), ("indicators-FINAL.csv", "indicators.csv"),
        ("statement - Copy.md", "statement.md"), ("indicators-before (2).csv", "indicators-before.csv"),
        ("communities-actions.csv", "actions.csv"),
    ])
    func `another copy is a warning that says of what`(name: String, original: String) {
        let message = ReturnFileCopy(name)?.message
        #expect(message?.rule == .unreadFile)
        #expect(message?.text.description == "the file is not read: it seems to be a copy of `\(original)`")
    }

    @Test func `a dash in the name itself is no computer's`() {
        let message = ReturnFileCopy("indicators-before-DESKTOP-7H2K9.csv")?.message
        #expect(message?.rule == .conflictingFiles)
        #expect(message?.text.description.contains("two people have saved `indicators-before.csv`") == true)
    }

    @Test func `a second ending is told with the name to give`() {
        let message = ReturnFileCopy("indicators.csv.txt")?.message
        #expect(message?.text.description == "the file is not read: it has a second ending")
        #expect(message?.hint?.description == "rename it to `indicators.csv`; Windows may hide the last ending")
    }

    @Test(arguments: ["notes.txt", "budget.csv", "return.xlsx", "minutes.docx", "transactions.csv"])
    func `other files are other files`(name: String) {
        #expect(ReturnFileCopy(name) == nil)
    }

    @Test func `capitals in a name make no difference, and two files of one name do`() throws {
        var files = GoodWorkspace.files
        let actions = files.removeValue(forKey: "returns/communities/actions.csv")
        files["returns/communities/Actions.CSV"] = actions
        #expect(try read(files).diagnostics.map(\.line) == [])
        files["returns/communities/actions.csv"] = actions
        #expect(
            try read(files).diagnostics.map(\.line) == [
                "error returns/communities/Actions.CSV: this file and `actions.csv` have one name but for capitals, and only "
                    + "`actions.csv` is read"
            ]
        )
    }

    @Test func `a folder in capitals is that of its directorate`() throws {
        var files: [String: String] = [:]
        for (path, text) in GoodWorkspace.files {
            files[path.replacing("returns/communities/", with: "returns/Communities/")] = text
        }
        let contents = try read(files)
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(contents.round?.directorateReturn("communities")?.items.count == 3)
    }
}
