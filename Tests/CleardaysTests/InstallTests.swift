// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// The programs as `make install` puts them, in a folder that knows nothing of the repository.
struct InstallTests {
    private static func install(_ arguments: String..., to folder: TemporaryFolder) throws -> Command.Outcome {
        try Command.run(
            Repository.folder + "/tools/install",
            ["--programs", Repository.folder + "/.build/debug"] + arguments,
            in: folder.path,
            environment: ["SOURCE_DATE_EPOCH": "1795305600"]
        )
    }

    private static func installed() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let outcome = try install("--prefix", folder.path + "/usr", to: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        return folder
    }

    private func cleardays(_ arguments: String..., in folder: TemporaryFolder) throws -> Command.Outcome {
        // The tests' own environment may name another folder of the program.
        try Command.run(
            "/usr/bin/env",
            ["--unset=CLEARDAYS_HOME", folder.path + "/usr/bin/cleardays"] + arguments,
            in: folder.path
        )
    }

    @Test func `an installed program finds its files from its own place, and may be moved with them`() throws {
        let folder = try Self.installed()
        #expect(try cleardays("new", "round", in: folder).status == 0)
        let render = try cleardays("render", "round", "--out", "first", in: folder)
        #expect(render.status == 0, "\(render.errors)")
        #expect(try cleardays("explain", "missing-cell", in: folder).output.contains("missing-cell"))
        try FileManager.default.moveItem(atPath: folder.path + "/usr", toPath: folder.path + "/opt")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/usr", withDestinationPath: "opt")
        #expect(try cleardays("render", "round", "--out", "second", in: folder).status == 0)
        let names = try folder.names(in: "first")
        #expect(names == ["appendix-community-services.pdf", "cabinet.pdf"])
        for name in names {
            #expect(try folder.bytes(of: "first/" + name) == folder.bytes(of: "second/" + name))
        }
    }

    @Test func `the folders are those that systems look in, and the unit names the program that is installed`() throws {
        let folder = try Self.installed()
        #expect(try folder.names(in: "usr/bin") == ["cleardays", "cleardays-preview"])
        #expect(try folder.names(in: "usr/share/cleardays") == ["docs", "fonts", "layouts", "starter"])
        #expect(try folder.names(in: "usr/share/cleardays/docs/schemas") == ["check.json", "round.schema.json"])
        #expect(try folder.names(in: "usr/share/bash-completion/completions") == ["cleardays"])
        #expect(try folder.names(in: "usr/share/zsh/site-functions") == ["_cleardays"])
        #expect(try folder.names(in: "usr/share/fish/vendor_completions.d") == ["cleardays.fish"])
        let unit = try folder.text(of: "usr/lib/systemd/system/cleardays-watch@.service")
        #expect(unit.contains("\nExecStart=\(folder.path)/usr/bin/cleardays watch "))
        #expect(unit.contains("\nConditionPathExists=/srv/cleardays/%i/workspace/council.yaml\n"))
        let several = try folder.text(of: "usr/lib/systemd/system/cleardays.service")
        #expect(
            several.contains(
                "\nExecStart=\(folder.path)/usr/bin/cleardays watch --config /etc/cleardays/cleardays.yaml --log-format json\n"
            )
        )
        #expect(several.contains("\nConditionPathExists=/etc/cleardays/cleardays.yaml\n"))
        #expect(several.contains("\nExecReload=/bin/kill -HUP $MAINPID\n"))
        #expect(
            try folder.names(in: "usr/share/doc/cleardays/examples") == [
                "apache.conf", "cleardays.yaml", "nginx.conf", "smb.conf",
            ]
        )
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/etc"))
        #expect(try folder.text(of: "usr/share/doc/cleardays/third-party.txt").contains("swift-argument-parser"))
    }

    @Test func `what is installed below DESTDIR names no part of it`() throws {
        let folder = try TemporaryFolder()
        let outcome = try Self.install("--prefix", "/usr", "--destdir", folder.path + "/tree", to: folder)
        #expect(outcome.status == 0)
        let unit = try folder.text(of: "tree/usr/lib/systemd/system/cleardays-watch@.service")
        #expect(unit.contains("\nExecStart=/usr/bin/cleardays watch "))
        let found = try Command.run("/usr/bin/grep", ["-rl", "--exclude-dir=bin", folder.path, folder.path + "/tree"])
        #expect(found.output == "")
    }

    @Test func `removing leaves what was there before`() throws {
        let folder = try Self.installed()
        try folder.write("", to: "usr/share/man/man1/other.1")
        #expect(try Self.install("--prefix", folder.path + "/usr", "--remove", to: folder).status == 0)
        let left = try Command.run("/usr/bin/find", [folder.path + "/usr", "-type", "f"])
        #expect(left.output == folder.path + "/usr/share/man/man1/other.1\n")
        #expect(try folder.names(in: "usr") == ["share"])
        #expect(try folder.names(in: "usr/share") == ["man"])
    }

    @Test func `a prefix that is relative, or an option that is not there, installs nothing`() throws {
        let folder = try TemporaryFolder()
        #expect(
            try Self.install("--prefix", "usr", to: folder).errors
                == "tools/install: the prefix usr has to begin with /\n"
        )
        #expect(try Self.install("--prefx", "/usr", to: folder).errors == "tools/install: there is no option --prefx\n")
        #expect(try folder.names() == [])
    }
}
