// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Formats
import FoundationEssentials
import WorkspaceFiles

/// The documentation of rules: the YAML files of docs/rules, of which docs/rules.md and `cleardays explain` are made.
package struct RuleCatalogue: Sendable {
    /// The groups that could be decoded, in the order of the registry by their first rules.
    package let groups: [RuleGroup]
    /// The folder of the program, in which `docs/rules` and `layouts` are.
    private let program: String

    /// A file cannot be read, or is not as ``RuleGroup`` is.
    package struct UnreadableFile: Error, CustomStringConvertible {
        /// Of the file, or of the folder.
        package var path: String
        /// What is wrong with it.
        package var reason: String

        package var description: String { "\(path) cannot be read: \(reason)" }
    }

    /// Reads all files.
    ///
    /// - Parameter program: the folder of the files that come with the program.
    package init(program: String) throws(UnreadableFile) {
        var groups: [RuleGroup] = []
        for name in try Self.names(in: program) { groups.append(try Self.group(name, in: program)) }
        self.init(groups, program: program)
    }

    /// A catalogue of some groups.
    package init(_ groups: [RuleGroup], program: String) {
        let order = Dictionary(uniqueKeysWithValues: Rule.allCases.enumerated().map { ($1, $0) })
        func place(of group: RuleGroup) -> Int { group.rules.first.flatMap { order[$0] } ?? order.count }
        self.groups = groups.sorted { place(of: $0) < place(of: $1) }
        self.program = program
    }

    /// The names of the files, without their endings.
    package static func names(in program: String) throws(UnreadableFile) -> [String] {
        let folder = program + "/docs/rules"
        do {
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
        } catch {
            throw UnreadableFile(path: folder, reason: "it is not among the files of the program")
        }
    }

    /// One file by its name.
    package static func group(_ name: String, in program: String) throws(UnreadableFile) -> RuleGroup {
        let path = "\(program)/docs/rules/\(name).yaml"
        do {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let findings = DiagnosticCollector()
            let value = YAMLReader(findings: findings, file: SourceFile(path, subject: .program)).read(text)
            guard let value, findings.report().isEmpty else {
                let first = findings.report().first
                throw UnreadableFile(
                    path: path,
                    reason: "line \(first?.location?.line ?? 0): \(first?.message ?? "")"
                )
            }
            var group = try RuleGroup(value)
            group.name = name
            return group
        } catch let error as UnreadableFile {
            throw error
        } catch {
            throw UnreadableFile(path: path, reason: "\(error)")
        }
    }

    /// What is said of a rule.
    package func entry(of rule: Rule) -> RuleEntry? { groups.lazy.compactMap { $0.entries[rule.rawValue] }.first }

    // MARK: - Examples

    /// A text of the workspace that examples change, or of the program's own layouts; `nil` if there is none.
    package func base(_ path: String) -> String? {
        let folder = path.hasPrefix("layouts/") ? program : program + "/docs/rules/workspace"
        return try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }

    /// The texts of an example that differ from the workspace that examples change, whole, by their paths.
    package func texts(of example: RuleExample) throws(MissingStretch) -> [String: String] {
        var texts = example.files.compactMapValues { $0?.text }
        for (path, stretches) in example.edits {
            var text = texts[path] ?? base(path) ?? ""
            // In the order of their places, so that one does not change what another looks for.
            for (stretch, replacement) in stretches.sorted(by: { $0.key < $1.key }) {
                guard text.contains(stretch) else { throw MissingStretch(path: path, stretch: stretch) }
                text = text.replacing(stretch, with: replacement, maxReplacements: 1)
            }
            texts[path] = text
        }
        return texts
    }

    /// An edit is of something that the file does not have.
    package struct MissingStretch: Error {
        /// Of the file, in the workspace of the example.
        package var path: String
        /// What was to be replaced.
        package var stretch: String
    }
}
