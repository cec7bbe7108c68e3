// SPDX-License-Identifier: Apache-2.0

import Glibc
import Logging
import Testing

@testable import WatchFolder

/// A log that nobody reads for a while.
struct StandardErrorTests {
    /// What waits in a pipe that does not block.
    static func text(of end: Int32) -> String {
        var found: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(end, &bytes, bytes.count)
            if count <= 0 { return String(decoding: found, as: UTF8.self) }
            found += bytes[..<count]
        }
    }

    private func withPipe(_ body: (_ reading: Int32, _ writing: Int32) throws -> Void) rethrows {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
        defer { for end in ends { close(end) } }
        try body(ends[0], ends[1])
    }

    @Test func `a log that nobody takes holds up nobody, and tells what it has lost`() {
        withPipe { reading, writing in
            let stream = StandardError(writing, patience: .milliseconds(20))
            let line = Array(String(repeating: "x", count: 1023).utf8) + [0x0A]
            var written = 0
            while stream.write(line) { written += 1 }
            #expect(written >= 60)
            let start = ContinuousClock.now
            for _ in 0..<999 { #expect(!stream.write(line)) }
            // Only the first one waits.
            #expect(ContinuousClock.now - start < .seconds(5))
            #expect(stream.lost == 1000)
            // One that is taken again goes through as it is.
            #expect(Self.text(of: reading).utf8.count == written * 1024)
            #expect(stream.write(line))
            #expect(stream.lost == 1000)
            let handler = LineLogHandler(format: .json)
            let event = LogEvent(
                level: .info,
                message: "made a paper",
                metadata: ["council": "a"],
                source: "",
                file: "",
                function: "",
                line: 0
            )
            stream.write { Array(handler.line(event, lost: $0).utf8) }
            #expect(stream.lost == 0)
            #expect(Self.text(of: reading).hasSuffix("\"}\n"))
        }
    }

    @Test func `the next line after a loss has the number of lines that were lost`() {
        let event = LogEvent(
            level: .warning,
            message: "slow",
            metadata: nil,
            source: "",
            file: "",
            function: "",
            line: 0
        )
        #expect(LineLogHandler(format: .text).line(event, lost: 3).hasSuffix("warning: slow lost-lines=3\n"))
        #expect(!LineLogHandler(format: .text).line(event, lost: 0).contains("lost-lines"))
        #expect(LineLogHandler(format: .json).line(event, lost: 3).contains("\"lost-lines\":\"3\""))
    }

    @Test func `a line of a stream that is closed is lost, and no error`() {
        withPipe { _, writing in
            let stream = StandardError(writing + 1000, patience: .milliseconds(1))
            #expect(!stream.write(Array("line\n".utf8)))
            #expect(stream.lost == 1)
        }
    }
}
