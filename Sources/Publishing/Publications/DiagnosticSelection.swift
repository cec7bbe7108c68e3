// SPDX-License-Identifier: Apache-2.0

package import Diagnostics

/// What of a workspace's diagnostics a command tells that makes some papers of it: errors, and the warnings of those papers.
///
/// `cleardays check` tells all of them. Whoever renders a paper every few minutes has read the warnings of the others, and those of the council and
/// the round, which stay the same the whole round long; they are counted.
package struct DiagnosticSelection: Sendable {
    /// What is told, in reading order.
    package private(set) var told: [Diagnostic] = []
    /// How many others there are.
    package private(set) var others = DiagnosticCount(errors: 0, warnings: 0)

    /// - Parameter subjects: the papers and returns that were asked for.
    package init(_ diagnostics: [Diagnostic], about subjects: Set<SourceFile.Subject> = []) {
        told = diagnostics.filter { $0.isTold(about: subjects) }
        others = DiagnosticCount(diagnostics.filter { !$0.isTold(about: subjects) })
    }

    /// Whether there are others.
    package var hasOthers: Bool { others.total > 0 }
}

extension Diagnostic {
    /// Whether a command tells it that was asked for some papers and returns.
    fileprivate func isTold(about subjects: Set<SourceFile.Subject>) -> Bool {
        if severity == .error || isExposure { return true }
        switch rule {
        // Whoever makes papers is told what was released, and that something may not be remembered.
        case .releasedExemption, .ledgerRestarted, .unmarkedRestrictedFile: return true
        default: break
        }
        if severity == .advice { return false }
        switch subject {
        case .council, .round: return false
        case .paper, .directorateReturn: return subject.map(subjects.contains) ?? true
        // Layouts, fonts and drafts are of whatever is made.
        default: return true
        }
    }
}
