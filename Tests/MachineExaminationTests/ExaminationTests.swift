// SPDX-License-Identifier: Apache-2.0

import Foundation
import Publishing
import TestSupport
import Testing

@testable import MachineExamination

struct ExaminationTests {
    /// A machine that has everything, in a folder.
    private static func machine(in folder: TemporaryFolder) throws -> Machine {
        for name in ["hyphen/hyph_en_GB.dic", "hunspell/en_GB.dic"] { try folder.write("", to: name) }
        try folder.write("65536\n", to: "inotify/max_user_watches")
        try folder.write("128\n", to: "inotify/max_user_instances")
        return Machine(
            hyphenationFolder: folder.path + "/hyphen",
            dictionaries: folder.path + "/hunspell",
            watchLimits: folder.path + "/inotify",
            variable: { $0 == "LANG" ? "en_GB.UTF-8" : nil },
            time: { 1_796_000_000 },
            landlock: { 3 }
        )
    }

    @Test func `a machine that has everything has nothing to do`() throws {
        let folder = try TemporaryFolder()
        let machine = try Self.machine(in: folder)
        #expect(machine.hyphenation == .good("hyphenation", folder.path + "/hyphen/hyph_en_GB.dic"))
        #expect(machine.spelling == .good("spelling", folder.path + "/hunspell/en_GB.dic"))
        #expect(machine.locale == .good("locale", "en_GB.UTF-8"))
        #expect(machine.clock == .good("clock", "2026-11-30 (UTC)"))
        #expect(machine.confinement == .good("confinement", "Landlock 3"))
        #expect(
            machine.watches == [
                .good("inotify", "65536 folders that are watched for a user (fs.inotify.max_user_watches)"),
                .good("inotify", "128 programs that watch for a user (fs.inotify.max_user_instances)"),
            ]
        )
    }

    @Test func `what is missing or too little has a hint`() throws {
        let folder = try TemporaryFolder()
        var machine = try Self.machine(in: folder)
        machine.hyphenationFolder = "/nowhere"
        machine.variable = { $0 == "LC_ALL" ? "POSIX" : "en_GB.UTF-8" }
        machine.time = { 0 }
        machine.landlock = { nil }
        try folder.write("100\n", to: "inotify/max_user_watches")
        #expect(
            machine.hyphenation
                == .warning(
                    "hyphenation",
                    "/nowhere/hyph_en_GB.dic is not there: words are not divided",
                    hint: "apt install hyphen-en-gb"
                )
        )
        #expect(
            machine.locale
                == .warning(
                    "locale",
                    "POSIX is not UTF-8, and terminals may show other signs for £ and –",
                    hint: "set LANG to C.UTF-8 or en_GB.UTF-8"
                )
        )
        #expect(machine.clock.hint == "set the clock: timedatectl set-ntp true")
        #expect(machine.clock.result.hasPrefix("1970-01-01 (UTC) has long been"))
        #expect(machine.confinement.state == .warning)
        #expect(
            machine.watches.first
                == .warning(
                    "inotify",
                    "100 folders that are watched for a user (fs.inotify.max_user_watches): the service looks at files every two seconds where it is used up",
                    hint: "sysctl fs.inotify.max_user_watches=8192, and a line of that in /etc/sysctl.d"
                )
        )
        machine.variable = { _ in nil }
        #expect(machine.locale.result == "none is set, and terminals may show other signs for £ and –")
    }

    @Test func `fonts that are missing are told by their packages; without Liberation no paper can be made`() throws {
        let home = try TemporaryFolder([
            "fonts/fonts.conf": "<dir>/nowhere</dir>\n",
            "fonts/digests.txt": "0  LiberationSans-Bold.ttf\n0  LiberationSans-Regular.ttf\n0  Lohit-Tamil.ttf\n",
        ])
        let findings = try Self.machine(in: TemporaryFolder()).fonts(of: ProgramFiles(folder: home.path))
        #expect(
            findings == [
                .error(
                    "fonts",
                    "LiberationSans-Bold.ttf, LiberationSans-Regular.ttf: not found",
                    hint: "apt install fonts-liberation2"
                ),
                .warning(
                    "fonts",
                    "Lohit-Tamil.ttf: not found, and letters of that script cannot be set",
                    hint: "apt install fonts-lohit-taml"
                ),
            ]
        )
    }

    @Test func `a folder is looked at where it is, or where it will be made`() throws {
        let folder = try TemporaryFolder(["round/council.yaml": ""])
        let machine = try Self.machine(in: folder)
        let round = folder.path + "/round"
        #expect(machine.workspace(round) == .good("workspace", round))
        #expect(machine.workspace(folder.path).result == "there is no \(folder.path)/council.yaml")
        #expect(machine.ledger(of: round) == .good("ledger", "\(round)/.cleardays, which will be made"))
        #expect(machine.writableFolder("output folder", round) == .good("output folder", round))
        #expect(
            machine.writableFolder("output folder", round + "/council.yaml/out")
                == .error(
                    "output folder",
                    "\(round)/council.yaml/out cannot be made: \(round)/council.yaml is no folder",
                    hint: "name another folder"
                )
        )
    }

    @Test(.enabled(if: geteuid() != 0, "root may write in every folder"))
    func `a folder that this user may not write in is an error`() throws {
        let machine = try Self.machine(in: TemporaryFolder())
        #expect(
            machine.writableFolder("output folder", "/proc/papers/all")
                == .error(
                    "output folder",
                    "/proc/papers/all cannot be written: this user may not write in /proc",
                    hint: "give the user the right to write there, or name another folder"
                )
        )
    }

    @Test func `findings are told in lines, and as an object`() {
        let examination = Examination(findings: [
            .good("clock", "2026-11-30 (UTC)"), .warning("locale", "POSIX", hint: "set LANG"),
            .error("program", "nowhere", hint: "install"),
        ])
        #expect(
            examination.text == """
                clock    2026-11-30 (UTC)
                locale   warning: POSIX
                         hint: set LANG
                program  error: nowhere
                         hint: install
                1 error, 1 warning

                """
        )
        #expect(examination.json.hasPrefix("{\n  \"errors\" : 1,\n  \"findings\" : [\n    {\n      \"hint\" : null,\n"))
        #expect(Examination(findings: [.good("a", "b")]).text == "a  b\neverything is as it should be\n")
    }
}
