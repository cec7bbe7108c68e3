// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Distribution
import FoundationEssentials
import Publishing

/// The broker and the stores, which both commands name.
struct ConnectionOptions: ParsableArguments {
    @Option(
        name: .customLong("broker"),
        help: ArgumentHelp(
            "A node of the broker, amqps://USER@HOST/VHOST; given again for each, any of which will do.",
            valueName: "url"
        )
    )
    var brokers: [String]

    @Option(
        help: ArgumentHelp(
            "The file with the broker's password in its first line; CLEARDAYS_BROKER_PASSWORD where it is not given.",
            valueName: "file"
        ),
        completion: .file()
    )
    var brokerPasswordFile: String?

    @Option(
        help: ArgumentHelp(
            "The certificates by which the broker is known, as PEM; those of the system where it is not given.",
            valueName: "file"
        ),
        completion: .file()
    )
    var brokerCa: String?

    @Option(
        help: ArgumentHelp(
            "Where snapshots and papers are kept: a folder, s3://BUCKET/PREFIX, or https://HOST/BUCKET/PREFIX.",
            valueName: "url"
        )
    )
    var store: String

    @Option(
        help: ArgumentHelp(
            "The file with the key of the store, as the AWS command line has it; AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where it is not given.",
            valueName: "file"
        ),
        completion: .file()
    )
    var storeCredentials: String?

    @Option(
        help: ArgumentHelp(
            "Where everything is kept of workspaces that have something exempt, and what is not for publication: in a place of its own.",
            valueName: "url"
        )
    )
    var restrictedStore: String?

    @Option(
        help: ArgumentHelp("The file with the key of the restricted store.", valueName: "file"),
        completion: .file()
    )
    var restrictedStoreCredentials: String?

    private static var environment: [String: String] { ProcessInfo.processInfo.environment }
    private static var region: String { environment["AWS_REGION"].flatMap { $0.isEmpty ? nil : $0 } ?? "us-east-1" }

    func validate() throws {
        if brokers.isEmpty { throw ValidationError("--broker is not given: where is RabbitMQ?") }
    }

    func access() throws(PublicationError) -> BrokerAccess {
        var addresses: [BrokerAddress] = []
        for broker in brokers { addresses.append(try BrokerAddress(broker)) }
        return BrokerAccess(
            addresses: addresses,
            password: try Credentials.brokerPassword(file: brokerPasswordFile, environment: Self.environment),
            authorities: brokerCa
        )
    }

    func openStore() throws(PublicationError) -> any ObjectStore {
        try StoreAddress(store, region: Self.region).open(
            isRestricted: false,
            region: Self.region,
            credentials: try Credentials.bucket(file: storeCredentials, environment: Self.environment),
            authorities: Self.environment["AWS_CA_BUNDLE"]
        )
    }

    func openRestrictedStore() throws(PublicationError) -> (any ObjectStore)? {
        guard let restrictedStore else { return nil }
        let address = try StoreAddress(restrictedStore, region: Self.region)
        if address.isApart(from: try StoreAddress(store, region: Self.region)) {
            return try address.open(
                isRestricted: true,
                region: Self.region,
                // Its own: whoever has the key of the other store shall not have this one's.
                credentials: try Credentials.bucket(file: restrictedStoreCredentials, environment: [:]),
                authorities: Self.environment["AWS_CA_BUNDLE"]
            )
        }
        throw PublicationError(.usage, "--restricted-store is in the same place as --store, or one is in the other")
    }
}
