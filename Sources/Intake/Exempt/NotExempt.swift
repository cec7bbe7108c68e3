// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import UnicodeText
import WorkspaceFiles

/// The false alarms that officers have settled: texts that open as exempt information does and are for everybody.
///
/// `not-exempt: "its first words"`, one text or several, stands in the header of a paper for that paper, in return.yaml for everything in
/// that return, and in council.yaml and round.yaml for what they say. It settles no `[!EXEMPT 3]` that stands where no marker can.
struct NotExempt {
    /// What a key of one file settles.
    private struct Entry {
        var location: SourceLocation
        /// The letters and digits of the words.
        var letters: String
        var isUsed = false
        /// Whether a text begins so that says more than so short an entry may settle.
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
    private var entries: [SourceFile.Subject: [Entry]] = [:]

    /// Adds what a form settles for the files that are about the same as it.
    mutating func add(_ openings: [(words: String, location: SourceLocation)]) {
        for opening in openings {
            entries[opening.location.sourceFile.subject, default: []].append(
                Entry(location: opening.location, letters: opening.words.letterSkeleton)
            )
        }
    }

    /// Whether a text is known to be for everybody.
    ///
    /// - Parameter texts: what its first words may be: its own, or those of what it stands in.
    mutating func settles(_ texts: [String], about subject: SourceFile.Subject) -> Bool {
        guard let own = entries[subject] else { return false }
        let letters = texts.map(\.letterSkeleton)
        for index in own.indices where !own[index].letters.isEmpty {
            guard letters.contains(where: { $0.hasPrefix(own[index].letters) }) else { continue }
            if own[index].letters.count >= Self.fewestLetters || letters.contains(own[index].letters) {
                entries[subject]?[index].isUsed = true
                return true
            }
            entries[subject]?[index].isTooShort = true
        }
        return false
    }

    /// What is wrong with the keys, once everything has been read.
    var diagnostics: [Diagnostic] {
        entries.values.joined().compactMap { entry in
            if entry.isTooShort {
                return Diagnostic(.shortWaiver(fewestLetters: Self.fewestLetters), at: entry.location)
            }
            if entry.isUsed { return nil }
            return Diagnostic(.unusedWaiver, at: entry.location)
        }
    }

    /// The file or part of a file with the key for a subject, in an officer's words; `nil` if it has none.
    static func place(for subject: SourceFile.Subject) -> String? {
        switch subject {
        case .paper: "the header of the paper"
        case .directorateReturn: "return.yaml"
        case .council: "council.yaml"
        case .round: "round.yaml"
        case .layouts, .program, .draft, .exemptLedger, .drop, .workspace: nil
        }
    }
}

extension FilledForm {
    /// Records the waivers of a form.
    func readWaivers() {
        findings.screen?.waive(unprintedTexts(NotExempt.key).map { ($0.string, $0.location) })
    }
}

extension Findings {
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
        hide(location.file)
        if isNear, screen?.isWaived(texts, about: subject) == true { return false }
        report(message, at: location)
        return true
    }
}

extension Diagnostic.Message {
    fileprivate static func shortWaiver(fewestLetters: Int) -> Self {
        Self(
            .shortWaiver,
            "`\(own: NotExempt.key.name)` is short, and settles only a text that says no more",
            hint: "write at least \(fewestLetters) letters of the text, or all of it"
        )
    }

    fileprivate static var unusedWaiver: Self {
        Self(
            .unusedWaiver,
            "`\(own: NotExempt.key.name)` settles nothing here",
            hint:
                "delete it, or write the first words of the text that is meant; a marker such as `[!EXEMPT 3]` is never settled"
        )
    }

    /// A message about a marker that marks nothing.
    static func misplacedMarker(_ text: DiagnosticText) -> Self {
        Self(
            .misplacedExemptMarker,
            text,
            hint: """
                an exempt passage is a quotation whose first line is `> [!EXEMPT 3]`, in a statement, a paper, a cell of words or \
                a note
                """
        )
    }

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
                + (NotExempt.place(for: subject).map { place in
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
