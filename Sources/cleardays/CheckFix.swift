// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Glibc
import Publishing

/// `cleardays check --fix`: shows the changes, asks, and makes them.
struct CheckFix {
    let workspace: String
    let asks: Bool

    func run(with program: ProgramFiles) throws {
        let repair = try Terminal.value(
            of: Result { () throws(PublicationError) in try Publishing.repair(workspace, with: program) }
        )
        if !repair.isEmpty { print(repair.difference) }
        tellWhatIsLeft(repair.left)
        guard !repair.isEmpty else {
            print("nothing to put right that has exactly one right answer")
            return
        }
        guard try isAgreed(repair) else {
            print("nothing has been changed")
            return
        }
        let written = try Terminal.value(of: Result { () throws(PublicationError) in try repair.write() })
        for path in written { print("changed \(workspace)/\(path)") }
        print("check again for the problems that are left")
    }

    private func tellWhatIsLeft(_ left: [Diagnostic]) {
        guard !left.isEmpty else { return }
        print("left for you to put right, in the file itself:")
        print(ShortRenderer().render(left))
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
