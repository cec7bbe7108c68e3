// SPDX-License-Identifier: Apache-2.0

import ResourceLimits

/// Diagnostics in the order in which they are found, of which only so many are kept for each file.
///
/// A file of another kind under a return's name has a problem on every line. The first of them are kept, the others are counted, and
/// what costs time in making them, such as the search for the nearest known name, is left out.
package struct DiagnosticList: Sendable {
    private var kept: [Diagnostic] = []
    private var counts: [String: Int] = [:]
    /// How many were not kept, by file, and whether there is an error, or an exposure, among them.
    private var dropped: [String: (count: Int, holdsErrors: Bool, isExposure: Bool)] = [:]

    package init() {}

    /// How many have been kept.
    package var count: Int { kept.count }

    /// Whether no more are kept for a file.
    package func isFull(_ file: String) -> Bool { counts[file, default: 0] >= Limits.mostProblemsPerFile }

    package mutating func append(_ diagnostic: Diagnostic) {
        append(diagnostic.severity, isExposure: diagnostic.isExposure, at: diagnostic.location) { diagnostic }
    }

    /// Adds a diagnostic, which is only made where it is kept.
    package mutating func append(
        _ severity: Diagnostic.Severity,
        isExposure: Bool = false,
        at location: SourceLocation?,
        _ make: () -> Diagnostic
    ) {
        let file = location?.file ?? ""
        guard isFull(file) else {
            counts[file, default: 0] += 1
            kept.append(make())
            return
        }
        let before = dropped[file] ?? (0, false, false)
        dropped[file] = (before.count + 1, before.holdsErrors || severity == .error, before.isExposure || isExposure)
    }

    package static func += (list: inout DiagnosticList, more: some Sequence<Diagnostic>) {
        for diagnostic in more { list.append(diagnostic) }
    }

    /// Those that were kept, and for each file with more one that says how many more; it stands first, having no line.
    package var all: [Diagnostic] {
        kept
            + dropped.sorted { $0.key < $1.key }.map { file, dropped in
                Diagnostic(
                    dropped.holdsErrors ? .error : .warning,
                    "\(dropped.count) more problems are not told: the first \(Limits.mostProblemsPerFile) are",
                    at: SourceLocation(file: file),
                    isExposure: dropped.isExposure
                )
            }
    }
}
