// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Preview

/// Who is let in, before anything is looked up.
struct RequestGateTests {
    private static let token = AccessToken(String(repeating: "ab", count: 32))
    private static let root = "/" + token.text

    private let gate: RequestGate = {
        let gate = RequestGate(token: Self.token)
        gate.open(port: 8000)
        return gate
    }()

    private static func request(_ target: String) -> PreviewRequest {
        PreviewRequest(target: target, host: "127.0.0.1:8000")
    }

    /// Every place of the server.
    private static let routes = [
        "", "/", "/preview.js", "/preview.css", "/events", "/events?since=run-1", "/papers/cabinet",
        "/papers/cabinet/pages",
        "/papers/cabinet/places", "/papers/cabinet/pages/1?v=7", "/restricted/cabinet", "/nowhere",
    ]

    @Test(arguments: routes)
    func `a request with the token, to this server, is let in`(_ route: String) {
        guard case .admitted = gate.admit(Self.request(Self.root + route)) else {
            return #expect(Bool(false), "\(route)")
        }
        var same = Self.request(Self.root + route)
        same.host = "localhost:8000"
        same.origin = "http://localhost:8000"
        same.fetchSite = "same-origin"
        #expect(gate.admit(same) == gate.admit(Self.request(Self.root + route)))
        same.fetchSite = "none"
        #expect(gate.admit(same) == gate.admit(Self.request(Self.root + route)))
    }

    @Test(arguments: routes)
    func `a request without the token, or with another, finds nothing`(_ route: String) {
        let others = [
            "", "/" + Self.token.text.dropLast(), "/" + Self.token.text + "a", "/" + Self.token.text.uppercased(),
            "/" + String(repeating: "0", count: 64), "//" + Self.token.text,
        ]
        for other in others { #expect(gate.admit(Self.request(other + route)) == .refused(404), "\(other)\(route)") }
    }

    @Test(arguments: routes)
    func `a request to another host is refused: its name may have been bound anew to this machine`(_ route: String) {
        let hosts = [
            nil, "", "127.0.0.1", "localhost", "127.0.0.1:8001", "evil.example", "evil.example:8000",
            "127.0.0.1:8000.evil.example",
            "[::1]:8000", "0.0.0.0:8000", "127.0.0.1:8000@evil.example",
        ]
        for host in hosts {
            var request = Self.request(Self.root + route)
            request.host = host
            #expect(gate.admit(request) == .refused(403), "\(host ?? "none")")
        }
    }

    @Test(arguments: routes)
    func `a request that a page of another site has made is refused`(_ route: String) {
        let origins = [
            "http://evil.example", "null", "", "https://127.0.0.1:8000", "http://127.0.0.1:8001",
            "http://localhost:8000",
        ]
        for origin in origins {
            var request = Self.request(Self.root + route)
            request.origin = origin
            #expect(gate.admit(request) == .refused(403), "\(origin)")
        }
        for site in ["cross-site", "same-site", "", "Same-Origin"] {
            var request = Self.request(Self.root + route)
            request.fetchSite = site
            #expect(gate.admit(request) == .refused(403), "\(site)")
        }
    }

    @Test(arguments: ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get"])
    func `only GET is answered`(_ method: String) {
        var request = Self.request(Self.root)
        request.method = method
        #expect(gate.admit(request) == .refused(405))
    }

    @Test func `a request with content, or a long path, is refused`() {
        var request = Self.request(Self.root)
        request.hasBody = true
        #expect(gate.admit(request) == .refused(413))
        let longest =
            Self.root + "/" + String(repeating: "a", count: RequestGate.longestTarget - Self.root.utf8.count - 1)
        #expect(gate.admit(Self.request(longest)) == .admitted([String(longest.dropFirst(Self.root.count + 1))]))
        #expect(gate.admit(Self.request(longest + "a")) == .refused(414))
    }

    @Test(arguments: [
        "/..", "/../../etc/passwd", "/%2e%2e/council.yaml", "/..%2fcouncil.yaml", "/papers/..%2f..%2fetc%2fpasswd",
        "/papers/a%5cb",
        "/papers/%00", "/papers/%0d%0aSet-Cookie:a", "/papers//cabinet", "/papers/%", "/papers/%zz", "/papers/%+f",
        "/papers/%ff", "/.",
    ])
    func `a path that means no place finds nothing`(_ path: String) {
        #expect(gate.admit(Self.request(Self.root + path)) == .refused(404))
    }

    @Test func `names of papers are taken as they are`() {
        #expect(
            gate.admit(Self.request(Self.root + "/papers/caf%C3%A9%20%22x%22")) == .admitted(["papers", "café \"x\""])
        )
    }

    @Test func `nothing is let in before the server has a port, and everything to this server if there is no token`() {
        let request = Self.request("/papers/cabinet")
        let open = RequestGate(token: nil)
        #expect(open.admit(request) == .refused(403))
        open.open(port: 8000)
        #expect(open.admit(request) == .admitted(["papers", "cabinet"]))
        var foreign = request
        foreign.host = "evil.example:8000"
        #expect(open.admit(foreign) == .refused(403))
    }

    @Test func `a token has 256 bits, and no two are the same`() {
        let tokens = (0..<100).map { _ in AccessToken.random() }
        #expect(Set(tokens).count == 100)
        for token in tokens {
            #expect(token.text.utf8.count == 64)
            #expect(token.text.allSatisfy { "0123456789abcdef".contains($0) })
        }
        #expect(tokens[0].matches(tokens[0].text))
        #expect(!tokens[0].matches(tokens[1].text))
        #expect(!tokens[0].matches(""))
    }
}
