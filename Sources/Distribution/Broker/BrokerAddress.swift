// SPDX-License-Identifier: Apache-2.0

package import Publishing

/// Where a node of the broker is: `amqps://USER@HOST:PORT/VHOST`.
package struct BrokerAddress: Sendable, Hashable, CustomStringConvertible {
    var host: String
    var port: Int
    var user: String
    var virtualHost: String
    var isEncrypted: Bool

    package var description: String { "\(isEncrypted ? "amqps" : "amqp")://\(host):\(port)" }

    /// - Throws: a ``PublicationError`` if it is none, holds a password, or leads out of this machine without TLS.
    package init(_ text: String) throws(PublicationError) {
        let address = try ServiceAddress(text, of: "broker")
        guard ["amqp", "amqps"].contains(address.scheme), !address.host.isEmpty else {
            throw PublicationError(.usage, "the broker \(text) is none: write amqps://USER@HOST/VHOST")
        }
        isEncrypted = address.scheme == "amqps"
        guard isEncrypted || address.isLoopback else {
            throw PublicationError(.usage, "the broker \(text) is without TLS: write amqps:// in place of amqp://")
        }
        host = address.host
        port = address.port ?? (isEncrypted ? 5671 : 5672)
        user = address.user ?? "cleardays"
        virtualHost = address.path.isEmpty ? "/" : address.path.replacing("%2f", with: "/").replacing("%2F", with: "/")
    }
}

/// The brokers, any of which will do, and how to log in to them.
package struct BrokerAccess: Sendable {
    /// The nodes of the cluster.
    var addresses: [BrokerAddress]
    var password: String
    /// A file of certificates to trust.
    var authorities: String

    /// Debian's.
    static let systemAuthorities = "/etc/ssl/certs/ca-certificates.crt"

    package init(addresses: [BrokerAddress], password: String, authorities: String?) {
        self.addresses = addresses
        self.password = password
        self.authorities = authorities ?? Self.systemAuthorities
    }
}

/// Why something cannot be had from the broker, with the library's or the broker's own words.
package struct BrokerError: Error, Sendable, Hashable, CustomStringConvertible {
    var operation: String
    var reason: String
    /// Whether it will be so again: the broker has refused the name or the password, or is not what it says.
    var isLasting = false

    package var description: String { "\(operation): \(reason)" }
}
