// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import ResourceLimits

/// Collects the diagnostics of one reading of a workspace, and the texts of the files for their excerpts.
package final class DiagnosticCollector {
    /// The texts of the files that have been read.
    package private(set) var texts: SourceTexts
    /// Judges what may be exempt; `nil` reads everything as public.
    package let screen: (any ExemptionScreen)?
    /// How much has been read.
    package var budget = ReadingBudget()

    /// The waivers that have been read.
    package private(set) var waivers: [Waiver] = []

    private var diagnostics = DiagnosticList()
    /// How many waivers with words have been read for each subject.
    private var waiverCounts: [SourceFile.Subject: Int] = [:]
    /// Of the texts in which words were searched for.
    private var lines: [String: LineIndex] = [:]
    private var errorCounts: [String: Int] = [:]
    private let isUnquoted: (SourceFile) -> Bool

    /// - Parameters:
    ///   - screen: judges what may be exempt.
    ///   - isUnquoted: whether no report quotes a file, whatever its text.
    ///   - isProgramField: whether a key or a column is one that the program names, which a report may always print.
    package init(
        screen: (any ExemptionScreen)? = nil,
        isUnquoted: @escaping (SourceFile) -> Bool = { _ in false },
        isProgramField: @escaping @Sendable (String) -> Bool = { _ in false }
    ) {
        self.screen = screen
        self.isUnquoted = isUnquoted
        texts = SourceTexts(isProgramField: isProgramField)
    }

    /// Keeps a text, so that excerpts can be taken from it.
    package func remember(_ text: SourceText) {
        texts.insert(text)
        if isUnquoted(text.sourceFile) { texts.hide(text.file) }
        if let screen { texts.suspect(screen.suspectLines(of: text), of: text) }
    }

    /// How many diagnostics have been kept.
    package var count: Int { diagnostics.kept.count }

    /// Whether no more diagnostics of a file are kept.
    package func isFull(_ file: SourceFile) -> Bool { diagnostics.isFull(file) }

    /// How many errors have been found in a file.
    package func errorCount(in file: String) -> Int { errorCounts[file, default: 0] }

    /// Lets no report quote a file, or, with a stroke behind its name, any file in a folder: it may hold exempt information, and reports go
    /// into logs.
    package func hide(_ file: String) { texts.hide(file) }

    /// Lets no report quote the part of a file in which a location is: what stands there is exempt.
    package func hide(at location: SourceLocation) { texts.hide(at: location) }

    /// Says where the parts of a file begin that may be quoted by themselves (``SourceTexts``).
    ///
    /// - Parameter lines: the first line of each part.
    package func divide(_ file: SourceFile, at lines: [Int]) { texts.divide(file.path, at: lines) }

    /// Says which rows of a sheet may be quoted by themselves.
    package func divide(_ text: SourceText, at rows: [Int]) { texts.divide(text.name, at: rows) }

    /// Lets no report quote any part of the files about a subject of which one may hold exempt information: something in them was not
    /// understood, so that nobody knows where the exempt part begins and ends.
    package func keepTogether(_ subject: SourceFile.Subject) { texts.keepTogether(subject) }

    /// Whether a file holds something like a mark, or something marked.
    package func holdsMarks(_ file: String) -> Bool { texts.holdsMarks(file) }

    /// Whether a sheet of a workbook holds something like a mark, or something marked.
    package func holdsMarks(_ file: String, sheet: String) -> Bool { texts.holdsMarks(file, sheet: sheet) }

    /// Whether a file may hold exempt information.
    package func mayHoldExempt(_ file: String) -> Bool { texts.mayHoldExempt(file) }

    /// Reports a text that would be printed although it is marked as exempt, or nearly so.
    ///
    /// - Returns: whether it was reported.
    @discardableResult
    package func reportSign(in text: String, at location: @autoclosure () -> SourceLocation) -> Bool {
        screen?.report(text, at: location, to: self) ?? false
    }

    /// A search for words from a location on, or `nil` if the file's text was not kept.
    package func search(from start: SourceLocation, length: Int) -> TextSearch? {
        guard let text = texts[start.file] else { return nil }
        let index = lines[start.file] ?? LineIndex(text.bytes)
        lines[start.file] = index
        return TextSearch(text, lines: index, from: start, length: length)
    }

    /// Takes a waiver in; one with words that is too many for its subject is reported in its stead.
    package func add(_ waiver: Waiver) {
        if case .words = waiver.reach {
            let subject = waiver.location.sourceFile.subject
            waiverCounts[subject, default: 0] += 1
            if waiverCounts[subject] == Limits.mostWaivers + 1 { report(.tooManyWaivers, at: waiver.location) }
            if waiverCounts[subject, default: 0] > Limits.mostWaivers { return }
        }
        waivers.append(waiver)
    }

    /// Reports that a rule is broken at a place.
    package func report(_ message: Diagnostic.Message, at location: SourceLocation) {
        if message.rule.severity == .error { errorCounts[location.file, default: 0] += 1 }
        if message.rule.isExposure { keepTogether(location.sourceFile.subject) }
        diagnostics.report(message, at: location)
    }

    /// Makes exposures of the errors in the first lines of a file: each may be a mark that was lost.
    package func expose(errorsIn file: String, before line: Int) {
        diagnostics.update { diagnostic in
            guard diagnostic.severity == .error, let location = diagnostic.location, location.file == file,
                location.line < line
            else { return }
            diagnostic.isExposure = true
        }
    }

    /// Every diagnostic once, in reading order, with excerpts.
    package func report() -> [Diagnostic] {
        let all = diagnostics.all(mayHoldExempt: mayHoldExempt) + (screen?.waiverDiagnostics ?? [])
        return texts.excerpting(all.inReadingOrder)
    }
}

extension Diagnostic.Message {
    fileprivate static var tooManyWaivers: Self {
        Self(
            .invalidWaiver,
            "there are more than \(Limits.mostWaivers) waivers",
            hint:
                "this one and those after it waive nothing: where so many findings of a rule are right, turn the rule off in `house-style`"
        )
    }
}
