// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Intake

/// Identifiers, addresses and numbers to call.
struct WritingTests {
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

    @Test(arguments: ["01632 960123", "+44 (0)1632 960123", "01632 960123 ext 4", "01632 960123 x12"])
    func `telephone numbers are known`(text: String) { #expect(text.isTelephoneNumber) }

    @Test(arguments: ["", "123", "01632 96O123", "phone", "0123456789012345678"])
    func `what cannot be called is not one`(text: String) { #expect(!text.isTelephoneNumber) }

    @Test(arguments: ["a@b.uk", "ruth.okafor@wealdshire.example"])
    func `email addresses are known`(text: String) { #expect(text.isEmailAddress) }

    @Test(arguments: ["", "a", "a@b", "a@@b.uk", "@b.uk", "a b@c.uk", "a@b..uk"])
    func `what cannot be written to is not one`(text: String) { #expect(!text.isEmailAddress) }

    @Test(arguments: [("  a ", "a"), ("\u{A0}a\n", "a"), ("", ""), (" \t", ""), ("é ", "é"), ("a", "a")])
    func `white space at the ends goes`(text: String, trimmed: String) { #expect(text.trimmed == trimmed) }
}
