// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import Intake
import Monitoring
import Publishing
import RuleDocumentation
import TestSupport
import WatchFolder

extension RuleExample {
    /// The workspace without an example, by the paths of its files.
    static let base: [String: [UInt8]] = {
        let folder = Repository.folder + "/docs/rules/workspace"
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return paths.reduce(into: [:]) { files, path in
            files[path] = (try? Data(contentsOf: URL(filePath: folder + "/" + path))).map(Array.init)
        }
    }()

    /// What is reported of the example.
    func findings(_ catalogue: RuleCatalogue, _ cache: ReadingCache) throws -> [Diagnostic] {
        if let drop { return try Self.refusal(of: drop, contents(catalogue, base: [:])) }
        let folder = try TemporaryFolder()
        var there: Set<String> = []
        var found: [Diagnostic] = []
        for state in earlier + [self] {
            let contents = try state.contents(catalogue, base: Self.base)
            let gone = there.subtracting(contents.keys).union(state.files.filter { $0.value == nil }.keys)
            for path in gone { try? FileManager.default.removeItem(atPath: folder.path + "/" + path) }
            for (path, bytes) in contents { try folder.write(bytes, to: path) }
            there = Set(contents.keys)
            found = try state.run(in: folder.path, cache)
        }
        return found
    }

    /// The files of the workspace or the drop by their paths.
    private func contents(_ catalogue: RuleCatalogue, base: [String: [UInt8]]) throws -> [String: [UInt8]] {
        base.merging(files.compactMapValues { $0?.bytes }) { $1 }
            .merging(try catalogue.texts(of: self).mapValues { Array($0.utf8) }) { $1 }
            .filter { path, _ in if case .some(.none) = files[path] { false } else { true } }
    }

    /// What the command reports of a workspace.
    private func run(in folder: String, _ cache: ReadingCache) throws -> [Diagnostic] {
        let program = Repository.program
        switch command {
        case .check:
            let day = on.flatMap { CalendarDate($0) }
            return try check(folder, setsPages: layout, on: day, with: program, readingCache: cache).diagnostics
        case .render:
            return try publish(PublicationRequest(workspace: folder, formats: [.tree]), with: program).diagnostics
        case .circulate:
            let request = CirculationRequest(workspace: folder, paper: "cabinet", version: "version 1")
            return try circulate(request, with: program).diagnostics
        }
    }

    /// What the inbox says of a drop, as that of a council with the one directorate of the base.
    private static func refusal(of name: String, _ contents: [String: [UInt8]]) throws -> [Diagnostic] {
        let folder = try TemporaryFolder()
        if let own = contents[name] {
            try folder.write(own, to: name)
        } else if name.hasSuffix(".zip") {
            try folder.write(
                StoredZip.bytes(of: contents.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }),
                to: name
            )
        } else {
            for (path, bytes) in contents { try folder.write(bytes, to: "\(name)/\(path)") }
        }
        do throws(Drop.Refusal) {
            _ = try Drop(name: name, path: folder.path + "/" + name, directorates: ["people"])
            return []
        } catch {
            return error.diagnostics
        }
    }
}
