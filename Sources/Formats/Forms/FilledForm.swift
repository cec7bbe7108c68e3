// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
package import WorkspaceFiles

/// A form as somebody filled it in. Unknown, missing and wrongly filled keys are reported when it is made, so that a reader only asks
/// for the values that it needs.
package struct FilledForm {
    /// The location of the group of keys.
    package let location: SourceLocation
    /// Collects the diagnostics of the form.
    package let findings: DiagnosticCollector
    private var values: [String: YAMLValue] = [:]
    private var keyLocations: [String: SourceLocation] = [:]

    /// Reads a value as a form; `nil`, and a diagnostic, if it is not a group of keys.
    package init?(_ value: YAMLValue, _ form: Form, _ findings: DiagnosticCollector) {
        guard case .group(let entries) = value.content else {
            findings.report(.notAGroup(value, of: form), at: value.location)
            return nil
        }
        self.init(entries, at: value.location, form, findings)
    }

    /// Reads the entries of a group as a form.
    package init(_ entries: [YAMLEntry], at location: SourceLocation, _ form: Form, _ findings: DiagnosticCollector) {
        self.location = location
        self.findings = findings
        // A key that is misspelt is not missing too.
        var misspelt: Set<String> = []
        for entry in entries {
            guard let key = form.keys.first(where: { $0.name == entry.key }) else {
                if let nearest = NearestName.of(entry.key, among: form.keys.map(\.name)) { misspelt.insert(nearest) }
                let file = entry.location.sourceFile
                if findings.screen?.resemblesMark(entry.key, about: file.subject) == true { findings.hide(file.path) }
                findings.report(.unknownKey(entry.key, in: form), at: entry.location)
                continue
            }
            keyLocations[key.name] = entry.location
            if case .nothing = entry.value.content {
                reportEmpty(key, at: entry.location)
            } else if key.accepts(entry.value) {
                values[key.name] = entry.value
            } else {
                if key.leniency != nil, findings.reportSigns(in: entry.value) { continue }
                findings.report(.wrongKind(of: entry.value, for: key), at: entry.value.location)
            }
        }
        for key in form.keys where key.isRequired && keyLocations[key.name] == nil && !misspelt.contains(key.name) {
            findings.report(.missing(key, in: form), at: location)
        }
    }

    /// Reports a key that must have a value and has none.
    package func reportEmpty(_ key: FormKey, at location: SourceLocation) {
        guard key.isRequired else { return }
        findings.report(.empty(key), at: location)
    }

    /// Whether the form has a key, with a value of the right kind or not.
    package func mentions(_ key: FormKey) -> Bool { keyLocations[key.name] != nil }

    /// The location of a key, or of the form if it does not have the key.
    package func location(of key: FormKey) -> SourceLocation { keyLocations[key.name] ?? location }

    /// The value of a key, or `nil` if there is none of the right kind.
    package func value(_ key: FormKey) -> YAMLValue? { values[key.name] }
}

extension DiagnosticCollector {
    /// Reports what may be exempt in a value that is left out with a warning alone.
    ///
    /// - Returns: whether anything was reported.
    fileprivate func reportSigns(in value: YAMLValue) -> Bool {
        switch value.content {
        case .nothing: false
        case .text(let text): reportSign(in: text.string, at: text.location)
        case .list(let values): values.count { reportSigns(in: $0) } > 0
        case .group(let entries):
            entries.count { entry in
                let isKey = reportSign(in: entry.key, at: entry.location)
                return reportSigns(in: entry.value) || isKey
            } > 0
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func notAGroup(_ value: YAMLValue, of form: Form) -> Self {
        Self(
            .wrongKind,
            "\(own: form.name) must be a group of keys, not \(own: value.kindName)",
            hint: "its keys: \(own: form.keys.map(\.name).inBackticks)"
        )
    }

    fileprivate static func unknownKey(_ key: String, in form: Form) -> Self {
        Self(
            .unknownKey,
            "unknown key `\(key)` in \(own: form.name)",
            hint: form.formerKeys[key].map { DiagnosticText(own: $0) }
                ?? NearestName.hint(for: key, among: form.keys.map(\.name), from: .program)
        )
    }

    fileprivate static func wrongKind(of value: YAMLValue, for key: FormKey) -> Self {
        Self(
            key.leniency ?? .wrongKind,
            "`\(own: key.name)` must be \(own: key.kindName), not \(own: value.kindName)",
            hint: "it is \(own: key.meaning)"
        )
    }

    fileprivate static func missing(_ key: FormKey, in form: Form) -> Self {
        Self(.missingKey, "`\(own: key.name)` is missing in \(own: form.name)", hint: "it is \(own: key.meaning)")
    }
}
