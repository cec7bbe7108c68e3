// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Diagnostics
import Glibc
import Publishing

/// `cleardays check --fix`: shows the changes, asks, and makes them.
struct CheckFix {
    let place: WorkspacePlace
    let asks: Bool

    private var workspace: String { place.workspace }

    func run(with program: ProgramFiles) throws {
        let repair = try Terminal.value(
            of: Result { () throws(PublicationError) in try Publishing.repair(workspace, in: place.part, with: program)
            }
        )
        for change in repair.changes { print(ChangeRenderer().render(change)) }
        tellWhatIsLeft(repair.instructions)
        guard !repair.isEmpty else {
            print("nothing to put right that has exactly one right answer")
            if repair.leavesErrors { throw ExitCode(1) }
            return
        }
        guard try isAgreed(repair) else {
            print("nothing has been changed")
            return
        }
        let written = try Terminal.value(of: Result { () throws(PublicationError) in try repair.write() })
        for path in written { print("changed \(workspace)/\(path)") }
        let unwritten = repair.paths.filter { !written.contains($0) }
        for path in unwritten {
            print("left as it is, since it cannot be written or has changed: \(workspace)/\(path)")
        }
        print("check again for the problems that are left")
        if repair.leavesErrors || !unwritten.isEmpty { throw ExitCode(1) }
    }

    private func tellWhatIsLeft(_ left: [Repair.Instruction]) {
        guard !left.isEmpty else { return }
        print("left for you to put right, in the file itself:")
        for instruction in left {
            var place = instruction.location
            place.field = nil
            let line = "\(place): write `\(instruction.right)` in place of `\(instruction.written)`"
            print(TerminalRenderer.printable(line))
        }
        print("")
    }

    private func isAgreed(_ repair: Repair) throws -> Bool {
        guard asks else { return true }
        let places = repair.repaired.count
        guard isatty(STDIN_FILENO) == 1 else {
            print("--fix --yes makes \(places == 1 ? "this change" : "these \(places) changes")")
            return false
        }
        print("Make \(places == 1 ? "this change" : "these \(places) changes")? [y/N] ", terminator: "")
        fflush(nil)
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }
}

/// Writes a change as a report writes an excerpt: the place, the line before and the line after.
private struct ChangeRenderer {
    func render(_ change: Repair.Change) -> String {
        var place = change.location
        place.field = nil
        let lines = ["\(place)", "- " + change.before, "+ " + change.after]
        return lines.map(TerminalRenderer.printable).joined(separator: "\n") + "\n"
    }
}
