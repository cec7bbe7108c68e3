// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Formats
import ResourceLimits
import WorkspaceFiles

extension DiagnosticText.Source {
    /// The names of the council, which a diagnostic in any file may quote.
    static let council = DiagnosticText.Source.file("council.yaml")
}

/// The names that something may refer to, looked up by what is written.
struct KnownNames {
    /// In the order in which hints list them.
    let names: [String]
    private let set: Set<String>

    init(_ names: [String]) {
        self.names = names
        set = Set(names)
        WorkMeter.count(names.count)
    }

    func contains(_ name: String) -> Bool { set.contains(name) }
}

extension DiagnosticCollector {
    /// Reports a name that is none of the known ones; `kind` is what it should name. Known names that are themselves
    /// unknown, because their file could not be read, let everything pass.
    ///
    /// - Parameter source: where the known names come from.
    @discardableResult
    func check(
        _ text: YAMLText,
        among known: KnownNames?,
        of kind: String,
        from source: DiagnosticText.Source
    ) -> Bool {
        guard let known, !known.contains(text.string) else { return true }
        report(.unknown(kind, text.string, among: known.names, from: source), at: text.location)
        return false
    }
}

extension Diagnostic.Message {
    fileprivate static func unknown(
        _ kind: String,
        _ name: String,
        among names: [String],
        from source: DiagnosticText.Source
    ) -> Self {
        Self(
            .unknownName,
            "unknown \(own: kind) `\(name.shortened)`",
            hint: NearestName.hint(for: name, among: names, from: source)
        )
    }
}
