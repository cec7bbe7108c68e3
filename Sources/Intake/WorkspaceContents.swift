// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import Layouts
package import Monitoring

/// What was read of a workspace, with every problem found on the way.
package struct WorkspaceContents: Sendable {
    /// Nothing only where `council.yaml` or `round.yaml` cannot be used at all.
    package var round: MonitoringRound?
    package var layouts: LayoutSet
    /// In the order in which one reads: by file, then down, then across.
    package var diagnostics: [Diagnostic]

    package init(round: MonitoringRound?, layouts: LayoutSet, diagnostics: [Diagnostic]) {
        self.round = round
        self.layouts = layouts
        self.diagnostics = diagnostics
    }
}
