// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing

/// A file by which a service monitor sees that this one lives, and how it is. It is written every few seconds: one
/// that is older than half a minute is of a service that hangs or has ended.
struct HealthFile {
    static let interval = Duration.seconds(10)

    private let file: ReportFile

    init(path: String) { file = ReportFile(path: path) }

    func write(isWell: Bool, reason: String?) throws(PublicationError) {
        let state = ["status": isWell ? "ok" : "failing", "time": WallTime.now.stamp, "reason": reason]
        try file.write("\(JSONText(state))\n")
    }
}
