// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing
import Testing

struct PaperKeyTests {
    private let open = PaperKey(id: "cabinet", audience: .public)
    private let restricted = PaperKey(id: "cabinet", audience: .restricted)

    @Test(arguments: ["cabinet.pdf", "cabinet.html", "cabinet-1.png", "cabinet-12.png", "cabinet.json"])
    func `a file of a paper has its stem, the number of a page, and an ending`(name: String) {
        #expect(open.canName(name))
        #expect(!restricted.canName(name))
    }

    @Test func `a file of a restricted edition has its mark`() {
        #expect(restricted.canName("cabinet.RESTRICTED.pdf"))
        #expect(restricted.canName("cabinet.RESTRICTED-2.png"))
        #expect(!open.canName("cabinet.RESTRICTED.pdf"))
        #expect(!open.canName("cabinet.RESTRICTED-2.png"))
    }

    @Test(arguments: [
        "cabinet", "cabinet.", "cabinetpdf", "cabinet-poc.pdf", "cabinet-.png", "cabinet.PDF", "cabinet..pdf",
        "cabinet/../x.pdf", "cabinet larkfield.pdf", "other.pdf", ".pdf", "",
    ])
    func `nothing else is a name of its files`(name: String) {
        #expect(!open.canName(name))
    }
}
