// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging
import PaperTree
import Publishing
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing
import WatchFolder

@testable import Preview

/// The server with real connections.
@Suite(.serialized)
struct ServerTests {
    /// A server that is there for as long as a closure runs.
    private func serving<Value: Sendable>(
        token: AccessToken? = nil,
        _ body: @escaping @Sendable (_ port: Int, _ site: PreviewSite) throws -> Value
    ) async throws -> Value {
        let site = PreviewSite(
            model: PreviewModel(instance: "run"),
            gate: RequestGate(token: token),
            pictures: NoPictures(),
            audience: .public
        )
        let (addresses, announce) = AsyncStream.makeStream(of: String.self)
        let server = application(serving: site, port: 0, log: Logger(label: "test")) { announce.yield($0) }
        let group = ServiceGroup(services: [server], logger: Logger(label: "test").silent)
        let running = Task { try await group.run() }
        var port = 0
        for await address in addresses {
            port = Int(address.split(separator: ":")[2].prefix { $0.isNumber }) ?? 0
            break
        }
        let found = port
        // Blocking calls have a thread of their own: the server has few.
        let result = await WorkThread.run { Result { try body(found, site) } }
        site.model.end()
        await group.triggerGracefulShutdown()
        try await running.value
        return try #require(result).get()
    }

    @Test func `requests are answered as the site says`() async throws {
        let token = AccessToken.random()
        try await serving(token: token) { port, _ in
            let root = "/" + token.text
            let good = try Connection.answer(port, root)
            #expect(good.status == 200)
            #expect(good.contains("The papers are being made for the first time."))
            #expect(good.contains("\r\nCache-Control: no-store\r\n"))
            #expect(!good.contains("Access-Control") && !good.contains("Set-Cookie") && !good.contains("Server:"))
            let refused = [
                try Connection.answer(port, "/"),
                try Connection.answer(port, root, host: "evil.example"),
                try Connection.answer(port, root, "Origin: http://evil.example"),
                try Connection.answer(port, root + "/events", "Sec-Fetch-Site: cross-site"),
                try Connection.answer(port, root, method: "POST", "Content-Length: 3"),
                try Connection.answer(port, root, "Content-Length: 3"),
                try Connection.answer(port, root, "Transfer-Encoding: chunked"),
                try Connection.answer(port, root + "/" + String(repeating: "a", count: 3000)),
                try Connection.answer(port, root + "/..%2fcouncil.yaml"),
            ]
            #expect(refused.map(\.status) == [404, 403, 403, 403, 405, 413, 413, 414, 404])
            for answer in refused {
                #expect(answer.content == "")
                #expect(answer.contains("\r\nReferrer-Policy: no-referrer\r\n"))
            }
        }
    }

    @Test func `fields that are too long or too many end the connection`() async throws {
        try await serving { port, _ in
            let field = "X-Field: " + String(repeating: "a", count: 4000)
            let answers = [
                try Connection.answer(port, "/", "X-Short: a"),
                try Connection.answer(
                    port,
                    "/",
                    "X-Long: " + String(repeating: "a", count: ServerLimits.mostFieldBytes + 1)
                ),
                try Connection.answer(port, "/", (0..<65).map { "X-\($0): a" }.joined(separator: "\r\n")),
                try Connection.answer(port, "/", field, field, field, field, field),
            ]
            #expect(answers.map(\.status) == [200, 400, 400, 400])
            #expect(answers.dropFirst().map(\.content) == ["", "", ""])
        }
    }

    private static func round(_ number: Int, kilobytes: Int) -> PreviewRound {
        var round = PreviewRound()
        var paper = PreviewPaper(key: .cabinet, edition: .whole, state: .good)
        let words = String(repeating: "\(number % 10)", count: kilobytes << 10)
        paper.document = PaperDocument(Array("<style></style></head><body><a></a>\(words)".utf8))
        round.papers = [paper]
        return round
    }

    private static var residentBytes: Int {
        let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")[1]
        return (pages.flatMap { Int($0) } ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    }

    /// Half of the pages read what they are sent, and half do not. A copy of each round for each page would be 2 GB.
    @Test func `a hundred pages that are open through fifty updates hold memory flat`() async throws {
        let (growth, told) = try await serving { port, site -> (Int, Int) in
            site.model.publish(Self.round(0, kilobytes: 400))
            let open = try (0..<100).map { _ in
                let connection = try Connection(port: port, receiveBuffer: 4096)
                connection.send("GET /events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
                return connection
            }
            for connection in open { _ = connection.read(until: "id: run-1\n") }
            // What is made once, such as the server's buffers, is there after the first updates.
            for number in 1...5 { site.model.publish(Self.round(number, kilobytes: 400)) }
            for connection in open.prefix(50) { _ = connection.read(until: "id: run-6\n") }
            let before = Self.residentBytes
            var told = 0
            for number in 6...55 {
                site.model.publish(Self.round(number, kilobytes: 400))
                for connection in open.prefix(50)
                where connection.read(until: "id: run-\(number + 1)\n").contains("event: round") {
                    told += 1
                }
            }
            #expect(site.model.listenerCount == 100)
            return (Self.residentBytes - before, told)
        }
        #expect(told == 50 * 50)
        print("100 open pages, 50 updates: resident memory grew by \(growth >> 10) KiB")
        #expect(growth < 24 << 20)
    }

    @Test func `a page that goes away is noticed at the next sign of life`() async throws {
        let left = try await serving { port, site -> Int in
            do {
                let connection = try Connection(port: port)
                connection.send("GET /events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n")
                #expect(connection.read(until: "event: alive").contains("retry: 1000"))
                #expect(site.model.listenerCount == 1)
            }
            for _ in 0..<200 where site.model.listenerCount > 0 {
                site.model.beat(at: .now)
                usleep(10_000)
            }
            return site.model.listenerCount
        }
        #expect(left == 0)
    }
}
