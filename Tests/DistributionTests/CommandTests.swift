// SPDX-License-Identifier: Apache-2.0

import Publishing
import TestSupport
import Testing

/// The real program, from outside, as far as it needs no broker.
struct WorkerCommandTests {
    private func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Command.Outcome {
        try Command.run(Repository.folder + "/.build/debug/cleardays-worker", arguments, environment: environment)
    }

    @Test func `a password in an address is refused, and not repeated`() throws {
        let outcome = try run("run", "--broker", "amqps://a:secret@b", "--store", "/tmp")
        #expect(outcome.status == 64)
        #expect(
            outcome.errors
                == "error: the address of the broker has a password, which others can read: give it in a file or the environment\n"
        )
    }

    @Test func `without a password there is no broker`() throws {
        let outcome = try run(
            "submit",
            Repository.program.starter,
            "--broker",
            "amqps://b",
            "--store",
            "/tmp",
            environment: ["CLEARDAYS_BROKER_PASSWORD": ""]
        )
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--broker-password-file"))
    }

    @Test func `a restricted store within the other is refused`() throws {
        let folder = try TemporaryFolder(["store/restricted/here": ""])
        let outcome = try run(
            "run",
            "--broker",
            "amqps://b",
            "--store",
            folder.path + "/store",
            "--restricted-store",
            folder.path + "/store/restricted",
            environment: ["CLEARDAYS_BROKER_PASSWORD": "secret"]
        )
        #expect(outcome.status == 64)
        #expect(outcome.errors == "error: --restricted-store is in the same place as --store, or one is in the other\n")
    }

    @Test(arguments: ["Fenwick Vale", "../x", ""])
    func `a name that no store can have is refused`(council: String) throws {
        let outcome = try run(
            "submit",
            ".",
            "--broker",
            "amqps://b",
            "--store",
            "/tmp",
            "--council",
            council,
            environment: ["CLEARDAYS_BROKER_PASSWORD": "secret"]
        )
        #expect(outcome.status == 64)
        #expect(
            outcome.errors
                == "error: --council \(council): the name of a council in a store has letters from A to Z, digits and the signs - _ . alone\n"
        )
    }

    @Test func `the data of a round are no paper`() throws {
        let outcome = try run("submit", ".", "--broker", "amqps://b", "--store", "/tmp", "--format", "data")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("cleardays render --format data"))
    }

    @Test func `the main program carries no client of a broker or a store`() throws {
        let libraries = try Command.run("/usr/bin/ldd", [Command.program]).output
        #expect(!libraries.contains("librabbitmq"))
        #expect(!libraries.contains("libcurl"))
        let own = try Command.run("/usr/bin/ldd", [Repository.folder + "/.build/debug/cleardays-worker"]).output
        #expect(own.contains("librabbitmq"))
        #expect(own.contains("libcurl"))
    }
}
