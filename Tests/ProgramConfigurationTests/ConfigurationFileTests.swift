// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Publishing
import TestSupport
import Testing

@testable import ProgramConfiguration

/// What the configuration file says, and what is reported of it.
struct ConfigurationFileTests {
    private static let folders = "{ workspace: /srv/a/workspace, out: /srv/a/papers }"

    /// Reads a file, and returns what it says and each mistake with its rule, line, message and hint.
    private func read(
        _ text: String,
        _ extent: ConfigurationFile.Extent = .councils
    ) throws -> (configuration: Configuration, mistakes: [String]) {
        let folder = try TemporaryFolder(["cleardays.yaml": text])
        let (configuration, diagnostics) = try ConfigurationFile(path: folder.path + "/cleardays.yaml", isNamed: true)
            .read(extent)
        let mistakes = diagnostics.map { diagnostic in
            #expect(diagnostic.location?.file == folder.path + "/cleardays.yaml")
            let hint = diagnostic.hint.map { " (\($0))" } ?? ""
            return "\(diagnostic.rule.rawValue) \(diagnostic.location?.line ?? 0): \(diagnostic.message)\(hint)"
        }
        return (configuration, mistakes)
    }

    @Test func `a file says what commands take, and which councils there are`() throws {
        let (configuration, mistakes) = try read(
            """
            defaults:
              theme: accessible
              format: [pdf, html]
              jobs: 2
              memory-limit: 512
              settle: 0.5
            service:
              jobs: 3
              health-file: /run/cleardays/health.json
              metrics-folder: /var/lib/cleardays/metrics
            councils:
              wealdshire:
                workspace: /srv/cleardays/wealdshire/workspace
                out: /srv/cleardays/wealdshire/papers
                inbox: /srv/cleardays/wealdshire/inbox
                notify: sh
                theme: heritage
                memory-limit: 2048
              fenwick-vale:
                workspace: /srv/cleardays/fenwick-vale/workspace
                out: /srv/cleardays/fenwick-vale/papers
            """
        )
        #expect(mistakes == [])
        #expect(
            configuration.defaults == [
                .theme: "accessible", .format: "pdf,html", .jobs: "2", .memoryLimit: "512", .settle: "0.5",
            ]
        )
        #expect(configuration.jobs == 3)
        #expect(configuration.healthFile == "/run/cleardays/health.json")
        #expect(configuration.metricsFolder == "/var/lib/cleardays/metrics")
        #expect(configuration.councils.map(\.name) == ["fenwick-vale", "wealdshire"])
        #expect(configuration.councils.last?.workspace == "/srv/cleardays/wealdshire/workspace")
        #expect(
            configuration.councils.last?.values == [
                .out: "/srv/cleardays/wealdshire/papers", .inbox: "/srv/cleardays/wealdshire/inbox", .notify: "sh",
                .theme: "heritage", .memoryLimit: "2048",
            ]
        )
    }

    @Test func `an unknown key is reported with the one that is meant, and a missing one with what it is`() throws {
        let mistakes = try read(
            """
            default:
              theme: accessible
            service:
              jobs: 2
            councils:
              a:
                workspce: /srv/a/workspace
                out: /srv/a/papers
              b:
                out: /srv/b/papers
            """
        ).mistakes
        #expect(
            mistakes == [
                "unknown-key 1: unknown key `default` in the configuration (did you mean `defaults`?)",
                "unknown-key 7: unknown key `workspce` in a council (did you mean `workspace`?)",
                "missing-key 10: `workspace` is missing in a council (it is the folder that holds council.yaml)",
            ]
        )
    }

    @Test func `a file without councils is one for commands alone`() throws {
        #expect(
            try read("defaults: { jobs: 2 }").mistakes == [
                "missing-key 1: `councils` is missing in the configuration (it is the councils that the service watches, each with its `workspace` and `out`)"
            ]
        )
        #expect(try read("defaults: { jobs: 2 }", .everything).mistakes == [])
        #expect(try read("# Nothing yet.\n", .defaults).mistakes == [])
    }

    @Test func `a mistake in a council is none of a command`() throws {
        let text = "defaults: { theme: heritage }\ncouncils: { a: { out: papers, inbax: 1 } }\n"
        let (configuration, mistakes) = try read(text, .defaults)
        #expect(mistakes == [])
        #expect(configuration.defaults == [.theme: "heritage"])
        #expect(try read(text).mistakes.count == 3)
    }

    @Test func `numbers and words are those that the options take`() throws {
        let mistakes = try read(
            """
            defaults:
              jobs: 0
              log-format: xml
              settle: soon
              format: [html]
            councils:
              a:
                workspace: /srv/a/workspace
                out: /srv/a/papers
                memory-limit: 1 GB
                time-limit: 0
                format: [pdf, htm]
                notify: no-such-program
            """
        ).mistakes
        #expect(
            mistakes == [
                "invalid-number 2: `jobs` is a whole number from 1 to \(PublicationRequest.mostJobs), not `0`",
                "invalid-choice 3: `log-format` cannot be `xml` (known: `text`, `json`)",
                "invalid-number 4: `settle` is a number of seconds from 0.01 to 86400, not `soon`",
                "invalid-choice 5: `format` has no `pdf` (write `[pdf, html]` to have both)",
                "invalid-number 10: `memory-limit` is a whole number from 64 to 1048576, not `1 GB`",
                "invalid-number 11: `time-limit` is a number of seconds from 0.01 to 86400, not `0`",
                "invalid-choice 12: `format` cannot be `htm` (did you mean `html`?)",
                "unusable-program 13: `no-such-program` is not a program that can be run (`notify` is the path of a program from `/`, or a name in PATH, and the program may be executed)",
            ]
        )
    }

    @Test func `a path of the service begins at the root`() throws {
        let mistakes = try read(
            """
            service: { health-file: health.json }
            councils:
              a: { workspace: a/workspace, out: /srv/a/papers, inbox: ~/drops }
            """
        ).mistakes
        let hint = "a service has no folder that it is started in: write the whole path, from `/`"
        #expect(
            mistakes == [
                "relative-path 1: `health-file` is `health.json`, which does not begin at the root (\(hint))",
                "relative-path 3: `workspace` is `a/workspace`, which does not begin at the root (\(hint))",
                "relative-path 3: `inbox` is `~/drops`, which does not begin at the root (\(hint))",
            ]
        )
    }

    @Test func `the folders of councils are apart`() throws {
        let mistakes = try read(
            """
            councils:
              a: { workspace: /srv/a/workspace, out: /srv/a/papers }
              b: { workspace: /srv/a/workspace, out: /srv/b/papers }
              c: { workspace: /srv/c/workspace, out: /srv/a/papers/c }
              d: { workspace: /srv/d, out: /srv/e/papers, inbox: /srv/a }
              e: { workspace: /srv/e/workspace, out: /srv/e/../e/papers-restricted }
              f: { workspace: f, out: /srv/a/papers }
            """
        ).mistakes
        let hint = "give each council a folder of its own, with all of its folders in it"
        #expect(
            mistakes == [
                "overlapping-folders 3: `/srv/a/workspace`, `workspace` of this council, is `/srv/a/workspace`, `workspace` of `a` (\(hint))",
                "overlapping-folders 4: `/srv/a/papers/c`, `out` of this council, is in `/srv/a/papers`, `out` of `a` (\(hint))",
                "overlapping-folders 5: `/srv/a`, `inbox` of this council, holds `/srv/a/workspace`, `workspace` of `a` (\(hint))",
                "overlapping-folders 6: `/srv/e/../e/papers-restricted`, `out` of this council, is `/srv/e/papers-restricted`, `restricted-out` of `d` (\(hint))",
                "relative-path 7: `workspace` is `f`, which does not begin at the root (a service has no folder that it is started in: write the whole path, from `/`)",
                "overlapping-folders 7: `/srv/a/papers`, `out` of this council, is `/srv/a/papers`, `out` of `a` (\(hint))",
            ]
        )
    }

    @Test func `the folders of one council are apart, and reports are in none that is watched`() throws {
        let mistakes = try read(
            """
            service: { health-file: /srv/a/workspace/health.json, metrics-folder: /srv/b/inbox/metrics }
            councils:
              a: { workspace: /srv/a/workspace, out: /srv/a/papers, restricted-out: /srv/a/papers/secret }
              b: { workspace: /srv/b/workspace, out: /srv/b/papers, inbox: /srv/b/inbox }
              c: { workspace: /srv/c/workspace, out: /srv/c/papers, inbox: /srv/c/papers }
            """
        ).mistakes
        let hint = "give each of them a folder of its own"
        #expect(
            mistakes == [
                "overlapping-folders 1: `/srv/a/workspace/health.json` is in `workspace` of `a`, which is watched (what the service writes again and again is in a folder of its own)",
                "overlapping-folders 1: `/srv/b/inbox/metrics` is in `inbox` of `b`, which is watched (what the service writes again and again is in a folder of its own)",
                "overlapping-folders 3: papers that are not for publication cannot go to /srv/a/papers/secret: it is in the same place as /srv/a/papers, or one is in the other (\(hint))",
                "overlapping-folders 5: /srv/c/papers cannot be the inbox: it and /srv/c/papers are in one another (\(hint))",
            ]
        )
    }

    @Test func `the folder above those of a council holds none of another`() throws {
        let mistakes = try read(
            """
            councils:
              a: { workspace: /srv/a/workspace, out: /srv/papers/a }
              b: { workspace: /srv/b/workspace, out: /srv/papers/b }
              c: { workspace: /srv/c/deep/down/workspace, out: /srv/c/papers }
              d: { workspace: /srv/e, out: /var/papers/d }
            """
        ).mistakes
        let hint =
            "the process of a council may write in the folders above its own: give each council a folder of its own, with all of its folders in it"
        #expect(
            mistakes == [
                "shared-folder-above 2: the folder above `/srv/papers/a`, `out` of this council, holds `/srv/papers/b`, `out` of `b` (\(hint))",
                "shared-folder-above 3: the folder above `/srv/papers/b`, `out` of this council, holds `/srv/papers/a`, `out` of `a` (\(hint))",
                "shared-folder-above 5: the folder above `/srv/e`, `workspace` of this council, holds `/srv/a/workspace`, `workspace` of `a` (\(hint))",
            ]
        )
        #expect(Rule.sharedFolderAbove.severity == .warning)
    }

    @Test func `the name of a council is an identifier, and is there once`() throws {
        let mistakes = try read("councils:\n  Fenwick Vale: \(Self.folders)\n  b: {}\n  b: {}\n").mistakes
        #expect(
            mistakes.contains(
                "invalid-identifier 2: `Fenwick Vale` is not an identifier (identifiers are lower-case words joined by hyphens: `fenwick-vale`)"
            )
        )
        #expect(mistakes.contains { $0.hasPrefix("repeated-key 4: ") })
    }

    @Test func `a file that is named is there, and the standard one need not be`() throws {
        let folder = try TemporaryFolder()
        #expect(throws: PublicationError.self) {
            try ConfigurationFile(path: folder.path + "/no.yaml", isNamed: true).read(.defaults)
        }
        let (configuration, diagnostics) = try ConfigurationFile(path: folder.path + "/no.yaml", isNamed: false)
            .read(.defaults)
        #expect(configuration == Configuration())
        #expect(diagnostics == [])
    }

    @Test func `a standard file that this user may not read is no error of a command`() throws {
        let folder = try TemporaryFolder(["cleardays.yaml": "defaults: { theme: heritage }"])
        let path = folder.path + "/cleardays.yaml"
        let file = ConfigurationFile(path: path, isNamed: false)
        let (configuration, diagnostics) = try file.read(.defaults) { _ in false }
        #expect(configuration == Configuration())
        #expect(diagnostics.map(\.severity) == [.warning])
        #expect(diagnostics.map(\.message) == ["\(path) cannot be read: Permission denied"])
        #expect(
            diagnostics.map(\.hint) == [
                "let everybody read it, or name another file with `--config`; nothing of it is taken"
            ]
        )
        #expect(try file.read(.defaults).0.defaults == [.theme: "heritage"])
    }

    @Test func `a flag names the file before the environment does`() {
        let environment = ["CLEARDAYS_CONFIG": "/b.yaml"]
        func path(_ words: String...) -> String { ConfigurationFile(written: words) { environment[$0] }.path }
        #expect(path("ws", "--config", "/a.yaml") == "/a.yaml")
        #expect(path("--config=/a.yaml") == "/a.yaml")
        #expect(path("ws", "--", "--config=/a.yaml") == "/b.yaml")
        #expect(ConfigurationFile(written: []) { _ in "" }.path == "/etc/cleardays/cleardays.yaml")
        #expect(ConfigurationFile.withoutFlag(["--config", "a", "--poll", "--config=b", "ws"]) == ["--poll", "ws"])
    }

    @Test func `a schema knows every key`() {
        let schema = ConfigurationForm.schema
        for key in ["defaults", "service", "councils", "workspace", "metrics-folder", "memory-limit"] {
            #expect(schema.contains("\"\(key)\""), "\(key)")
        }
    }
}
