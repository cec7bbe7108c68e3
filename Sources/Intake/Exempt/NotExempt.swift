// SPDX-License-Identifier: Apache-2.0

import Diagnostics
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
                return .warning(
                    "`\(own: Self.key.name)` is short, and settles only a text that says no more",
                    at: entry.location,
                    hint: "write at least \(Self.fewestLetters) letters of the text, or all of it"
                )
            }
            if entry.isUsed { return nil }
            return .warning(
                "`\(own: Self.key.name)` settles nothing here",
                at: entry.location,
                hint:
                    "delete it, or write the first words of the text that is meant; a marker such as `[!EXEMPT 3]` is never settled"
            )
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

extension Findings {
    /// Reports a text that is nearly marked as exempt, or in which a marker stands where none can: it would be printed for everybody.
    ///
    /// - Returns: whether it was reported.
    @discardableResult
    func report(
        _ sign: ExemptSign,
        in texts: [String],
        at location: SourceLocation,
        _ message: DiagnosticText,
        hint: DiagnosticText = "mark what is exempt with `> [!EXEMPT 3]`, and a row in the column `exempt`"
    ) -> Bool {
        // Layouts speak of exempt information as the program does.
        if sign == .nearly, location.file.hasPrefix("layouts/") { return false }
        hide(location.file)
        if sign == .nearly, screen?.isWaived(texts, in: location.file) == true { return false }
        switch sign {
        case .marker:
            exposure(
                message,
                at: location,
                hint: """
                    an exempt passage is a quotation whose first line is `> [!EXEMPT 3]`, in a statement, a paper, a cell of words or \
                    a note
                    """
            )
        case .nearly:
            let waiver = NotExempt.place(for: location.file).map { place in
                "; where it is for everybody, put its first words under `not-exempt:` in \(own: place)"
                    as DiagnosticText
            }
            exposure(message, at: location, hint: hint + (waiver ?? ""))
        }
        return true
    }
}
