// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import WorkspaceFiles

/// The diagnostics of a workspace as they are told: what is waived is out of the list, and known.
package struct SettledDiagnostics: Sendable {
    /// Every diagnostic that is not waived, in reading order, with excerpts.
    package var kept: [Diagnostic]
    /// What is waived, in reading order.
    package var waived: [WaivedDiagnostic]
}

extension WorkspaceContents {
    /// The one way from what stages report to what is told: the council's settings of rules, the waivers, and what may be quoted.
    ///
    /// What is waived is quoted as if it were not: whether words are hidden never depends on a waiver.
    ///
    /// - Parameters:
    ///   - diagnostics: of any stages, in any order.
    ///   - wasTried: whether everything that breaks a rule is among the diagnostics, so that a waiver that is for none of them is of no use. A run
    ///     that reviews nothing knows of few rules.
    package func settled(
        _ diagnostics: [Diagnostic],
        wasTried: (Rule) -> Bool = { _ in false }
    ) -> SettledDiagnostics {
        let all = rules.applied(to: diagnostics.withoutAdviceOnUnclearFiles).withoutAwaitedReturns.inReadingOrder
        let applied = texts.applying(waivers, to: all)
        var kept = applied.kept
        for (waiver, places) in applied.blanket {
            kept.report(.blanketWaiver(waiver, places: places), at: waiver.location)
        }
        // What an error keeps from being read may be what a waiver is for.
        let broken = Set(all.filter { $0.severity == .error || $0.rule == .moreProblems }.map(\.subject))
        for waiver in applied.unused {
            if rules.severity(of: waiver.rule) == .error {
                kept.report(.waiverOfRaisedRule(waiver), at: waiver.location)
            } else if wasTried(waiver.rule), !broken.contains(waiver.location.sourceFile.subject),
                rules[waiver.rule] != .off
            {
                kept.report(.unusedWaiver(waiver), at: waiver.location)
            }
        }
        kept = kept.inReadingOrder
        // The words of a waiver are those of a diagnostic at its place, so that they are hidden as these are.
        let reasons = applied.waived.map { entry in
            Diagnostic(Diagnostic.Message(entry.diagnostic.rule, "\(entry.waiver.reason)"), at: entry.waiver.location)
        }
        let told = texts.excerpting(kept + applied.waived.map(\.diagnostic) + reasons)
        let waived = told.dropFirst(kept.count)
        return SettledDiagnostics(
            kept: Array(told.prefix(kept.count)),
            waived: zip(zip(waived, waived.dropFirst(reasons.count)), applied.waived).map { told, entry in
                WaivedDiagnostic(told.0, reason: told.1.message, waiver: entry.waiver.location)
            }
        )
    }
}

extension [Diagnostic] {
    /// Without the papers that wait for a return, where the list says what is wrong with returns: it is one mistake. A return that a paper cannot be
    /// made without is an error.
    fileprivate var withoutAwaitedReturns: [Diagnostic] {
        let isTold = contains { diagnostic in
            if diagnostic.rule == .missingReturn { return true }
            guard diagnostic.severity == .error, case .directorateReturn? = diagnostic.subject else { return false }
            return true
        }
        guard isTold, contains(where: { $0.rule == .awaitedReturn }) else { return self }
        return filter { $0.rule != .awaitedReturn }.map { diagnostic in
            var diagnostic = diagnostic
            if diagnostic.rule == .missingReturn { diagnostic.severity = .error }
            return diagnostic
        }
    }
}

extension [Diagnostic] {
    /// Without advice on files of which what is read may not be what the officer wrote, or that nearly mark something as exempt. A review cannot leave
    /// these out itself: it is composing a paper that finds some of them.
    fileprivate var withoutAdviceOnUnclearFiles: [Diagnostic] {
        let unclear = Set(filter { $0.rule.leavesTextUnclear || $0.isExposure }.compactMap { $0.location?.sourceFile })
        if unclear.isEmpty { return self }
        return filter { diagnostic in
            diagnostic.rule.severity != .advice || diagnostic.location.map { !unclear.contains($0.sourceFile) } ?? true
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func blanketWaiver(_ waiver: Waiver, places: Int) -> Self {
        Self(
            .blanketWaiver,
            "the waiver of `\(own: waiver.rule.rawValue)` is for \(places) places, and waives none of them",
            hint: "waive each by itself: in `waive` of return.yaml, or of the paper's header, with its words under `at`"
        )
    }

    fileprivate static func waiverOfRaisedRule(_ waiver: Waiver) -> Self {
        Self(
            .fixedRule,
            "`\(own: waiver.rule.rawValue)` is an error in this council, and no error can be waived",
            hint: "put right what it reports, or ask whoever looks after `house-style` in council.yaml"
        )
    }

    fileprivate static func unusedWaiver(_ waiver: Waiver) -> Self {
        Self(
            .unusedWaiver,
            "the waiver of `\(own: waiver.rule.rawValue)` is for nothing that the check finds",
            hint: waiver.reach.isWords
                ? "delete it, or write the words under `at` as they are in the text"
                : "delete it, or put it where the finding is"
        )
    }
}

extension Waiver.Reach {
    fileprivate var isWords: Bool { if case .words = self { true } else { false } }
}
