// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Formats

struct IdentifierTests {
    @Test(arguments: ["communities", "md-cfe", "2009", "a-1"])
    func `lower-case words with hyphens are identifiers`(text: String) { #expect(text.isIdentifier) }

    @Test(arguments: ["", "Communities", "md_cfe", "-a", "a b", "é", "a."])
    func `anything else is not`(text: String) { #expect(!text.isIdentifier) }

    @Test(arguments: [
        ("Md_CFE", "md-cfe"), ("Über uns!", "ber-uns"), ("---", "name"), ("Half-year 2009", "half-year-2009"),
    ])
    func `an identifier can be made of anything`(text: String, identifier: String) {
        #expect(text.asIdentifier == identifier)
        #expect(identifier.isIdentifier)
    }
}
