// SPDX-License-Identifier: Apache-2.0

package import Diagnostics
import Formats
package import WorkspaceFiles

/// Reads which drafts of a paper went out, in order.
///
/// - Parameters:
///   - paper: the name of its file without its ending.
///   - diagnostics: gains what is wrong with the records of drafts.
package func circulations(
    of paper: String,
    in workspace: any FileSource,
    diagnostics: inout [Diagnostic]
) -> [Circulation] {
    let findings = DiagnosticCollector(screen: ExemptSignScreen(), isProgramField: CirculationForm.names.contains)
    let name = Circulation.folder(of: paper)
    let folder = WorkspaceFolder(
        workspace,
        path: name,
        prefix: name + "/",
        subject: .draft(of: paper),
        findings: findings
    )
    let circulations = folder.names.filter { folder.holdsFolder($0) }.compactMap { draft -> Circulation? in
        let inner = folder.inner(draft)
        guard inner.holdsFile("circulated.yaml") else {
            findings.report(.missingRecord, at: SourceLocation(in: inner.file("circulated.yaml")))
            return nil
        }
        guard let value = inner.yaml("circulated.yaml"),
            let form = FilledForm(value, CirculationForm.form, findings),
            let version = form.text(CirculationForm.version),
            let number = form.wholeNumber(CirculationForm.number)
        else { return nil }
        return Circulation(paper: paper, version: version.string, number: number, path: inner.path)
    }
    diagnostics += findings.report()
    return circulations.sorted { $0.number < $1.number }
}

extension Diagnostic.Message {
    fileprivate static var missingRecord: Self {
        Self(
            .missingFile,
            "`circulated.yaml` is missing",
            hint: "`cleardays circulate` writes it; delete the folder if it is not one of its own"
        )
    }
}
