// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import Publishing
import TestSupport
import WorkspaceFiles

/// A YAML text as values, and as a form of the starter; JSON is read as YAML.
struct YAMLFuzzing {
    let session: FuzzSession

    private static let paths = [
        "council.yaml", "round.yaml", "returns/community-services/return.yaml", "papers/cabinet.md",
        "bank-holidays.json",
    ]

    func run(_ bytes: [UInt8]) throws {
        let (path, content) = bytes.choosing(among: Self.paths)
        try checkValues(of: content.text)
        if bytes.fingerprint % 2 == 0 { try WorkspaceRun(session: session).run(Self.workspace(path, content, session)) }
    }

    private static func workspace(_ path: String, _ content: [UInt8], _ session: FuzzSession) throws -> FileSnapshot {
        var files = try session.starter()
        var content = content
        if path.hasSuffix(".md") {
            let body = files.contents(of: path).text.split(separator: "\n---\n", maxSplits: 1).last ?? ""
            content = Array("---\n".utf8) + content + Array("\n---\n\(body)".utf8)
        }
        files[path] = .bytes(content)
        return files
    }

    /// Every value and key has its place in the text.
    private func checkValues(of text: String) throws {
        let reader = YAMLReader(findings: DiagnosticCollector(), file: "a.yaml")
        guard let value = reader.read(text) else { return }
        let bytes = Array(text.utf8)
        try check(value, index: LineIndex(bytes), bytes: bytes)
    }

    private func check(_ value: YAMLValue, index: LineIndex, bytes: [UInt8]) throws {
        func check(_ place: SourceLocation) throws {
            guard place.line > 0 else { return }
            let length = index.line(place.line, of: bytes)?.unicodeScalars.count
            try require(place.column <= (length ?? -1) + 1, "\(place) is not in the text")
        }
        try check(value.location)
        switch value.content {
        case .text(let text):
            try check(text.location)
            try check(text.origin.start)
        case .list(let values): for inner in values { try self.check(inner, index: index, bytes: bytes) }
        case .group(let entries):
            for entry in entries {
                try check(entry.location)
                try self.check(entry.value, index: index, bytes: bytes)
            }
        case .nothing: break
        }
    }

    static func seeds() throws -> [[UInt8]] {
        var seeds: [[UInt8]] = []
        for folder in [Repository.program.starter, Repository.sample] {
            let disk = DiskFiles(root: folder)
            for path in try disk.tree().keys.sorted() {
                guard let name = path.split(separator: "/").last, var bytes = try? disk.bytes(of: path) else {
                    continue
                }
                switch name {
                case "council.yaml": seeds.append([0] + bytes)
                case "round.yaml": seeds.append([1] + bytes)
                case "return.yaml": seeds.append([2] + bytes)
                case let name where name.hasSuffix(".md") && bytes.starts(with: "---\n".utf8):
                    bytes = Array((bytes.text.dropFirst(4).split(separator: "\n---\n", maxSplits: 1).first ?? "").utf8)
                    seeds.append([3] + bytes)
                default: break
                }
            }
        }
        let holidays = try DiskFiles(root: Repository.program.layouts).bytes(of: "bank-holidays.json") ?? []
        return seeds + [[4] + holidays]
    }
}
