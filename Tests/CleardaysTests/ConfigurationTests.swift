// SPDX-License-Identifier: Apache-2.0

import Foundation
import ProgramConfiguration
import Publishing
import TestSupport
import Testing

/// The configuration file, as commands take it.
struct ConfigurationTests {
    private static func workspace(_ configuration: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.program.starter, to: "ws")
        try folder.write(configuration, to: "cleardays.yaml")
        return folder
    }

    @Test func `an option that is not given is that of the configuration, unless the environment has it`() throws {
        let folder = try Self.workspace("defaults: { out: papers, format: [pdf, html], jobs: 1 }")
        let first = try Command.cleardays("render", "ws", "--config", "cleardays.yaml", in: folder.path)
        #expect(first.status == 0, "\(first.errors)")
        #expect(try folder.names(in: "papers").contains("cabinet.html"))
        let second = try Command.cleardays(
            "render",
            "ws",
            "--paper",
            "cabinet",
            in: folder.path,
            environment: ["CLEARDAYS_CONFIG": folder.path + "/cleardays.yaml", "CLEARDAYS_OUT": "there"]
        )
        #expect(second.status == 0, "\(second.errors)")
        #expect(try folder.names(in: "there") == ["cabinet.html", "cabinet.pdf"])
        let third = try Command.cleardays(
            "render",
            "ws",
            "--paper",
            "cabinet",
            "--out",
            "here",
            "--format",
            "pdf",
            "--config=cleardays.yaml",
            in: folder.path
        )
        #expect(third.status == 0, "\(third.errors)")
        #expect(try folder.names(in: "here") == ["cabinet.pdf"])
    }

    @Test func `mistakes in the configuration are told before anything is made`() throws {
        let folder = try Self.workspace("defaults:\n  thme: heritage\n  jobs: none\n")
        let outcome = try Command.cleardays("render", "ws", "--config", "cleardays.yaml", in: folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("cleardays.yaml:2:3"))
        #expect(outcome.errors.contains("unknown key `thme` in `defaults`"))
        #expect(outcome.errors.contains("did you mean `theme`?"))
        #expect(
            outcome.errors.contains("`jobs` is a whole number from 1 to \(PublicationRequest.mostJobs), not `none`")
        )
        #expect(try folder.names(in: "") == ["cleardays.yaml", "ws"])
        let missing = try Command.cleardays("render", "ws", "--config", "no.yaml", in: folder.path)
        #expect(missing.status == 74)
        #expect(missing.errors == "error: the configuration no.yaml cannot be read: No such file or directory\n")
    }

    @Test func `each option of the configuration is one of the commands that are said to take it`() throws {
        let help = try Command.cleardays("--experimental-dump-help")
        let root = try #require(try JSONSerialization.jsonObject(with: Data(help.output.utf8)) as? [String: Any])
        let command = try #require(root["command"] as? [String: Any])
        let commands = try #require(command["subcommands"] as? [[String: Any]])
        for option in ConfigurableOption.allCases {
            let takers = commands.filter { command in
                let arguments = command["arguments"] as? [[String: Any]] ?? []
                return arguments.contains { argument in
                    let names = argument["names"] as? [[String: Any]] ?? []
                    return names.contains { $0["name"] as? String == option.rawValue }
                }
            }
            let names = Set(takers.compactMap { $0["commandName"] as? String })
            // What `check` and `doctor` print is no format of papers, and where `schema` and `workbook` write is no folder of papers.
            let others: Set<String> =
                switch option {
                case .format: ["check", "doctor"]
                case .out: ["schema", "workbook"]
                default: []
                }
            #expect(names.subtracting(others) == option.commands, "\(option.rawValue)")
        }
    }

    @Test func `the example of the package has no mistake`() throws {
        let file = ConfigurationFile(path: Repository.folder + "/packaging/cleardays.yaml", isNamed: true)
        let (configuration, diagnostics) = try file.read(.councils)
        #expect(diagnostics == [])
        #expect(configuration.councils.map(\.name) == ["fenwick-vale"])
    }

    @Test func `the doctor looks at the configuration and at the folders of its councils`() throws {
        let folder = try Self.workspace("")
        try folder.write(
            """
            councils:
              ashby: { workspace: \(folder.path)/ws, out: \(folder.path)/papers }
              birchwood: { workspace: \(folder.path)/away, out: \(folder.path)/others, inbax: /x }
            """,
            to: "cleardays.yaml"
        )
        let outcome = try Command.cleardays("doctor", "--config", "cleardays.yaml", in: folder.path)
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("error: cleardays.yaml:3:"))
        #expect(outcome.output.contains("unknown key `inbax` in a council\n"))
        #expect(outcome.output.contains("hint: did you mean `inbox`?\n"))
        #expect(outcome.output.contains("\nashby: workspace "))
        #expect(outcome.output.contains("\nashby: restricted folder "))
        #expect(outcome.output.contains("error: there is no \(folder.path)/away/council.yaml\n"))
    }
}
