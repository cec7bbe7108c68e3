// SPDX-License-Identifier: Apache-2.0

import Foundation
import PaperTree
import Publishing
import TestSupport
import Testing

@testable import Preview

/// What is answered to whoever is let in.
struct PreviewSiteTests {
    /// What every answer has, whatever it is.
    private static let fields = [
        "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    ]

    private func fields(of response: PreviewResponse) -> [String: String] {
        Dictionary(response.fields.map { ($0.name, $0.value) }) { first, second in first + second }
    }

    @Test func `every answer has exactly these fields`() async throws {
        let bench = try PreviewBench()
        bench.build()
        func policy(_ styles: String) -> String {
            "default-src 'none'; script-src 'self'; style-src \(styles); img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        }
        let closed = "default-src 'none'; frame-ancestors 'none'"
        let html = "text/html; charset=utf-8"
        let answers: [(path: String, status: Int, type: String?, policy: String)] = [
            ("/", 200, html, policy("'self'")),
            ("/papers/cabinet-2009-11-30/pages", 200, html, policy("'self'")),
            ("/papers/nowhere", 404, html, policy("'self'")),
            ("/nowhere", 404, html, policy("'self'")),
            ("/preview.js", 200, "text/javascript; charset=utf-8", closed),
            ("/preview.css", 200, "text/css; charset=utf-8", closed),
            ("/events", 200, "text/event-stream", closed),
            ("/papers/cabinet-2009-11-30/places", 200, "application/json", closed),
            ("/papers/cabinet-2009-11-30/pages/1", 503, nil, closed),
            ("/%2e%2e", 404, nil, closed),
        ]
        for answer in answers {
            let response = await bench.get(answer.path)
            #expect(response.status == answer.status, "\(answer.path)")
            var expected = Self.fields
            expected["Content-Type"] = answer.type
            expected["Content-Security-Policy"] = answer.policy
            #expect(fields(of: response) == expected, "\(answer.path)")
        }
        let paper = await bench.get("/papers/cabinet-2009-11-30")
        let style = try #require(bench.site.model.round[.cabinet]?.document?.styleDigest)
        #expect(paper.field("Content-Security-Policy") == policy("'self' \(style)"))
        let refused = await bench.site.respond(to: PreviewRequest(method: "POST", target: "/", host: PreviewBench.host))
        #expect(refused.status == 405)
        #expect(refused.field("Allow") == "GET")
        #expect(refused.body == nil)
    }

    @Test(arguments: [
        "/papers/nowhere", "/papers/cabinet%22%3E%3Cscript%3E", "/papers/cabinet/pages/0", "/papers/cabinet/pages/2009",
        "/papers/cabinet/pages/-1", "/papers/cabinet/pages/01", "/papers/cabinet/pages/99999999999999999999",
        "/papers/cabinet/pages/1/2", "/papers", "/restricted/cabinet", "/council.yaml", "/papers/cabinet.md",
        "/preview.js/x",
    ])
    func `what is not there is not found, and nothing of the address is said again`(_ path: String) async throws {
        let bench = try PreviewBench(TemporaryFolder(copying: Repository.program.starter, to: "ws"))
        bench.build()
        let response = await bench.get(path)
        #expect(response.status == 404)
        #expect(response.text.contains("There is no such paper in the workspace."))
        #expect(
            !response.text.contains("<script>") && !response.text.contains("nowhere") && !response.text.contains("2009")
        )
    }

    @Test func `a paper is what is published, with what follows it before it`() async throws {
        let bench = try PreviewBench()
        bench.build()
        let request = PublicationRequest(
            workspace: bench.folder.path + "/ws",
            papers: ["cabinet-2009-11-30"],
            formats: [.html]
        )
        let published = String(decoding: try publish(request, with: Repository.program).files[0].bytes, as: UTF8.self)
        var shown = await bench.text("/papers/cabinet-2009-11-30")
        let begin = try #require(shown.firstRange(of: "\n<aside id=\"pv.0\""))
        let end = try #require(shown.firstRange(of: "</aside>"))
        shown.removeSubrange(begin.lowerBound..<end.upperBound)
        shown = shown.replacing(/\ data-node="[0-9]+"/, with: "")
            .replacing(
                "<link rel=\"stylesheet\" href=\"/preview.css\"><script defer src=\"/preview.js\"></script>",
                with: ""
            )
        #expect(shown == published)
    }

    @Test func `no page has a script or a style of its own beside the sheet of its paper`() async throws {
        let bench = try PreviewBench()
        bench.build()
        for path in ["/", "/papers/cabinet-2009-11-30", "/papers/cabinet-2009-11-30/pages", "/nowhere"] {
            let text = await bench.text(path)
            #expect(text.matches(of: /<script/).count == 1, "\(path)")
            #expect(text.contains("<script defer src=\"/preview.js\"></script>"))
            #expect(text.matches(of: /<style>/).count == (path.hasSuffix("30") ? 1 : 0))
            #expect(!text.contains(/\ (style|on[a-z]+)="/), "\(path)")
            #expect(!text.contains(/(src|href)="(https?:)?\/\/[^"]*\.(js|css|png)/), "\(path)")
        }
    }

    @Test func `the token is a part of every address of the preview, and of none other`() async throws {
        let token = AccessToken.random()
        let bench = try PreviewBench(TemporaryFolder(copying: Repository.sample, to: "ws"), token: token)
        bench.build()
        let text = await bench.text("/\(token.text)/")
        let addresses = text.matches(of: /(?:href|src|data-events)="([^"#]*)"/).map { String($0.output.1) }
        #expect(addresses.count == 16)
        for address in addresses { #expect(address.hasPrefix("/" + token.text)) }
        #expect(await bench.get("/").status == 404)
        #expect(await bench.text("/") == "")
    }

    @Test func `before anything is made, the list says so`() async throws {
        let bench = try PreviewBench()
        let text = await bench.text("/")
        #expect(text.contains("The papers are being made for the first time."))
        #expect(text.contains("data-generation=\"run-0\""))
    }

    // MARK: - Events

    @Test func `a save leads to a new generation, with the papers that changed`() throws {
        let bench = try PreviewBench()
        bench.build()
        let first = bench.site.event(since: 0)
        #expect(first.generation == 1)
        #expect(
            String(decoding: first.bytes, as: UTF8.self).hasPrefix(
                "id: run-1\nevent: round\ndata: {\"all\":true,\"papers\":["
            )
        )
        #expect(bench.site.event(since: 1).bytes == Array("event: alive\ndata:\n\n".utf8))
        // The same files make the same round.
        #expect(bench.build().generation == 1)
        try bench.folder.edit("ws/papers/annual-report-2009-09.md", "# Introduction", "# Beginnings")
        #expect(bench.build().generation == 2)
        let second = "id: run-2\nevent: round\ndata: {\"all\":false,\"papers\":[\"papers/annual-report-2009-09\"]}\n\n"
        #expect(bench.site.event(since: 1).bytes == Array(second.utf8))
        try bench.folder.edit(
            "ws/papers/cabinet-2009-11-30.md",
            "Each unit of the council",
            "Every unit of the council"
        )
        #expect(bench.build().generation == 3)
        // A page that missed one is told of both.
        let third =
            "id: run-3\nevent: round\ndata: {\"all\":false,\"papers\":[\"papers/annual-report-2009-09\",\"papers/cabinet-2009-11-30\"]}\n\n"
        #expect(bench.site.event(since: 1).bytes == Array(third.utf8))
    }

    @Test(arguments: [
        ("run-1", nil, 1), (nil, "/events?since=run-1", 1), ("run-1", "/events?since=run-0", 1), ("other-1", nil, 0),
        (nil, "/events?since=other-9", 0), (nil, nil, 0), ("run-", nil, 0), ("run-x", nil, 0), ("", nil, 0),
    ])
    func `a page that connects again is told from where it was`(_ last: String?, _ target: String?, _ since: Int)
        async throws
    {
        let bench = try PreviewBench()
        let request = PreviewRequest(target: target ?? "/events", host: PreviewBench.host, lastEvent: last)
        guard case .events(let generation)? = await bench.site.respond(to: request).body else {
            return #expect(Bool(false))
        }
        #expect(generation == since)
    }

    @Test func `a paper that goes away is told of, and then not found`() async throws {
        let bench = try PreviewBench()
        bench.build()
        try FileManager.default.removeItem(atPath: bench.folder.path + "/ws/papers/annual-report-2009-09.md")
        bench.build()
        let told = String(decoding: bench.site.event(since: 1).bytes, as: UTF8.self)
        #expect(told.contains("\"papers/annual-report-2009-09\""))
        #expect(await bench.get("/papers/annual-report-2009-09").status == 404)
    }
}
