// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Intake
import Layouts
import Monitoring

extension WorkspaceContents {
    /// The theme that papers are set in.
    ///
    /// - Parameter name: which is asked for in place of the council's own.
    /// - Returns: `nil` if its file has mistakes, or the council's own theme is missing, which intake has reported.
    /// - Throws: a ``PublicationError`` where there is none of the name.
    func theme(_ name: String?) throws(PublicationError) -> Theme? {
        guard let own = round?.council.houseStyle.theme else { return nil }
        if let theme = layouts.themes[name ?? own] { return theme }
        guard let name else { return nil }
        let file = "layouts/themes/\(name).yaml"
        if diagnostics.contains(where: { $0.severity == .error && $0.location?.file == file }) { return nil }
        let hint =
            NearestName.hint(for: name, among: layouts.themes.keys.sorted(), from: .program).map { "; \($0)" } ?? ""
        throw PublicationError(.usage, "there is no theme `\(name)`\(hint)")
    }
}
