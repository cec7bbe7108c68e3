// SPDX-License-Identifier: Apache-2.0

import Testing
import UnicodeText

struct LanguageTagTests {
    @Test(arguments: [
        ("cy", "cy"), ("CY", "cy"), ("en-gb", "en-GB"), ("zh-hant-tw", "zh-Hant-TW"), ("sco", "sco"),
        ("de-1996", "de-1996"),
        ("en-x-ab-LATN", "en-x-ab-latn"), ("es-419", "es-419"),
    ])
    func `a tag is written in the case of its subtags`(text: String, tag: String) {
        #expect(LanguageTag(text)?.rawValue == tag)
    }

    @Test(arguments: [
        "", "c", "welsh", "gb", "wl", "wel", "cym", "eng-GB", "cy ", "cy-", "-cy", "cy_GB", "cy--GB",
        "en-toolongsubtag", "ça", "c\u{301}y", "12",
    ])
    func `what is no tag is refused`(text: String) {
        #expect(LanguageTag(text) == nil)
    }

    @Test(arguments: [
        ("Welsh", "cy"), ("cymraeg", "cy"), ("wel", "cy"), ("gb", "en-GB"), ("Polish", "pl"), ("Gàidhlig", "gd"),
        ("cy", nil), ("klingon", nil),
    ])
    func `a language is found by what officers write in place of its tag`(name: String, tag: String?) {
        #expect(LanguageTag(named: name)?.rawValue == tag)
    }

    @Test(arguments: [
        ("en-GB", "en", true), ("en", "en-GB", true), ("en-GB", "en-GB", true), ("en-GB", "en-US", false),
        ("cy", "en", false), ("cy", "cy-GB", true),
    ])
    func `words in one language need no mark in another tag of it`(first: String, second: String, covers: Bool) throws {
        #expect(try #require(LanguageTag(first)).covers(try #require(LanguageTag(second))) == covers)
    }
}
