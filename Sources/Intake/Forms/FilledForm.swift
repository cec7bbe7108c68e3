// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import WorkspaceFiles

/// A form as somebody filled it in: its unknown, missing and wrongly filled keys are reported when it is made, so that
/// a reader only asks for what it wants.
struct FilledForm {
    let form: Form
    let location: SourceLocation
    let findings: Findings
    private var values: [String: YAMLValue] = [:]
    private var keyLocations: [String: SourceLocation] = [:]

    /// Nothing, and a report, where the value is not a group of keys.
    init?(_ value: YAMLValue, _ form: Form, _ findings: Findings) {
        guard case .group(let entries) = value.content else {
            findings.error(
                "\(own: form.name) is a group of keys, not \(own: value.kindName)",
                at: value.location,
                hint: "its keys: \(own: form.keys.map(\.name).inBackticks)"
            )
            return nil
        }
        self.init(entries, at: value.location, form, findings)
    }

    init(_ entries: [YAMLEntry], at location: SourceLocation, _ form: Form, _ findings: Findings) {
        self.form = form
        self.location = location
        self.findings = findings
        // A key that is misspelt is not missing too.
        var misspelt: Set<String> = []
        for entry in entries {
            guard let key = form.keys.first(where: { $0.name == entry.key }) else {
                if let nearest = NearestName.of(entry.key, among: form.keys.map(\.name)) { misspelt.insert(nearest) }
                let file = entry.location.file
                if findings.screen?.resemblesMark(entry.key, in: file) == true { findings.hide(file) }
                findings.error(
                    "unknown key `\(entry.key)` in \(own: form.name)",
                    at: entry.location,
                    hint: NearestName.hint(for: entry.key, among: form.keys.map(\.name), from: .program)
                )
                continue
            }
            keyLocations[key.name] = entry.location
            if case .nothing = entry.value.content {
                report(empty: key, at: entry.location)
            } else if key.accepts(entry.value) {
                values[key.name] = entry.value
            } else {
                findings.error(
                    "`\(own: key.name)` is \(own: key.kindName), not \(own: entry.value.kindName)",
                    at: entry.value.location,
                    hint: "it is \(own: key.meaning)"
                )
            }
        }
        for key in form.keys where key.isRequired && keyLocations[key.name] == nil && !misspelt.contains(key.name) {
            findings.error(
                "`\(own: key.name)` is missing in \(own: form.name)",
                at: location,
                hint: "it is \(own: key.meaning)"
            )
        }
    }

    private func report(empty key: FormKey, at location: SourceLocation) {
        if key.isRequired {
            findings.error("`\(own: key.name)` is empty", at: location, hint: "it is \(own: key.meaning)")
        }
    }

    /// Whether the key was given at all, well or not.
    func mentions(_ key: FormKey) -> Bool { keyLocations[key.name] != nil }

    /// Where the key stands, or the form.
    func location(of key: FormKey) -> SourceLocation { keyLocations[key.name] ?? location }

    func value(_ key: FormKey) -> YAMLValue? { values[key.name] }
}
