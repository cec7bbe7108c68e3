// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Testing

@testable import Intake

/// Whether a change of a file changed nothing but the words that were meant.
struct TextFileValuesTests {
    private func differ(_ path: String, _ before: String, _ after: String, _ written: String, _ right: String) -> Bool?
    {
        guard let first = TextFileValues(Array(before.utf8), path: path),
            let second = TextFileValues(Array(after.utf8), path: path)
        else { return nil }
        return second.differ(from: first, by: Replacement(of: written, by: right))
    }

    private static let name = "Culture, Sport"

    @Test(arguments: [
        ("round.yaml", "a: 1\nb: x y\n", "a: 1\nb: z y\n"),
        ("returns/a/statement.md", "# One\n\nThe x, *and* y.\n", "# One\n\nThe z, *and* y.\n"),
        ("returns/a/actions.csv", "a,b\n1,x\n", "a,b\n1,z\n"),
        ("papers/a.md", "---\nto: x\n---\n- One\n", "---\nto: z\n---\n- One\n"),
        ("papers/a.md", "---\nto: a\n---\n- x\n", "---\nto: a\n---\n- z\n"),
    ])
    func `one value changes by its words`(path: String, before: String, after: String) {
        #expect(differ(path, before, after, "x", "z") == true)
    }

    @Test(arguments: [
        // A list in brackets and a row get one more.
        ("round.yaml", "a: [x, b]\n", "a: [\(name), b]\n", "x", name),
        ("returns/a/actions.csv", "a,b\n1,x\n", "a,b\n1,\(name)\n", "x", name),
        // A comment, a key, another value.
        ("round.yaml", "a: x b\n", "a: z #b\n", "x", "z #"),
        ("round.yaml", "a: x\n", "z: x\n", "a", "z"),
        ("round.yaml", "a: x\nb: x\n", "a: z\nb: z\n", "x", "z"),
        // Markup where there was none.
        ("returns/a/statement.md", "The x.\n", "The *z*.\n", "x", "*z*"),
        ("round.yaml", "a: The x.\n", "a: The *z*.\n", "x", "*z*"),
        // Not a word of it.
        ("returns/a/statement.md", "The x.\n", "The x.\n", "x", "z"),
    ])
    func `anything else is another file`(path: String, before: String, after: String, written: String, right: String) {
        #expect(differ(path, before, after, written, right) == false)
    }

    @Test func `spaces that are of no value may change none`() {
        #expect(differ("returns/a/statement.md", "The x  \n", "The x\n", "x ", "x") == true)
    }

    @Test func `what cannot be taken apart proves nothing`() {
        #expect(differ("round.yaml", "a: [\n", "a: [\n", "x", "z") == nil)
        #expect(differ("papers/a.md", "x\n", "z\n", "x", "z") == nil)
        #expect(differ("pictures/a.png", "x", "z", "x", "z") == nil)
    }
}
