// SPDX-License-Identifier: Apache-2.0

package import Publishing

/// Where a store is, as the command line names it: a folder, or a bucket.
///
/// `/srv/papers` and `file:///srv/papers` are folders. `s3://BUCKET/PREFIX` is a bucket of Amazon's in the region that `AWS_REGION` names, and
/// `https://HOST/BUCKET/PREFIX` one of any other server.
package struct StoreAddress: Sendable, Hashable {
    enum Location: Sendable, Hashable {
        case folder(String)
        case bucket(url: String)
    }

    var location: Location

    /// - Throws: a ``PublicationError`` with the reason: a scheme that is not known, a password in it, or a server without TLS.
    package init(_ text: String, region: String) throws(PublicationError) {
        if text.hasPrefix("/") {
            location = .folder(text)
            return
        }
        let address = try ServiceAddress(text, of: "store")
        var path = address.path
        while path.hasSuffix("/") { path.removeLast() }
        // Two addresses of one place would count as two places.
        if path.split(separator: "/", omittingEmptySubsequences: false).contains(where: { $0 == "." || $0 == ".." })
            || path.contains("//")
        {
            throw PublicationError(.usage, "the store \(text) has an empty part, or one of `.` and `..`")
        }
        switch address.scheme {
        case "file" where address.host.isEmpty && !path.isEmpty: location = .folder("/" + path)
        case "s3" where !address.host.isEmpty:
            let bucket = path.isEmpty ? address.host : "\(address.host)/\(path)"
            location = .bucket(url: "https://s3.\(region).amazonaws.com/\(bucket)")
        case "https" where !path.isEmpty: location = .bucket(url: "https://\(address.authority)/\(path)")
        case "http" where !path.isEmpty:
            guard address.isLoopback else {
                throw PublicationError(.usage, "the store \(text) is without TLS: write https:// in place of http://")
            }
            location = .bucket(url: "http://\(address.authority)/\(path)")
        default:
            throw PublicationError(
                .usage,
                "the store \(text) is none: write a folder, s3://BUCKET/PREFIX, or https://HOST/BUCKET/PREFIX"
            )
        }
        if case .bucket(let url) = location, url.dropFirst(8).contains(where: { "?#% ".contains($0) }) {
            throw PublicationError(.usage, "the store \(text) may have letters, digits and the signs - _ . / : alone")
        }
    }

    /// Whether neither store is the other, or in it.
    package func isApart(from other: StoreAddress) -> Bool {
        switch (location, other.location) {
        case (.folder(let own), .folder(let other)): FolderIdentity(own).isApart(from: FolderIdentity(other))
        case (.bucket(let own), .bucket(let other)):
            !(own + "/").hasPrefix(other + "/") && !(other + "/").hasPrefix(own + "/")
        default: true
        }
    }

    /// Opens the store.
    ///
    /// - Parameters:
    ///   - isRestricted: whether it is the one for what is not for publication.
    ///   - credentials: those of a bucket.
    /// - Throws: a ``PublicationError``: the folder is not there, or a bucket has no credentials.
    package func open(
        isRestricted: Bool,
        region: String,
        credentials: S3Credentials?,
        authorities: String?
    ) throws(PublicationError) -> any ObjectStore {
        switch location {
        case .folder(let folder):
            do throws(StoreError) {
                return try FolderStore(folder: folder, isRestricted: isRestricted)
            } catch {
                throw PublicationError(.inputOutput, error.description)
            }
        case .bucket(let url):
            guard let credentials else {
                let option = isRestricted ? "--restricted-store-credentials" : "--store-credentials"
                let variables =
                    isRestricted ? "" : ", or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                throw PublicationError(
                    .usage,
                    "the store \(url) has no credentials: name a file with \(option)\(variables)"
                )
            }
            return S3Store(address: url, region: region, credentials: credentials, authorities: authorities)
        }
    }
}

/// The parts of an address: `scheme://user@host:port/path`.
struct ServiceAddress: Sendable, Hashable {
    var scheme: String
    var user: String?
    var host: String
    var port: Int?
    /// Without the slash at its beginning.
    var path: String

    /// The host as an address has it, with its port.
    var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let usual = ["https": 443, "http": 80][scheme]
        return port.flatMap { $0 == usual ? nil : "\(name):\($0)" } ?? name
    }

    /// Whether it is this machine: `localhost`, `::1`, or a number of 127.0.0.0/8. A name may begin with `127.` and be any machine.
    var isLoopback: Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// - Parameter what: what it is the address of, for messages.
    /// - Throws: a ``PublicationError`` if it is none, or holds a password, which every user of a machine could read in its list of processes.
    init(_ text: String, of what: String) throws(PublicationError) {
        guard let end = text.firstRange(of: "://") else {
            throw PublicationError(
                .usage,
                "the \(what) is not an address: \(text.contains("@") ? "it has no scheme" : text)"
            )
        }
        scheme = text[..<end.lowerBound].lowercased()
        let rest = text[end.upperBound...]
        var authority = rest.prefix { $0 != "/" }
        path = String(rest.dropFirst(authority.count + 1))
        // A password may hold a slash.
        if !authority.contains("@"), path.contains("@") {
            throw PublicationError(
                .usage,
                "the address of the \(what) has an @ after a slash: a password stands in a file or the environment"
            )
        }
        if let at = authority.lastIndex(of: "@") {
            let user = authority[..<at]
            authority = authority[authority.index(after: at)...]
            if user.contains(":") {
                throw PublicationError(
                    .usage,
                    "the address of the \(what) has a password, which others can read: give it in a file or the environment"
                )
            }
            self.user = String(user)
        }
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = String(authority[authority.index(after: authority.startIndex)..<end])
            authority = authority[authority.index(after: end)...]
        } else {
            host = authority.prefix { $0 != ":" }.lowercased()
            authority = authority.dropFirst(host.count)
        }
        if authority.hasPrefix(":") {
            guard let number = Int(authority.dropFirst()), (1...65_535).contains(number) else {
                throw PublicationError(.usage, "the port of the \(what) is no number from 1 to 65535")
            }
            port = number
        }
    }
}
