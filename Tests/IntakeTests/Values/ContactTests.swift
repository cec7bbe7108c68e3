// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Intake

/// Addresses and telephone numbers.
struct ContactTests {
    @Test(arguments: ["01632 960123", "+44 (0)1632 960123", "01632 960123 ext 4", "01632 960123 x12"])
    func `telephone numbers are known`(text: String) { #expect(text.isTelephoneNumber) }

    @Test(arguments: ["", "123", "01632 96O123", "phone", "0123456789012345678"])
    func `what cannot be called is not one`(text: String) { #expect(!text.isTelephoneNumber) }

    @Test(arguments: ["a@b.uk", "ruth.okafor@wealdshire.example"])
    func `email addresses are known`(text: String) { #expect(text.isEmailAddress) }

    @Test(arguments: ["", "a", "a@b", "a@@b.uk", "@b.uk", "a b@c.uk", "a@b..uk"])
    func `what cannot be written to is not one`(text: String) { #expect(!text.isEmailAddress) }
}
