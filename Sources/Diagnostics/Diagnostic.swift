// SPDX-License-Identifier: Apache-2.0

/// Something that a reader of the workspace must know: what is wrong, where, and what would put it right.
///
/// The message is a sentence in lower case without a full stop that makes sense by itself and names things in backticks. The hint
/// says how to mend the mistake, or which known name is nearest.
///
/// ```
/// findings.report(.undeclaredRows(of: name, count: rows.count), at: first)
/// ```
package struct Diagnostic: Sendable, Hashable, Codable {
    /// How much a diagnostic matters.
    package enum Severity: String, Sendable, Hashable, Codable {
        /// The paper would be wrong: nothing is published.
        case error
        /// The paper is published; somebody should look.
        case warning
        /// The paper is right as it is, and might be better.
        case advice
    }

    /// The rule that was broken.
    package let rule: Rule
    /// The rule's severity, unless somebody has changed it.
    package var severity: Severity
    private var messageText: DiagnosticText
    /// The file and the place in it, or `nil` if the diagnostic is about no file.
    package var location: SourceLocation?
    /// The line of the officer's file that is meant; a long one is cut around the place, with `…`.
    package var excerpt: String?
    /// The column of the excerpt's first character: more than one where the line was cut before it.
    package var excerptColumn = 1
    private var hintText: DiagnosticText?
    /// What `check --fix` writes, or `nil` unless exactly one answer is right.
    package private(set) var replacement: Replacement?
    /// Whether an error holds back more than the paper or return in whose file it is: whatever would print words that may be
    /// exempt, or would no longer know that they are.
    package var isExposure: Bool

    /// - Parameter location: `nil` if the diagnostic is about no file.
    package init(_ message: Message, at location: SourceLocation?, excerpt: String? = nil) {
        rule = message.rule
        severity = message.rule.severity
        isExposure = message.rule.isExposure
        messageText = message.text
        hintText = message.hint
        replacement = message.replacement
        self.location = location
        self.excerpt = excerpt
    }

    /// Whose problem it is, or `nil` if it is about no file.
    package var subject: SourceFile.Subject? { location?.sourceFile.subject }

    /// What is wrong: lower case, without a period.
    package var message: String { messageText.description }
    /// What can be done, or `nil` if nothing can be proposed.
    package var hint: String? { hintText?.description }

    /// The words that the message and the hint quote from the file, the longest first.
    var quotations: [String] {
        (messageText.quotations + (hintText?.quotations ?? [])).sorted { $0.utf8.count > $1.utf8.count }
    }

    /// A redacted copy: `…` replaces each quotation that is hidden, in the message and the hint.
    ///
    /// - Parameters:
    ///   - hides: whether words of a source are hidden; it is not asked about the program's own.
    ///   - hidesPlace: whether the place itself is, so that the copy has no excerpt.
    ///   - isOwnField: whether the name of a field is the program's own.
    package func redacted(
        hiding hides: (_ words: String, _ source: DiagnosticText.Source) -> Bool,
        hidesPlace: Bool,
        isOwnField: (String) -> Bool
    ) -> Diagnostic {
        var diagnostic = self
        diagnostic.messageText = messageText.redacted(hides)
        diagnostic.hintText = hintText?.redacted(hides)
        if hidesPlace {
            diagnostic.excerpt = nil
            diagnostic.replacement = nil
            if let field = location?.field, !isOwnField(field) { diagnostic.location?.field = nil }
        }
        return diagnostic
    }
}

extension [Diagnostic] {
    /// Appends a diagnostic that a rule is broken.
    package mutating func report(_ message: Diagnostic.Message, at location: SourceLocation?) {
        append(Diagnostic(message, at: location))
    }
}

extension Sequence<Diagnostic> {
    /// Whether any of them prevents publishing.
    package var holdsErrors: Bool { contains { $0.severity == .error } }

    /// Each once, by file, then down, then across; at one place in the order in which they were found.
    package var inReadingOrder: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        let unlocated = SourceLocation(file: SourceFile("", subject: .workspace))
        return filter { seen.insert($0).inserted }.enumerated().sorted { first, second in
            let left = first.element.location ?? unlocated
            let right = second.element.location ?? unlocated
            if left < right { return true }
            return right < left ? false : first.offset < second.offset
        }.map(\.element)
    }
}
