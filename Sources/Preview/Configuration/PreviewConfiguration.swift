// SPDX-License-Identifier: Apache-2.0

package import PaperTree
package import Publishing
import WatchFolder

/// What the preview is asked to do.
package struct PreviewConfiguration: Sendable, Hashable {
    /// The folder that holds `council.yaml`.
    package var workspace: String
    /// Where papers are written by the other commands. Nothing is written there: a folder of papers inside the workspace is not watched, and what
    /// is in the restricted one tells whether the ledger of exempt information is missing.
    package var out: OutputFolders
    /// In place of the council's own theme.
    package var theme: String?
    /// For whom papers are shown: restricted editions only if they are asked for.
    package var audience: Audience
    /// The port to listen at; zero for any that is free.
    package var port: Int
    /// The word without which nothing is served, or `nil` if there is none.
    package var token: AccessToken?
    /// How long a file must stay as it is before it is read; by default longer on a network.
    package var settle: Duration?
    /// Whether to look now and then rather than to be woken.
    package var polls: Bool
    /// How often a sign of life is sent to pages that are open.
    package var beat: Duration

    package init(
        workspace: String,
        out: OutputFolders,
        theme: String? = nil,
        audience: Audience = .public,
        port: Int = 0,
        token: AccessToken?,
        settle: Duration? = nil,
        polls: Bool = false,
        beat: Duration = .seconds(10)
    ) {
        self.workspace = workspace
        self.out = out
        self.theme = theme
        self.audience = audience
        self.port = port
        self.token = token
        self.settle = settle
        self.polls = polls
        self.beat = beat
    }

    /// As the watcher of the workspace takes it.
    var watching: WatchConfiguration {
        WatchConfiguration(workspace: workspace, out: out, theme: theme, polls: polls, settle: settle)
    }
}
