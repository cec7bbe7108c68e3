// SPDX-License-Identifier: Apache-2.0

import Layouts
import Monitoring
import PaperTree

extension CompositionContext {
    /// Words of what is exempt, by the law of the council's nation.
    var exemptWording: ExemptWording { ExemptWording(wording: wording, nation: nation) }

    /// Who may read a paper.
    ///
    /// - Parameters:
    ///   - whole: where the paper is exempt as a whole.
    ///   - parts: what is exempt in it.
    func classification(whole: Exemption?, parts: Exemption?) -> String {
        if let whole { return exemptWording.words(audience == .public ? .withheld : .exempt, whole) }
        guard let parts else { return wording.words(.unrestricted) }
        return exemptWording.words(audience == .public ? .partlyWithheld : .partlyExempt, parts)
    }
}
