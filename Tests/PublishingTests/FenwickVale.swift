// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport

/// The sample of a district council's third quarter, whose returns are workbooks and Word documents.
enum FenwickVale {
    static let sample = Repository.folder + "/samples/fenwick-vale-2026-q3"

    /// A copy of it in `round` with the same returns as CSV and Markdown files, which are kept beside this file.
    static func inText() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: sample, to: "round")
        let round = folder.path + "/round"
        let text = Repository.folder + "/Tests/PublishingTests/FenwickVale"
        try FileManager.default.removeItem(atPath: round + "/returns")
        for name in ["returns", "pictures/market-hall.png"] {
            try FileManager.default.copyItem(atPath: "\(text)/\(name)", toPath: "\(round)/\(name)")
        }
        return folder
    }
}
