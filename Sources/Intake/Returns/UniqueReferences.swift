// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// The references of a file's rows, of which each should be another.
struct UniqueReferences {
    private var lines: [String: Int] = [:]

    mutating func note(
        _ reference: String,
        at location: @autoclosure () -> SourceLocation,
        findings: DiagnosticCollector
    ) {
        guard !reference.isEmpty else { return }
        let place = location()
        if let first = lines[reference] {
            findings.report(.repeatedReference(reference, firstLine: first), at: place)
        } else {
            lines[reference] = place.line
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func repeatedReference(_ reference: String, firstLine line: Int) -> Self {
        Self(
            .repeatedReference,
            "the ref `\(reference.shortened)` stands twice in the file",
            hint: "it stands first in line \(line)"
        )
    }
}
