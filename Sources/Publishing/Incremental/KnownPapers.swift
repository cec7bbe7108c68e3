// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import PaperTree

/// The papers and editions of earlier runs, by which papers are named whose files cannot be read at the moment.
struct KnownPapers {
    /// The identifiers of the papers in each file of `papers/`, when it could be read last.
    private var papersOfFile: [String: [String]] = [:]
    private var editions: [String: [Edition]] = [:]

    /// Records the papers of each file.
    mutating func record(_ papers: [PaperSource]) {
        for (file, papers) in Dictionary(grouping: papers, by: \.file) { papersOfFile[file] = papers.map(\.id) }
    }

    /// Records the editions of papers that have been made, or have failed.
    mutating func record(_ builds: [PaperBuild]) {
        for (id, builds) in Dictionary(grouping: builds, by: \.id) { editions[id] = builds.map(\.edition) }
    }

    /// Removes the papers of files that are gone, and of directorates that are not in the council any more.
    ///
    /// - Parameter files: the files in `papers/`, also those that cannot be read at the moment.
    /// - Returns: the keys of the papers that are left.
    mutating func prune(toFiles files: Set<String>, council: Council) -> Set<PaperKey> {
        papersOfFile = papersOfFile.filter { files.contains($0.key) }
        let ids = Set(papersOfFile.values.flatMap(\.self) + council.directorates.map(\.paperIdentifier))
        editions = editions.filter { ids.contains($0.key) }
        return Set(
            editions.flatMap { id, editions in editions.map { PaperKey(id: id, audience: $0.audience) } }
        )
    }

    /// The failures of papers, in the editions that they had.
    func failures(of ids: Set<String>, _ diagnostics: [Diagnostic]) -> [PaperBuild] {
        ids.sorted().flatMap { id in
            (editions[id] ?? [.whole]).map {
                PaperBuild(id: id, edition: $0, outcome: .failed, diagnostics: diagnostics)
            }
        }
    }

    /// The failures of the papers in one file.
    func failures(inFile file: String, _ diagnostics: [Diagnostic]) -> [PaperBuild] {
        failures(of: Set(papersOfFile[file] ?? [file]), diagnostics)
    }

    /// The failures of every paper, in a workspace of which only the names of files are known.
    func failures(inFiles files: [String], _ diagnostics: [Diagnostic]) -> [PaperBuild] {
        failures(of: Set(files.flatMap { papersOfFile[$0] ?? [$0] } + editions.keys), diagnostics)
    }
}
