// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Refuses what does not come from a page of this preview, or from whoever typed its address: before anything is looked up.
///
/// A page of another site may send requests to 127.0.0.1 from the browser of the officer. It does not know the token; it cannot set the Host
/// that its name resolves to (DNS rebinding); and a browser says of each request from which site it comes.
final class RequestGate: Sendable {
    /// A path that is longer is refused.
    static let longestTarget = 2048

    private let token: AccessToken?
    /// The port that the server listens at; zero until it does.
    private let port = Mutex(0)

    init(token: AccessToken?) { self.token = token }

    /// Lets requests in to the server that listens at a port.
    func open(port: Int) { self.port.withLock { $0 = port } }

    /// The first part of every path.
    var root: [String] { token.map { [$0.text] } ?? [] }

    /// - Returns: the parts of the path behind the token, or the status with which the request is refused.
    func admit(_ request: PreviewRequest) -> Admission {
        let port = port.withLock { $0 }
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
        guard port > 0, let host = request.host, hosts.contains(host.lowercased()) else { return .refused(403) }
        if let origin = request.origin, origin != "http://" + host.lowercased() { return .refused(403) }
        if let site = request.fetchSite, site != "same-origin", site != "none" { return .refused(403) }
        guard request.method == "GET" else { return .refused(405) }
        if request.hasBody { return .refused(413) }
        if request.target.utf8.count > Self.longestTarget { return .refused(414) }
        guard let parts = Self.parts(ofPath: request.target.prefix { $0 != "?" }) else { return .refused(404) }
        guard let token else { return .admitted(parts) }
        guard let first = parts.first, token.matches(first) else { return .refused(404) }
        return .admitted(Array(parts.dropFirst()))
    }

    /// What becomes of a request.
    enum Admission: Sendable, Hashable {
        case admitted([String])
        case refused(Int)
    }

    /// The parts of a path, each decoded by itself, or `nil` for one that means no place.
    private static func parts(ofPath path: Substring) -> [String]? {
        guard path.first == "/" else { return nil }
        var parts: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = decoded(part), decoded != ".", decoded != "..",
                !decoded.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x2F || $0 == 0x5C })
            else { return nil }
            parts.append(decoded)
        }
        if parts.last == "" { parts.removeLast() }
        return parts.contains("") ? nil : parts
    }

    /// A part without its percent-encoding (RFC 3986, 2.1), or `nil` if it is not well formed.
    private static func decoded(_ part: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = part.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else { bytes.append(byte); continue }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
                rest.prefix(2).allSatisfy({ $0 != UInt8(ascii: "+") })
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
