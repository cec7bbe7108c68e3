// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import WorkspaceFiles

/// A layout, a table kind, a theme or words of the workspace's own, in which the starter is made as far as its PDF.
struct LayoutsFuzzing {
    let session: FuzzSession

    func run(_ bytes: [UInt8]) throws {
        let (path, content) = bytes.choosing(among: FuzzSession.layouts)
        var files = try session.starter()
        files["layouts/" + path] = .bytes(content)
        try WorkspaceRun(session: session, end: .export).run(files)
    }

    static func seeds() throws -> [[UInt8]] {
        let layouts = DiskFiles(root: Repository.program.layouts)
        var seeds = try FuzzSession.layouts.enumerated().map { index, path in
            [UInt8(index)] + (try layouts.bytes(of: path) ?? [])
        }
        for theme in ["heritage", "large-print"] {
            seeds.append([5] + (try layouts.bytes(of: "themes/\(theme).yaml") ?? []))
        }
        return seeds
    }
}
