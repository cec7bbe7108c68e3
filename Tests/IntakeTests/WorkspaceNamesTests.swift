// SPDX-License-Identifier: Apache-2.0

import Intake
import TestSupport
import Testing
import WorkspaceFiles

struct WorkspaceNamesTests {
    private func names(in folder: TemporaryFolder) -> WorkspaceNames {
        WorkspaceNames(in: DiskFiles(root: folder.path), programLayouts: Repository.folder + "/layouts")
    }

    @Test func `papers are files of papers, directorates those of the council, themes those of both`() throws {
        let folder = try TemporaryFolder([
            "council.yaml": "name: Somewhere\ndirectorates:\n  housing: {name: Housing}\n  adults: {name: Adults}\n",
            "papers/cabinet.md": "", "papers/scrutiny.docx": "", "papers/cabinet.docx": "", "papers/notes.txt": "",
            "layouts/themes/own.yaml": "",
        ])
        let names = names(in: folder)
        #expect(names.papers == ["cabinet", "scrutiny"])
        #expect(names.directorates == ["housing", "adults"])
        #expect(names.themes == ["accessible", "heritage", "large-print", "own"])
        #expect(names.drafts == [])
    }

    @Test func `drafts are by what they are called, each once`() throws {
        let record = { (version: String, number: Int) in "as: \(version)\nnumber: \(number)\n" }
        let folder = try TemporaryFolder([
            "papers/cabinet.md": "", "papers/scrutiny.md": "",
            "circulated/cabinet/02-version-2/circulated.yaml": record("version 2", 2),
            "circulated/cabinet/01-version-1/circulated.yaml": record("version 1", 1),
            "circulated/scrutiny/01-version-1/circulated.yaml": record("version 1", 1),
        ])
        #expect(names(in: folder).drafts == ["version 1", "version 2"])
    }

    @Test(arguments: ["directorates: [a, b]\n", "directorates:\n", "- a\n", "directorates: {a: \n", "\u{0}"])
    func `a council that cannot be read has no directorates`(council: String) throws {
        #expect(names(in: try TemporaryFolder(["council.yaml": council])).directorates == [])
    }

    @Test func `where there is no workspace there are the themes of the program`() throws {
        let names = WorkspaceNames(in: DiskFiles(root: "/nowhere"), programLayouts: nil)
        #expect(names.papers + names.directorates + names.themes + names.drafts == [])
        #expect(self.names(in: try TemporaryFolder()).themes == ["accessible", "heritage", "large-print"])
    }
}
