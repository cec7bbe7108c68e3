// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Layouts
import TestSupport
import Testing

/// The program's own words.
struct WordingTests {
    private let place = SourceLocation(file: "layouts/words.yaml")

    private func wording(_ phrase: Phrase, _ text: String) -> Wording { Wording([phrase: Template(text, at: place)]) }

    @Test func `the names of a phrase are filled in, each as often as it is there`() {
        let words = wording(.proofTitle, "{{ title }}: {{ version }} ({{ title }})")
        #expect(words.words(.proofTitle, ["title": "Monitoring", "version": "2"]) == "Monitoring: 2 (Monitoring)")
    }

    @Test func `a name without a value, and a phrase without words, say nothing`() {
        let words = wording(.proofTitle, "{{ title }}{{ version }}.")
        #expect(words.words(.proofTitle, ["title": "a"]) == "a.")
        #expect(words.words(.section, ["number": "1"]) == "")
        #expect(Wording()[.section] == nil)
    }

    @Test func `a value is not read as a template`() {
        #expect(
            wording(.section, "section {{ number }}").words(.section, ["number": "{{ number }}"])
                == "section {{ number }}"
        )
    }

    @Test(arguments: [
        ("page {{ number }}", ["page ", ""]), ("{{ number }}", ["", ""]), ("page", ["page"]), ("", [""]),
        ("p. {{ number }} of {{ total }}, {{ number }}!", ["p. ", " of , ", "!"]),
    ])
    func `the parts of a phrase are what is around a name`(text: String, parts: [String]) {
        #expect(wording(.page, text).parts(of: .page, around: "number") == parts)
    }

    @Test func `a phrase that nobody has worded has one empty part`() {
        #expect(Wording().parts(of: .page, around: "number") == [""])
    }

    @Test func `a phrase can be worded anew`() {
        var words = wording(.yes, "Yes")
        words[.yes] = Template("Ja", at: place)
        #expect(words.words(.yes) == "Ja")
    }

    @Test func `every phrase says what it is for, and has a key of its own`() {
        #expect(Set(Phrase.allCases.map(\.rawValue)).count == Phrase.allCases.count)
        for phrase in Phrase.allCases {
            #expect(!phrase.meaning.isEmpty)
            #expect(
                phrase.rawValue.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") },
                "\(phrase)"
            )
            #expect(Set(phrase.names).count == phrase.names.count, "\(phrase)")
        }
    }

    @Test(arguments: [
        (Phrase.section, ["number"]), (.overleaf, []), (.amendmentsSince, ["version"]),
        (.proofTitle, ["title", "version"]),
        (.rowsRemoved, ["rows"]), (.rowCount, ["count"]), (.shorthand, ["meanings"]), (.exemptNumbers, ["numbers"]),
        (.exemptCitation, ["paragraphs", "law", "descriptions"]),
        (.withheldRow, ["paragraphs", "citation", "schedule"]), (.yes, []),
    ])
    func `a phrase knows which names may be in it`(phrase: Phrase, names: [String]) {
        #expect(phrase.names == names)
    }
}
