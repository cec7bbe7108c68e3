// SPDX-License-Identifier: Apache-2.0

import Diagnostics
package import ProgramConfiguration
import Publishing

/// What `cleardays doctor` finds: whether this machine has what papers are made with, and may write where they go.
package struct Examination: Sendable, Hashable, Encodable {
    /// What was found, in the order in which it was looked at.
    package let findings: [Finding]

    package init(findings: [Finding]) { self.findings = findings }

    /// Looks at the machine.
    ///
    /// - Parameters:
    ///   - workspace: a workspace to look at too; `nil` for none.
    ///   - output: the folder that its papers are to be written to.
    ///   - configuration: the configuration file, which need not be there; `nil` for none.
    package static func of(
        _ machine: Machine,
        workspace: String?,
        output: String,
        configuration: ConfigurationFile? = nil
    ) -> Examination {
        var findings: [Finding] = []
        do throws(PublicationError) {
            let program = try ProgramFiles.find()
            findings.append(.good("program", "\(ProgramVersion.number), with its files in \(program.folder)"))
            findings += machine.fonts(of: program)
        } catch {
            findings.append(.error("program", "\(error)", hint: "install the program again, or set CLEARDAYS_HOME"))
        }
        findings += [machine.libraries, machine.hyphenation, machine.spelling]
        findings += [machine.locale, machine.clock, machine.confinement] + machine.watches
        if let workspace {
            findings.append(machine.workspace(workspace))
            findings.append(machine.ledger(of: workspace))
            findings.append(machine.writableFolder("output folder", output))
        }
        if let configuration { findings += machine.configuration(configuration) }
        return Examination(findings: findings)
    }

    /// How many findings are of a state.
    package func count(of state: Finding.State) -> Int { findings.count { $0.state == state } }

    /// A line for each finding, with what to do in the line below.
    package var text: String {
        let width = findings.map(\.subject.count).max() ?? 0
        let lines = findings.map { finding -> String in
            let gap = String(repeating: " ", count: width - finding.subject.count)
            let state = finding.state == .good ? "" : "\(finding.state.rawValue): "
            let hint = finding.hint.map { "\n\(String(repeating: " ", count: width + 2))hint: \($0)" } ?? ""
            return "\(finding.subject)\(gap)  \(state)\(finding.result)\(hint)"
        }
        return lines.joined(separator: "\n") + "\n\(summary)\n"
    }

    /// One object, with `errors`, `warnings` and `findings`.
    package var json: String { "\(JSONText(self, isPretty: true))" }

    private var summary: String {
        let errors = count(of: .error)
        let warnings = count(of: .warning)
        if errors + warnings == 0 { return "everything is as it should be" }
        return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
    }

    private enum CodingKeys: String, CodingKey {
        case errors, warnings, findings
    }

    /// Counts as well as findings, as `check` tells them.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(count(of: .error), forKey: .errors)
        try container.encode(count(of: .warning), forKey: .warnings)
        try container.encode(findings, forKey: .findings)
    }
}
