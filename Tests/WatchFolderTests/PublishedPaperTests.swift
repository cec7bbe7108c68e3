// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Testing

@testable import Publishing
@testable import WatchFolder

/// What a worker says of the files of a paper is not trusted: it has read what anybody may have written.
struct PublishedPaperTests {
    private func files(
        named names: [String],
        bytes: Int? = nil
    ) -> [Publication.File]? {
        var publication = Publication()
        publication.files = names.map {
            Publication.File(
                name: $0,
                paper: "cabinet",
                edition: .whole,
                bytes: [UInt8](repeating: 1, count: 2),
                pages: 1
            )
        }
        let key = PaperKey(id: "cabinet", audience: .public)
        return PublishedPaper(publication)
            .files(of: key, edition: .whole, with: [UInt8](repeating: 1, count: bytes ?? 2 * names.count))
    }

    @Test func `files are those of the message, with the bytes behind it`() {
        let names = ["cabinet.pdf", "cabinet-1.png"]
        #expect(files(named: names)?.map(\.name) == names)
        #expect(files(named: names)?.map(\.bytes) == [[1, 1], [1, 1]])
    }

    @Test(arguments: ["cabinet.RESTRICTED.pdf", "cabinet/../x.pdf", "other.pdf"])
    func `a file with a name of another paper or edition is refused, and with it the paper`(name: String) {
        #expect(files(named: ["cabinet.pdf", name]) == nil)
    }

    @Test func `bytes that are not all of the files are refused`() {
        #expect(files(named: ["cabinet.pdf"], bytes: 1) == nil)
        #expect(files(named: ["cabinet.pdf"], bytes: 3) == nil)
    }
}
