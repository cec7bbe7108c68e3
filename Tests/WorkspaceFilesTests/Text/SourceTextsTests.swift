// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import TestSupport
import Testing

@testable import WorkspaceFiles

/// What of a file a report quotes, by what is known of its parts.
struct SourceTextsTests {
    private let file = SourceFile("a.csv", subject: .directorateReturn("care"))

    /// Texts with one file of six lines, the parts of which begin in lines 1, 3 and 5.
    private func texts(_ change: (inout SourceTexts) -> Void) -> SourceTexts {
        var texts = SourceTexts { $0 == "status" }
        texts.insert(SourceText(file: file, bytes: Array("one\ntwo\nthree\nfour\nfive\nsix\n".utf8)))
        texts.divide(file.path, at: [1, 3])
        texts.divide(file.path, at: [5])
        change(&texts)
        return texts
    }

    /// By line, the message and the excerpt of a report that quotes a word.
    private func reports(of word: String, _ texts: SourceTexts) -> [String] {
        let found = (0...6).map { line in
            var found = Diagnostic(
                .init(.unknownName, "no `\(word)`"),
                at: SourceLocation(file: file, line: line, field: "x")
            )
            // An error beside a mark would hide the other parts too.
            found.severity = .warning
            return found
        }
        return texts.excerpting(found).map { "\($0.message) \($0.excerpt ?? "-") \($0.location?.field ?? "-")" }
    }

    @Test func `a file without suspicion is quoted as it is`() {
        let reports = reports(of: "elsewhere", texts { _ in })
        #expect(reports[0] == "no `elsewhere` - x")
        #expect(reports[3] == "no `elsewhere` three x")
    }

    @Test func `a part with a suspect line is not quoted, and others are by the words that stand in them`() {
        let texts = texts { $0.suspect([4], of: SourceText(file: "a.csv", bytes: [])) }
        #expect(
            reports(of: "five", texts) == [
                "no `…` - -", "no `…` one x", "no `…` two x", "no `…` - -", "no `…` - -", "no `five` five x",
                "no `five` six x",
            ]
        )
        #expect(reports(of: "four", texts).allSatisfy { !$0.contains("four") })
        #expect(reports(of: "fiv…", texts)[5] == "no `fiv…` five x")
        #expect(texts.mayHoldExempt("a.csv"))
    }

    @Test func `an error in a part that is not quoted may be about a mark: no other part is quoted either`() {
        let texts = texts { $0.suspect([4], of: SourceText(file: "a.csv", bytes: [])) }
        func report(_ line: Int) -> Diagnostic {
            Diagnostic(.init(.unknownName, "no `\("one")`"), at: SourceLocation(file: file, line: line))
        }
        #expect(texts.excerpting([report(1)]).map(\.message) == ["no `one`"])
        #expect(texts.excerpting([report(1), report(4)]).map(\.message) == ["no `…`", "no `…`"])
    }

    @Test func `what is marked at a place hides its part, and without a line the whole file`() {
        let reports = reports(of: "one", texts { $0.hide(at: SourceLocation(file: file, line: 6, column: 2)) })
        #expect(reports[1] == "no `one` one x")
        #expect(reports[5] == "no `…` - -")
        let whole = self.reports(of: "one", texts { $0.hide(at: SourceLocation(in: file)) })
        #expect(whole.allSatisfy { $0 == "no `…` - -" })
    }

    @Test func `nothing is quoted of parts that are kept together, nor of a file that is hidden`() {
        let subject = file.subject
        let together = texts {
            $0.suspect([4], of: SourceText(file: "a.csv", bytes: []))
            $0.keepTogether(subject)
        }
        #expect(reports(of: "one", together).allSatisfy { $0 == "no `…` - -" })
        #expect(reports(of: "one", texts { $0.hide("a.csv") }).allSatisfy { $0 == "no `…` - -" })
        // Where nothing is suspect, there is nothing to keep from anybody.
        #expect(reports(of: "one", texts { $0.keepTogether(subject) })[1] == "no `one` one x")
    }

    @Test func `parts whose first lines do not ascend are not told apart`() {
        var texts = SourceTexts()
        texts.insert(SourceText(file: file, bytes: Array("one\ntwo\nthree\n".utf8)))
        texts.divide("a.csv", at: [1, 3, 2])
        texts.suspect([3], of: SourceText(file: "a.csv", bytes: []))
        #expect(reports(of: "one", texts)[1] == "no `…` - -")
    }

    @Test func `a line before the first part belongs to none`() {
        var texts = SourceTexts()
        texts.insert(SourceText(file: file, bytes: Array("one\ntwo\nthree\n".utf8)))
        texts.divide("a.csv", at: [2, 3])
        texts.suspect([3], of: SourceText(file: "a.csv", bytes: []))
        #expect(reports(of: "one", texts)[1] == "no `…` - -")
        #expect(reports(of: "two", texts)[2] == "no `two` two x")
    }
}
