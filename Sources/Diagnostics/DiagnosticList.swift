// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// A list of diagnostics that keeps at most ``Limits/mostProblemsPerFile`` for each file and counts the others.
///
/// A file of the wrong kind has a problem on every line. Diagnostics beyond the limit are not even made: the search for the nearest known
/// name, for example, takes time.
package struct DiagnosticList: Sendable {
    /// The diagnostics that are kept, in the order in which they were reported.
    package private(set) var kept: [Diagnostic] = []
    private var counts: [SourceFile: Int] = [:]
    /// By file, how many were not kept, and whether an error or an exposure is among them.
    private var dropped: [SourceFile: (count: Int, holdsErrors: Bool, isExposure: Bool)] = [:]

    /// Stands in for the file of diagnostics without a location.
    private static let none = SourceFile("", subject: .workspace)

    package init() {}

    /// Whether the limit of a file has been reached.
    package func isFull(_ file: SourceFile) -> Bool { counts[file, default: 0] >= Limits.mostProblemsPerFile }

    /// Appends a diagnostic that is already made.
    package mutating func append(_ diagnostic: Diagnostic) {
        guard hasRoom(for: diagnostic.severity, isExposure: diagnostic.isExposure, at: diagnostic.location) else {
            return
        }
        kept.append(diagnostic)
    }

    /// Appends a diagnostic that a rule is broken; it is made only if it is kept.
    package mutating func report(_ message: Diagnostic.Message, at location: SourceLocation?) {
        guard hasRoom(for: message.rule.severity, isExposure: message.rule.isExposure, at: location) else { return }
        kept.append(Diagnostic(message, at: location))
    }

    /// Counts a diagnostic, and says whether it is kept.
    private mutating func hasRoom(
        for severity: Diagnostic.Severity,
        isExposure: Bool,
        at location: SourceLocation?
    ) -> Bool {
        let file = location?.sourceFile ?? Self.none
        guard isFull(file) else {
            counts[file, default: 0] += 1
            return true
        }
        let before = dropped[file] ?? (0, false, false)
        dropped[file] = (before.count + 1, before.holdsErrors || severity == .error, before.isExposure || isExposure)
        return false
    }

    /// Appends diagnostics in their order.
    package static func += (list: inout DiagnosticList, more: some Sequence<Diagnostic>) {
        for diagnostic in more { list.append(diagnostic) }
    }

    /// Changes the diagnostics that were kept.
    package mutating func update(_ change: (inout Diagnostic) -> Void) {
        for index in kept.indices { change(&kept[index]) }
    }

    /// The diagnostics that were kept, and one for each file that has more of them, which says how many.
    package var all: [Diagnostic] { all { _ in false } }

    /// The diagnostics that were kept, and one for each file that has more of them, which says how many.
    ///
    /// - Parameter mayHoldExempt: whether a file may hold exempt text: an error that was not kept may then be an exposure.
    package func all(mayHoldExempt: (String) -> Bool) -> [Diagnostic] {
        kept
            + dropped.sorted { $0.key.path < $1.key.path }.map { file, dropped in
                var diagnostic = Diagnostic(.moreProblems(dropped.count), at: SourceLocation(in: file))
                diagnostic.severity = dropped.holdsErrors ? .error : .warning
                diagnostic.isExposure = dropped.isExposure || dropped.holdsErrors && mayHoldExempt(file.path)
                return diagnostic
            }
    }
}

extension Diagnostic.Message {
    fileprivate static func moreProblems(_ count: Int) -> Self {
        Self(.moreProblems, "\(count) more problems are not told: the first \(Limits.mostProblemsPerFile) are")
    }
}
