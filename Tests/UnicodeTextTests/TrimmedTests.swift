// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import UnicodeText

struct TrimmedTests {
    @Test(arguments: [("  a ", "a"), ("\u{A0}a\n", "a"), ("", ""), (" \t", ""), ("é ", "é"), ("a", "a")])
    func `white space at the ends goes`(text: String, trimmed: String) { #expect(text.trimmed == trimmed) }
}
