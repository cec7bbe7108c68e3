// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import WatchFolder

struct CouncilLinesTests {
    @Test func `each line of a council has its name, whoever wrote it`() throws {
        let log = RecordedLog()
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        defer { for end in ends { close(end) } }
        let lines = CouncilLines(of: "a", log: log.logger, standardError: StandardError(ends[1]))
        lines.add(Array("{\"council\":\"a\",\"message\":\"made".utf8)[...])
        lines.add(Array(" a paper\"}\n2027-01-02 info: watching council=a\nFatal error\nlast".utf8)[...])
        lines.finish()
        #expect(
            StandardErrorTests.text(of: ends[0]) == """
                {"council":"a","message":"made a paper"}
                2027-01-02 info: watching council=a

                """
        )
        #expect(log.lines == ["Fatal error council=a", "last council=a"])
    }

    @Test(arguments: [
        "Fatal error: no council=a here", "2027-01-02 info: watching council=ab", "{\"council\":\"a\"",
        "x {\"council\":\"a\"}",
        "{\"council\":\"b\"}",
    ])
    func `a line that only mentions the council is none of its log`(text: String) {
        #expect(!LineLogHandler.isLine(text, of: "a"))
    }
}
