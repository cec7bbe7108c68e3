// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing

@testable import Intake

/// What stands in a field for a figure.
struct ObservationReaderTests {
    private let place = SourceLocation(file: "indicators.csv", line: 2, column: 9, field: "2009/10 target")

    private func read(_ text: String) throws -> Observation { try ObservationReader().read(text, at: place) }

    /// The message about a text, or `nil` if it is a value.
    private func problem(_ text: String) -> Diagnostic.Message? {
        do throws(Diagnostic.Message) {
            _ = try ObservationReader().read(text, at: place)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("75%", Quantity(digits: 75, unit: "%")),
        ("30 %", Quantity(digits: 30, unit: "%")),
        ("68.69%", Quantity(digits: 6869, decimals: 2, unit: "%")),
        ("90.0%", Quantity(digits: 900, decimals: 1, unit: "%")),
        ("2,055", Quantity(digits: 2055)),
        ("1600", Quantity(digits: 1600)),
        ("1,600", Quantity(digits: 1600)),
        ("7,262,462", Quantity(digits: 7_262_462)),
        ("0", Quantity(digits: 0)),
        ("0.05", Quantity(digits: 5, decimals: 2)),
        ("1.84", Quantity(digits: 184, decimals: 2)),
        ("-3.5", Quantity(digits: -35, decimals: 1)),
        ("\u{2212}3", Quantity(digits: -3)),
        ("+4", Quantity(digits: 4, hasPlusSign: true)),
        ("33.5 days", Quantity(digits: 335, decimals: 1, unit: "days")),
        ("1 week", Quantity(digits: 1, unit: "week")),
        ("10 Working  Days", Quantity(digits: 10, unit: "working days")),
        ("30.4 points", Quantity(digits: 304, decimals: 1, unit: "points")),
        ("£2.745m", Quantity(digits: 2745, decimals: 3, scale: .million, currency: "£")),
        ("€1bn", Quantity(digits: 1, scale: .billion, currency: "€")),
        ("£12k", Quantity(digits: 12, scale: .thousand, currency: "£")),
        ("7.5m", Quantity(digits: 75, decimals: 1, scale: .million)),
        ("85.9 per 10,000", Quantity(digits: 859, decimals: 1, unit: "per 10,000")),
        ("3 per 1000", Quantity(digits: 3, unit: "per 1,000")),
        ("  12 miles ", Quantity(digits: 12, unit: "miles")),
        ("999999999999999", Quantity(digits: 999_999_999_999_999)),
    ])
    func `a number keeps its decimals, scale and unit`(text: String, quantity: Quantity) throws {
        let observation = try read(text)
        #expect(observation.value == .number(quantity))
        #expect(observation.qualifiers == [])
        #expect(observation.location == place)
    }

    @Test(arguments: [
        ("Yes", Value.yesOrNo(true)), ("no", .yesOrNo(false)),
        ("Increase visits to 2,000 a month", .words("Increase visits to 2,000 a month")),
        ("Level 3; rising", .words("Level 3; rising")),
        ("[x]", .absent(.notAvailable)), ("[z]", .absent(.notApplicable)), ("[new]", .absent(.newIndicator)),
        ("[not set]", .absent(.notSet)), ("[not supplied]", .absent(.notSupplied)), ("[ X ]", .absent(.notAvailable)),
    ])
    func `words, answers and reasons are values too`(text: String, value: Value) throws {
        #expect(try read(text).value == value)
    }

    @Test func `several values have a label each`() throws {
        let parts = [
            Value.Part(quantity: Quantity(digits: 6869, decimals: 2, unit: "%"), label: "Regulation 3"),
            Value.Part(quantity: Quantity(digits: 75, unit: "%"), label: "minerals and waste"),
        ]
        #expect(try read("68.69% (Regulation 3); 75% (minerals and waste)").value == .composite(parts))
        #expect(try read("75% (minerals and waste)").value == .composite([parts[1]]))
    }

    @Test func `qualifiers and notes stand behind the value, in order`() throws {
        let observation = try read("51.8% [p] [e][^basis][^method]")
        #expect(observation.value == .number(Quantity(digits: 518, decimals: 1, unit: "%")))
        #expect(observation.qualifiers == [.provisional, .estimated])
        #expect(observation.notes == ["basis", "method"])
        #expect(try read("[x][^why]").notes == ["why"])
        #expect(try read("7m[^rollout]").value == .number(Quantity(digits: 7, scale: .million)))
    }

    @Test(arguments: [
        ("", "the value is empty"),
        ("   ", "the value is empty"),
        ("[p]", "the value is missing before `[p]`"),
        ("n/a", "`n/a` is not a value"),
        ("-", "`-` is not a value"),
        ("–", "`–` is not a value"),
        ("TBC", "`TBC` is not a value"),
        ("none", "`none` is not a value"),
        ("Nil", "`Nil` is not a value"),
        ("not available", "`not available` is not a value"),
        ("#REF!", "`#REF!` is an error of the spreadsheet, not a value"),
        ("Rising", "`Rising` is not a value"),
        ("1,00", "a comma in `1,00` does not stand between thousands"),
        ("1,0000", "a comma in `1,0000` does not stand between thousands"),
        (",500", "a comma in `,500` does not stand between thousands"),
        ("1,,000", "a comma in `1,,000` does not stand between thousands"),
        ("12,5x", "a comma in `12,5x` does not stand between thousands"),
        ("12.5x", "unknown unit `x` in `12.5x`"),
        ("1.2.3", "`1.2.3` has more than one decimal point"),
        ("12.", "`12.` has no proper decimals"),
        (".5", "`.5` begins with a point"),
        ("33 dyas", "unknown unit `dyas` in `33 dyas`"),
        ("£2.7 million", "unknown unit `million` in `£2.7 million`"),
        ("2,000 a month", "unknown unit `a month` in `2,000 a month`"),
        ("30% [q]", "unknown code `[q]`"),
        ("[not sett]", "unknown code `[not sett]`"),
        ("30% [x]", "`30%` has a value, and a code that says there is none"),
        ("[x] [p]", "`[x]` says that there is no value, so nothing can qualify it"),
        ("5 [^My note]", "`My note` is not the name of a note"),
        ("68% (a); 75%", "`75%` has no label"),
        ("68% ()", "`68% ()` has an empty label"),
        ("9999999999999999", "`9999999999999999` has more than 15 digits"),
        ("99999999999999999999999999%", "`99999999999999999999999999%` has more than 15 digits"),
        ("]", "`]` is not a value"),
        ("١٢", "`١٢` is not a value"),
    ])
    func `what is not a value is a problem`(text: String, message: String) {
        #expect(problem(text)?.text.description == message)
    }

    @Test(arguments: [
        ("", "[x]"), ("n/a", "write `[z]`"), ("TBC", "write `[not supplied]`"), ("none", "write `[not set]`"),
        ("-", "write `[x]`"), ("1,00", "write `1.00`"), ("1,0000", "a comma stands before each three digits"),
        ("33 dyas", "did you mean `days`?"),
        ("£2.7 million", "write `£2.7m`"), ("12 percent", "did you mean `%`?"),
        ("[not sett]", "did you mean `[not set]`?"),
        ("[q]", "`[p]` provisional"), (".5", "write a `0` before it"), ("5 [^My note]", "[^my-note]"),
        (
            "Rising",
            "a value is a number, `Yes`, `No`, or at least two words; otherwise say why there is none: `[x]` not available, "
        ),
    ])
    func `a problem says what to write`(text: String, hint: String) throws {
        #expect(try #require(problem(text)?.hint).description.contains(hint))
    }
}
