// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import TestSupport
import Testing
import WorkspaceFiles

@testable import Formats
@testable import Intake

/// Figures as officers write them.
struct FigureWordsTests {
    /// The value as it is printed, or the message and the hint.
    private func read(_ text: String) -> String {
        do throws(Diagnostic.Message) {
            switch try ObservationReader().read(text, at: SourceLocation(file: "indicators.csv")).value {
            case .number(let quantity): return "\(quantity)"
            case .words(let words): return "words \(words)"
            case .absent(let absence): return absence.code
            case .composite(let parts): return parts.map { "\($0.quantity) of \($0.label)" }.joined(separator: "; ")
            case .yesOrNo(let isYes): return isYes ? "yes" : "no"
            }
        } catch {
            return "\(error.text) | \(error.hint?.description ?? "")"
        }
    }

    @Test(arguments: [
        ("(1,234)", "\u{2212}1,234"), ("(£350)", "\u{2212}£350"), ("£(1,234)", "\u{2212}£1,234"), ("-£5", "\u{2212}£5"),
        ("£-5", "\u{2212}£5"), ("- £5", "\u{2212}£5"), ("5-", "\u{2212}5"), ("1,234-", "\u{2212}1,234"),
        ("-£1.25m", "\u{2212}£1.25m"), ("(£1.25m)", "\u{2212}£1.25m"), ("(5%)", "\u{2212}5%"), ("(5)%", "\u{2212}5%"),
        (" £ 1,234 ", "£1,234"), ("£1,234.00", "£1,234.00"), ("\u{2212} 3 points", "\u{2212}3\u{A0}points"),
        ("+ 4", "+4"), ("68% (a); 75% (b)", "68% of a; 75% of b"),
    ])
    func `what is below zero is written in many ways, and printed in one`(text: String, printed: String) {
        #expect(read(text) == printed)
    }

    @Test(arguments: [
        ("1\u{A0}234\u{A0}567", "1,234,567"), ("1\u{2009}234", "1,234"), ("12\u{202F}345.6", "12,345.6"),
        ("1 234", "1,234"),
        ("£1 234", "£1,234"), ("3.5 FTE", "3.5\u{A0}FTE"), ("3.5 fte", "3.5\u{A0}FTE"), ("1,200 kWh", "1,200\u{A0}kWh"),
        ("45p", "45p"), ("45 pence", "unknown unit `pence` in `45 pence` | did you mean `p`?"), ("5 km", "5\u{A0}km"),
        ("\u{200E}85%", "85%"), ("1 hour", "1\u{A0}hour"),
    ])
    func `thousands and units of councils are read`(text: String, printed: String) {
        #expect(read(text) == printed)
    }

    @Test(arguments: [
        ("<5", "<5"), ("< 5%", "<5%"), ("≥95%", "≥95%"), (">=95%", "≥95%"), ("<= 10 days", "≤10 days"), ("~40", "~40"),
        ("c.40", "c.40"), ("50–60%", "50–60%"), ("50-60%", "50–60%"), ("50% to 60%", "50%–60%"),
        ("£1m - £2m", "£1m–£2m"),
        ("10:1", "10:1"), ("1 in 4", "1 in 4"), ("2/3", "2/3"), ("17 out of 20", "17 out of 20"),
        ("2 hours 15 minutes", "2 hours 15 minutes"), ("1h 30m", "1h 30m"), ("31/03/2026", "31 March 2026"),
        ("31 March 2026", "31 March 2026"), ("Good", "Good"), ("Amber", "Amber"),
        ("Requires improvement", "Requires improvement"),
    ])
    func `a figure that is no single number is printed as it is written`(text: String, printed: String) {
        #expect(read(text) == "words " + printed)
    }

    @Test(arguments: [
        ("2008-09", "unknown unit `-09` in `2008-09`"), ("Godo", "`Godo` is not a value"),
        ("<five", "`<five` is not a value"),
        ("1,2,3", "a comma in `1,2,3` does not stand between thousands"), ("((5))", "`((5))` is not a value"),
        ("(-5)", "`(-5)` is not a value"), ("(5", "`(5` is not a value"),
        ("#N/A", "`#N/A` is an error of the spreadsheet, not a value"),
        ("*", "`*` is not a value"), ("Not yet known", "`Not yet known` is not a value"),
    ])
    func `what is none of them is still told`(text: String, message: String) {
        #expect(read(text).hasPrefix(message + " |"), "\(read(text))")
    }

    @Test(arguments: [
        ("33,5", "write `33.5`"), ("0,125", "write `0.125`"), ("1,00", "write `1.00`"), ("*", "write `[c]`"),
        ("-", "if it is a nought, write `0`"),
        ("–", "if it is a nought, write `0`"), ("Not yet known", "write `[awaited]`"),
    ])
    func `a hint is right`(text: String, hint: String) {
        #expect(read(text).contains(hint), "\(read(text))")
        #expect(!read(text).contains("write `335`"))
    }

    @Test(arguments: [
        ("33,5", "33.5"), ("412,300", "412,300"), ("1.234,5", "1,234.5"), ("33,12 (a); 5", "33.12 (a); 5"),
        ("£2,75m", "£2.75m"),
        ("1,234,567", "1,234,567"), ("12", "12"), ("5,", "5,"),
    ])
    func `a decimal comma is a point where fields have semicolons between them`(text: String, english: String) {
        #expect(text.withDecimalPoints == english)
    }

    /// The message and the hint about the units of a row.
    private func unitProblem(_ figures: String...) -> String? {
        let findings = DiagnosticCollector()
        let place = SourceLocation(file: "indicators.csv", line: 2)
        let observations = figures.compactMap { try? ObservationReader().read($0, at: place) }
        findings.checkUnits(of: observations)
        return findings.report().first.map { "\($0.severity) \($0.message) | \($0.hint ?? "")" }
    }

    @Test func `figures of a row are of one unit`() {
        #expect(
            unitProblem("85%", "0.81", "88%")
                == "error `0.81` stands beside figures in per cent | if it is the share that a spreadsheet shows as a percentage, "
                + "write `81%`"
        )
        #expect(unitProblem("85%", "0.815")?.contains("write `81.5%`") == true)
        #expect(unitProblem("85%", "0.8")?.contains("write `80%`") == true)
        #expect(
            unitProblem("£2.7m", "2,650,000")
                == "warning `2,650,000` has no unit, and another figure of the row has `£` | write the unit of each figure: they are "
                + "printed beside one another"
        )
        #expect(
            unitProblem("85%", "81")?.hasPrefix("warning `81` has no unit, and another figure of the row has `%`")
                == true
        )
        #expect(
            unitProblem("3 days", "2 weeks")?.hasPrefix(
                "warning `2\u{A0}weeks` and `3\u{A0}days` in the row are of different"
            ) == true
        )
        for figures in [
            ["85%", "81%", "0"], ["0.8", "0.9"], ["1 day", "3 days"], ["[new]", "85%"], ["5%", "2,055 [r]"],
        ] {
            let findings = DiagnosticCollector()
            findings.checkUnits(
                of: figures.compactMap { try? ObservationReader().read($0, at: SourceLocation(file: "indicators.csv")) }
            )
            #expect(findings.report() == [], "\(figures)")
        }
    }
}
