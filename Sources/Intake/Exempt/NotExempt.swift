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

    /// By what the names of the files begin with that they are for.
    private var entries: [String: [Entry]] = [:]

    /// - Parameter files: a file's name, or the folder of a return with a stroke behind it.
    mutating func add(_ openings: [(words: String, location: SourceLocation)], for files: String) {
        entries[files, default: []] += openings.map { Entry(location: $0.location, letters: $0.words.letterSkeleton) }
    }

    /// Whether a text is known to be for everybody.
    ///
    /// - Parameter texts: what its first words may be: its own, or those of what it stands in.
    mutating func settles(_ texts: [String], in file: String) -> Bool {
        for key in [file, Self.folder(of: file)] {
            guard let own = entries[key] else { continue }
            let letters = texts.map(\.letterSkeleton)
            for index in own.indices where !own[index].letters.isEmpty {
                guard letters.contains(where: { $0.hasPrefix(own[index].letters) }) else { continue }
                if own[index].letters.count >= Self.fewestLetters || letters.contains(own[index].letters) {
                    entries[key]?[index].isUsed = true
                    return true
                }
                entries[key]?[index].isTooShort = true
            }
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

    private static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { String(file[...$0]) } ?? file
    }

    /// Where the key stands that is for a file, in an officer's words; `nil` if there is none.
    static func place(for file: String) -> String? {
        switch file.split(separator: "/").first {
        case "papers": "the header of the paper"
        case "returns": "return.yaml"
        case "council.yaml", "round.yaml": file
        default: nil
        }
    }
}

extension FilledForm {
    /// Records the waivers of a form.
    ///
    /// - Parameter files: what they apply to: the name of the form's file, or the folder of a return followed by `/`.
    func readWaivers(for files: String) {
        findings.screen?.waive(unprintedTexts(NotExempt.key).map { ($0.string, $0.location) }, in: files)
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
        // Layouts speak of exempt information as the program does.
        if isNear, location.sourceFile.subject == .layouts { return false }
        hide(location.file)
        if isNear, screen?.isWaived(texts, in: location.file) == true { return false }
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

    /// A message about a text of a file that is nearly marked as exempt.
    static func nearMarker(
        _ text: DiagnosticText,
        hint: DiagnosticText = "mark what is exempt with `> [!EXEMPT 3]`, and a row in the column `exempt`",
        in file: String
    ) -> Self {
        Self(
            .nearExemptMarker,
            text,
            hint: hint
                + (NotExempt.place(for: file).map { place in
                    "; where it is for everybody, put its first words under `not-exempt:` in \(own: place)"
                } ?? "")
        )
    }

    static func nearlyMarked(in file: String) -> Self {
        nearMarker("this is nearly marked as exempt, and would be printed", in: file)
    }

    static var markerInPlainText: Self {
        misplacedMarker("nothing here can be marked as exempt: it would be printed")
    }
}
