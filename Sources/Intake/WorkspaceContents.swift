// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Layouts
package import Monitoring
package import WorkspaceFiles

/// What was read of a workspace, with every problem found on the way.
package struct WorkspaceContents: Sendable {
    /// `nil` only if `council.yaml` or `round.yaml` cannot be used at all.
    package var round: MonitoringRound?
    /// The layouts of the program, with those of the workspace in their place.
    package var layouts: LayoutSet
    /// In the order in which one reads: by file, then down, then across.
    package var diagnostics: [Diagnostic]
    /// Of the files, for the excerpts of what later stages find.
    package var texts: SourceTexts
    /// What the council has set of the rules.
    package var rules: RuleSettings
    /// What officers have waived.
    package var waivers: [Waiver]

    package init(
        round: MonitoringRound?,
        layouts: LayoutSet,
        diagnostics: [Diagnostic],
        texts: SourceTexts = SourceTexts(),
        rules: RuleSettings = RuleSettings(),
        waivers: [Waiver] = []
    ) {
        self.round = round
        self.layouts = layouts
        self.diagnostics = diagnostics
        self.texts = texts
        self.rules = rules
        self.waivers = waivers
    }

    /// Takes in problems that were found later, and has no report quote some files.
    package mutating func add(_ diagnostics: [Diagnostic], hiding files: Set<String> = []) {
        for file in files.sorted() { texts.hide(file) }
        self.diagnostics = texts.excerpting((self.diagnostics + rules.applied(to: diagnostics)).inReadingOrder)
    }
}
