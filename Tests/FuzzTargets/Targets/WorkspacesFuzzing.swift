// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import WorkspaceFiles

/// A list of files (``FileList``), which take the place of the starter's, as a workspace that is taken as far as its PDFs.
///
/// A marked passage with a secret is put at the end of the paper and of the statement, whatever they are, and a marked row into the actions
/// unless they are in the list. It is in no public edition and in no report.
struct WorkspacesFuzzing {
    let session: FuzzSession

    func run(_ bytes: [UInt8]) throws {
        let list = FileList.files(of: bytes)
        let first = try papers(of: list, secret: ExemptRound.secret)
        if bytes.fingerprint % 4 == 0 {
            let second = try papers(of: list, secret: ExemptRound.otherSecret)
            try require(first == second, "a public paper depends on what is exempt")
        }
        if bytes.fingerprint % 4 == 1 {
            try require(
                try papers(of: list, secret: ExemptRound.secret) == first,
                "the same workspace makes other papers"
            )
        }
    }

    private func papers(of list: [(path: String, bytes: [UInt8])], secret: String) throws -> [String] {
        var files = ExemptRound(starter: try session.starter(), secret: secret).files
        for (path, bytes) in list {
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            // As no folder can hold it.
            guard !path.contains("\0"), parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { continue }
            files[path] = .bytes(bytes)
        }
        for path in ["papers/cabinet.md", "returns/community-services/statement.md"] {
            let passage = ExemptRound.passage(holding: secret)
            if case .bytes(let bytes) = files[path] { files[path] = .bytes(bytes + Array("\n\(passage)".utf8)) }
        }
        return try WorkspaceRun(session: session, secrets: [secret], end: .export).run(files)
    }

    static func seeds() throws -> [[UInt8]] {
        let disk = DiskFiles(root: Repository.program.starter)
        let files = try disk.tree().filter { $0.value != .folder }.keys.sorted()
            .map { (path: $0, bytes: try disk.bytes(of: $0) ?? []) }
        var seeds = files.map { FileList.bytes(of: [$0]) }
        seeds.append(FileList.bytes(of: files))
        for path in ["themes/accessible.yaml", "cabinet.yaml", "tables/outcomes.yaml"] {
            let layout = try DiskFiles(root: Repository.program.layouts).bytes(of: path) ?? []
            seeds.append(FileList.bytes(of: [(path: "layouts/" + path, bytes: layout)]))
        }
        return seeds
    }
}
