// SPDX-License-Identifier: Apache-2.0

import TestSupport
import Testing

@testable import ProgramConfiguration

/// Flags win over the environment, and the environment over the file.
struct LayeredOptionsTests {
    private func arguments(
        of command: String,
        _ written: [String],
        environment: [String: String] = [:],
        _ configured: Configuration.Values...
    ) -> [String] {
        LayeredOptions(variable: { environment[$0] }, configured: configured).arguments(of: command, written: written)
    }

    @Test func `a flag wins over the environment, and the environment over the file`() {
        let file: Configuration.Values = [.theme: "heritage", .jobs: "2", .out: "papers"]
        let environment = ["CLEARDAYS_THEME": "large-print", "CLEARDAYS_JOBS": "3"]
        #expect(
            arguments(of: "render", ["ws", "--jobs", "4"], environment: environment, file)
                == ["--theme=large-print", "--out=papers", "ws", "--jobs", "4"]
        )
        #expect(
            arguments(of: "render", ["--theme=accessible", "ws", "--out=here"], environment: environment, file)
                == ["--jobs=3", "--theme=accessible", "ws", "--out=here"]
        )
    }

    @Test func `what a council says wins over the defaults`() {
        let council: Configuration.Values = [.out: "/srv/a/papers", .memoryLimit: "512"]
        let defaults: Configuration.Values = [.memoryLimit: "256", .rescan: "30"]
        #expect(
            arguments(of: "watch", ["/srv/a/workspace"], council, defaults)
                == ["--out=/srv/a/papers", "--rescan=30", "--memory-limit=512", "/srv/a/workspace"]
        )
    }

    @Test func `a command is given what it takes, and nothing else`() {
        let file: Configuration.Values = [.theme: "heritage", .jobs: "2", .rescan: "30", .out: "papers"]
        #expect(arguments(of: "diff", ["ws"], file) == ["--theme=heritage", "--out=papers", "ws"])
        #expect(arguments(of: "doctor", ["ws"], file) == ["--out=papers", "ws"])
        #expect(arguments(of: "check", ["ws"], file) == ["ws"])
    }

    @Test func `the folder for what is not for publication goes with the other folder`() {
        let file: Configuration.Values = [.out: "papers", .restrictedOut: "secret"]
        #expect(arguments(of: "render", ["ws"], file) == ["--out=papers", "--restricted-out=secret", "ws"])
        #expect(arguments(of: "render", ["ws", "--out", "here"], file) == ["ws", "--out", "here"])
        #expect(
            arguments(of: "render", ["ws"], environment: ["CLEARDAYS_OUT": "there"], file) == ["--out=there", "ws"]
        )
    }

    @Test func `what follows two dashes is no option, and an empty variable says nothing`() {
        #expect(
            arguments(of: "render", ["--", "--theme"], environment: ["CLEARDAYS_JOBS": ""], [.theme: "heritage"])
                == ["--theme=heritage", "--", "--theme"]
        )
    }
}
