// SPDX-License-Identifier: Apache-2.0

import Diagnostics
import Monitoring
import WorkspaceFiles

extension DiagnosticCollector {
    /// How far short of a target a figure may fall; what cannot be read is reported.
    func tolerance(_ text: String, at location: @autoclosure () -> SourceLocation) -> RatingScale.Tolerance? {
        do throws(Diagnostic.Message) {
            let quantity = try QuantityReader().read(text)
            if quantity.digits >= 0 { return RatingScale.Tolerance(quantity) }
        } catch {}
        report(.invalidTolerance(text), at: location())
        return nil
    }
}

extension Diagnostic.Message {
    fileprivate static func invalidTolerance(_ text: String) -> Self {
        Self(
            .invalidTolerance,
            "`\(text.shortened)` is no tolerance",
            hint: "it is a share of the target, such as `5%`, or an amount, such as `2 points` or `1.5 days`"
        )
    }
}
