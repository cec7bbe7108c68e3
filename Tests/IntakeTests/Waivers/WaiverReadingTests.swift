// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Publishing
import TestSupport
import Testing

@testable import Intake

/// Waivers in every place where an officer can write one.
struct WaiverReadingTests {
    private static let form = "returns/communities/return.yaml"
    private static let statement = "returns/communities/statement.md"
    private static let actions = "returns/communities/actions.csv"
    private static let indicators = "returns/communities/indicators.csv"

    /// The good workspace with edits: each a file, an old text and a new one.
    private func contents(_ edits: (file: String, old: String, new: String)...) throws -> WorkspaceContents {
        var files = GoodWorkspace.files
        for edit in edits {
            let text = try #require(files[edit.file])
            #expect(text.contains(edit.old))
            files[edit.file] = text.replacing(edit.old, with: edit.new, maxReplacements: 1)
        }
        return try read(files)
    }

    private func summary(_ waiver: Waiver) -> String {
        "\(waiver.rule.rawValue) \(waiver.reach) “\(waiver.reason)” \(waiver.location)"
    }

    @Test(arguments: [
        ("council.yaml", "nation: England", "council.yaml:3:5 (rule)"),
        ("round.yaml", "year: 2009/10\npoint", "round.yaml:3:5 (rule)"),
        (form, "signed-by: officer", "\(form):4:5 (rule)"),
        ("papers/cabinet.md", "contact: officer", "papers/cabinet.md:12:5 (rule)"),
    ])
    func `a file of YAML and the header of a paper have a list of them`(
        file: String,
        key: String,
        place: String
    ) throws {
        let list = "waive:\n  - rule: misspelt-name\n    at: NI 75 at 51%\n    reason: So it is called\n"
        let contents = try contents((file, key, list + key))
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(
            contents.waivers.map(summary) == ["misspelt-name words(\"NI 75 at 51%\") “So it is called” \(place)"]
        )
    }

    @Test(arguments: [
        (
            "{ rule: figure-diffres, at: x, reason: y }",
            "warning \(form):4:7 (rule): `figure-diffres` is not a rule"
        ),
        ("{ at: x, reason: y }", "warning \(form):4:5 (waive): the waiver names no rule"),
        (
            "{ rule: figure-differs, reason: y }",
            "warning \(form):4:7 (rule): the waiver of `figure-differs` does not say where"
        ),
        (
            "{ rule: figure-differs, at: x }",
            "warning \(form):4:7 (rule): the waiver of `figure-differs` has no reason"
        ),
        (
            "{ rule: missing-reason, at: x, reason: y }",
            "warning \(form):4:7 (rule): `missing-reason` is an error, and no error can be waived"
        ),
        (
            "{ reson: y, rule: figure-differs, at: x }",
            "error \(form):4:7 (reson): unknown key `reson` in a waiver"
        ),
        ("figure-differs", "error \(form):4:5 (waive): a waiver must be a group of keys, not a text"),
        ("figure-diffres", "error \(form):4:5 (waive): a waiver must be a group of keys, not a text"),
    ])
    func `one that is not complete is told at its place, and waives nothing`(item: String, line: String) throws {
        let contents = try contents((Self.form, "signed-by", "waive:\n  - \(item)\nsigned-by"))
        #expect(contents.diagnostics.first?.line == line)
        #expect(contents.waivers.isEmpty)
    }

    /// What is not understood may be meant as a mark of exempt information: none of it passes with a warning.
    @Test(arguments: [
        "waive: { rule: figure-differs, at: x, reason: y }", "waive:\n  EP 3: 3", "waive:\n  - 3",
        "waive:\n  - [EP 3, 3]",
        "waive:\n  - EP 3: 3", "waive:\n  - { rows: [EP 3], law: 3 }",
        "waive:\n  - { paragraph: 3, rule: figure-differs, at: x, reason: y }",
        "waive:\n  - { rule: figure-differs, at: x, reason: y, eithrio: 3 }",
        "waive:\n  - { rule: [figure-differs], at: x, reason: y }",
        "waive:\n  - { reason: \"[!EXEMPT 3] the bid\" }",
    ])
    func `what is no waiver is an error`(written: String) throws {
        let contents = try contents((Self.form, "signed-by", written + "\nsigned-by"))
        #expect(contents.diagnostics.holdsErrors)
    }

    @Test func `an indicator, an action and an activity have a column of them`() throws {
        let contents = try contents(
            (Self.actions, "due,comment", "due,comment,waived"),
            (Self.actions, "2010-03,", "2010-03,,"),
            (Self.actions, "same as S1", "same as S1,missing-comment: As agreed; repeated-text: so"),
            (Self.actions, "on course,,,2010,", "on course,,,2010,,"),
            (Self.indicators, "mid-year,comment", "mid-year,comment,WAIVED"),
            (Self.indicators, "Rising.", "\"Rising.\nSlowly.\",mixed-units: They are"),
            (Self.indicators, "[r][^method]\",", "[r][^method]\",,")
        )
        #expect(contents.diagnostics.map(\.line) == [])
        #expect(
            contents.waivers.map(summary) == [
                "missing-comment rows(ClosedRange(3...3)) “As agreed” \(Self.actions):3:62 (waived)",
                "repeated-text rows(ClosedRange(3...3)) “so” \(Self.actions):3:62 (waived)",
                "mixed-units rows(ClosedRange(2...3)) “They are” \(Self.indicators):3:10 (waived)",
            ]
        )
    }

    @Test func `a comment in a statement and in a paper is one`() throws {
        let contents = try contents(
            (Self.statement, "**Prevention.**", "<!-- waive misspelt-name: So it is called -->\n**Prevention.**"),
            ("papers/cabinet.md", "# Introduction", "<!-- waive repeated-text -->\n# Introduction")
        )
        #expect(
            contents.diagnostics.map(\.line) == [
                "warning papers/cabinet.md:17:1: the waiver of `repeated-text` has no reason"
            ]
        )
        #expect(
            contents.waivers.map(summary) == [
                "misspelt-name rows(ClosedRange(4...4)) “So it is called” \(Self.statement):3:1"
            ]
        )
    }

    @Test(arguments: [
        "Exempt under paragraph 3", "[!EXEMPT 3] the bid", "Confidential: the bid of Corvane",
    ])
    func `the words of a waiver are screened like others`(words: String) throws {
        let item = "waive:\n  - { rule: misspelt-name, at: \"NI 75\", reason: \"\(words)\" }\nsigned-by"
        let inForm = try contents((Self.form, "signed-by", item))
        let inComment = try contents((Self.statement, "**Prev", "<!-- waive misspelt-name: \(words) -->\n**Prev"))
        let inRow = try contents(
            (Self.indicators, "mid-year,comment", "mid-year,comment,waived"),
            (Self.indicators, "Rising.", "Rising.,misspelt-name: \(words)"),
            (Self.indicators, "[r][^method]\",", "[r][^method]\",,")
        )
        for contents in [inForm, inComment, inRow] {
            let exposures = contents.diagnostics.filter(\.isExposure)
            #expect(!exposures.isEmpty)
            #expect(contents.diagnostics.allSatisfy { !$0.message.contains(words) && $0.excerpt == nil })
        }
    }

    @Test func `too many are reported`() throws {
        let items = (1...203).map { "  - { rule: misspelt-name, at: \"NI \($0)\", reason: so }\n" }.joined()
        let contents = try contents((Self.form, "signed-by", "waive:\n\(items)signed-by"))
        #expect(contents.waivers.count == 200)
        #expect(
            contents.diagnostics.map(\.line) == ["warning \(Self.form):204:7 (rule): there are more than 200 waivers"]
        )
        #expect(
            contents.diagnostics.map(\.hint) == [
                "this one and those after it waive nothing: where so many findings of a rule are right, turn the rule off in `house-style`"
            ]
        )
    }

    // MARK: - Rules

    private func rules(_ rules: String) throws -> WorkspaceContents {
        try contents(("council.yaml", "nation: England", "nation: England\nhouse-style:\n  rules: { \(rules) }"))
    }

    @Test func `the house style sets rules, and what it sets is reported so`() throws {
        let edit = ("papers/cabinet.md", "status: final", "not-exempt: \"Something that is long\"\nstatus: final")
        let file = (Self.form, "nil: [youth]\n", "")
        let plain = try contents(edit, file)
        #expect(
            plain.diagnostics.map(\.line) == [
                "warning papers/cabinet.md:15:13 (not-exempt): `not-exempt` settles nothing here",
                "warning \(Self.form): a unit has not reported: `youth`",
            ]
        )
        let style = "nation: England\nhouse-style:\n  rules: { Unreported-Units: error, mixed-precision: off }"
        let raised = try contents(edit, file, ("council.yaml", "nation: England", style))
        #expect(raised.diagnostics.map(\.severity) == [.warning, .error])
        #expect(raised.rules[.mixedPrecision] == .off)
        let off = try contents(edit, file, ("council.yaml", "nation: England", style.replacing("error", with: "off")))
        #expect(off.diagnostics.map(\.rule) == [.unusedWaiver])
    }

    @Test(arguments: [
        (
            "mixed-precisoin: off", "warning council.yaml:4:12 (mixed-precisoin): there is no rule `mixed-precisoin`",
            "did you mean `mixed-precision`?"
        ),
        (
            "mixed-precision: loud", "warning council.yaml:4:29 (mixed-precision): `mixed-precision` cannot be `loud`",
            "known: `off`, `advice`, `warning`, `error`"
        ),
        (
            "mixed-precision: [off]",
            "warning council.yaml:4:12 (mixed-precision): `mixed-precision` must be a text, not a list",
            nil
        ),
        (
            "missing-cell: off",
            "warning council.yaml:4:12 (missing-cell): `missing-cell` is an error, and cannot be turned off",
            "delete this line: the rule stays as it is"
        ),
        (
            "missing-cell: advice",
            "warning council.yaml:4:12 (missing-cell): `missing-cell` is an error, and cannot be made advice",
            "delete this line: the rule stays as it is"
        ),
        (
            "unused-waiver: error",
            "warning council.yaml:4:12 (unused-waiver): `unused-waiver` is about what may be exempt or about waivers, and cannot be made an error",
            "delete this line: the rule stays as it is"
        ),
    ])
    func `a rule that cannot be set is told at its place`(rule: String, line: String, hint: String?) throws {
        let contents = try rules(rule)
        #expect(contents.diagnostics.map(\.line) == [line])
        #expect(contents.diagnostics.map(\.hint) == [hint])
        #expect(contents.rules == RuleSettings())
    }

    @Test func `what may be a mark among the rules is an error`() throws {
        let contents = try rules("exempt EP 3: off")
        #expect(contents.diagnostics.map(\.severity) == [.error])
        #expect(contents.diagnostics.map(\.message) == ["there is no rule `…`"])
        #expect(
            contents.diagnostics.map(\.hint) == [
                "if it says that something is not for publication, mark that where it stands; otherwise delete this line"
            ]
        )
    }

    @Test(arguments: ["off", "[mixed-precision]"])
    func `rules that are no group are a warning`(value: String) throws {
        let contents = try contents(
            ("council.yaml", "nation: England", "nation: England\nhouse-style:\n  rules: \(value)")
        )
        #expect(contents.diagnostics.map(\.severity) == [.warning])
        #expect(contents.diagnostics.map(\.rule) == [.invalidRuleSetting])
    }

    @Test func `an error may be set to what it is`() throws {
        #expect(try rules("missing-cell: error").diagnostics == [])
    }
}
