// SPDX-License-Identifier: Apache-2.0

import Formats

/// A workspace that is like the one in docs/rules/workspace but for some files, and what its check reports; or a drop into the inbox.
package struct RuleExample: Sendable, YAMLReadable {
    /// The files that differ, by their paths; `nil` for one that is not there.
    package var files: [String: ExampleFile?] = [:]
    /// Stretches of files of that workspace, or of the program's own layouts, and what is in their place.
    package var edits: [String: [String: String]] = [:]
    /// How the workspace was before, oldest first, each with the command that was given then; their findings do not count.
    package var earlier: [RuleExample] = []
    /// What is done with the workspace, and reports what is found.
    package var command = Command.check
    /// The name under which the files lie in the inbox, or `nil` for a check of the workspace. They are the files of a folder, or of a zip file by a name
    /// that ends so; one file of that name is the drop itself.
    package var drop: String?
    /// Whether the pages of papers are set.
    package var layout = false
    /// The day of the check, or `nil` for a check that asks nothing of a day.
    package var on: String?
    /// What the example has, in words, where its files cannot be shown.
    package var shows: String?
    /// All findings; `nil` for an example that is not written to its end.
    package var reports: [String]?

    /// A command of the program by its name.
    package enum Command: String, Sendable, YAMLReadable {
        case check
        /// Makes every paper.
        case render
        /// Keeps `cabinet` as it goes out, under the name `version 1`.
        case circulate
    }

    private enum Key: String, CaseIterable { case files, edits, earlier, command, drop, layout, on, shows, reports }

    /// The workspace that examples change, as it is.
    package init() {}

    /// Reads an example; a key that is not known is an error.
    init(_ value: YAMLValue) throws(UnreadableValue) {
        let keys = try KnownKeys<Key>(value)
        files = try keys.readIfPresent(.files) ?? [:]
        edits = try keys.readIfPresent(.edits) ?? [:]
        earlier = try keys.readIfPresent(.earlier) ?? []
        command = try keys.readIfPresent(.command) ?? .check
        drop = try keys.readIfPresent(.drop)
        layout = try keys.readIfPresent(.layout) ?? false
        on = try keys.readIfPresent(.on)
        shows = try keys.readIfPresent(.shows)
        reports = try keys.readIfPresent(.reports)
    }
}
