// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

/// The name that a misspelt one most likely means.
struct NearestNameTests {
    private let names = ["nation", "language", "bodies", "people"]

    @Test(arguments: [
        ("natoin", "nation"), ("Nation", "nation"), ("lanuage", "language"), ("bodys", "bodies"), ("poeple", "people"),
    ])
    func `a near name is found`(written: String, meant: String) {
        #expect(NearestName.of(written, among: names) == meant)
    }

    @Test(arguments: ["", "x", "elephants", "national-language"])
    func `a far name is not`(written: String) {
        #expect(NearestName.of(written, among: names) == nil)
    }

    @Test func `a hint names the nearest, or lists a few`() {
        #expect(NearestName.hint(for: "natoin", among: names) == "did you mean `nation`?")
        #expect(NearestName.hint(for: "elephants", among: ["a", "b"]) == "known: `a`, `b`")
        #expect(NearestName.hint(for: "elephants", among: [String]()) == nil)
        #expect(NearestName.hint(for: "elephants", among: (0..<20).map { "\($0)" }) == nil)
    }
}
