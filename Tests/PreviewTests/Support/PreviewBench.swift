// SPDX-License-Identifier: Apache-2.0

import PaperTree
import Publishing
import Synchronization
import TestSupport
import WorkspaceFiles

@testable import Preview

/// A workspace whose papers are made in this process, and a site that serves them to whoever calls it.
final class PreviewBench {
    static let port = 8000
    static let host = "127.0.0.1:8000"

    let folder: TemporaryFolder
    let builder: RoundBuilder
    let site: PreviewSite

    /// - Parameter folder: one that holds the workspace `ws`.
    init(_ folder: TemporaryFolder, audience: Audience = .public, token: AccessToken? = nil) throws {
        self.folder = folder
        let configuration = PreviewConfiguration(
            workspace: folder.path + "/ws",
            out: try OutputFolders(open: folder.path + "/out"),
            audience: audience,
            token: token
        )
        builder = RoundBuilder(configuration, program: Repository.program)
        site = PreviewSite(
            model: PreviewModel(instance: "run"),
            gate: RequestGate(token: token),
            pictures: NoPictures(),
            audience: audience
        )
        site.gate.open(port: Self.port)
    }

    /// One on a copy of the sample.
    convenience init(audience: Audience = .public) throws {
        try self.init(TemporaryFolder(copying: Repository.sample, to: "ws"), audience: audience)
    }

    /// Makes the papers as the files are now, and returns the round.
    @discardableResult
    func build() -> PreviewRound {
        if let round = builder.build(DiskFiles(root: folder.path + "/ws")) { site.model.publish(round) }
        return site.model.round
    }

    /// The answer to a browser that asks for a path.
    func get(_ target: String) async -> PreviewResponse {
        await site.respond(to: PreviewRequest(target: target, host: Self.host))
    }

    /// The text of the answer.
    func text(_ target: String) async -> String { await get(target).text }
}

/// Draws nothing.
struct NoPictures: PictureSource {
    func picture(ofPage number: Int, of key: PaperKey) async -> [UInt8]? { nil }
}

extension PreviewResponse {
    /// What it holds, as text.
    var text: String {
        if case .bytes(let bytes, _)? = body { String(decoding: bytes, as: UTF8.self) } else { "" }
    }

    func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
}

extension PaperKey {
    static let cabinet = PaperKey(id: "cabinet-2009-11-30", audience: .public)
}
