// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import UnicodeText
import WorkspaceFiles

/// The waivers that officers have written: texts that open as exempt information does and are for everybody.
///
/// `not-exempt: "its first words"`, one text or several, applies to a paper if it is in the paper's header, in return.yaml to everything in
/// that return, and in council.yaml and round.yaml to those files. It waives no `[!EXEMPT 3]` where no marker can be.
struct ExemptionWaivers {
    /// One text of a key.
    private struct Waiver {
        var location: SourceLocation
        /// The letters and digits of the words.
        var letters: String
        var isUsed = false
        /// Whether it matches the beginning of a text that is longer than so short a waiver may match.
        var isTooShort = false
    }

    /// Fewer could be the first letters of anything that is exempt.
    private static let fewestLetters = 12

    /// The key in every form that has it.
    static let key = FormKey(
        "not-exempt",
        .texts,
        "the first words of a text that opens as exempt information does and is for everybody; one text or a list"
    )

    /// By what they are for.
    private var waivers: [SourceFile.Subject: [Waiver]] = [:]

    /// Adds what a form settles for the files that are about the same as it.
    mutating func add(_ openings: [(words: String, location: SourceLocation)]) {
        for opening in openings {
            waivers[opening.location.sourceFile.subject, default: []].append(
                Waiver(location: opening.location, letters: opening.words.letterSkeleton)
            )
        }
    }

    /// Whether a waiver matches a text.
    ///
    /// - Parameter texts: what its first words may be: its own, or those of the table or list that contains it.
    mutating func matches(_ texts: [String], about subject: SourceFile.Subject) -> Bool {
        guard let own = waivers[subject] else { return false }
        let letters = texts.map(\.letterSkeleton)
        for index in own.indices where !own[index].letters.isEmpty {
            guard letters.contains(where: { $0.hasPrefix(own[index].letters) }) else { continue }
            if own[index].letters.count >= Self.fewestLetters || letters.contains(own[index].letters) {
                waivers[subject]?[index].isUsed = true
                return true
            }
            waivers[subject]?[index].isTooShort = true
        }
        return false
    }

    /// Warnings about waivers that match no text, once everything has been read.
    var diagnostics: [Diagnostic] {
        waivers.values.joined().compactMap { waiver in
            if waiver.isTooShort {
                return Diagnostic(.shortWaiver(fewestLetters: Self.fewestLetters), at: waiver.location)
            }
            if waiver.isUsed { return nil }
            return Diagnostic(.unusedWaiver, at: waiver.location)
        }
    }

    /// The file or part of a file with the key for a subject, in an officer's words; `nil` if it has none.
    static func keyLocation(for subject: SourceFile.Subject) -> String? {
        switch subject {
        case .paper: "the header of the paper"
        case .directorateReturn: "return.yaml or the sheet About"
        case .council: "council.yaml"
        case .round: "round.yaml"
        case .layouts, .program, .draft, .exemptLedger, .drop, .workspace: nil
        }
    }
}

extension FilledForm {
    /// Records the texts of a form that are for everybody.
    func readExemptionWaivers() {
        findings.screen?.waive(unprintedTexts(ExemptionWaivers.key).map { ($0.string, $0.location) })
    }
}

extension DiagnosticCollector {
    /// Reports a text that is nearly marked as exempt, or in which a marker is where none can be: it would be printed for everybody.
    ///
    /// - Parameters:
    ///   - message: of the rule ``Rule/misplacedExemptMarker`` or ``Rule/nearExemptMarker``.
    ///   - texts: by what `not-exempt` may know the text: its own first words, or those of what it is in.
    /// - Returns: whether it was reported.
    @discardableResult
    func reportSign(_ message: Diagnostic.Message, in texts: [String], at location: SourceLocation) -> Bool {
        let isNear = message.rule == .nearExemptMarker
        let subject = location.sourceFile.subject
        // Layouts speak of exempt information as the program does.
        if isNear, subject == .layouts || subject == .program { return false }
        if isNear, screen?.isWaived(texts, about: subject) == true {
            hide(at: location)
            return false
        }
        hide(location.file)
        report(message, at: location)
        return true
    }
}

extension Diagnostic.Message {
    fileprivate static func shortWaiver(fewestLetters: Int) -> Self {
        Self(
            .shortWaiver,
            "`\(own: ExemptionWaivers.key.name)` is short, and holds only for a text that says nothing else",
            hint: "write at least \(fewestLetters) letters of the text, or all of it"
        )
    }

    fileprivate static var unusedWaiver: Self {
        Self(
            .unusedWaiver,
            "`\(own: ExemptionWaivers.key.name)` settles nothing here",
            hint:
                "delete it, or write the first words of the text that is meant; a marker such as `[!EXEMPT 3]` is never settled"
        )
    }

    /// A message about a marker that marks nothing.
    static func misplacedMarker(
        _ text: DiagnosticText,
        hint: DiagnosticText =
            "an exempt passage is a quotation whose first line is `> [!EXEMPT 3]`, in a statement, a paper, a cell of words or a note"
    ) -> Self { Self(.misplacedExemptMarker, text, hint: hint) }

    /// A message about a text that is nearly marked as exempt.
    static func nearMarker(
        _ text: DiagnosticText,
        hint: DiagnosticText = "mark what is exempt with `> [!EXEMPT 3]`, and a row in the column `exempt`",
        about subject: SourceFile.Subject
    ) -> Self {
        Self(
            .nearExemptMarker,
            text,
            hint: hint
                + (ExemptionWaivers.keyLocation(for: subject).map { place in
                    "; where it is for everybody, put its first words under `not-exempt:` in \(own: place)"
                } ?? "")
        )
    }

    static func nearlyMarked(about subject: SourceFile.Subject) -> Self {
        nearMarker("this is nearly marked as exempt, and would be printed", about: subject)
    }

    static var markerInPlainText: Self {
        misplacedMarker("nothing here can be marked as exempt: it would be printed")
    }
}
