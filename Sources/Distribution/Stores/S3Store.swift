// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A store in a bucket that is reached by the S3 protocol.
final class S3Store: ObjectStore {
    /// How often a request is sent that gets no answer, or the answer that the server is busy.
    private static let mostTries = 4

    private let client: HTTPClient
    /// The address of the bucket and what names in it begin with, without a slash at its end.
    private let address: String

    /// - Parameters:
    ///   - address: `https://HOST/BUCKET`, with what names begin with behind it.
    ///   - authorities: a file of certificates to trust in place of the system's.
    init(address: String, region: String, credentials: S3Credentials, authorities: String?) {
        self.address = address
        client = HTTPClient(signing: credentials, region: region, authorities: authorities)
    }

    func bytes(of name: String) throws(StoreError) -> [UInt8]? { try read(name)?.bytes }

    func put(_ bytes: [UInt8], as name: String) throws(StoreError) {
        let response = try send(.put(bytes), name)
        guard response.status == 200 else { throw failure(response, "written", name) }
    }

    func update(_ name: String, _ change: ([UInt8]?) -> [UInt8]?) throws(StoreError) {
        for _ in 0..<20 {
            let former = try read(name)
            guard let bytes = change(former?.bytes) else { return }
            let condition = former.flatMap(\.tag).map { "If-Match: \($0)" } ?? "If-None-Match: *"
            let response = try send(.put(bytes), name, headers: [condition])
            switch response.status {
            case 200: return
            // Somebody else was faster (RFC 9110, section 15.5.13); S3 says 409 where both are at it, and 404 where it was deleted.
            case 412, 409, 404: usleep(.random(in: 10_000...100_000))
            case 501:
                throw StoreError("\(address) has no conditional writes, without which a view could go back in time")
            default: throw failure(response, "written", name)
            }
        }
        throw StoreError("\(address)/\(name) cannot be written: others write to it all the time")
    }

    private func read(_ name: String) throws(StoreError) -> HTTPClient.Response? {
        let response = try send(.get, name)
        switch response.status {
        case 200: return response
        case 404: return nil
        default: throw failure(response, "read", name)
        }
    }

    private func send(
        _ method: HTTPClient.Method,
        _ name: String,
        headers: [String] = []
    ) throws(StoreError) -> HTTPClient.Response {
        var wait = Duration.milliseconds(200)
        for attempt in 1... {
            do throws(StoreError) {
                let response = try client.send(method, to: "\(address)/\(name)", headers: headers)
                let isBusy = response.status == 503 || response.status == 500 || response.status == 429
                if !isBusy || attempt == Self.mostTries { return response }
            } catch {
                if attempt == Self.mostTries { throw error }
            }
            usleep(
                UInt32(wait.components.attoseconds / 1_000_000_000_000) + UInt32(wait.components.seconds) * 1_000_000
            )
            wait *= 2
        }
        throw StoreError("\(address)/\(name) does not answer")
    }

    private func failure(_ response: HTTPClient.Response, _ operation: String, _ name: String) -> StoreError {
        let text = String(decoding: response.bytes.prefix(4096), as: UTF8.self)
        let code = text.firstRange(of: "<Code>").map { text[$0.upperBound...].prefix { $0 != "<" } }
        let words = code.map { " \($0)" } ?? ""
        return StoreError("\(address)/\(name) cannot be \(operation): status \(response.status)\(words)")
    }
}

/// The key by which requests to S3 are signed.
package struct S3Credentials: Sendable, Hashable {
    var identifier: String
    var secret: String
    var sessionToken: String?

    init(identifier: String, secret: String, sessionToken: String? = nil) {
        self.identifier = identifier
        self.secret = secret
        self.sessionToken = sessionToken
    }
}
