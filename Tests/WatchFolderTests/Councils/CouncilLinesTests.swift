// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import WatchFolder

struct CouncilLinesTests {
    @Test func `each line of a council has its name, whoever wrote it`() {
        let log = RecordedLog()
        var written: [String] = []
        let lines = CouncilLines(of: "a", log: log.logger) { written.append(String(decoding: $0, as: UTF8.self)) }
        lines.add(Array("{\"council\":\"a\",\"message\":\"made".utf8)[...])
        lines.add(Array(" a paper\"}\n12:00 info: watching council=a\nFatal error\nlast".utf8)[...])
        #expect(
            written == [
                "{\"council\":\"a\",\"message\":\"made a paper\"}\n", "12:00 info: watching council=a\n",
            ]
        )
        lines.finish()
        #expect(log.lines == ["Fatal error council=a", "last council=a"])
    }
}
