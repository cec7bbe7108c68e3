// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import Publishing

/// How many threads a command works on.
struct JobOptions: ParsableArguments {
    @Option(
        name: .customLong("jobs"),
        help: ArgumentHelp(
            "How many threads make papers at a time; as many as the machine has cores where it is not given. One takes the least memory. What is made is the same for any number.",
            valueName: "number"
        )
    )
    var text: String?

    /// The number that is asked for, or that of the cores.
    var count: Int { text.flatMap { Int($0) } ?? Self.cores }

    func validate() throws {
        guard let text else { return }
        guard let number = Int(text), (1...PublicationRequest.mostJobs).contains(number) else {
            throw ValidationError(
                "--jobs is `\(text)`, and threads are counted from 1 to \(PublicationRequest.mostJobs); leave it out for one on each core"
            )
        }
    }

    private static var cores: Int {
        min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), PublicationRequest.mostJobs)
    }
}
