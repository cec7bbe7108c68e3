// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Foundation
import TestSupport
import Yams

/// The files of docs/rules.
enum RuleDocumentation {
    private static let folder = Repository.folder + "/docs/rules"

    /// The names of the files, without their endings.
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    /// One of them.
    static func group(_ name: String) throws -> RuleGroup {
        do {
            let text = try String(contentsOfFile: folder + "/\(name).yaml", encoding: .utf8)
            var group = try YAMLDecoder().decode(RuleGroup.self, from: text)
            group.name = name
            return group
        } catch {
            throw UndecodableFile(name: name, error: "\(error)")
        }
    }

    /// A file that is not as ``RuleGroup`` is.
    struct UndecodableFile: Error, CustomStringConvertible {
        var name: String
        var error: String

        var description: String { "docs/rules/\(name).yaml cannot be decoded: \(error)" }
    }

    /// Those that can be decoded; each other one fails a test of its own.
    static let decoded: [RuleGroup] = names.compactMap { try? group($0) }

    /// Whether they all can be, so that what is true of all can be asked.
    static var areComplete: Bool { decoded.count == names.count }

    /// All of them, in the order of the registry by their first rules.
    static func groups() throws -> [RuleGroup] {
        let order = Dictionary(uniqueKeysWithValues: Rule.allCases.enumerated().map { ($1, $0) })
        return try names.map(group).sorted { first, second in
            let places = [first, second].map { $0.rules.first.flatMap { order[$0] } ?? order.count }
            return places[0] < places[1]
        }
    }
}
