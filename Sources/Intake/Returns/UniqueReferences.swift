// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// The references of a file's rows, of which each should be another.
struct UniqueReferences {
    private var rows: [String: String] = [:]

    mutating func note(
        _ reference: String,
        at location: @autoclosure () -> SourceLocation,
        findings: DiagnosticCollector
    ) {
        guard !reference.isEmpty else { return }
        let place = location()
        if let first = rows[reference] {
            findings.report(.repeatedReference(reference, first: first), at: place)
        } else {
            rows[reference] = place.rowName
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func repeatedReference(_ reference: String, first row: String) -> Self {
        Self(
            .repeatedReference,
            "the ref `\(reference.shortened)` stands twice in the file",
            hint: "it stands first in \(own: row)"
        )
    }
}
