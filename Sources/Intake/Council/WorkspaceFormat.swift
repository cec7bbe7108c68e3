// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import WorkspaceFiles

/// The version of the format of workspaces: which files there are, and what is written in them how.
///
/// It grows when a program of before would misread what is written, or refuse it for a reason that leads nowhere. A program reads all formats up to its own;
/// a workspace that names none is of the first. For each there is a workspace among the tests (`PublishingTests/Formats`), which stays as it is.
package enum WorkspaceFormat {
    /// The format that this program writes.
    package static let newest = 1

    /// Whether the workspace of a `council.yaml` is of a format that this program reads. A newer one is reported: nothing else that would be said of it is true.
    static func isReadable(_ council: YAMLValue, _ findings: DiagnosticCollector) -> Bool {
        guard case .group(let entries) = council.content,
            let text = entries.first(where: { $0.key == CouncilForm.format.name })?.value.text,
            let number = Int(text.string), number > newest
        else { return true }
        findings.report(.newerFormat(number), at: text.location)
        return false
    }
}

extension Diagnostic.Message {
    fileprivate static func newerFormat(_ number: Int) -> Self {
        Self(
            .newerFormat,
            "the workspace is of format \(number), and this program reads formats up to \(WorkspaceFormat.newest)",
            hint: "install the version of the program that it was made with, or a newer one"
        )
    }
}
