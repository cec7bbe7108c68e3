// SPDX-License-Identifier: Apache-2.0

extension Diagnostic {
    /// What a diagnostic says: the rule that was broken, a text and a hint.
    ///
    /// Messages are declared beside the code that reports them, so that a rule's wording is found where it is checked. Text and hint are
    /// made when they are asked for: a file of the wrong kind breaks a rule on every line, and a diagnostic beyond
    /// ``Limits/mostProblemsPerFile`` is counted without a search for the nearest known name.
    ///
    /// ```
    /// extension Diagnostic.Message {
    ///     fileprivate static func unknownKey(_ key: String, among keys: [String]) -> Self {
    ///         Self(.unknownKey, "unknown key `\(key)`", hint: NearestName.hint(for: key, among: keys, from: .program))
    ///     }
    /// }
    /// ```
    ///
    /// A reader of one value, which does not know the value's location, throws a message.
    package struct Message: Error {
        /// The rule that is broken, which decides the severity.
        package let rule: Rule
        private let makeText: @Sendable () -> DiagnosticText
        private let makeHint: @Sendable () -> DiagnosticText?
        /// The words to write in place of those at the location, or `nil` unless exactly one answer is right.
        package let replacement: Replacement?

        package init(
            _ rule: Rule,
            _ text: @autoclosure @escaping @Sendable () -> DiagnosticText,
            hint: @autoclosure @escaping @Sendable () -> DiagnosticText? = nil,
            replacing replacement: Replacement? = nil
        ) {
            self.rule = rule
            makeText = text
            makeHint = hint
            self.replacement = replacement
        }

        /// What is wrong, made anew each time.
        package var text: DiagnosticText { makeText() }
        /// What can be done, or `nil` if nothing can be proposed.
        package var hint: DiagnosticText? { makeHint() }
    }
}
