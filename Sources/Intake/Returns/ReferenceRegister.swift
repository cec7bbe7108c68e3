// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// The references of a file's rows, of which each should be another.
struct ReferenceRegister {
    private var lines: [String: Int] = [:]

    mutating func note(_ reference: String, at location: @autoclosure () -> SourceLocation, findings: Findings) {
        guard !reference.isEmpty else { return }
        let place = location()
        if let first = lines[reference] {
            findings.warning(
                "the ref `\(reference.shortened)` stands twice in the file",
                at: place,
                hint: "it stands first in line \(first)"
            )
        } else {
            lines[reference] = place.line
        }
    }
}
