// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Intake
import Monitoring
import Publishing
import TestSupport

/// A workspace that is like the one in `Workspace` but for some files, and what its check reports.
struct RuleExample: Decodable, Sendable {
    /// The files that differ, by their paths; `nil` for one that is not there.
    var files: [String: ExampleFile?] = [:]
    /// Stretches of files of the base, or of the program's own layouts, and what is in their place.
    var edits: [String: [String: String]] = [:]
    /// Whether the pages of papers are set.
    var layout = false
    /// The day of the check, or `nil` for a check that asks nothing of a day.
    var on: String?
    /// What the example has, in words, where its files cannot be shown.
    var shows: String?
    /// All findings of the check; `nil` for an example that is not written to its end.
    var reports: [String]?

    private enum Key: String, CaseIterable { case files, edits, layout, on, shows, reports }

    init(from decoder: any Decoder) throws {
        let keys = try KnownKeys<Key>(decoder)
        files = try keys.decodeIfPresent(.files) ?? [:]
        edits = try keys.decodeIfPresent(.edits) ?? [:]
        layout = try keys.decodeIfPresent(.layout) ?? false
        on = try keys.decodeIfPresent(.on)
        shows = try keys.decodeIfPresent(.shows)
        reports = try keys.decodeIfPresent(.reports)
    }

    /// The workspace without an example.
    static let base: [String: String] = {
        let folder = Repository.folder + "/Tests/RuleDocumentationTests/Workspace"
        var files: [String: String] = [:]
        for path in [
            "council.yaml", "round.yaml", "papers/cabinet.md", "returns/people/return.yaml",
            "returns/people/statement.md", "returns/people/indicators.csv", "returns/people/actions.csv",
        ] {
            files[path] = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        }
        return files
    }()

    /// The texts that differ from the base, whole, by their paths.
    func texts() throws -> [String: String] {
        var texts = files.compactMapValues { $0?.text }
        for (path, stretches) in edits {
            var text =
                try texts[path] ?? Self.base[path]
                ?? String(contentsOfFile: Repository.folder + "/" + path, encoding: .utf8)
            // In the order of their places, so that one does not change what another looks for.
            for (stretch, replacement) in stretches.sorted(by: { $0.key < $1.key }) {
                guard text.contains(stretch) else { throw MissingStretch(path: path, stretch: stretch) }
                text = text.replacing(stretch, with: replacement, maxReplacements: 1)
            }
            texts[path] = text
        }
        return texts
    }

    /// An edit is of something that the base does not have.
    struct MissingStretch: Error {
        var path: String
        var stretch: String
    }

    /// Whether a file of the base is not there.
    private func isRemoved(_ path: String) -> Bool { if case .some(.none) = files[path] { true } else { false } }

    /// What the check of the workspace reports.
    func findings(_ cache: ReadingCache) throws -> [Diagnostic] {
        var contents = Self.base.merging(try texts()) { $1 }.mapValues { Array($0.utf8) }
        contents.merge(files.compactMapValues { $0?.bytes }) { $1 }
        let folder = try TemporaryFolder(contents.filter { !isRemoved($0.key) })
        let day = on.flatMap { CalendarDate($0) }
        return try check(
            folder.path,
            setsPages: layout,
            on: day,
            with: Repository.program,
            readingCache: cache
        ).diagnostics
    }
}
