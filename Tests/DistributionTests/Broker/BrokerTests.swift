// SPDX-License-Identifier: Apache-2.0

import Publishing
import Testing

@testable import Distribution

struct BrokerAddressTests {
    @Test func `an address has a host, and what is left out is as RabbitMQ has it`() throws {
        let full = try BrokerAddress("amqps://papers@rabbit.example:5679/council%2fa")
        #expect(full.host == "rabbit.example")
        #expect(full.port == 5679)
        #expect(full.user == "papers")
        #expect(full.virtualHost == "council/a")
        let short = try BrokerAddress("amqps://rabbit.example")
        #expect(short.port == 5671)
        #expect(short.user == "cleardays")
        #expect(short.virtualHost == "/")
        #expect(try BrokerAddress("amqp://[::1]:5672").host == "::1")
    }

    @Test(arguments: [
        (
            "amqps://papers:secret@rabbit.example",
            "the address of the broker has a password, which others can read: give it in a file or the environment"
        ),
        (
            "amqp://rabbit.example",
            "the broker amqp://rabbit.example is without TLS: write amqps:// in place of amqp://"
        ),
        ("https://rabbit.example", "the broker https://rabbit.example is none: write amqps://USER@HOST/VHOST"),
        ("rabbit.example", "the broker is not an address: rabbit.example"),
        ("amqps://rabbit.example:x", "the port of the broker is no number from 1 to 65535"),
        (
            "amqps://papers:se/cret@rabbit.example",
            "the address of the broker has an @ after a slash: a password stands in a file or the environment"
        ),
    ])
    func `an address that is none, or would give something away, is refused`(text: String, words: String) {
        #expect(throws: PublicationError(.usage, words)) { try BrokerAddress(text) }
    }

    @Test func `no message repeats the password of an address`() {
        for text in ["amqps://a:secret@b", "a:secret@b", "s3://a:secret@b/c", "amqps://a:secret/x@b"] {
            #expect {
                _ = try BrokerAddress(text)
            } throws: { !"\($0)".contains("secret") }
            #expect {
                _ = try StoreAddress(text, region: "eu-west-2")
            } throws: { !"\($0)".contains("secret") }
        }
    }
}

struct ReconnectDelayTests {
    @Test func `every broker is tried once at once, and then the waits double up to half a minute`() {
        var delay = ReconnectDelay(brokers: 3)
        let waits = (0..<11).map { _ in delay.next(chance: 0) }
        #expect(waits.prefix(4) == [.zero, .zero, .milliseconds(500), .seconds(1)])
        #expect(waits[8] == .seconds(30))
        #expect(waits[10] == .seconds(30))
        #expect(delay.next(chance: 1) == .seconds(45))
        delay.reset()
        #expect(delay.next(chance: 0) == .zero)
    }
}

struct UnconfirmedMessagesTests {
    @Test func `a confirmation is of one message, or of all up to one`() {
        var unconfirmed = UnconfirmedMessages<String>()
        for (number, name) in [(1, "a"), (2, "b"), (3, "c"), (4, "d")] { unconfirmed.add(UInt64(number), name) }
        #expect(unconfirmed.take(2, upTo: false) == ["b"])
        #expect(unconfirmed.take(2, upTo: false) == [])
        #expect(unconfirmed.take(3, upTo: true) == ["a", "c"])
        #expect(unconfirmed.take(3, upTo: true) == [])
        #expect(unconfirmed.count == 1)
        #expect(unconfirmed.take(4, upTo: true) == ["d"])
    }
}
