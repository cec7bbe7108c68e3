// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestSupport
import Testing

/// A command line, completed by the shell that somebody types it in.
struct CompletionTests {
    private static let programs = Repository.folder + "/.build/debug"

    /// A folder with the scripts for the shells, and with a workspace.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder(copying: Repository.folder + "/samples/wealdshire-2009", to: "my round")
        for shell in ["bash", "zsh", "fish"] {
            let script = try Command.cleardays("--generate-completion-script", shell)
            #expect(script.status == 0)
            try folder.write(script.output, to: shell == "zsh" ? "functions/_cleardays" : "cleardays.\(shell)")
        }
        return folder
    }

    private static func run(_ shell: String, _ arguments: [String], in folder: TemporaryFolder) throws -> [String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let outcome = try Command.run(
            shell,
            arguments,
            in: folder.path,
            environment: ["PATH": "\(programs):\(path)", "HOME": folder.path, "LC_ALL": "C.UTF-8"]
        )
        #expect(outcome.errors == "")
        return outcome.output.split(separator: "\n").map(String.init)
    }

    /// What bash completes the last of some words with.
    private func bash(_ words: String..., in folder: TemporaryFolder) throws -> [String] {
        let line = words.joined(separator: " ")
        let script = """
            source cleardays.bash
            COMP_WORDS=(\(words.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }.joined(separator: " ")))
            COMP_CWORD=\(words.count - 1)
            COMP_LINE='\(line.replacingOccurrences(of: "'", with: "'\\''"))'
            COMP_POINT=${#COMP_LINE}
            name=$(complete -p cleardays)
            name=${name##*-F }
            "${name%% *}" cleardays "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        return try Self.run("/bin/bash", ["--norc", "--noprofile", "-c", script], in: folder)
    }

    @Test func `bash completes commands and options`() throws {
        let folder = try Self.folder()
        #expect(try bash("cleardays", "re", in: folder) == ["render", "release"])
        #expect(try bash("cleardays", "render", "--the", in: folder) == ["--theme"])
        #expect(try bash("cleardays", "preview", "--ed", in: folder) == ["--edition"])
    }

    @Test func `bash completes papers, directorates and themes of the workspace that is named`() throws {
        let folder = try Self.folder()
        let round = "my\\ round"
        #expect(
            try bash("cleardays", "render", round, "--paper", "", in: folder)
                == ["annual-report-2009-09", "cabinet-2009-11-30", "overview-committees-2010-01"]
        )
        #expect(
            try bash("cleardays", "render", round, "--appendix", "ch", in: folder)
                == ["children-families-education", "chief-executives"]
        )
        #expect(
            try bash("cleardays", "watch", round, "--theme", "", in: folder) == [
                "accessible", "heritage", "large-print",
            ]
        )
    }

    @Test func `the workspace is the current folder where none is named`() throws {
        let folder = try Self.folder()
        let script = try folder.text(of: "cleardays.bash")
        try folder.write(script, to: "my round/cleardays.bash")
        let here = try TemporaryFolder(copying: folder.path + "/my round", to: "round")
        try here.write("source round/cleardays.bash; cd round", to: "cleardays.bash")
        #expect(try bash("cleardays", "circulate", "--paper", "cab", in: here) == ["cabinet-2009-11-30"])
        #expect(try bash("cleardays", "workbook", "chil", in: here) == ["children-families-education"])
    }

    @Test func `formats are completed behind a comma, each once`() throws {
        let folder = try Self.folder()
        #expect(try bash("cleardays", "render", "--format", "pdf,t", in: folder) == ["pdf,tree", "pdf,tree-json"])
    }

    @Test func `rules, schemas and choices are completed`() throws {
        let folder = try Self.folder()
        #expect(try bash("cleardays", "explain", "missing-ce", in: folder) == ["missing-cell"])
        #expect(try bash("cleardays", "schema", "cou", in: folder) == ["council"])
        #expect(try bash("cleardays", "check", "--format", "s", in: folder) == ["short"])
    }

    @Test func `where there is no workspace nothing is proposed and nothing said`() throws {
        let folder = try Self.folder()
        #expect(try bash("cleardays", "render", "--paper", "", in: folder) == [])
        try folder.write("directorates: [", to: "my round/council.yaml")
        #expect(try bash("cleardays", "render", "my\\ round", "--appendix", "", in: folder) == [])
    }

    private static func isThere(_ shell: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)")
    }

    /// Types a line and the tabulator in a terminal, and has the line written to a file.
    @Test(
        .enabled(if: isThere("fish"), "fish is not installed"),
        arguments: [
            ("cleardays rend", "cleardays render "),
            ("cleardays render my\\ round --paper cab", "cleardays render my\\ round --paper cabinet-2009-11-30 "),
            ("cleardays watch my\\ round --theme her", "cleardays watch my\\ round --theme heritage "),
            ("cleardays render --paper c", "cleardays render --paper c"),
        ]
    )
    func `fish completes them too`(line: String, completed: String) throws {
        let folder = try Self.folder()
        try folder.write(
            "source $HOME/cleardays.fish\nbind \\cy 'commandline > line; exit'\n",
            to: "config/fish/config.fish"
        )
        try folder.write(line + "\t\u{19}", to: "keys")
        let terminal = "timeout 60 script -qec fish /dev/null < keys > shown"
        let script = "XDG_CONFIG_HOME=$HOME/config TERM=dumb \(terminal); cat line"
        #expect(try Self.run("/bin/sh", ["-c", script], in: folder) == [completed])
    }

    /// Types a line and the tabulator in a terminal of zsh's own, and has the line written to a file.
    @Test(
        .enabled(if: isThere("zsh"), "zsh is not installed"),
        arguments: [
            ("cleardays rend", "cleardays render "),
            ("cleardays render my\\ round --paper cab", "cleardays render my\\ round --paper cabinet-2009-11-30 "),
            ("cleardays watch my\\ round --theme her", "cleardays watch my\\ round --theme heritage "),
            ("cleardays render --paper c", "cleardays render --paper c"),
        ]
    )
    func `zsh completes them too`(line: String, completed: String) throws {
        let folder = try Self.folder()
        let quoted = line.replacingOccurrences(of: "'", with: "'\\''")
        let script = """
            zmodload zsh/zpty
            zpty shell zsh -f -i
            zpty -w shell "fpath=($PWD/functions \\$fpath); autoload -U compinit; compinit -D -u; unsetopt beep list_beep"
            zpty -w shell 'show() { print -r -- "$BUFFER" > line; exit; }; zle -N show; bindkey "^Y" show; bindkey "^I" complete-word'
            zpty -w shell 'print ready > ready'
            while [[ ! -e ready ]]; do zpty -r -t shell ignored; sleep 0.05; done
            zpty -w -n shell '\(quoted)'$'\\t'$'\\C-y'
            while [[ ! -s line ]]; do zpty -r -t shell ignored; sleep 0.05; done
            cat line
            """
        #expect(try Self.run("/usr/bin/zsh", ["-f", "-c", script], in: folder) == [completed])
    }
}
