// SPDX-License-Identifier: Apache-2.0

/// Diagnostics of one kind in one file, which a report says once with all their places.
package struct DiagnosticGroup: Sendable {
    /// In reading order; never empty.
    package let diagnostics: [Diagnostic]

    /// The one that a report shows in full.
    package var first: Diagnostic { diagnostics[0] }
    /// The others.
    package var others: ArraySlice<Diagnostic> { diagnostics.dropFirst() }
}

/// The diagnostics of one file.
package struct FileDiagnostics: Sendable {
    /// The file, or `nil` for diagnostics that are about no file.
    package let file: SourceFile?
    /// In the order of their first places.
    package let groups: [DiagnosticGroup]

    /// The diagnostics by file, in the order in which the files come.
    package static func grouping(_ diagnostics: some Sequence<Diagnostic>) -> [FileDiagnostics] {
        var order: [SourceFile?] = []
        var files: [SourceFile?: [Diagnostic]] = [:]
        for diagnostic in diagnostics {
            let file = diagnostic.location?.sourceFile
            if files[file] == nil { order.append(file) }
            files[file, default: []].append(diagnostic)
        }
        return order.map { FileDiagnostics(file: $0, files[$0] ?? []) }
    }

    /// How many of one kind there are before they are one group: two are as quickly read in full.
    private static let fewestOfGroup = 3

    private struct Kind: Hashable {
        let rule: Rule
        let severity: Diagnostic.Severity
    }

    private init(file: SourceFile?, _ diagnostics: [Diagnostic]) {
        self.file = file
        let kinds = Dictionary(grouping: diagnostics) { Kind(rule: $0.rule, severity: $0.severity) }
        var grouped: Set<Kind> = []
        groups = diagnostics.compactMap { diagnostic in
            let kind = Kind(rule: diagnostic.rule, severity: diagnostic.severity)
            guard let all = kinds[kind], all.count >= Self.fewestOfGroup else {
                return DiagnosticGroup(diagnostics: [diagnostic])
            }
            return grouped.insert(kind).inserted ? DiagnosticGroup(diagnostics: all) : nil
        }
    }
}
