// SPDX-License-Identifier: Apache-2.0

import CCurl
import Glibc
import Synchronization

/// An HTTP client that signs its requests for S3 (AWS Signature Version 4, by libcurl) and verifies whom it talks to. It may be used by several threads.
final class HTTPClient: Sendable {
    struct Response: Sendable {
        var status: Int
        /// The entity tag, as it was sent, in quotes.
        var tag: String?
        var bytes: [UInt8]
    }

    enum Method: Sendable {
        case get
        case put([UInt8])
    }

    private let signing: S3Credentials
    private let region: String
    /// A file of certificates to trust in place of the system's.
    private let authorities: String?
    private let idle = Mutex<[Handle]>([])

    init(signing: S3Credentials, region: String, authorities: String?) {
        self.signing = signing
        self.region = region
        self.authorities = authorities
        _ = Self.library
    }

    /// libcurl is prepared once, before a second thread uses it.
    private static let library = curl_global_init(Int(CURL_GLOBAL_DEFAULT))

    /// Sends a request and waits for the whole answer.
    ///
    /// - Parameter headers: further ones, as lines.
    /// - Throws: a ``StoreError`` if there is no answer.
    func send(_ method: Method, to url: String, headers: [String] = []) throws(StoreError) -> Response {
        guard let handle = idle.withLock({ $0.popLast() }) ?? Handle() else {
            throw StoreError("libcurl has no handle for \(url)")
        }
        defer { idle.withLock { $0.append(handle) } }
        return try handle.send(method, to: url, headers: headers, client: self)
    }

    /// Owns a handle of libcurl, with its open connection. One thread uses it at a time.
    // What it points to moves between threads with it, one at a time: the pool gives it out once.
    private final class Handle: @unchecked Sendable {
        private let curl: UnsafeMutableRawPointer

        init?() {
            guard let curl = curl_easy_init() else { return nil }
            self.curl = curl
        }

        deinit { curl_easy_cleanup(curl) }

        func send(
            _ method: Method,
            to url: String,
            headers: [String],
            client: HTTPClient
        ) throws(StoreError) -> Response {
            curl_easy_reset(curl)
            let transfer = Transfer()
            var own = headers
            var digest = ObjectName.digest(of: [])
            if case .put(let bytes) = method {
                transfer.upload = bytes
                digest = ObjectName.digest(of: bytes)
                own.append("Content-Type: application/octet-stream")
            }
            // libcurl signs what it says here, and digests no upload itself.
            own.append("x-amz-content-sha256: \(digest)")
            if let token = client.signing.sessionToken { own.append("x-amz-security-token: \(token)") }
            var list: UnsafeMutablePointer<curl_slist>?
            for header in own { list = curl_slist_append(list, header) }
            defer { curl_slist_free_all(list) }
            var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
            let code = words.withUnsafeMutableBufferPointer { words in
                cleardays_curl_set_pointer(curl, CURLOPT_ERRORBUFFER, words.baseAddress)
                configure(method, url: url, headers: list, transfer, client)
                defer { cleardays_curl_set_pointer(curl, CURLOPT_ERRORBUFFER, nil) }
                return withExtendedLifetime(transfer) { curl_easy_perform(curl) }
            }
            guard code == CURLE_OK else {
                let own = String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                throw StoreError("\(url): \(own.isEmpty ? String(cString: curl_easy_strerror(code)) : own)")
            }
            return Response(status: cleardays_curl_status(curl), tag: transfer.tag, bytes: transfer.download)
        }

        private func configure(
            _ method: Method,
            url: String,
            headers: UnsafeMutablePointer<curl_slist>?,
            _ transfer: Transfer,
            _ client: HTTPClient
        ) {
            let context = Unmanaged.passUnretained(transfer).toOpaque()
            cleardays_curl_set_text(curl, CURLOPT_URL, url)
            cleardays_curl_set_text(curl, CURLOPT_PROTOCOLS_STR, url.hasPrefix("https:") ? "https" : "http")
            cleardays_curl_set_number(curl, CURLOPT_NOSIGNAL, 1)
            cleardays_curl_set_number(curl, CURLOPT_SSL_VERIFYPEER, 1)
            cleardays_curl_set_number(curl, CURLOPT_SSL_VERIFYHOST, 2)
            if let authorities = client.authorities { cleardays_curl_set_text(curl, CURLOPT_CAINFO, authorities) }
            cleardays_curl_set_number(curl, CURLOPT_CONNECTTIMEOUT, 10)
            // Less than a byte a second for half a minute is no connection.
            cleardays_curl_set_number(curl, CURLOPT_LOW_SPEED_LIMIT, 1)
            cleardays_curl_set_number(curl, CURLOPT_LOW_SPEED_TIME, 30)
            cleardays_curl_set_number(curl, CURLOPT_EXPECT_100_TIMEOUT_MS, 1)
            cleardays_curl_set_text(curl, CURLOPT_AWS_SIGV4, "aws:amz:\(client.region):s3")
            cleardays_curl_set_text(curl, CURLOPT_USERNAME, client.signing.identifier)
            cleardays_curl_set_text(curl, CURLOPT_PASSWORD, client.signing.secret)
            cleardays_curl_set_list(curl, CURLOPT_HTTPHEADER, headers)
            cleardays_curl_set_pointer(curl, CURLOPT_WRITEDATA, context)
            cleardays_curl_set_transfer(curl, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
                Transfer.of(context)?.receive(bytes, size * count) ?? 0
            }
            cleardays_curl_set_pointer(curl, CURLOPT_HEADERDATA, context)
            cleardays_curl_set_transfer(curl, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                Transfer.of(context)?.receive(header: bytes, size * count) ?? 0
            }
            switch method {
            case .get: break
            case .put(let bytes):
                cleardays_curl_set_number(curl, CURLOPT_UPLOAD, 1)
                cleardays_curl_set_size(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count))
                cleardays_curl_set_pointer(curl, CURLOPT_READDATA, context)
                cleardays_curl_set_transfer(curl, CURLOPT_READFUNCTION) { bytes, size, count, context in
                    Transfer.of(context)?.send(bytes, size * count) ?? 0
                }
            }
        }
    }

    /// What goes and comes in one request.
    private final class Transfer {
        var upload: [UInt8] = []
        private var sent = 0
        var download: [UInt8] = []
        var tag: String?

        static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
            context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
        }

        func receive(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
            guard let bytes, download.count + count <= mostBytesOfObject else { return 0 }
            download += UnsafeRawBufferPointer(start: bytes, count: count)
            return count
        }

        func receive(header bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
            guard let bytes else { return 0 }
            let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
            if line.lowercased().hasPrefix("etag:") {
                tag = String(line.dropFirst(5).drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
            }
            return count
        }

        func send(_ bytes: UnsafeMutablePointer<CChar>?, _ room: Int) -> Int {
            guard let bytes else { return 0 }
            let count = min(room, upload.count - sent)
            UnsafeMutableRawBufferPointer(start: bytes, count: count).copyBytes(from: upload[sent..<sent + count])
            sent += count
            return count
        }
    }
}
