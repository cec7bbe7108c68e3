// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing

/// A file by which a program that looks after services sees that this one lives, and how it is. It is written every few seconds: one
/// that is older than half a minute is of a service that hangs or has ended.
struct HealthFile {
    static let interval = Duration.seconds(10)

    private let folder: String
    private let name: String

    init(path: String) {
        let slash = path.lastIndex(of: "/")
        folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    }

    func write(isWell: Bool, reason: String?) throws(PublicationError) {
        let state = ["status": isWell ? "ok" : "failing", "time": WallTime.now.stamp, "reason": reason]
        let text = "\(JSONText(state))\n"
        try AtomicFile.write(Array(text.utf8), to: name, in: folder)
    }
}
