// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import Intake

/// A paper is in a language for which there are words.
struct LanguageTests {
    private func lines(_ language: String) throws -> [String] {
        try read(replacing: "language: en-GB", with: "language: \(language)", in: "council.yaml").diagnostics.map(
            \.line
        )
    }

    @Test(arguments: ["en", "en-GB", "EN-us", "en-GB-oed"]) func `English is taken, however it is written`(tag: String)
        throws
    {
        #expect(try lines(tag) == [])
    }

    @Test(arguments: ["cy", "gd-GB", "fr"]) func `another language is an error that says which there are`(
        tag: String
    ) throws {
        let read = try read(replacing: "language: en-GB", with: "language: \(tag)", in: "council.yaml").diagnostics
        #expect(read.count == 1)
        #expect(read.first?.message == "there are no words for papers in the language `\(tag)`")
        #expect(read.first?.hint == "months, lists and headings are known in `en`: write `en-GB`")
    }

    @Test(arguments: ["eng", "english", "gb", "en_GB"]) func `what is the tag of no language is told`(tag: String)
        throws
    {
        let read = try read(replacing: "language: en-GB", with: "language: \(tag)", in: "council.yaml").diagnostics
        #expect(read.map(\.message) == ["`\(tag)` is not the tag of a language"])
        #expect(read.first?.hint == "English as written in Britain is `en-GB`")
    }
}
