// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import PaperTree
import Publishing
import TestSupport
import WorkspaceFiles

@testable import Preview

extension PublicOutput {
    /// Every answer of the preview, by the library and over no socket.
    static func preview(_ folder: TemporaryFolder) throws -> Collected {
        var collected = Collected()
        let (site, builder) = try built(folder, for: .public)
        for path in ["/", "/nowhere", "/preview.js", "/preview.css"] {
            collected.reports["preview " + path] = bytes(of: path, from: site)
        }
        collected.reports["preview events"] = site.event(since: 0).bytes
        for paper in site.model.round.papers {
            let path = "/papers/\(paper.key.id)"
            collected.reports["preview \(path)/places"] = bytes(of: path + "/places", from: site)
            for page in [path, path + "/pages"] {
                // Of a paper that has problems, a page tells them.
                if paper.problems.isEmpty, paper.state == .good {
                    collected.papers["preview \(page).html"] = bytes(of: page, from: site)
                } else {
                    collected.reports["preview \(page)"] = bytes(of: page, from: site)
                }
            }
            collected.papers["preview \(path).png"] = builder.picture(ofPage: 1, of: paper.key)
        }
        let (restricted, _) = try built(folder, for: .restricted)
        for paper in restricted.model.round.papers where paper.edition == .restricted && paper.document != nil {
            let path = "/restricted/\(paper.key.id)"
            collected.restricted["preview " + path] = bytes(of: path, from: restricted)
        }
        return collected
    }

    private static func built(_ folder: TemporaryFolder, for audience: Audience) throws -> (PreviewSite, RoundBuilder) {
        let configuration = PreviewConfiguration(
            workspace: folder.path + "/round",
            out: try OutputFolders(open: folder.path + "/out"),
            audience: audience,
            token: nil
        )
        let builder = RoundBuilder(configuration, program: Repository.program)
        let site = PreviewSite(
            model: PreviewModel(instance: "run"),
            gate: RequestGate(token: nil),
            pictures: NoPictures(),
            audience: audience
        )
        site.gate.open(port: 8000)
        if let round = builder.build(DiskFiles(root: folder.path + "/round")) { site.model.publish(round) }
        return (site, builder)
    }

    private static func bytes(of path: String, from site: PreviewSite) -> [UInt8] {
        guard case .ready(let response) = site.answer(to: PreviewRequest(target: path, host: "127.0.0.1:8000")),
            case .bytes(let bytes, _)? = response.body
        else { return [] }
        return bytes
    }
}

/// Draws nothing: a picture is asked for at the builder.
private struct NoPictures: PictureSource {
    func picture(ofPage number: Int, of key: PaperKey) async -> [UInt8]? { nil }
}
