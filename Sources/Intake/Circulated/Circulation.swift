// SPDX-License-Identifier: Apache-2.0

import Formats
package import WorkspaceFiles

/// A draft of a paper that went out: a folder in `circulated/PAPER/` of a workspace.
package struct Circulation: Sendable, Hashable {
    /// The file of the paper in `papers/`, without its extension.
    package var paper: String
    /// What it was called: "version 1".
    package var version: String
    /// From one, in the order in which drafts went out.
    package var number: Int
    /// Its folder, from the workspace's.
    package var path: String

    /// The files that the paper was made of, as a workspace of their own.
    package func workspace(in files: any FileSource) -> any FileSource {
        files.subfolder(path + "/workspace")
    }

    /// The folder of the drafts of a paper, from the workspace's.
    package static func folder(of paper: String) -> String { "circulated/\(paper)" }

    /// What the folder of a draft is called: `01-version-1`.
    package static func name(number: Int, version: String) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 2 - digits.count)) + digits + "-" + version.asIdentifier.prefix(60)
    }

    /// What its `circulated.yaml` says.
    package static func record(number: Int, version: String) -> String {
        let quoted = version.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\(CirculationForm.version.name): \"\(quoted)\"\n\(CirculationForm.number.name): \(number)\n"
    }
}

/// What `circulated.yaml` holds.
enum CirculationForm {
    static let version = FormKey("as", required: true, "what the draft was called")
    static let number = FormKey(
        "number",
        format: .wholeNumber(1...9999),
        required: true,
        "which of the paper's drafts it was, from 1"
    )

    static let form = Form("a circulated draft", [version, number])
    static let names = Set(form.keys.map(\.name))
}
