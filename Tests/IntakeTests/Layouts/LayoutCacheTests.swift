// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import Publishing
import TestSupport
import Testing
import WorkspaceFiles

@testable import Intake

/// Layouts that have not changed are not read again.
struct LayoutCacheTests {
    private let cache = ReadingCache()

    private func contents(_ files: [String: String]) throws -> WorkspaceContents {
        let folder = try TemporaryFolder()
        for (name, text) in files { try folder.write(text, to: name) }
        return try readWorkspace(
            from: DiskFiles(root: folder.path),
            programLayouts: Repository.program.layouts,
            cache: cache
        )
    }

    @Test func `the same texts make the same layouts, with and without a cache`() throws {
        let first = try contents(GoodWorkspace.files)
        let second = try contents(GoodWorkspace.files)
        #expect(first.layouts == second.layouts)
        #expect(first.layouts.tables.count > 10)
        #expect(second.layouts.wording == first.layouts.wording)
    }

    @Test func `a changed layout is read again`() throws {
        _ = try contents(GoodWorkspace.files)
        var files = GoodWorkspace.files
        files["layouts/words.yaml"] = "title: Words\nkind: words\nlanguage: en\ntelephone: Ring\n"
        #expect(try contents(files).layouts.wording.words(.telephone) == "Ring")
        #expect(try contents(GoodWorkspace.files).layouts.wording.words(.telephone) == "Telephone:")
    }

    @Test func `a mistake in a layout is reported at each reading`() throws {
        var files = GoodWorkspace.files
        files["layouts/words.yaml"] = "title: Words\nkind: words\nlanguage: en\ntelephon: Ring\n"
        let lines = try contents(files).diagnostics.map(\.line)
        #expect(lines.contains { $0.contains("unknown key `telephon`") })
        #expect(try contents(files).diagnostics.map(\.line) == lines)
    }
}
