// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

struct DoctorTests {
    @Test func `the machine of the tests can make papers`() throws {
        let outcome = try Command.cleardays("doctor", "samples/wealdshire-2009", in: Repository.folder)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains("\nlibraries      Cairo "))
        #expect(outcome.output.contains("\nworkspace      samples/wealdshire-2009\n"))
    }

    @Test func `what stands in the way ends with status 1, as an object too`() throws {
        let outcome = try Command.cleardays(
            "doctor",
            "/nowhere",
            "--format",
            "json",
            environment: ["CLEARDAYS_HOME": "/nowhere"]
        )
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("\"result\" : \"there is no /nowhere/council.yaml\""))
        #expect(outcome.output.contains("\"hint\" : \"install the program again, or set CLEARDAYS_HOME\""))
    }
}
